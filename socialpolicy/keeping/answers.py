"""What a practice answered, as it would stand in a profile; and as a profile for the library of today."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import NONE, Duration, Money, Row
from socialpolicy.keeping.canonical import Json
from socialpolicy.keeping.shapes import iso_date

__all__ = ["as_answered", "as_written"]


def as_written(value: Any) -> Json:
    """The value of a fact as a profile has it; a date, which JSON has no kind for, as a text.

    >>> as_written((Duration(2, "working-days"), Duration(1, "days")))
    ['2 working-days', '1 days']
    """
    match value:
        case Duration(amount, unit):
            return f"{amount} {unit}"
        case Money(amount, currency):
            return f"{amount:f} {currency}"
        case Row(cells):
            return {name: as_written(cell) for name, cell in cells.items()}
        case datetime.date():
            return value.isoformat()
        case tuple():
            return [as_written(entry) for entry in value]
    written: Json = "none" if value is NONE else value
    return written


def as_answered(fact: Fact, written: Any) -> object:
    """What was written, as it would come out of a profile's TOML for this fact."""
    match written:
        case str() if fact.kind == "date":
            return iso_date(written) or written
        case list():
            return [as_answered(fact, entry) for entry in written]
        case Mapping():
            return {name: as_answered(fact.columns.get(name, fact), cell) for name, cell in written.items()}
    result: object = written
    return result
