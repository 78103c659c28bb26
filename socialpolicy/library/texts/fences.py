"""The `:::` lines of a text: which lines stand under which condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from socialpolicy.errors import Code, Collector, Place, WrongValue

__all__ = ["Chunk", "Fork", "Stretch", "fences"]

_FENCE = re.compile(r"^:::[ \t]*(?:(when|or when|otherwise)\b[ \t]*(.*?))?[ \t]*$")
_NESTING = 10


@attrs.frozen
class Chunk:
    """Lines of plain CommonMark; `line` is the number of the first in its file."""

    lines: tuple[str, ...]
    line: int


@attrs.frozen
class Stretch:
    """What stands under one condition ("" for otherwise) at a line."""

    condition: str
    line: int
    inner: tuple[Chunk | Fork, ...]


@attrs.frozen
class Fork:
    """A `::: when` block with its branches."""

    stretches: tuple[Stretch, ...]


@attrs.define
class _Open:
    """A block that is not closed yet."""

    line: int
    condition: str
    before: list[Chunk | Fork]
    stretches: list[Stretch] = attrs.field(factory=list)
    start: int = 0


@attrs.define
class _Fences:
    place: Place
    found: Collector
    inner: list[Chunk | Fork] = attrs.field(factory=list)
    chunk: list[str] = attrs.field(factory=list)
    chunk_line: int = 0
    stack: list[_Open] = attrs.field(factory=list)

    def read(self, lines: Sequence[str], first: int) -> tuple[Chunk | Fork, ...]:
        for number, line in enumerate(lines, first):
            if line.lstrip().startswith(":::"):
                self._flush()
                self._fence(line, number)
            else:
                self.chunk_line = self.chunk_line or number
                self.chunk.append(line)
        self._flush()
        while self.stack:
            self._fault("This `:::` block is never closed.", self.stack[-1].line, "end it with a line `:::`")
            self._close()
        return tuple(self.inner)

    def _flush(self) -> None:
        if any(line.strip() for line in self.chunk):
            self.inner.append(Chunk(tuple(self.chunk), self.chunk_line))
        self.chunk, self.chunk_line = [], 0

    def _fence(self, line: str, number: int) -> None:
        match = _FENCE.match(line)
        if match is None or (match[1] in ("when", "or when")) != bool(match[2]):
            message = "A `:::` line reads `::: when …`, `::: or when …`, `::: otherwise` or `:::`."
            return self._fault(message, number)
        if match[1] == "when":
            return self._open(match[2], number)
        if not self.stack:
            return self._fault("There is no open `::: when` block here.", number)
        if match[1] is None:
            return self._close()
        if not self.stack[-1].condition:
            return self._fault("Nothing can follow `::: otherwise` but `:::`.", number)
        return self._branch(match[2] or "", number)

    def _open(self, condition: str, number: int) -> None:
        if len(self.stack) == _NESTING:
            self._fault(f"Blocks nest {_NESTING} deep at most.", number)
        self.stack.append(_Open(number, condition, self.inner, start=number))
        self.inner = []

    def _branch(self, condition: str, number: int) -> None:
        block = self.stack[-1]
        block.stretches.append(Stretch(block.condition, block.start, tuple(self.inner)))
        block.condition, block.start, self.inner = condition, number, []

    def _close(self) -> None:
        self._branch("", 0)
        block = self.stack.pop()
        self.inner = [*block.before, Fork(tuple(block.stretches))]

    def _fault(self, message: str, number: int, hint: str = "") -> None:
        self.found.add(WrongValue(Code.TEXT_SYNTAX, message, self.place.at(line=number), hint))


def fences(lines: Sequence[str], first: int, place: Place, found: Collector) -> tuple[Chunk | Fork, ...]:
    """The blocks of a text whose first line is line `first` of the file of `place`; faults go to `found`."""
    return _Fences(place, found).read(lines, first)
