"""Whether a value that is written out in a condition is one that the fact beside it can have."""

from __future__ import annotations

import datetime

import attrs

from socialpolicy.conditions.durations import comparable, measure
from socialpolicy.conditions.nodes import Name, Value
from socialpolicy.conditions.spots import Faults, Span
from socialpolicy.conditions.wording import written_value
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import UNITS, Duration
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["Values"]

_NEEDS = {"whole": "a whole number", "duration": "a length of time", "date": "a date"}


@attrs.frozen
class Values:
    """Adds a value that its fact can never have to the faults."""

    faults: Faults

    def fits(self, name: Name, value: Value, span: Span) -> bool:
        """Whether a fact, or an entry of it where it is a list, can have this value."""
        match name.fact.kind:
            case "choice" | "choices":
                return self.option(name, value, span)
            case "place":
                return self.option(name, value, span) and self._region(name, str(value), span)
            case "whole":
                return self._whole(name, value, span)
            case "duration":
                return self._duration(name, value, span)
            case "date":
                return isinstance(value, datetime.date) or self._kind(name, value, span)
            case "yes-no":
                hint = f"write {name.written}, or not {name.written}"
                return self._wrong(f'"{name.written}" is a yes-no fact', span, hint)
            case "money":
                return self._wrong("Money is compared only with money of another fact", span)
            case _:
                return self._wrong(f'"{name.written}" is free text, and text is not matched', span)

    def option(self, name: Name, value: Value, span: Span) -> bool:
        """Whether a choice or a place can be this."""
        options = name.fact.options
        if not isinstance(value, str):
            hint = f'write "{value}"' if str(value) in options else ""
            return self._wrong(f'"{name.written}" is one of its options, in quotes', span, hint)
        if value in options:
            return True
        hint = did_you_mean(value, options)
        if not hint and len(options) <= 8:
            hint = "it can be " + ", ".join(map(written_value, options))
        self.faults.add(Code.CONDITION_OPTION, f'"{name.written}" is never "{value}"', span, hint)
        return False

    def _region(self, name: Name, value: str, span: Span) -> bool:
        # a practice is in a region, so that == with a country would silently never hold
        if not any(place.startswith(f"{value}-") for place in name.fact.options):
            return True
        hint = f'write {name.written} within "{value}", or name the regions'
        self.faults.add(Code.CONDITION_OPTION, f'"{value}" is a country with regions', span, hint)
        return False

    def _whole(self, name: Name, value: Value, span: Span) -> bool:
        if not isinstance(value, int):
            return self._kind(name, value, span)
        limits = name.fact.range
        if limits is None or limits[0] <= value <= limits[1]:
            return True
        return self._range(name, limits, span)

    def _duration(self, name: Name, value: Value, span: Span) -> bool:
        unit, limits = name.fact.unit, name.fact.range
        if not isinstance(value, Duration):
            return self._kind(name, value, span)
        if not comparable(unit, value.unit):
            hint = f"write it in {UNITS[unit][1]}"
            return self._wrong(f"{unit} and {value.unit} cannot be compared", span, hint)
        if limits is None or not unit:
            return True
        least, most = (measure(Duration(limit, unit)) for limit in limits)
        return least <= measure(value) <= most or self._range(name, limits, span)

    def _range(self, name: Name, limits: tuple[int, int], span: Span) -> bool:
        unit = f" {name.fact.unit}" if name.fact.kind == "duration" else ""
        message = f'"{name.written}" is from {limits[0]} to {limits[1]}{unit}'
        self.faults.add(Code.CONDITION_RANGE, message, span)
        return False

    def _kind(self, name: Name, value: Value, span: Span) -> bool:
        message = f'"{name.written}" is {_NEEDS[name.fact.kind]}'
        return self._wrong(message, span, _meant(name.fact, value))

    def _wrong(self, message: str, span: Span, hint: str = "") -> bool:
        self.faults.add(Code.CONDITION_TYPE, message, span, hint)
        return False


def _meant(fact: Fact, value: Value) -> str:
    """What was probably to be written for a value of the wrong kind."""
    if isinstance(value, str) and value.isdecimal() and value.isascii():
        return _meant(fact, int(value)) or f"write {value} without quotes"
    if isinstance(value, str):
        return f"write {value} without quotes" if value[:1].isdigit() else ""
    if fact.kind == "whole" and isinstance(value, Duration):
        return f"write {value.amount}"
    if fact.kind == "duration" and isinstance(value, int) and fact.unit:
        return f"write {written_value(Duration(value, fact.unit))}"
    return ""
