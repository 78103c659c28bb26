"""Reading the value of a fact: strict, and with every fault of it at once."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.errors import Code, Collector, Place
from socialpolicy.facts.fact import Fact, Given, Kind
from socialpolicy.facts.raw import UNREAD, Raw, Unread
from socialpolicy.facts.scalars import SCALARS
from socialpolicy.facts.values import NONE, Row
from socialpolicy.guarding.secret import Secret
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["MOST_ENTRIES", "read_value"]

MOST_ENTRIES = 1_000

# what each entry of a list is read as
_ENTRIES: Mapping[Kind, Kind] = {"choices": "choice", "list of words": "words", "place": "place"}


def read_value(fact: Fact, raw: object, place: Place) -> object:
    """The value of `fact` that `raw` says, as TOML gives it or as it was read before; else `Refused`.

    Entries of lists are counted from 1 in paths: "services[2].name". A `Secret` is read in its
    wrapping. Of a client's fact, no finding shows what was found.
    """
    faults = Collector()
    private, wrapped = fact.about == "client", isinstance(raw, Secret)
    if not place.path or (private and place.excerpt):  # for most clients' facts there is nothing to change
        place = place.at(path=place.path or fact.key, excerpt="" if private else place.excerpt)
    bare = raw.reveal() if isinstance(raw, Secret) else raw
    value = Secret(_read(fact, Raw(value=bare, place=place, private=private, faults=faults)))
    del raw, bare  # a traceback that shows local names must not show them
    faults.refuse(f'"{place.path}" cannot stand')
    return value if wrapped else value.reveal()


def _read(fact: Fact, raw: Raw) -> object:
    if fact.optional and (raw.value is NONE or (isinstance(raw.value, str) and raw.value == "none")):
        return NONE
    if not fact.is_list:
        return SCALARS[fact.kind](fact, raw)
    if not isinstance(raw.value, list | tuple):
        return raw.expected("a list", _as_list(fact, raw.value))
    if not max(fact.at_least, 0) <= len(raw.value) <= MOST_ENTRIES:
        return raw.unfit(f"from {fact.at_least} to {MOST_ENTRIES} entries")
    entries = [raw.within(f"[{number}]", value) for number, value in enumerate(raw.value, start=1)]
    return _rows(fact, entries) if fact.kind == "rows" else _entries(fact, entries)


def _as_list(fact: Fact, value: object) -> str:
    if isinstance(value, Mapping):
        return f"write [[{fact.name}]] above it, with two brackets"
    short = isinstance(value, str) and value.isprintable() and len(value) <= 40
    return f'write ["{value}"]' if short else ""


def _entries(fact: Fact, entries: list[Raw]) -> tuple[object, ...]:
    read = SCALARS[_ENTRIES[fact.kind]]
    values: list[object] = []
    for raw in entries:
        value = read(fact, raw)
        if value is not UNREAD and value in values:
            raw.unfit("each entry once", code=Code.VALUE_REPEATED)
        values.append(value)
    return tuple(values)


def _rows(fact: Fact, entries: list[Raw]) -> tuple[object, ...]:
    return tuple(_row(fact, raw) for raw in entries)


def _row(fact: Fact, raw: Raw) -> Row | Unread:
    cells = raw.value.cells if isinstance(raw.value, Row) else raw.value
    if not isinstance(cells, Mapping):
        return raw.expected("a table with " + ", ".join(fact.columns))
    for key in cells:
        if key not in fact.columns:
            raw.stray(str(key), did_you_mean(str(key), fact.columns))
    return Row({name: _cell(column, name, raw, cells) for name, column in fact.columns.items()})


def _cell(column: Fact, name: str, row: Raw, cells: Mapping[str, object]) -> object:
    if name in cells:
        return _read(column, row.within(f".{name}", cells[name]))
    if isinstance(column.default, Given):
        return column.default.value
    return NONE if column.optional else row.lacking(name)
