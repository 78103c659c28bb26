"""Reading numbers: whole ones, lengths of time and money, within the bounds of their fact."""

from __future__ import annotations

import re
from decimal import Decimal

from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.raw import UNREAD, Raw
from socialpolicy.facts.values import CLOCK_HOURS, UNITS, Duration, Money, comparable, unit_called

__all__ = ["BOUND", "read_duration", "read_money", "read_whole"]

BOUND = 10**12  # no number lies beyond, above or below

_DURATION = re.compile(r"([0-9]{1,13}) ([a-z -]{1,20})")
_MONEY = re.compile(r"([0-9]{1,13}(?:\.[0-9]{1,4})?) ([A-Z]{3})")


def read_whole(fact: Fact, raw: Raw) -> object:
    """A whole number; not a truth value, not a number with a decimal point."""
    if type(raw.value) is not int:
        return raw.expected("a whole number", _bare_number(raw.value))
    return _within(fact, raw, raw.value, least=-BOUND)


def _bare_number(value: object) -> str:
    plain = isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= 13
    return f"write {value}, without quotes" if plain else ""


def _within(fact: Fact, raw: Raw, amount: int | Decimal, *, least: int = 0, unit: str = "") -> object:
    """The raw's value where the amount, in `unit` ("": the fact's own), is in the range of the fact."""
    low, high = fact.range or (least, BOUND)
    own, given = CLOCK_HOURS.get(fact.unit, 1), CLOCK_HOURS.get(unit or fact.unit, 1)
    if -BOUND <= amount <= BOUND and low * own <= Decimal(amount) * given <= high * own:
        return raw.value
    words = f" {UNITS[fact.unit][1]}" if fact.unit in UNITS else ""
    return raw.unfit(f"a value from {low} to {high}{words}")


def read_duration(fact: Fact, raw: Raw) -> object:
    """A `Duration`: a bare number counts the fact's own unit, "30 days" says its own."""
    length = _length(fact.unit, raw.value)
    unit = UNITS[fact.unit or "days"][1]
    if length is None:
        plain = f"a whole number of {unit}, or a text" if fact.unit else "a text"
        return raw.expected(f'{plain} such as "30 {unit}"', _bare_number(raw.value))
    if fact.unit and not comparable(length.unit, fact.unit):
        return raw.unfit(f"a length of time in {unit}", code=Code.VALUE_OPTION)
    fits = _within(fact, raw, length.amount, unit=length.unit if fact.unit else "")
    return fits if fits is UNREAD else length


def _length(unit: str, value: object) -> Duration | None:
    if isinstance(value, Duration):
        return value if type(value.amount) is int and value.unit in UNITS else None
    if type(value) is int and unit:
        return Duration(value, unit)
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    named = unit_called(match[2]) if match else ""
    return Duration(int(match[1]), named) if match and named else None


def read_money(fact: Fact, raw: Raw) -> object:
    """`Money` in a currency that exists, with no more decimals than that currency has."""
    money = _amount(raw.value)
    if money is None:
        return raw.expected('an amount with its currency, such as "120.00 AUD"')
    places = _places(money.currency)
    if places is None:
        return raw.unfit('a currency of ISO 4217, such as "AUD"', code=Code.VALUE_OPTION)
    exponent = money.amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -places:
        return raw.unfit(f"an amount with at most {places} decimals")
    fits = _within(fact, raw, money.amount)
    return fits if fits is UNREAD else money


def _amount(value: object) -> Money | None:
    if isinstance(value, Money):
        return value if type(value.amount) is Decimal else None
    match = _MONEY.fullmatch(value) if isinstance(value, str) else None
    return Money(Decimal(match[1]), match[2]) if match else None


def _places(currency: str) -> int | None:
    """How many decimals amounts of this currency have; None for one that does not exist."""
    from babel.numbers import get_currency_precision, list_currencies

    return get_currency_precision(currency) if currency in list_currencies() else None
