"""The parts of a letterhead that print words, and where in them a fault is, for a person to find it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from socialpolicy.errors import Code, Finding, Place, Severity, WrongValue
from socialpolicy.writers.word.parts import PackageParts, R, parsed
from socialpolicy.writers.word.reader import W

__all__ = ["Fault", "Piece", "Story", "fault", "paragraph_text", "pieces", "stories"]

TEXT_BOX = f"{W}txbxContent"
_NAMES = {"header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes"}
_PAGES = {"first": " of the first page", "even": " of even pages"}
_SHOWN = 60


@attrs.frozen(eq=False)
class Story:
    """One part that prints words: its name in the file, what a person calls it, its kind, and its XML.

    `headings` are the ids of the styles that headings have.
    """

    part: str
    name: str
    kind: str = attrs.field(kw_only=True)
    root: etree._Element = attrs.field(kw_only=True)
    headings: frozenset[str] = attrs.field(default=frozenset(), kw_only=True)


@attrs.frozen
class Fault:
    """A finding, and which paragraph of which part it is about (-1: the part, or the file, as a whole)."""

    finding: Finding
    part: str = ""
    paragraph: int = -1


@attrs.frozen(eq=False)
class Piece:
    """A stretch of a paragraph's text: the element that holds it, None for a break or a tab."""

    text: str
    holder: etree._Element | None = None


def stories(parts: PackageParts, place: Place) -> tuple[Story, ...]:
    """The text first, then the headers, footers and notes that hang on it; raises WrongValue."""
    main = parsed(parts.content[parts.main], place)
    pages, headings = _pages(main), _headings(parts, place)
    found = [Story(parts.main, "text", kind="document", root=main, headings=headings)]
    for relation in parts.relations.get(parts.main, []):
        if relation.kind in _NAMES and relation.target in parts.content:
            root = parsed(parts.content[relation.target], place)
            name = _NAMES[relation.kind] + pages.get(relation.id, "")
            found.append(Story(relation.target, name, kind=relation.kind, root=root, headings=headings))
    return tuple({story.part: story for story in found}.values())


def _headings(parts: PackageParts, place: Place) -> frozenset[str]:
    """By the names, which are English in every language's file."""
    part = parts.one("styles")
    styles = parsed(parts.content[part], place).iter(f"{W}style") if part else ()
    names = {style.get(f"{W}styleId", ""): style.find(f"{W}name") for style in styles}
    return frozenset(
        id
        for id, name in names.items()
        if name is not None and name.get(f"{W}val", "").lower().startswith(("heading", "title"))
    )


def _pages(main: etree._Element) -> Mapping[str, str]:
    references = main.iter(f"{W}headerReference", f"{W}footerReference")
    return {one.get(f"{R}id", ""): _PAGES.get(one.get(f"{W}type", ""), "") for one in references}


def pieces(paragraph: etree._Element) -> Iterator[Piece]:
    """The text of a paragraph, piece by piece; a text box in it has paragraphs of its own."""
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        if element.tag == f"{W}t":
            yield Piece(element.text or "", element)
        elif element.tag in (f"{W}br", f"{W}tab", f"{W}cr"):
            yield Piece("\n")
        elif element.tag not in (f"{W}pPr", f"{W}rPr", f"{W}p", TEXT_BOX):
            pending.extend(reversed(element))


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, a line feed for each break and tab."""
    return "".join(piece.text for piece in pieces(paragraph))


def fault(
    story: Story,
    code: Code,
    message: str,
    *,
    place: Place,
    at: etree._Element | None = None,
    hint: str = "",
    quote: str = "",
    severity: Severity = "refuse",
) -> Fault:
    """A fault of a story, at the paragraph `at` or in it; located by part, nearest heading, quoted text."""
    paragraphs = list(story.root.iter(f"{W}p"))
    paragraph = None if at is None else _paragraph_of(at)
    index = -1 if paragraph is None else paragraphs.index(paragraph)
    text = "" if paragraph is None else paragraph_text(paragraph).replace("\n", " ").strip()
    words = [f"{story.part} ({story.name})"]
    heading = _heading_before(story, paragraphs[: max(index, 0)])
    words += [f"under “{heading}”"] if heading else []
    words += [f"at “{_cut(quote or text)}”"] if quote or text else []
    start = text.find(quote) if quote else -1
    spot = place.at(path=", ".join(words), excerpt=text if start >= 0 and len(text) <= 200 else "")
    if spot.excerpt:
        spot = spot.at(column=start + 1, length=len(quote))
    return Fault(WrongValue(code, message, spot, hint, severity), story.part, index)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    if element.tag == f"{W}p":
        return element
    return next(element.iterancestors(f"{W}p"), None)


def _heading_before(story: Story, paragraphs: list[etree._Element]) -> str:
    for paragraph in reversed(paragraphs):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "") in story.headings:
            text = paragraph_text(paragraph).replace("\n", " ").strip()
            if text:
                return _cut(text)
    return ""
