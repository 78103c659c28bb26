"""A value as a profile writes it: reading it again gives the same value."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from socialpolicy.facts.values import NONE, UNITS, Duration, Money, Row

__all__ = ["as_toml"]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def as_toml(value: object) -> str:
    """The TOML of a value that was read; rows are inline tables."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case datetime.date():
            return value.isoformat()
        case Duration(amount, unit):
            return f'"{amount} {UNITS[unit][amount != 1]}"'
        case Money(amount, currency):
            return f'"{amount:f} {currency}"'
        case Row(cells):
            pairs = (f"{name} = {as_toml(cell)}" for name, cell in cells.items() if cell is not NONE)
            return f"{{ {', '.join(pairs)} }}"
        case tuple():
            return _listed(map(as_toml, value))
        case _:
            return _text("none" if value is NONE else str(value))


def _listed(entries: Iterable[str]) -> str:
    return f"[{', '.join(entries)}]"


def _text(words: str) -> str:
    """A basic string; what does not print is escaped."""
    return f'"{"".join(_ESCAPES.get(one) or _printing(one) for one in words)}"'


def _printing(letter: str) -> str:
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"
