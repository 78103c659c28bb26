"""Locale files → locales, whose rows are values for facts of the practice."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, cast

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, Refused
from socialpolicy.facts.fact import Fact, FromLocale
from socialpolicy.facts.reading import read_value
from socialpolicy.library.locale import Locale, LocaleRow
from socialpolicy.library.naming import no_such
from socialpolicy.library.reading.authorities import read_confidence
from socialpolicy.library.reading.names import condition
from socialpolicy.library.reading.table import Table

__all__ = ["read_locale"]

_NEVER = datetime.date(1970, 1, 1)
_DATE = re.compile(r"(?=[^d]*d{1,2}[^d]*$)(?=[^M]*M{1,4}[^M]*$)(?=[^y]*y{1,4}[^y]*$)[dMy ,./-]{3,20}")


def _wanted(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Name of a locale value → a fact of the practice that takes its default from it."""
    return {
        fact.default.name: fact
        for fact in facts.values()
        if isinstance(fact.default, FromLocale) and fact.about == "practice"
    }


def read_locale(table: Table, tag: str, vocabulary: Vocabulary, places: Mapping[str, str]) -> Locale:
    """The locale of a file that is called as its tag; rows are reported that no fact takes."""
    wanted = _wanted(vocabulary.facts)
    locale = Locale(
        tag=table.must("tag", str, tag),
        country=_country(table, places),
        name=table.must("name", str, ""),
        paper=cast("Any", _must_one_of(table, "paper", "A4", "Letter")),
        spelling=cast("Any", _must_one_of(table, "spelling", "british", "american", "canadian")),
        date=_date(table),
        quotes=cast("Any", _quotes(table)),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
        values={name: _rows(table, name, fact, vocabulary, places) for name, fact in wanted.items()},
    )
    if locale.tag != tag:
        table.wrong(Code.NAME_FORM, f"This file is the locale `{tag}`, so its tag is that.", "tag")
    table.close(*wanted)
    return locale


def _must_one_of(table: Table, key: str, *options: str) -> str:
    table.must_have(key)
    return table.one_of(key, options, options[0])


def _country(table: Table, places: Mapping[str, str]) -> str:
    return table.name("country", [code for code in places if "-" not in code], "country")


def _date(table: Table) -> str:
    pattern = table.must("date", str, "d MMMM y")
    if not _DATE.fullmatch(pattern):
        hint = 'one each of d, MMMM and y, such as "d MMMM y"'
        table.wrong(Code.VALUE_FORM, "This is not a pattern for dates.", "date", hint=hint)
    return pattern


def _quotes(table: Table) -> tuple[str, ...]:
    quotes = table.texts("quotes")
    table.must_have("quotes")
    if "quotes" in table.values and [len(quote) for quote in quotes] != [1] * 4:
        message = "`quotes` are four marks: outer open, outer close, inner open, inner close."
        table.wrong(Code.VALUE_FORM, message, "quotes")
    return quotes


def _rows(
    table: Table, name: str, fact: Fact, vocabulary: Vocabulary, places: Mapping[str, str]
) -> tuple[LocaleRow, ...]:
    # A row of a locale is one entry of a fact that is a list.
    fact = attrs.evolve(fact, at_least=0)
    return tuple(_row(entry, fact, vocabulary, places) for entry in table.array(name))


def _row(table: Table, fact: Fact, vocabulary: Vocabulary, places: Mapping[str, str]) -> LocaleRow:
    row = LocaleRow(
        _value(table, fact),
        condition(table, "when", vocabulary),
        within=table.take("within", str, ""),
        confidence=read_confidence(table),
        source=table.must("source", str, ""),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
    )
    if row.within and row.within not in places:
        table.report(no_such("place", row.within, places, table.place("within")))
    table.close("value")
    return row


def _value(table: Table, fact: Fact) -> object:
    table.must_have("value")
    table.taken.add("value")
    raw = table.values.get("value")
    if raw is None:
        return None
    try:
        return read_value(fact, [raw] if fact.is_list else raw, table.place("value"))
    except Refused as refused:
        table.found.extend(refused.findings)
    return None
