"""Inlines as CommonMark: marks only where a reader will take them for marks, so that none ever prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from socialpolicy.document import (
    Blank,
    Break,
    Emphasis,
    Hole,
    Inline,
    Inlines,
    Link,
    Reference,
    Strong,
    Term,
    Text,
    Value,
    plain,
)
from socialpolicy.writers.commonmark import address, escaped, joined, stands
from socialpolicy.writers.pieces import spoken
from socialpolicy.writers.prepared import Words

__all__ = ["spanned"]

# what CommonMark has marks for
Marked = Strong | Emphasis | Link
Kinds = frozenset[type[Inline]]


def spanned(inlines: Inlines, words: Words) -> str:
    """The inlines as the text of one paragraph; a blank is strong, so that it is seen."""
    return _written(_merged(_simple(inlines, words, frozenset())))


def _simple(inlines: Inlines, words: Words, within: Kinds) -> Iterator[Inline]:
    """The inlines as Text, Break and what CommonMark has marks for, none inside its own kind."""
    for inline in inlines:
        match inline:
            case Text() | Break():
                yield inline
            case Value(text, _):
                yield Text(text)
            case Hole():
                yield Text(spoken(inline, words))
            case Blank():
                yield from _kept(Strong((Text(plain((inline,))),)), words, within)
            case Reference(children):
                yield from _simple((*children, Text(inline.label)), words, within)
            case Term(children, _):
                yield from _simple(children, words, within)
            case Strong() | Emphasis() | Link():
                yield from _kept(inline, words, within)
            case _:
                assert_never(inline)


def _kept(inline: Marked, words: Words, within: Kinds) -> Iterable[Inline]:
    kind = type(inline)
    children = inline.words if isinstance(inline, Link) else inline.children
    inner = _merged(_simple(children, words, within | {kind}))
    if kind in within:
        return inner
    return [Link(inner, inline.url) if isinstance(inline, Link) else type(inline)(inner)]


def _merged(inlines: Iterable[Inline]) -> Inlines:
    # two runs of one kind side by side would mix up their marks, an empty one would leave its marks alone
    merged: list[Inline] = []
    for inline in inlines:
        match [*merged[-1:], inline]:
            case [Strong(before), Strong(children)]:
                merged[-1] = Strong(_merged((*before, *children)))
            case [Emphasis(before), Emphasis(children)]:
                merged[-1] = Emphasis(_merged((*before, *children)))
            case _ if plain((inline,)):
                merged.append(inline)
    return tuple(merged)


def _written(inlines: Inlines, *, bare: bool = False) -> str:
    """Simple inlines as Markdown; `bare` leaves the marks of emphasis out."""
    texts = [plain((inline,)) for inline in inlines]
    around = zip(inlines, ["", *texts], [*texts[1:], ""], strict=False)
    return joined(_one(inline, before, after, bare) for inline, before, after in around)


def _one(inline: Inline, before: str, after: str, bare: bool) -> str:
    match inline:
        case Link(words, url):
            return f"[{_written(words, bare=bare)}]({address(url)})"
        case Strong(children) | Emphasis(children):
            mark = "**" if isinstance(inline, Strong) else "_"
            text = _written(children, bare=bare)
            marked = not bare and stands(mark, text, before, after)
            return f"{mark}{text}{mark}" if marked else _written(children, bare=True)
        case _:
            return escaped(plain((inline,)))
