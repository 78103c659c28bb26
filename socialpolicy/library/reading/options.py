"""The keys of a fact that say what its values can be: options, unit, range, columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from socialpolicy.errors import Code
from socialpolicy.facts.drafting import FORMS_OF, slots
from socialpolicy.facts.fact import KINDS, SHOWN, Fact
from socialpolicy.facts.values import UNITS
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.reading.names import check_name, is_id
from socialpolicy.library.reading.table import Table

__all__ = [
    "Reach",
    "check_row",
    "read_columns",
    "read_kind",
    "read_options",
    "read_range",
    "read_unit",
]

_LISTS = ("choices", "list of words", "rows", "place")

# keys that not every fact can have → the kinds that can
_KEYS_OF: Mapping[str, tuple[str, ...]] = {
    "options": ("choice", "choices"),
    "unit": ("whole", "duration"),
    "range": ("whole", "duration", "money"),
    "at_least": _LISTS,
    "many": ("place",),
    "columns": ("rows",),
    "row": ("rows",),
    "each_country": ("rows", "words"),
}

Reach = tuple[Mapping[str, Fact], Mapping[str, str]]  # facts that lend options, and places by code


def read_kind(table: Table, kinds: tuple[str, ...] = KINDS) -> str:
    """The kind of a fact; reports it where it is absent, and keys that its kind does not have."""
    table.must_have("kind")
    kind = table.one_of("kind", kinds, "")
    for key, fitting in _KEYS_OF.items():
        if kind and key in table.values and kind not in fitting:
            table.wrong(Code.VALUE_KIND, f"A fact of kind {kind} has no `{key}`.", key)
    return kind


def read_options(table: Table, kind: str, reach: Reach) -> tuple[Mapping[str, str], str]:
    """The options of a fact, id → words, and the fact that lends them ("" for its own)."""
    lenders, places = reach
    options = table.table("options").values
    if kind == "place":
        return places, ""
    if kind not in _KEYS_OF["options"]:
        return {}, ""
    if set(options) == {"fact"}:
        return _lent(table.table("options"), lenders)
    table.must_have("options")
    if "options" in table.values and not options:
        table.wrong(Code.VALUE_RANGE, "A choice has at least one option.", "options")
    words = table.table("options").words()
    for option in words:
        if not is_id(option):
            hint = "lower-case words joined by -"
            message = f"`{shown(option)}` cannot be the name of an option."
            table.wrong(Code.NAME_FORM, message, "options", option, hint=hint)
    return words, ""


def _lent(table: Table, lenders: Mapping[str, Fact]) -> tuple[Mapping[str, str], str]:
    choices = {name: fact for name, fact in lenders.items() if fact.kind in _KEYS_OF["options"]}
    name = table.name("fact", choices, "choice above this one")
    return (choices[name].options, name) if name else ({}, "")


def read_unit(table: Table, kind: str) -> str:
    """The unit of a fact: a duration must have one."""
    if kind == "duration":
        table.must_have("unit")
    return table.one_of("unit", UNITS, "days" if kind == "duration" else "")


def read_range(table: Table) -> tuple[int, int] | None:
    """The least and the most that a number can be."""
    bounds = table.take("range", list)
    if bounds is None:
        return None
    if len(bounds) == 2 and all(type(bound) is int for bound in bounds) and bounds[0] <= bounds[1]:
        return bounds[0], bounds[1]
    table.wrong(Code.VALUE_FORM, "A range is two whole numbers, the smaller first.", "range")
    return None


def read_columns(table: Table, kind: str, reach: Reach) -> dict[str, Fact]:
    """The columns of a fact of kind rows, each a fact without a question."""
    if kind == "rows":
        table.must_have("columns")
    return {name: _column(name, entry, reach) for name, entry in table.tables("columns")}


def _column(name: str, table: Table, reach: Reach) -> Fact:
    check_name(table, name, "column")
    kind = read_kind(table, tuple(kind for kind in KINDS if kind != "rows"))
    options, options_from = read_options(table, kind, reach)
    column = Fact(
        name=name,
        kind=cast("Any", kind or "words"),
        question=table.take("label", str, name.replace("_", " ").capitalize()),
        options=options,
        options_from=options_from,
        optional=table.take("optional", bool, False),
        shown=cast("Any", table.one_of("shown", SHOWN, "") or None),
        unit=read_unit(table, kind),
        range=read_range(table),
        place=table.place(),
    )
    table.close()
    return column


def check_row(table: Table, fact: Fact) -> None:
    """Report what the sentence of a row prints that is no column, or has no such form."""
    for name, form in slots(fact.row):
        column = fact.columns.get(name)
        if column is None:
            table.report(no_such("column", name, fact.columns, table.place("row")))
        elif form not in FORMS_OF[column.kind]:
            table.wrong(Code.VALUE_FORM, f"`{name}` cannot be printed as `{form}`.", "row")
    if fact.row.count("{{") != len(slots(fact.row)) or fact.row.count("}}") != len(slots(fact.row)):
        hint = "write {{column}} or {{column as form}}"
        table.wrong(Code.TEXT_SYNTAX, "A `{{` or `}}` here is not part of a column's name.", "row", hint=hint)
