"""The values that facts take, where Python has no type of its own for them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

import attrs

__all__ = [
    "CLOCK_HOURS",
    "NONE",
    "UNITS",
    "Duration",
    "Money",
    "NoneGiven",
    "Row",
    "comparable",
    "unit_called",
]


class NoneGiven(Enum):
    """The explicit "none" of an optional fact."""

    NONE = "none"


NONE = NoneGiven.NONE

# unit → (word for one, word for several); working days compare with working days only
UNITS: Mapping[str, tuple[str, str]] = {
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "working-days": ("working day", "working days"),
}

# hours in a unit, for the units that compare with each other
CLOCK_HOURS: Mapping[str, int] = {"hours": 1, "days": 24, "weeks": 168}


@attrs.frozen
class Duration:
    """A length of time in whole units of `UNITS`."""

    amount: int
    unit: str


@attrs.frozen
class Money:
    """An amount in a currency (ISO 4217 code)."""

    amount: Decimal
    currency: str


@attrs.frozen
class Row:
    """One row of a fact of kind rows: column → value, in the order of the columns."""

    cells: Mapping[str, object]


def comparable(first: str, second: str) -> bool:
    """Whether lengths in these two units compare: hours, days and weeks do; else only a unit with itself."""
    return first == second or (first in CLOCK_HOURS and second in CLOCK_HOURS)


def unit_called(words: str) -> str:
    """The unit that these words name ("day", "days", "working days", "working-days"), or ""."""
    return next((unit for unit, names in UNITS.items() if words in (unit, *names)), "")
