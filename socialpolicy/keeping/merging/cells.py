"""Texts of a table to raw values of facts: what a cell says, as a profile would say it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping

from socialpolicy.facts.fact import Fact, Kind

__all__ = ["Column", "from_json", "in_rows", "raw_value"]

# `client_signers[2].name`: a column of the second row of a fact of kind rows
Column = re.compile(r"([a-z][a-z0-9_]*)\[([1-9][0-9]?)\]\.([a-z][a-z0-9_]*)")

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?[0-9]{1,13}")


def raw_value(fact: Fact, cell: str) -> object:
    """What a cell says of a fact; what it cannot say stays text, and is refused where facts are read.

    Entries of lists stand between semicolons.
    """
    if fact.is_list:
        return [_one(fact, entry.strip()) for entry in cell.split(";")]
    return _one(fact, cell)


def _one(fact: Fact, cell: str) -> object:
    read = _READ.get(fact.kind)
    return read(cell.strip()) if read else cell


def _yes_no(cell: str) -> object:
    return _YES_NO.get(cell.casefold(), cell)


def _date(cell: str) -> object:
    if _DAY.fullmatch(cell):
        try:
            return datetime.date.fromisoformat(cell)
        except ValueError:
            return cell
    return cell


def _whole(cell: str) -> object:
    return int(cell) if _WHOLE.fullmatch(cell) else cell


_READ: Mapping[Kind, Callable[[str], object]] = {
    "yes-no": _yes_no,
    "date": _date,
    "whole": _whole,
    "duration": _whole,
    "choice": str,
    "choices": str,
    "place": str,
    "email": str,
    "phone": str,
    "url": str,
    "money": str,
}


def from_json(fact: Fact, value: object) -> object:
    """What JSON says of a fact: a date is a text there; anything else is what it is."""
    if fact.kind == "date" and isinstance(value, str):
        return _date(value)
    if fact.kind == "rows" and isinstance(value, list):
        return [_cells(fact, row) for row in value]
    return value


def _cells(fact: Fact, row: object) -> object:
    if not isinstance(row, dict):
        return row
    return {
        name: from_json(fact.columns[name], cell) if name in fact.columns else cell
        for name, cell in row.items()
    }


def in_rows(fact: Fact, cells: Iterable[tuple[int, str, str]]) -> list[dict[str, object]]:
    """The rows of a fact from (row, column, cell); a row without a cell is left out."""
    rows: dict[int, dict[str, object]] = {}
    for number, column, cell in sorted(cells):
        rows.setdefault(number, {})[column] = raw_value(fact.columns[column], cell)
    return list(rows.values())
