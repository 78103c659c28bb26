"""Reading one value of each kind that is not a list; nothing is coerced."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from socialpolicy.errors import Code
from socialpolicy.facts.amounts import read_duration, read_money, read_whole
from socialpolicy.facts.fact import Fact, Kind
from socialpolicy.facts.raw import Raw
from socialpolicy.facts.texts import read_email, read_phone, read_url, read_words
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["SCALARS"]

_MANY = 12  # more options than this are counted, not listed
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _yes_no(fact: Fact, raw: Raw) -> object:
    if type(raw.value) is bool:
        return raw.value
    meant = {"yes": "true", "true": "true", "no": "false", "false": "false"}
    word = meant.get(raw.value.casefold(), "") if isinstance(raw.value, str) else ""
    return raw.expected("true or false", word and f"write {word}, without quotes")


def _choice(fact: Fact, raw: Raw) -> object:
    if type(raw.value) is not str:
        return raw.expected(_one_of(fact.options))
    if raw.value in fact.options:
        return raw.value
    return raw.unfit(_one_of(fact.options), did_you_mean(raw.value, fact.options), code=Code.VALUE_OPTION)


def _one_of(options: Mapping[str, str]) -> str:
    if len(options) > _MANY:
        return f"one of {len(options)} options"
    return "one of " + ", ".join(f'"{option}"' for option in options)


def _place(fact: Fact, raw: Raw) -> object:
    what = 'the code of a country or region, such as "AU-NSW"'
    if type(raw.value) is not str:
        return raw.expected(what)
    if raw.value in fact.options:
        return raw.value
    named = next((code for code, name in fact.options.items() if name == raw.value), "")
    hint = f'write "{named}"' if named else did_you_mean(raw.value, fact.options)
    return raw.unfit(what, hint, code=Code.VALUE_OPTION)


def _date(fact: Fact, raw: Raw) -> object:
    if type(raw.value) is date:
        return raw.value
    quotes = isinstance(raw.value, str) and _ISO.fullmatch(raw.value)
    return raw.expected("a date such as 2026-06-19", f"write {raw.value}, without quotes" if quotes else "")


SCALARS: Mapping[Kind, Callable[[Fact, Raw], object]] = {
    "yes-no": _yes_no,
    "choice": _choice,
    "whole": read_whole,
    "duration": read_duration,
    "money": read_money,
    "date": _date,
    "words": read_words,
    "email": read_email,
    "phone": read_phone,
    "url": read_url,
    "place": _place,
}
