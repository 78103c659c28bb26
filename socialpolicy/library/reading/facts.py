"""Tables of facts → facts: those of the practice and of clients, and those of a clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs

from socialpolicy.errors import Code, Finding, NotFound, Place, Refused, WrongKind, WrongValue
from socialpolicy.facts.drafting import slots
from socialpolicy.facts.fact import KINDS, SHOWN, Default, Fact, FromFact, FromLocale, Given
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.values import UNITS
from socialpolicy.library.reading.names import is_fact_name, named
from socialpolicy.library.reading.table import Table

__all__ = ["read_columns", "read_fact", "read_facts", "read_places"]

_WITH_OPTIONS = ("choice", "choices")


def read_places(table: Table) -> dict[str, str]:
    """`[places.AU]` with its regions → every country and region with its name, countries first."""
    countries: dict[str, str] = {}
    regions: dict[str, str] = {}
    for code, entry in table.tables("places"):
        countries[code] = entry.must("name", str, code)
        for region, name in entry.take("regions", dict, {}).items():
            regions[region] = str(name)
        entry.close()
    return countries | regions


def read_facts(
    table: Table, known: Mapping[str, Fact], places: Mapping[str, str], clause: str = ""
) -> dict[str, Fact]:
    """The facts of `[facts.…]`, by name; `known` are facts that options may be taken from."""
    facts: dict[str, Fact] = {}
    for name, entry in named(table, table.tables("facts"), "fact"):
        facts[name] = read_fact(entry, name, {**known, **facts}, places, clause)
    return facts


def read_fact(
    table: Table, name: str, known: Mapping[str, Fact], places: Mapping[str, str], clause: str = ""
) -> Fact:
    """The fact that a table describes."""
    kind = table.one_of("kind", KINDS, "words")
    if "kind" not in table.values:
        table.must("kind", str, "")
    options, options_from = _options(table, kind, known, places)
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
        unit=_unit(table, kind),
        range=_range(table),
        at_least=table.take("at_least", int, 0),
        many=table.take("many", bool, False),
        columns=read_columns(table, places),
        row=table.take("row", str, ""),
        each_country=table.take("each_country", bool, False),
        place=table.place(),
    )
    for column, _ in slots(fact.row):
        if column not in fact.columns:
            message = f"`row` prints `{column}`, which is no column."
            table.report(NotFound(Code.NAME_UNKNOWN, message, table.place("row")))
    fact = attrs.evolve(fact, default=_default(table, fact))
    table.close()
    return fact


def _options(
    table: Table, kind: str, known: Mapping[str, Fact], places: Mapping[str, str]
) -> tuple[Mapping[str, str], str]:
    options = table.take("options", dict, {})
    if kind == "place":
        return places, ""
    if kind not in _WITH_OPTIONS:
        if options:
            table.report(_wrong(table, "options", "Only a choice has options."))
        return {}, ""
    if list(options) == ["fact"] and options["fact"] in known:
        return known[options["fact"]].options, options["fact"]
    if not options or not all(isinstance(words, str) for words in options.values()):
        table.report(_wrong(table, "options", "A choice needs options, each with its words."))
    return {key: str(words) for key, words in options.items()}, ""


def _unit(table: Table, kind: str) -> str:
    if kind == "duration":
        table.must("unit", str, "days")
        return table.one_of("unit", UNITS, "days")
    return table.take("unit", str, "")


def _range(table: Table) -> tuple[int, int] | None:
    bounds = table.take("range", list)
    if bounds is None:
        return None
    if len(bounds) == 2 and all(type(bound) is int for bound in bounds) and bounds[0] <= bounds[1]:
        return bounds[0], bounds[1]
    table.report(_wrong(table, "range", "A range is two whole numbers, the smaller first."))
    return None


def read_columns(table: Table, places: Mapping[str, str]) -> dict[str, Fact]:
    """The columns of a fact of kind rows, each a fact without a question."""
    columns: dict[str, Fact] = {}
    for name, entry in table.tables("columns"):
        kind = entry.one_of("kind", [kind for kind in KINDS if kind != "rows"], "words")
        options, options_from = _options(entry, kind, {}, places)
        columns[name] = Fact(
            name=name,
            kind=cast("Any", kind),
            question=entry.take("label", str, name.replace("_", " ")),
            options=options,
            options_from=options_from,
            optional=entry.take("optional", bool, False),
            shown=cast("Any", entry.one_of("shown", SHOWN, "") or None),
            unit=_unit(entry, kind),
            range=_range(entry),
            place=entry.place(),
        )
        entry.close()
        if not is_fact_name(name):
            table.report(_wrong(table, "columns", f'"{name}" cannot be the name of a column.'))
    return columns


def _default(table: Table, fact: Fact) -> Default | None:
    table.taken.add("default")
    raw = table.values.get("default")
    if isinstance(raw, dict):
        return _taken_from(table, raw)
    if "default" not in table.values:
        return None
    try:
        return Given(read_value(fact, raw, table.place("default")))
    except Refused as refused:
        table.found.extend(refused.findings)
    except Finding as finding:
        table.report(finding)
    return None


def _taken_from(table: Table, raw: Mapping[str, object]) -> Default | None:
    match raw:
        case {"fact": str(name)} if len(raw) == 1:
            return FromFact(name)
        case {"locale": str(name)} if len(raw) == 1:
            return FromLocale(name)
    hint = 'write { fact = "…" } or { locale = "…" }'
    table.report(WrongKind(Code.VALUE_KIND, "This default is not understood.", table.place("default"), hint))
    return None


def _wrong(table: Table, key: str, message: str) -> WrongValue:
    place: Place = table.place(key)
    return WrongValue(Code.VALUE_KIND, message, place)
