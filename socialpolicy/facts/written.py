"""A value as JSON has it: as a profile would write it, with a text for a date."""

from __future__ import annotations

import datetime
from typing import Any

from socialpolicy.facts.values import NONE, Duration, Money, Row

__all__ = ["as_written"]


def as_written(value: Any) -> Any:
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
    return "none" if value is NONE else value
