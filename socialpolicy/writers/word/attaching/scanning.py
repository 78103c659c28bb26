"""Where the elements of a part lie, as places in its bytes: what is left alone is never written again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

import attrs

__all__ = ["Opened", "Span", "scan"]

# a tag from its "<" to its ">"; a ">" inside quotes does not end it
_TAG = re.compile(rb"<[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")


@attrs.frozen
class Span:
    """An element: its name as lxml says it, and where it starts and ends, in bytes."""

    name: str
    start: int
    end: int = attrs.field(kw_only=True)


@attrs.frozen
class Opened:
    """An element and its children. `inside` is where what is in it starts, `end` where its end tag does.

    Of an element that its own tag closes, both lie before the "/>".
    """

    span: Span
    children: tuple[Span, ...]
    inside: int = attrs.field(kw_only=True)
    end: int = attrs.field(kw_only=True)

    def named(self, name: str) -> Iterator[Span]:
        """The children of this name."""
        return (child for child in self.children if child.name == name)

    def with_last(self, part: bytes, more: bytes) -> bytes:
        """The part with more at the end of this element, every other byte as it was."""
        if self.inside != self.end or part[self.end : self.end + 2] != b"/>":
            return part[: self.end] + more + part[self.end :]
        name = part[self.span.start + 1 : self.end].split()[0]
        return part[: self.end] + b">" + more + b"</" + name + b">" + part[self.span.end :]


@attrs.define
class _Scanning:
    """One reading: the elements that are open (name, start, end of the start tag), and what was met."""

    part: bytes
    within: str
    parser: expat.XMLParserType
    opened: list[tuple[str, int, int]] = attrs.field(factory=list)
    children: list[Span] = attrs.field(factory=list)
    found: list[Opened] = attrs.field(factory=list)

    def start(self, name: str, _: object) -> None:
        at = self.parser.CurrentByteIndex
        self.opened.append((_clark(name), at, self._after_tag(at)))

    def end(self, _: str) -> None:
        name, at, inside = self.opened.pop()
        by_itself = self.part[inside - 2 : inside] == b"/>"
        closing = inside - 2 if by_itself else self.parser.CurrentByteIndex
        whole = Span(name, at, end=inside if by_itself else self._after_tag(closing))
        if [entry[0] for entry in self.opened[1:]] == self._path() and self.opened:
            self.children.append(whole)
        elif name == self.within or not self.opened:
            inner = closing if by_itself else inside
            self.found.append(Opened(whole, tuple(self.children), inside=inner, end=closing))

    def _path(self) -> list[str]:
        return [self.within] if self.within else []

    def _after_tag(self, at: int) -> int:
        tag = _TAG.match(self.part, at)
        return tag.end() if tag else at


def scan(part: bytes, within: str = "") -> Opened:
    """The root of a part, or the first child of it that is called `within`, with its own children.

    The part is UTF-8 and well formed, as the guard has seen. Raises LookupError where nothing is so called.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    scanning = _Scanning(part, within, parser)
    parser.StartElementHandler, parser.EndElementHandler = scanning.start, scanning.end
    parser.Parse(part, True)
    for one in scanning.found:
        if not within or one.span.name == within:
            return one
    raise LookupError(within)


def _clark(name: str) -> str:
    space, mark, local = name.rpartition("}")
    return f"{{{space}}}{local}" if mark else local
