"""From one value to its words, for each kind that is not a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from socialpolicy.errors import Code, WrongValue
from socialpolicy.facts.fact import Fact, Kind
from socialpolicy.facts.manner import Manner
from socialpolicy.facts.values import UNITS, Duration, Money
from socialpolicy.guarding.clean import one_line

if TYPE_CHECKING:  # loaded where it is used
    from babel.core import Locale

__all__ = ["WORDS", "option_words"]


def _yes_no(fact: Fact, value: bool, form: str, manner: Manner) -> str:
    return "yes" if value else "no"


def option_words(fact: Fact, value: str, form: str, manner: Manner) -> str:
    """The words of one option; of a place, its name."""
    if value in fact.options:
        return fact.options[value]
    raise WrongValue(Code.VALUE_OPTION, f"{fact.key} holds an option that it does not have", fact.place)


def _whole(fact: Fact, value: int, form: str, manner: Manner) -> str:
    return _count(value, fact.unit) if form == "long" and fact.unit in UNITS else str(value)


def _duration(fact: Fact, value: Duration, form: str, manner: Manner) -> str:
    return str(value.amount) if form == "number" else _count(value.amount, value.unit)


def _count(amount: int, unit: str) -> str:
    return f"{amount} {UNITS[unit][0 if amount == 1 else 1]}"


def _money(fact: Fact, value: Money, form: str, manner: Manner) -> str:
    from babel.numbers import format_currency

    if form == "number":
        return format(value.amount, "f")
    kind = "name" if form == "long" else "standard"
    return format_currency(value.amount, value.currency, locale=manner.locale, format_type=kind)  # type: ignore[arg-type]


def _date(fact: Fact, value: date, form: str, manner: Manner) -> str:
    from babel.dates import format_date

    pattern = {"": manner.date_pattern, "long": "full", "short": "medium"}[form]
    return format_date(value, pattern, locale=_locale(manner.locale))


@cache
def _locale(tag: str) -> Locale:
    """What babel knows of a locale: for many thousand dates it need not look that up each time."""
    from babel.core import Locale

    return Locale.parse(tag)


def _text(fact: Fact, value: str, form: str, manner: Manner) -> str:
    return one_line(value) if fact.about == "practice" else value.replace("\t", " ")


WORDS: Mapping[Kind, Callable[[Fact, Any, str, Manner], str]] = {
    "yes-no": _yes_no,
    "choice": option_words,
    "whole": _whole,
    "duration": _duration,
    "money": _money,
    "date": _date,
    "words": _text,
    "email": _text,
    "phone": _text,
    "url": _text,
    "place": option_words,
}
