"""The `:::` lines of a text: which lines stand under which condition."""

from __future__ import annotations

import re

import attrs

from socialpolicy.errors import Code, Collector, WrongValue
from socialpolicy.library.texts.lines import Lines

__all__ = ["Chunk", "Fork", "Stretch", "fences"]

_FENCE = re.compile(r":::(?:[ \t]*(when|or when|otherwise)(?![\w-])[ \t]*(.*))?")
_NESTING = 10


@attrs.frozen
class Chunk:
    """Lines of plain CommonMark; `line` is the number of the first in its file."""

    rows: tuple[str, ...]
    line: int


@attrs.frozen
class Stretch:
    """What stands under one condition ("" for otherwise), which begins at a line and column."""

    condition: str
    line: int
    column: int = attrs.field(kw_only=True)
    inner: tuple[Chunk | Fork, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class Fork:
    """A `::: when` block with its branches."""

    stretches: tuple[Stretch, ...]


@attrs.define
class _Open:
    """A block that is not closed yet: what stands before it, its ended branches, and the current one."""

    line: int
    before: list[Chunk | Fork]
    current: Stretch
    ended: list[Stretch] = attrs.field(factory=list)


@attrs.define
class _Fences:
    lines: Lines
    found: Collector
    inner: list[Chunk | Fork] = attrs.field(factory=list)
    chunk: list[str] = attrs.field(factory=list)
    stack: list[_Open] = attrs.field(factory=list)

    def read(self) -> tuple[Chunk | Fork, ...]:
        last = self.lines.first + len(self.lines.rows)
        for number, row in enumerate(self.lines.rows, self.lines.first):
            if not row.lstrip().startswith(":::"):
                self.chunk.append(row)
                continue
            self._flush(number)
            if not self._fence(row.rstrip(), number):
                break
        self._flush(last)
        while self.stack:
            self._fault("This `:::` block is never closed.", self.stack[-1].line, "end it with a line `:::`")
            self._close()
        return tuple(self.inner)

    def _flush(self, end: int) -> None:
        if any(row.strip() for row in self.chunk):
            self.inner.append(Chunk(tuple(self.chunk), end - len(self.chunk)))
        self.chunk = []

    def _fence(self, row: str, number: int) -> bool:
        """Takes one `:::` line; False where blocks are nested so deep that nothing behind it is read."""
        match = _FENCE.fullmatch(row)
        if match is None or (match[1] in ("when", "or when")) != bool(match[2]):
            message = "A `:::` line reads `::: when …`, `::: or when …`, `::: otherwise` or `:::`."
            hint = "no blanks before it" if row[0] != ":" else ""
            self._fault(message, number, hint)
        elif match[1] == "when":
            return self._open(Stretch(match[2], number, column=match.start(2) + 1))
        elif not self.stack:
            self._fault("There is no open `::: when` block here.", number)
        elif match[1] is None:
            self._close()
        elif not self.stack[-1].current.condition:
            self._fault("Nothing can follow `::: otherwise` but `:::`.", number)
        else:
            self._branch(Stretch(match[2] or "", number, column=match.start(2) + 1))
        return True

    def _open(self, stretch: Stretch) -> bool:
        if len(self.stack) == _NESTING:
            self._fault(f"Blocks nest {_NESTING} deep at most.", stretch.line)
            self.stack.clear()
            return False
        self.stack.append(_Open(stretch.line, self.inner, stretch))
        self.inner = []
        return True

    def _branch(self, following: Stretch) -> None:
        block = self.stack[-1]
        block.ended.append(attrs.evolve(block.current, inner=tuple(self.inner)))
        block.current, self.inner = following, []

    def _close(self) -> None:
        block = self.stack[-1]
        self._branch(block.current)
        self.stack.pop()
        self.inner = [*block.before, Fork(tuple(block.ended))]

    def _fault(self, message: str, number: int, hint: str = "") -> None:
        self.found.add(WrongValue(Code.TEXT_SYNTAX, message, self.lines.spot(number), hint))


def fences(lines: Lines, found: Collector) -> tuple[Chunk | Fork, ...]:
    """The blocks of a text, conditions still as they are written; faults go to `found`."""
    return _Fences(lines, found).read()
