"""Where each key of a TOML text stands: one linear pass that never fails on a text that is not TOML."""

from __future__ import annotations

import re

import attrs

__all__ = ["Key", "Spot", "TooDeep", "scan"]

Key = tuple[str | int, ...]

_DEPTH = 32
_PARTS = 16
_BLANK = re.compile(r"[ \t\r\n]*(?:#[^\n]*)?")
_PART = re.compile(r"""[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\n]*)"|'([^'\n]*)')[ \t]*""")
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"*"""'
    r"|'''(?:[^']|'(?!''))*'*'''"
    r'|"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'",
    re.DOTALL,
)
_OPENING = re.compile(r"\"\"\"\n?|'''\n?|\"|'|")


@attrs.frozen
class Spot:
    """Where a value begins, behind its opening quote: line and column, counted from 1."""

    line: int
    column: int


class TooDeep(ValueError):
    """Brackets or keys nested deeper than anyone writes by hand."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@attrs.define
class _Scan:
    text: str
    first_line: int
    position: int = 0
    counted: int = 0  # newlines are counted up to here
    line: int = 0
    spots: dict[Key, Spot] = attrs.field(factory=dict)
    arrays: dict[Key, int] = attrs.field(factory=dict)
    table: Key = ()

    def run(self) -> dict[Key, Spot]:
        while self.position < len(self.text):
            start = self.position
            self._blank()
            if self.text.startswith("[", self.position):
                self._header()
            else:
                self._pair()
            self.position = max(self.position, start + 1)  # a text that is not TOML still ends
        return self.spots

    def _blank(self) -> None:
        while (match := _BLANK.match(self.text, self.position)) and match.end() > self.position:
            self.position = match.end()

    def _spot(self) -> Spot:
        self.line += self.text.count("\n", self.counted, self.position)
        self.counted = self.position
        column = self.position - self.text.rfind("\n", 0, self.position)
        return Spot(self.first_line + self.line, column)

    def _parts(self) -> Key:
        parts: list[str | int] = []
        while match := _PART.match(self.text, self.position):
            parts.append(next(part for part in match.groups() if part is not None))
            self.position = match.end()
            if len(parts) > _PARTS:
                raise TooDeep(self._spot().line)
            if not self.text.startswith(".", self.position):
                break
            self.position += 1
        return tuple(parts)

    def _header(self) -> None:
        spot = self._spot()
        several = self.text.startswith("[[", self.position)
        self.position += 2 if several else 1
        key = self._inside(self._parts())
        if several:
            self.arrays[key] = self.arrays.get(key, -1) + 1
            self.spots.setdefault(key, spot)
            key = (*key, self.arrays[key])
        self.table = key
        self.spots[key] = spot
        self._to_line_end()

    def _inside(self, parts: Key) -> Key:
        key: Key = ()
        for number, part in enumerate(parts):
            key = (*key, part)
            if key in self.arrays and number < len(parts) - 1:
                key = (*key, self.arrays[key])
        return key

    def _pair(self) -> None:
        parts = self._parts()
        if not self.text.startswith("=", self.position):
            return self._to_line_end()
        self.position += 1
        while self.text[self.position : self.position + 1] in (" ", "\t"):
            self.position += 1
        start = self.position
        self.position += len(_OPENING.match(self.text, start)[0])  # type: ignore[index]  # may match nothing
        spot = self._spot()
        for end in range(1, len(parts) + 1):
            self.spots.setdefault((*self.table, *parts[:end]), spot)
        self.position = start
        return self._value()

    def _value(self) -> None:
        depth = 0
        while self.position < len(self.text):
            here = self.text[self.position]
            quoted = _QUOTED.match(self.text, self.position) if here in "\"'" else None
            if quoted:
                self.position = quoted.end()
            elif here == "#":
                self._to_line_end()
            elif here == "\n" and depth <= 0:
                return
            else:
                depth += (here in "[{") - (here in "]}")
                if depth > _DEPTH:
                    raise TooDeep(self._spot().line)
                self.position += 1

    def _to_line_end(self) -> None:
        end = self.text.find("\n", self.position)
        self.position = len(self.text) if end < 0 else end


def scan(text: str, first_line: int = 1) -> dict[Key, Spot]:
    """Key path → where its value begins. An entry of an array of tables has its index, from 0.

    Raises TooDeep for brackets nested over 32 deep and for keys of over 16 parts.
    """
    return _Scan(text, first_line).run()
