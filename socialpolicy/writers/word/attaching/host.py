"""An agreement as it came: its parts by what they are for, and what is read of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs
from lxml import etree

from socialpolicy.errors import Place
from socialpolicy.writers.word.names import WORD_TYPE
from socialpolicy.writers.word.parts import PackageParts, parsed
from socialpolicy.writers.word.reader import W

__all__ = ["BODY", "Heading", "Host"]

BODY = f"{W}body"
_LEVELS = 9
_SPACES = re.compile(r"\s+")


@attrs.frozen
class Heading:
    """A heading of the agreement: its words, its level (0 is the highest), which child of the body it is."""

    words: str
    level: int
    place: int = attrs.field(kw_only=True)


@attrs.frozen(slots=False, eq=False)
class Host:
    """The agreement that an addendum is attached to."""

    members: Mapping[str, bytes]
    parts: PackageParts
    place: Place

    @classmethod
    def of(cls, members: Mapping[str, bytes], place: Place) -> Host:
        """The host of these members; raises WrongValue where a part cannot be read."""
        return cls(members, PackageParts.of(members, place), place)

    @property
    def main(self) -> bytes:
        """The part that holds the text."""
        return self.members[self.parts.main]

    def tree(self, kind: str) -> etree._Element | None:
        """A part that the text leans on ("styles", "numbering", …), as XML; None where there is none."""
        name = self.parts.one(kind)
        return parsed(self.members[name], self.place) if name else None

    @cached_property
    def text(self) -> etree._Element:
        """The part that holds the text, as XML."""
        return parsed(self.main, self.place)

    def stories(self) -> Iterator[etree._Element]:
        """Every part that holds text, as XML: the body, headers, footers, notes, comments."""
        for name, kind in self.parts.types.items():
            if kind.startswith(WORD_TYPE) and kind.endswith("+xml"):
                yield parsed(self.members[name], self.place)

    def setting(self, name: str) -> etree._Element | None:
        """A setting, where it is on."""
        settings = self.tree("settings")
        found = None if settings is None else settings.find(f"{W}{name}")
        off = found is not None and found.get(f"{W}val") in ("0", "false", "off")
        return None if off else found

    @cached_property
    def section(self) -> etree._Element | None:
        """The properties of the last section."""
        return self.text.find(f"{BODY}/{W}sectPr")

    def headings(self) -> tuple[Heading, ...]:
        """The headings that stand in the body itself, in order; those in tables lead nowhere."""
        body = self.text.find(BODY)
        return () if body is None else tuple(self._headings(body))

    def _headings(self, body: etree._Element) -> Iterator[Heading]:
        for place, block in enumerate(body):
            level = self._level(block) if block.tag == f"{W}p" else None
            words = _SPACES.sub(" ", "".join(one.text or "" for one in block.iter(f"{W}t"))).strip()
            if level is not None and words:
                yield Heading(words, level, place=place)

    def _level(self, paragraph: etree._Element) -> int | None:
        """The outline level of a paragraph, its own or that of its style; None for running text."""
        own = _level_in(paragraph)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if own is None and style is not None:
            own = self._style_levels.get(style.get(f"{W}val", ""))
        return own if own is not None and own < _LEVELS else None

    @cached_property
    def _style_levels(self) -> dict[str, int]:
        """Style → its outline level, from the styles that it is based on too."""
        tree = self.tree("styles")
        styles = {} if tree is None else {one.get(f"{W}styleId", ""): one for one in tree.iter(f"{W}style")}
        return {id: level for id in styles if (level := _inherited(styles, id)) is not None}


def _level_in(element: etree._Element) -> int | None:
    found = element.find(f"{W}pPr/{W}outlineLvl")
    value = "" if found is None else found.get(f"{W}val", "")
    return int(value) if value.isascii() and value.isdigit() else None


def _inherited(styles: Mapping[str, etree._Element], id: str) -> int | None:
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        level = _level_in(styles[id])
        if level is not None:
            return level
        based = styles[id].find(f"{W}basedOn")
        id = "" if based is None else based.get(f"{W}val", "")
    return None
