"""Our own XML under names and numbers that the agreement does not use."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs
from lxml import etree

from socialpolicy.writers.word.attaching.host import Host
from socialpolicy.writers.word.reader import W

__all__ = ["PREFIX", "Renaming"]

PREFIX = "SPA-"
# our XML escapes every "<" of a text, so that nobody's words look like a tag
_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="|w:styleId=")([^"]*)')
_OWN_ID = re.compile(r'(<w:(?:bookmarkStart|bookmarkEnd) w:id="|<w:id w:val=")([0-9]+)')
_LIST_ID = re.compile(r'(<w:abstractNumId w:val="|w:abstractNumId="|<w:numId w:val="|w:numId=")([1-9][0-9]*)')
_LARGEST = 2**31 - 1
_ROOM = 100_000  # more bookmarks and controls than an addendum has


@attrs.frozen
class Renaming:
    """How much is added to our ids: `own` to those of bookmarks and controls, `lists` to those of lists."""

    own: int
    lists: int

    @classmethod
    def for_host(cls, host: Host) -> Renaming:
        """The smallest numbers above all that the agreement uses."""
        numbering = host.tree("numbering")
        lists = [] if numbering is None else list(_numbers(numbering, "abstractNumId", "numId"))
        own = {number for story in host.stories() for number in _numbers(story, "id", "val")}
        return cls(_free(own), max(lists, default=0))

    def ids(self, xml: str) -> str:
        """The XML with our styles, bookmarks, controls and lists called by their names here."""
        xml = _STYLE.sub(rf"\g<1>{PREFIX}\g<2>", xml)
        return _LIST_ID.sub(_more(self.lists), _OWN_ID.sub(_more(self.own), xml))


def _more(by: int) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}{int(found[2]) + by}"


def _numbers(root: etree._Element, *names: str) -> list[int]:
    """Every whole number in an attribute of one of these names."""
    values = (element.get(f"{W}{name}", "") for element in root.iter(etree.Element) for name in names)
    return [int(value) for value in values if value.isascii() and value.isdigit()]


def _free(taken: set[int]) -> int:
    """A number after which there is room for all ids of ours."""
    return max((number for number in taken if number <= _LARGEST - _ROOM), default=0)
