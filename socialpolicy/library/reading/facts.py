"""Tables of facts → facts: those of the practice and of clients, and those of a clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

import attrs

from socialpolicy.conditions import Condition, Vocabulary
from socialpolicy.errors import Code
from socialpolicy.facts.fact import SHOWN, Fact
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.defaults import read_default
from socialpolicy.library.reading.names import condition, named
from socialpolicy.library.reading.options import (
    Reach,
    check_row,
    read_columns,
    read_kind,
    read_options,
    read_range,
    read_unit,
)
from socialpolicy.library.reading.table import Table

__all__ = ["read_asked_when", "read_facts", "read_places"]

_COUNTRY = re.compile(r"[A-Z]{2}")
_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def read_places(table: Table) -> dict[str, str]:
    """`[places.AU]` with its regions → every country and region with its name, countries first."""
    countries: dict[str, str] = {}
    regions: dict[str, str] = {}
    for code, entry in table.tables("places"):
        countries[code] = entry.must("name", str, code)
        inner = entry.table("regions")
        regions |= inner.words()
        entry.close()
        _check_codes(code, entry, inner)
    return countries | regions


def _check_codes(country: str, table: Table, regions: Table) -> None:
    if not _COUNTRY.fullmatch(country):
        message = f"`{shown(country)}` is no country: its code is two capitals (ISO 3166-1)."
        table.wrong(Code.NAME_FORM, message)
    for code in regions.values:
        if not _REGION.fullmatch(code) or not code.startswith(f"{country}-"):
            message = f"`{shown(code)}` is no region of {shown(country)}."
            hint = f"ISO 3166-2 writes {shown(country)}-ABC"
            regions.wrong(Code.NAME_FORM, message, code, hint=hint)


def read_facts(
    table: Table, known: Mapping[str, Fact], places: Mapping[str, str], clause: str = ""
) -> dict[str, Fact]:
    """The facts of `[facts.…]`, by name; `known` are those of the practice, for the facts of a clause."""
    facts: dict[str, Fact] = {}
    for name, entry in named(table, "facts", "fact"):
        facts[name] = _fact(entry, name, ({**known, **facts}, places), clause)
        if name in known:
            message = f"`{name}` is the name of a fact of the practice already."
            entry.wrong(Code.VALUE_REPEATED, message, hint="give it a name of its own, or print that one")
    return facts


def _fact(table: Table, name: str, reach: Reach, clause: str) -> Fact:
    kind = read_kind(table) or _meant(table)
    options, options_from = read_options(table, kind, reach)
    fact = Fact(
        name=name,
        kind=cast("Any", kind),
        clause=clause,
        question=table.must("question", str, ""),
        help=table.take("help", str, ""),
        options=options,
        options_from=options_from,
        required=table.take("required", bool, False),
        optional=table.take("optional", bool, False),
        asked_when=table.take("asked_when", str, ""),
        shown=cast("Any", table.one_of("shown", SHOWN, "") or None),
        about=cast("Any", table.one_of("about", ("practice", "client"), "practice")),
        unit=read_unit(table, kind),
        range=read_range(table),
        at_least=table.take("at_least", int, 0),
        many=table.take("many", bool, False),
        columns=read_columns(table, kind, reach),
        row=table.take("row", str, ""),
        each_country=table.take("each_country", bool, False),
        place=table.place(),
    )
    fact = attrs.evolve(fact, default=read_default(table, fact))
    table.close()
    _check(table, fact)
    return fact


def _meant(table: Table) -> str:
    """What kind a fact seems to have that says none: the conditions that read it are not faulty too."""
    if type(table.values.get("default")) is bool:
        return "yes-no"
    return "choice" if "options" in table.values else "words"


def _check(table: Table, fact: Fact) -> None:
    check_row(table, fact)
    if fact.at_least < 0:
        table.wrong(Code.VALUE_RANGE, "`at_least` counts entries: it is 0 or more.", "at_least")
    if fact.at_least and fact.kind == "place" and not fact.many:
        table.wrong(Code.VALUE_KIND, "One place has no `at_least`.", "at_least", hint="write many = true")
    if fact.clause and fact.about == "client":
        message = "Facts about clients stand in facts.toml: a clause has only facts about the practice."
        table.wrong(Code.VALUE_OPTION, message, "about")
    if fact.required and "default" in table.values:
        message = "A fact that is `required` is always answered: it has no `default`."
        table.wrong(Code.VALUE_KIND, message, "default")


def read_asked_when(
    table: Table, facts: Mapping[str, Fact], practice: Vocabulary, client: Vocabulary
) -> dict[str, Condition]:
    """When each fact of a table matters: fact → condition, for those that have one."""
    asked = {}
    for name, entry in table.tables("facts"):
        about_client = name in facts and facts[name].about == "client"
        holds = condition(entry, "asked_when", client if about_client else practice)
        if holds is not None:
            asked[name] = holds
    return asked
