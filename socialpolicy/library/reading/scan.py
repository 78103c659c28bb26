"""Where each key of a TOML text stands: one linear pass that never fails on a text that is not TOML."""

from __future__ import annotations

import re
import tomllib

import attrs

__all__ = ["Key", "Spot", "TooDeep", "scan"]

Key = tuple[str | int, ...]

_DEPTH = 32
_PARTS = 16
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_PART = re.compile(r"""[ \t]*+(?:([A-Za-z0-9_-]++)|("(?:[^"\\\n]|\\.)*+")|('[^'\n]*+'))[ \t]*+""")
_QUOTED = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"|' + r"'[^'\n]*+'",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}#\n]*+")
_OPENING = re.compile(r"\"\"\"\n?|'''\n?|\"|'|")


@attrs.frozen
class Spot:
    """Where a value begins, behind its opening quote: line and column, counted from 1.

    `key` is the column at which its key begins, in the same line.
    """

    line: int
    column: int
    key: int = attrs.field(default=1, kw_only=True, eq=False)


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
            self._skip(_BLANK)
            if self._at("["):
                self._header()
            else:
                self._pair(self.table, 0)
            self._to_line_end()
            self.position = max(self.position, start + 1)  # a text that is not TOML still ends
        return self.spots

    def _at(self, mark: str) -> bool:
        return self.text.startswith(mark, self.position)

    def _take(self, mark: str) -> bool:
        taken = self._at(mark)
        self.position += taken
        return taken

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _to_line_end(self) -> None:
        end = self.text.find("\n", self.position)
        self.position = len(self.text) if end < 0 else end

    def _spot(self, position: int, key: int = 1) -> Spot:
        self.line += self.text.count("\n", self.counted, position)
        self.counted = position
        return Spot(self.first_line + self.line, self._column(position), key=key)

    def _column(self, position: int) -> int:
        return position - self.text.rfind("\n", 0, position)

    def _value_spot(self, key: int = 1) -> Spot:
        opening = _OPENING.match(self.text, self.position)
        return self._spot(opening.end() if opening else self.position, key)

    # ---------- keys ----------

    def _parts(self) -> Key:
        parts: list[str] = []
        while match := _PART.match(self.text, self.position):
            parts.append(match[1] or _unquoted(match[0].strip()))
            self.position = match.end()
            if len(parts) > _PARTS:
                raise TooDeep(self._spot(self.position).line)
            if not self._take("."):
                break
        return tuple(parts)

    def _header(self) -> None:
        several = self._at("[[")
        behind = self.position + (2 if several else 1)
        spot = self._spot(self.position, self._column(behind))
        self.position = behind
        key: Key = ()
        for part in self._parts():
            key = (*key, self.arrays[key], part) if key in self.arrays else (*key, part)
            self.spots.setdefault(key, spot)
        if several:
            self.arrays[key] = self.arrays.get(key, -1) + 1
            key = (*key, self.arrays[key])
        self.table = key
        self.spots[key] = spot

    # ---------- values ----------

    def _pair(self, table: Key, depth: int) -> bool:
        """`key = value`; False where none stands here."""
        start = self._column(self.position)
        parts = self._parts()
        if not self._take("="):
            return False
        self._skip(_SPACE)
        spot = self._value_spot(start)
        for end in range(1, len(parts) + 1):
            self.spots.setdefault((*table, *parts[:end]), spot)
        self._value((*table, *parts), depth)
        return True

    def _value(self, key: Key, depth: int) -> None:
        if self._at("[") or self._at("{"):
            if depth == _DEPTH:
                raise TooDeep(self._spot(self.position).line)
            inner = self._entry if self._at("[") else self._inline
            self.position += 1
            return inner(key, depth + 1)
        quoted = _QUOTED.match(self.text, self.position)
        if quoted:
            self.position = quoted.end()
        else:
            self._skip(_BARE)

    def _entry(self, key: Key, depth: int) -> None:
        """The entries of an array, behind its bracket."""
        number = 0
        self._skip(_BLANK)
        while not self._take("]") and self.position < len(self.text):
            self.spots[*key, number] = self._value_spot()
            self._value((*key, number), depth)
            number += 1
            if not self._goes_on("]"):
                return

    def _inline(self, key: Key, depth: int) -> None:
        """The pairs of an inline table, behind its brace."""
        self._skip(_BLANK)
        while not self._take("}") and self._pair(key, depth) and self._goes_on("}"):
            pass

    def _goes_on(self, closing: str) -> bool:
        """Whether a comma or the closing mark follows; a comma is taken."""
        self._skip(_BLANK)
        if self._take(","):
            self._skip(_BLANK)
            return True
        return self._at(closing)


def _unquoted(part: str) -> str:
    if part.startswith("'") or "\\" not in part:
        return part[1:-1]
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except ValueError:
        return part


def scan(text: str, first_line: int = 1) -> dict[Key, Spot]:
    """Key path → where its value begins. An entry of an array has its index, from 0.

    Raises TooDeep for brackets nested over 32 deep and for keys of over 16 parts.
    """
    return _Scan(text, first_line).run()
