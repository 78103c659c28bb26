"""Blocks of a text → blocks of the tree: paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Planned
from socialpolicy.assembly.standing import Enumerated, Stands
from socialpolicy.assembly.tables import table_in
from socialpolicy.assembly.wording import Writer
from socialpolicy.library.texts.passage import Grid, Line, Pieces

__all__ = ["blocks_of", "planned_blocks", "provision"]


def provision(planned: Planned, writer: Writer) -> tree.Provision:
    """A clause as it stands in the document."""
    clause = planned.chosen.clause
    return tree.Provision(
        clause.id,
        str(clause.version),
        heading=writer.passage(planned.heading, clause.id),
        blocks=planned_blocks(planned, writer),
        number=planned.number,
    )


def planned_blocks(planned: Planned, writer: Writer) -> tuple[tree.Block, ...]:
    """The blocks of a clause's text, then what the practice adds: values, of which nothing is read again."""
    clause = planned.chosen.clause.id
    own = (
        tree.Paragraph(key, (tree.Value(words, f"own.{clause}"),), number=number)
        for key, number, words in planned.own
    )
    return (*blocks_of(planned.units, writer, clause), *own)


def blocks_of(
    units: Iterable[tuple[str, str, Stands]], writer: Writer, clause: str = ""
) -> tuple[tree.Block, ...]:
    """The blocks of a text of a clause: each comes with its key and number."""
    writing = _Writing(writer, clause)
    return tuple(block for key, number, unit in units for block in writing.blocks(key, number, unit))


@attrs.frozen
class _Writing:
    writer: Writer
    clause: str

    def blocks(self, key: str, number: str, unit: Stands) -> Iterator[tree.Block]:
        table = table_in(self.writer.composed, unit, self.clause)
        if table is not None:
            yield from table.blocks(key, self.writer.composed)
            return
        match unit:
            case Line(pieces):
                yield tree.Paragraph(key, self.writer.inlines(pieces, self.clause), number=number)
            case Enumerated(_, ordered):
                yield tree.Items(key, tuple(self.items(key, unit)), ordered=ordered)
            case Grid(header, rows):
                yield tree.Table(key, self.cells(header), rows=tuple(map(self.cells, rows)))
            case _:
                assert_never(unit)

    def items(self, key: str, listing: Enumerated) -> Iterator[tree.Item]:
        """Keys by the place in the source, numbers by the place among those that stand."""
        for position, (place, units) in enumerate(listing.items, 1):
            own = f"{key}/{place}"
            blocks = (block for inner, unit in units for block in self.blocks(f"{own}/{inner}", "", unit))
            mark = _mark(position, self.writer) if listing.ordered else ""
            yield tree.Item(own, tuple(blocks), number=mark)

    def cells(self, row: tuple[Pieces, ...]) -> tuple[tree.Inlines, ...]:
        return tuple(self.writer.inlines(cell, self.clause) for cell in row)


def _mark(position: int, writer: Writer) -> str:
    """(a) … (z), (aa) … in a numbered document, as Word's lowerLetter counts; else 1., 2., …"""
    if not writer.lettered:
        return f"{position}."
    times, letter = divmod(position - 1, 26)
    return f"({chr(ord('a') + letter) * (times + 1)})"
