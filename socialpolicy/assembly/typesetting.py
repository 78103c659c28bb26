"""Typography of a line: straight quotes and any blanks in, the locale's spelling, quotes and dashes out.

Only words of the library are touched; a value counts as one word that stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, chain, pairwise

import attrs

from socialpolicy import document as tree
from socialpolicy.document import Inline, Inlines
from socialpolicy.library.locale import Locale

__all__ = ["typeset"]

# an address (with an @, a :// or a dot inside) is a proper name
_WORD = re.compile(r"\S*(?:@|://|[A-Za-z0-9]\.[A-Za-z0-9])\S*|[A-Za-z]+")
_SPACE = " \t\n"
_BLANKS = re.compile(f"[{_SPACE}]+")
# blanks too many: at the ends, beside another, after a bracket, before a mark or before a quote that closes
_SPARE = re.compile(
    r"""^\ + | \ +$ | (?<=[\ \n(\[])\ +
    | \ +(?=\n | [.,;:!?)\]](?:[\s"'”’)\].,;:!?]|$) | ["'](?:[\s.,;:!?)\]]|$))""",
    re.VERBOSE,
)
# a full stop, and no more of them
_STOP = re.compile(r"\.(?!\.)")
_DASH = re.compile(r" ?– ")
_MARKS = ".,;:!?)]"
_OPENERS = " \n([–—“‘/"
_VALUE = "x"  # what stands for anything that is not the library's …
_LABEL = "\nx"  # … and for the label of a reference, which brings its own blank


Wrapper = tree.Strong | tree.Emphasis | tree.Link | tree.Term | tree.Reference


@attrs.define
class _Leaf:
    """The next thing in reading order: words of the library, or something that stays as it is.

    `stops`: it ends with a full stop of its own.
    """

    text: str
    ours: bool
    stops: bool = False


def typeset(inlines: Inlines, locale: Locale, spelling: Mapping[str, str]) -> Inlines:
    """The inlines as they are printed: neighbouring words in one, nothing empty, no blank too many."""
    inlines = _edged(inlines)
    leaves = list(_leaves(inlines))
    _trim(leaves)
    for leaf in leaves:
        if leaf.ours and locale.spelling != "british":
            leaf.text = _WORD.sub(lambda match: _respelled(match[0], spelling, locale.spelling), leaf.text)
        if leaf.ours and locale.spelling == "american":
            leaf.text = _DASH.sub("—", leaf.text)
    _quote(leaves, locale.quotes)
    _stop_once(leaves)
    words = iter([leaf.text for leaf in leaves if leaf.ours])
    return _joined(_rewritten(inlines, words))


def _stop_once(leaves: list[_Leaf]) -> None:
    """A value that ends with a full stop ("5 p.m.") ends its sentence too."""
    for leaf, after in pairwise(leaves):
        if leaf.stops and after.ours and _STOP.match(after.text):
            after.text = after.text[1:]


# ---------- the line as leaves ----------


def _leaves(inlines: Inlines) -> Iterator[_Leaf]:
    for inline in inlines:
        if isinstance(inline, tree.Text):
            yield _Leaf(inline.text, True)
        elif isinstance(inline, Wrapper):
            yield from _leaves(_inside(inline))
            if isinstance(inline, tree.Reference) and inline.label:
                yield _Leaf(_LABEL, False)
        else:
            stops = isinstance(inline, tree.Value) and inline.text.endswith(".")
            yield _Leaf("\n" if isinstance(inline, tree.Break) else _VALUE, False, stops)


def _rewritten(inlines: Inlines, words: Iterator[str]) -> Inlines:
    written = [_again(inline, words) for inline in inlines]
    return tuple(inline for inline in written if inline != tree.Text(""))


def _again(inline: Inline, words: Iterator[str]) -> Inline:
    if isinstance(inline, tree.Text):
        return tree.Text(next(words))
    return _around(inline, _rewritten(_inside(inline), words)) if isinstance(inline, Wrapper) else inline


def _inside(inline: Wrapper) -> Inlines:
    return inline.children if isinstance(inline, (tree.Strong, tree.Emphasis)) else inline.words


def _around(inline: Wrapper, inside: Inlines) -> Inline:
    if isinstance(inline, (tree.Strong, tree.Emphasis)):
        return attrs.evolve(inline, children=inside)
    return attrs.evolve(inline, words=inside)


def _edged(inlines: Inlines) -> Inlines:
    """The inlines with the blanks at the edges of stressed or linked words outside of these."""
    return _joined(tuple(chain.from_iterable(map(_outward, inlines))))


def _outward(inline: Inline) -> Iterator[Inline]:
    if not isinstance(inline, Wrapper):
        yield inline
        return
    before, inside = _without_blank(_edged(_inside(inline)), 0, str.lstrip)
    after, inside = _without_blank(inside, -1, str.rstrip)
    yield before
    if inside:
        yield _around(inline, inside)
    yield after


def _without_blank(
    inlines: Inlines, place: int, strip: Callable[[str, str], str]
) -> tuple[tree.Text, Inlines]:
    """The blank at one end of the inlines, and the inlines without it."""
    if not inlines or not isinstance(end := inlines[place], tree.Text):
        return tree.Text(""), inlines
    text = strip(end.text, _SPACE)
    changed = list(inlines)
    changed[place] = tree.Text(text)
    return tree.Text("" if text == end.text else " "), _joined(tuple(changed))


def _joined(inlines: Inlines) -> Inlines:
    """The inlines with neighbouring words in one, and without empty ones."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, tree.Text) and isinstance(last, tree.Text):
            joined[-1] = tree.Text(last.text + inline.text)
        elif not _empty(inline):
            joined.append(inline)
    return tuple(joined)


def _empty(inline: Inline) -> bool:
    match inline:
        case tree.Text(text) | tree.Value(text, _):
            return not text
    return False


# ---------- blanks ----------


def _trim(leaves: list[_Leaf]) -> None:
    """One blank between words, and none where none belongs."""
    for leaf in leaves:
        if leaf.ours:
            leaf.text = _BLANKS.sub(" ", leaf.text)
    line = "".join(leaf.text for leaf in leaves)
    spare = {place for match in _SPARE.finditer(line) for place in range(*match.span())}
    if spare:
        for leaf, start in zip(leaves, _starts(leaves), strict=True):
            leaf.text = "".join(char for place, char in enumerate(leaf.text, start) if place not in spare)


def _starts(leaves: list[_Leaf]) -> list[int]:
    """Where each leaf begins in the line."""
    return list(accumulate((len(leaf.text) for leaf in leaves[:-1]), initial=0))


# ---------- spelling and quotes ----------


def _respelled(word: str, spelling: Mapping[str, str], way: str) -> str:
    """The word as Americans spell it; Canadians take only their z (organize), and keep colour and centre."""
    american = spelling.get(word.lower())
    if american is None or (way == "canadian" and american != word.lower().replace("is", "iz")):
        return word
    if word.isupper() and len(word) > 1:
        return american.upper()
    return american[0].upper() + american[1:] if word[0].isupper() else american


def _quote(leaves: list[_Leaf], quotes: tuple[str, str, str, str]) -> None:
    """Straight quotes become the locale's: " the outer, ' the inner ones or an apostrophe."""
    line = "".join(leaf.text for leaf in leaves)
    if '"' not in line and "'" not in line:
        return
    written = _curled(line, quotes)
    for leaf, start in zip(leaves, _starts(leaves), strict=True):
        if leaf.ours:
            leaf.text = written[start : start + len(leaf.text)]


def _curled(line: str, quotes: tuple[str, str, str, str]) -> str:
    outer_open, outer_close, inner_open, inner_close = quotes
    written, last, inside = "", " ", False
    for place, char in enumerate(line):
        after = line[place + 1 : place + 2] or " "
        opens = last in _OPENERS
        if char == '"':
            char = outer_open if opens and not after.isspace() and after not in _MARKS else outer_close
        elif char == "'" and opens and after.isalpha():
            char, inside = inner_open, True
        elif char == "'" and inside and not after.isalnum():
            char, inside = inner_close, False
        elif char == "'":
            char = "’"
        written, last = written + char, char
    return written
