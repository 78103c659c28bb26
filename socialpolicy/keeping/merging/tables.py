"""Clients in a table: a header that names facts, and a row for each client."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.guarding.secret import wrapped
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.keeping.merging.cells import Column, in_rows, raw_value
from socialpolicy.keeping.merging.rows import KEY, ClientRow, key_of

__all__ = ["table_rows"]

_SEPARATORS = ",;\t"
_NOT_UTF8, _NOT_TEXT = re.compile("[\udc80-\udcff]"), re.compile("[\udc80-\udcff\0]")
_UTF8 = 'save it with the encoding "UTF-8"'


def table_rows(lines: Iterator[str], known: Mapping[str, Fact], place: Place) -> Iterator[ClientRow]:
    """The clients of a table, an empty line being none. Raises Refused for faults of its header.

    Cells stand between commas, semicolons or tabs, whichever the header has most of.
    """
    header = _Header.of(next(lines, ""), known, place)
    Collector(header.findings()).refuse("The header of this table cannot be used.")
    number, begun = 0, 1
    reader = csv.reader(lines, delimiter=header.separator, strict=True)
    while True:
        at = place.at(line=begun + 1)
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            cells = None
        begun = reader.line_num + 1
        if cells != []:
            number += 1
            yield header.row(number, cells, at)
    if not number:
        raise WrongValue(Code.CLIENTS_NONE, "There is no client in this file.", place)


@attrs.frozen(repr=False)
class _Header:
    """The names of the columns; where somebody forgot them these are a client's values, and show nowhere."""

    names: tuple[str, ...]
    known: Mapping[str, Fact]
    place: Place = attrs.field(kw_only=True)
    separator: str = attrs.field(kw_only=True)

    @classmethod
    def of(cls, line: str, known: Mapping[str, Fact], place: Place) -> _Header:
        """The header that a line is."""
        separator = max(_SEPARATORS, key=line.count)
        names = (cell.strip() for cell in next(csv.reader([line], delimiter=separator), []))
        return cls(tuple(names), known, place=place, separator=separator)

    def findings(self) -> list[Finding]:
        """What is wrong with it, each column by its number."""
        at = self.place.at(line=1)
        if any(_NOT_TEXT.search(name) for name in self.names):
            return [WrongValue(Code.FILE_ENCODING, "the file is not UTF-8 text", at, _UTF8)]
        if not any(self.names):
            return [WrongValue(Code.CLIENTS_NONE, "There is no header in this file.", self.place)]
        return [found for number in range(len(self.names)) for found in self._column(number)]

    def _column(self, place: int) -> Iterator[Finding]:
        name, at = self.names[place], self.place.at(line=1, column=place + 1)
        if name in self.names[:place]:
            yield WrongValue(Code.VALUE_REPEATED, f"Column {place + 1} has the name of another.", at)
        elif not self._stands(name):
            message = f"Column {place + 1} has a name that this library does not know."
            yield NotFound(Code.NAME_UNKNOWN, message, at, self._meant(name))

    def _stands(self, name: str) -> bool:
        if match := Column.fullmatch(name):
            fact = self.known.get(match[1])
            return fact is not None and match[3] in fact.columns
        return name == KEY or (name in self.known and self.known[name].kind != "rows")

    def _meant(self, name: str) -> str:
        names = [KEY]
        for fact in self.known.values():
            names += [f"{fact.name}[1].{column}" for column in fact.columns] or [fact.name]
        return did_you_mean(name, names) or f"one of: {', '.join(names)}"

    def row(self, number: int, cells: list[str] | None, place: Place) -> ClientRow:
        """The client of a row; None is one that is no row."""
        fault = self._fault(cells, place)
        if cells is None or fault:
            return ClientRow(number, str(number), {}, place=place, findings=tuple(filter(None, (fault,))))
        filled = {name: cell for name, cell in zip(self.names, cells, strict=True) if cell.strip()}
        given = filled.pop(KEY, "") if KEY in self.names else None
        key, findings = key_of(given, number, place)
        return ClientRow(number, key, wrapped(self._facts(filled)), place=place, findings=findings)

    def _fault(self, cells: list[str] | None, place: Place) -> Finding | None:
        if cells is None:
            message = "This is no row: a quotation mark is open or stands alone, or a cell is very long."
            return WrongValue(Code.ROW_SHAPE, message, place)
        if len(cells) != len(self.names):
            message = f"The row has {len(cells)} cells, the header {len(self.names)} columns."
            return WrongValue(Code.ROW_SHAPE, message, place, "an empty cell needs its comma, too")
        if any(_NOT_UTF8.search(cell) for cell in cells):
            return WrongValue(Code.FILE_ENCODING, "the row is not UTF-8 text", place, _UTF8)
        return None

    def _facts(self, filled: Mapping[str, str]) -> dict[str, object]:
        facts: dict[str, object] = {}
        cells: dict[str, list[tuple[int, str, str]]] = {}
        for name, cell in filled.items():
            if match := Column.fullmatch(name):
                cells.setdefault(match[1], []).append((int(match[2]), match[3], cell))
            else:
                facts[name] = raw_value(self.known[name], cell)
        return facts | {name: in_rows(self.known[name], rows) for name, rows in cells.items()}
