"""TOML with places: tomllib gives no line numbers, so a scan of our own maps each key to its line."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from socialpolicy.errors import Code, Finding, Place, Refused, WrongValue
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.scan import Key, Spot, TooDeep, scan

__all__ = ["Source", "parse_toml"]

_LINE_LIMIT = 16_384  # characters; longer ones are attacks, not profiles (tomllib is slow on them)
_LARGEST = 10**12
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@attrs.frozen
class Source:
    """A parsed TOML text: its values and, for each key, where it stands."""

    file: str
    values: Mapping[str, Any]
    spots: Mapping[Key, Spot] = attrs.field(kw_only=True, repr=False)
    lines: tuple[str, ...] = attrs.field(kw_only=True, repr=False)

    def place(self, *path: str | int) -> Place:
        """The place of a key, or of the nearest thing above it that has one; else the first line."""
        for end in range(len(path), 0, -1):
            spot = self.spots.get(path[:end])
            if spot is not None:
                return self._place(path, spot)
        return Place(self.file, _dotted(path), line=1 if self.lines else 0)

    def key_place(self, *path: str | int) -> Place:
        """The place of a key itself, not of its value."""
        place, spot = self.place(*path), self.spots.get(path)
        return place.at(column=spot.key, length=len(str(path[-1]))) if spot else place

    def _place(self, path: Key, spot: Spot) -> Place:
        return Place(
            self.file, _dotted(path), line=spot.line, column=spot.column, excerpt=self.lines[spot.line - 1]
        )


def parse_toml(text: str, file: str, *, first_line: int = 1) -> Source:
    """The values of a TOML text whose first line is line `first_line` of `file`.

    Raises Refused: a syntax fault with its line, a line over 16,384 characters, brackets nested over
    32 deep or keys of over 16 parts (tomllib takes seconds and gigabytes for such texts), numbers
    beyond 10^12.
    """
    text = text.replace("\r\n", "\n")
    lines = ("",) * (first_line - 1) + tuple(text.split("\n"))
    source = _parsed(text, Place(file), lines, first_line)
    faults = [_too_large(source, path) for path in _large(source.values, ())]
    if faults:
        raise Refused("The file cannot be used.", faults)
    return source


def _parsed(text: str, place: Place, lines: tuple[str, ...], first_line: int) -> Source:
    for number, line in enumerate(lines, 1):
        if len(line) > _LINE_LIMIT:
            raise _refused(f"This line is longer than {_LINE_LIMIT} characters.", place.at(line=number))
    try:
        spots = scan(text, first_line)
        return Source(place.file, tomllib.loads(text), spots=spots, lines=lines)
    except TooDeep as fault:
        message, at = "This is nested too deeply.", place.at(line=fault.line)
    except tomllib.TOMLDecodeError as error:
        message, at = _where(str(error), place, first_line, len(lines))
    except ValueError:  # a number of thousands of digits
        message, at = "A number here is too long.", place
    raise _refused(message, at.at(excerpt=lines[at.line - 1] if at.line else ""))


def _refused(message: str, place: Place) -> Refused:
    return Refused("The file is not TOML.", [WrongValue(Code.TOML_SYNTAX, message, place)])


def _where(message: str, place: Place, first_line: int, last_line: int) -> tuple[str, Place]:
    at = _AT.search(message)
    if at is None or at[1] is None:
        return f"{_AT.sub('', message)}.", place.at(line=last_line)
    place = place.at(line=int(at[1]) + first_line - 1, column=int(at[2]))
    return f"{message[: at.start()]}.", place


def _large(value: object, path: Key) -> Iterator[Key]:
    """The paths of numbers that nobody means; what is read is nested as deep as the scan allows."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _large(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _large(inner, (*path, number))
    elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= _LARGEST):
        yield path


def _too_large(source: Source, path: Key) -> Finding:
    return WrongValue(Code.VALUE_RANGE, "A number lies between -10^12 and 10^12.", source.place(*path))


def _dotted(path: Key) -> str:
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"[{part + 1}]"
        else:
            words += f".{shown(part)}" if words else shown(part)
    return words
