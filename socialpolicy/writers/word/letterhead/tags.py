"""The tags of a letterhead: bare names from a closed list, and `{{p body}}`. Anything else is a fault.

docxtpl would run code in a tag (CVE-class SSTI) and its own search for tags takes cubic time on hostile
text: so no brace reaches it that is not part of a tag that was read here and is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs
from lxml import etree

from socialpolicy.document import DETAILS
from socialpolicy.errors import Code, Place
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.writers.word.letterhead.stories import Fault, Piece, Story, fault, pieces
from socialpolicy.writers.word.reader import W

__all__ = ["BODY", "IMPRINTS", "TAGS", "Tag", "as_one_run", "tag_faults", "tags_of"]

BODY = "{{p body}}"
# the tags that tell which version a page is of
IMPRINTS = ("version", "imprint")
TAGS = ("practice_name", "title", "version", "date", "imprint", *(name for name in DETAILS))

_FOUND = re.compile(r"\{\{([^{}]{0,200})\}\}|\{[%#][^{}]{0,200}[%#]?\}?|\{[^{}]{0,60}\}|[{}]")
_NAME = re.compile(r"[ \u00a0]*([a-z][a-z0-9_]{0,39})[ \u00a0]*")
_BODY = re.compile(r"[ \u00a0]*p[ \u00a0]+body[ \u00a0]*")
_WORDS = re.compile(r"[\w \u00a0-]{0,60}")
_IN_MARKUP = re.compile(r"\{[{%#_]|[}%#_]\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# what a run may differ in without looking different
_UNSEEN = {f"{W}lang", f"{W}noProof"}


@attrs.frozen(eq=False)
class Tag:
    """A tag as it stands in a paragraph: its name ("body" for `{{p body}}`), from where to where."""

    name: str
    start: int
    end: int = attrs.field(kw_only=True)
    paragraph: etree._Element = attrs.field(kw_only=True)


def tags_of(story: Story) -> Iterator[Tag]:
    """Every right tag of a story."""
    for paragraph in story.root.iter(f"{W}p"):
        for found in _FOUND.finditer(_text(list(pieces(paragraph)))):
            name = _name(found)
            if name:
                yield Tag(name, found.start(), end=found.end(), paragraph=paragraph)


def _text(found: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in found)


def _name(found: re.Match[str]) -> str:
    """The name of a right tag; "" for what is none."""
    inside = found[1] or ""
    if _BODY.fullmatch(inside):
        return "body"
    named = _NAME.fullmatch(inside)
    return named[1] if named and named[1] in TAGS else ""


# ---------- what is wrong ----------


def tag_faults(story: Story, place: Place) -> Iterator[Fault]:
    """Everything in a story that looks like a tag and is none, and each tag whose halves look different."""
    for paragraph in story.root.iter(f"{W}p"):
        found = list(pieces(paragraph))
        for one in _FOUND.finditer(_text(found)):
            if not _name(one):
                yield _wrong(story, place, paragraph, one)
            elif _looks(found, one.start(), one.end()) > 1:
                message = f"`{one[0]}` is formatted in two ways; only the first will show."
                hint = "select the whole tag in Word and format it once"
                yield fault(story, Code.LETTERHEAD_SPLIT, message, place=place, at=paragraph, hint=hint,
                            quote=one[0], severity="warn")  # fmt: skip
    yield from _elsewhere(story, place)


def _wrong(story: Story, place: Place, paragraph: etree._Element, found: re.Match[str]) -> Fault:
    quote, inside = found[0], (found[1] or "").strip("\u00a0 ")
    code = Code.LETTERHEAD_TAG
    if inside == "body":
        code, message, hint = Code.LETTERHEAD_BODY, "The document stands at another tag.", f"write {BODY}"
    elif len(quote) == 1:
        message, hint = (
            "A brace that belongs to no tag cannot stand.",
            "write {{ name }}, or delete the brace",
        )
    elif quote[1] not in "{%#":
        message, hint = f"`{quote}` is no tag.", "a tag has two braces on each side: {{ name }}"
    elif found[1] is not None and _WORDS.fullmatch(inside):
        message = f"There is no tag `{quote}`."
        hint = did_you_mean(inside, TAGS) or f"one of: {', '.join(TAGS)}"
    else:
        code, message = (
            Code.LETTERHEAD_CODE,
            f"`{quote[:80]}` is code: a tag holds a bare name, nothing else.",
        )
        hint = f"one of: {', '.join(TAGS)}"
    return fault(story, code, message, place=place, at=paragraph, hint=hint, quote=quote)


def _looks(found: Sequence[Piece], start: int, end: int) -> int:
    """In how many ways the text from start to end is formatted."""
    return len({_look(holder) for holder, _, _ in _holders(found, start, end)})


def _look(holder: etree._Element) -> str:
    run = holder.getparent()
    properties = None if run is None else run.find(f"{W}rPr")
    shown = [] if properties is None else [one for one in properties if one.tag not in _UNSEEN]
    return repr([(one.tag, sorted(one.attrib.items())) for each in shown for one in each.iter()])


def _elsewhere(story: Story, place: Place) -> Iterator[Fault]:
    """Braces that a person cannot see as text: in attributes, field codes, formulas, drawings."""
    for element in story.root.iter(etree.Element):
        texts = [element.tail or ""] + ([] if element.tag == f"{W}t" else [element.text or ""])
        values = [value for value in element.attrib.values() if _IN_MARKUP.search(value)]
        for quote in [*values, *(text for text in texts if "{" in text or "}" in text)]:
            message = f"A tag cannot stand here (`{quote.strip()[:80]}`)."
            yield fault(story, Code.LETTERHEAD_CODE, message, place=place, at=element,
                        hint="type it as text, or take it out")  # fmt: skip


# ---------- written anew ----------


def _holders(found: Sequence[Piece], start: int, end: int) -> Iterator[tuple[etree._Element, int, int]]:
    """The elements that hold the text from start to end, each with where its own part starts and ends."""
    at = 0
    for piece in found:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if piece.holder is not None and first < last:
            yield piece.holder, first, last
        at += len(piece.text)


def as_one_run(tag: Tag) -> None:
    """Write a tag anew, whole, where its first letter stands; the last tag of a paragraph must come first."""
    parts = list(_holders(list(pieces(tag.paragraph)), tag.start, tag.end))
    written = BODY if tag.name == "body" else f"{{{{ {tag.name} }}}}"
    for place, (holder, first, last) in enumerate(parts):
        text = holder.text or ""
        holder.text = text[:first] + (written if place == 0 else "") + text[last:]
        holder.set(_SPACE, "preserve")
