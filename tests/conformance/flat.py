"""The text of a flat OpenDocument file, story by story: what LibreOffice understood of a .docx."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import attrs

__all__ = ["Told", "told"]

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, OFFICE, DRAW, TABLE, SVG, META = (
    f"{{{_SPACES}{name}:1.0}}"
    for name in ("text", "style", "office", "drawing", "table", "svg-compatible", "meta")
)
_LEFT_OUT = {
    f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}number", f"{TEXT}sequence-decls",
    f"{OFFICE}forms", f"{TEXT}hidden-text", f"{OFFICE}event-listeners", f"{TEXT}variable-decls",
    f"{TEXT}user-field-decls", f"{SVG}title", f"{SVG}desc", "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/dc/elements/1.1/}date", f"{META}creator-initials",
}  # fmt: skip
_HEADERS = {
    f"{STYLE}{kind}{which}": kind for kind in ("header", "footer") for which in ("", "-left", "-first")
}


@attrs.define
class Told:
    """Lines without what is hidden, and with one space for any kind of white; empty ones left out."""

    body: list[str] = attrs.field(factory=list)
    header: list[str] = attrs.field(factory=list)
    footer: list[str] = attrs.field(factory=list)
    footnote: list[str] = attrs.field(factory=list)
    endnote: list[str] = attrs.field(factory=list)
    comment: list[str] = attrs.field(factory=list)
    box: list[str] = attrs.field(factory=list)


def told(flat: bytes) -> Told:
    """Everything that a flat file says."""
    root = ElementTree.fromstring(flat)  # noqa: S314 – LibreOffice has just written it
    reader = _Reader(_shown(root))
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    assert text is not None
    reader.blocks(text, reader.found.body)
    for element in root.iter():
        if element.tag in _HEADERS:
            reader.blocks(element, getattr(reader.found, _HEADERS[element.tag]))
    return reader.found


def _shown(root: ElementTree.Element) -> dict[str, bool]:
    """The styles that say whether their text is shown, or are based on one that does."""
    styles = {}
    for style in root.iter(f"{STYLE}style"):
        properties = style.find(f"{STYLE}text-properties")
        stated = None if properties is None else properties.get(f"{TEXT}display")
        styles[style.get(f"{STYLE}name", "")] = (style.get(f"{STYLE}parent-style-name", ""), stated)
    stated_by = {name: _display(styles, name) for name in styles}
    return {name: stated != "none" for name, stated in stated_by.items() if stated is not None}


def _display(styles: dict[str, tuple[str, str | None]], name: str) -> str | None:
    parent, stated = styles.get(name, ("", None))
    return stated if stated is not None or not parent else _display(styles, parent)


@attrs.define
class _Reader:
    shown: dict[str, bool]
    found: Told = attrs.field(factory=Told)

    def blocks(self, parent: ElementTree.Element, lines: list[str]) -> None:
        for element in parent:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                hides = not self.shown.get(element.get(f"{TEXT}style-name", ""), True)
                text = "".join(self.inside(element, hides=hides))
                lines += [line for raw in text.split("\n") if (line := " ".join(raw.split()))]
            elif element.tag not in _LEFT_OUT:
                if element.tag.startswith(DRAW):
                    list(self.inside(element, hides=False))
                else:
                    self.blocks(element, lines)

    def inside(self, element: ElementTree.Element, *, hides: bool) -> Iterator[str]:
        if element.text and not hides:
            yield element.text
        for child in element:
            yield from self.inline(child, hides=hides)
            if child.tail and not hides:
                yield child.tail

    def inline(self, child: ElementTree.Element, *, hides: bool) -> Iterator[str]:
        name = child.tag
        if name in _LEFT_OUT:
            return
        if name in (f"{TEXT}s", f"{TEXT}tab"):
            yield " "
        elif name == f"{TEXT}line-break":
            yield "\n"
        elif name == f"{TEXT}note":
            kind = child.get(f"{TEXT}note-class", "")
            for body in child.iter(f"{TEXT}note-body"):
                self.blocks(body, getattr(self.found, kind))
        elif name == f"{OFFICE}annotation":
            self.blocks(child, self.found.comment)
        elif name in (f"{TEXT}p", f"{TEXT}h"):  # in a shape
            self.blocks([child], self.found.box)  # type: ignore[arg-type]
        elif name == f"{TEXT}ruby-text":
            yield f"({''.join(self.inside(child, hides=hides))})"
        elif name == f"{TEXT}span":
            shows = self.shown.get(child.get(f"{TEXT}style-name", ""), not hides)
            yield from self.inside(child, hides=not shows)
        elif name.startswith((DRAW, TABLE)):
            "".join(self.inside(child, hides=False))
        else:
            yield from self.inside(child, hides=hides)
