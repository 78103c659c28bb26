"""Which lengths of time compare: hours, days, weeks; months, years; working days only with themselves."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.facts.values import CLOCK_HOURS, UNITS, Duration

__all__ = ["UNIT_WORDS", "comparable", "measure"]

# unit → (group, how many of the group's smallest unit)
_MEASURES: Mapping[str, tuple[str, int]] = {
    "months": ("calendar", 1),
    "years": ("calendar", 12),
    "working-days": ("working", 1),
    **{unit: ("clock", hours) for unit, hours in CLOCK_HOURS.items()},
}

# every way to write a unit → the unit
UNIT_WORDS: Mapping[str, str] = {
    written: unit
    for unit, words in UNITS.items()
    for word in words
    for written in (word, word.replace(" ", "-"))
}


def measure(duration: Duration) -> tuple[str, int]:
    """The group that a duration belongs to, and its length in the smallest unit of that group."""
    group, size = _MEASURES[duration.unit]
    return group, duration.amount * size


def comparable(unit: str, other: str) -> bool:
    """Whether durations in two units can be compared; a fact without a unit takes any."""
    return not unit or not other or _MEASURES[unit][0] == _MEASURES[other][0]
