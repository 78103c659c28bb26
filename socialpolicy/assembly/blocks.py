"""Blocks of a text → blocks of the tree: paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Counts, Planned
from socialpolicy.assembly.standing import Enumerated, Stands
from socialpolicy.assembly.tables import table_in
from socialpolicy.assembly.wording import Writer
from socialpolicy.document import SCHEMES, number_of
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
        number=_number(planned.counts, writer),
    )


def planned_blocks(planned: Planned, writer: Writer) -> tuple[tree.Block, ...]:
    """The blocks of a clause's text, then what the practice adds: values, of which nothing is read again."""
    clause = planned.chosen.clause.id
    own = (
        tree.Paragraph(key, (tree.Value(words, f"own.{clause}"),), number=_number(counts, writer))
        for key, counts, words in planned.own
    )
    return (*blocks_of(planned.units, writer, clause), *own)


def blocks_of(
    units: Iterable[tuple[str, Counts, Stands]], writer: Writer, clause: str = ""
) -> tuple[tree.Block, ...]:
    """The blocks of a text of a clause: each comes with its key and counts."""
    writing = _Writing(writer, clause)
    return tuple(block for key, counts, unit in units for block in writing.blocks(key, counts, unit))


def _number(counts: Counts, writer: Writer) -> str:
    return number_of(writer.ranks, counts) if counts else ""


@attrs.define
class _Writing:
    """`above` are the counts of the last numbered paragraph, which the items below it count on from.

    `counted` is how many items stand under it already: a second list goes on, so that each has a name.
    """

    writer: Writer
    clause: str
    above: Counts = ()
    counted: int = 0

    def blocks(self, key: str, counts: Counts, unit: Stands) -> Iterator[tree.Block]:
        table = table_in(self.writer.composed, unit, self.clause)
        if table is not None:
            yield from table.blocks(key, self.writer.composed)
            return
        match unit:
            case Line(pieces):
                if counts:
                    self.above, self.counted = counts, 0
                inlines = self.writer.inlines(pieces, self.clause)
                yield tree.Paragraph(key, inlines, number=_number(counts, self.writer))
            case Enumerated(_, ordered):
                yield tree.Items(key, tuple(self.items(key, unit)), ordered=ordered)
            case Grid(header, rows):
                yield tree.Table(key, self.cells(header), rows=tuple(map(self.cells, rows)))
            case _:
                assert_never(unit)

    def items(self, key: str, listing: Enumerated) -> Iterator[tree.Item]:
        """Keys by the place in the source, numbers by the place among those that stand."""
        before, above = (self.counted if listing.ordered else 0), self.above
        for position, (place, units) in enumerate(listing.items, before + 1):
            own, mark = f"{key}/{place}", ""
            if listing.ordered:
                mark, self.counted = self.mark(above, position), 0
                self.above = (*above, position) if len(above) >= _PARAGRAPH else above
            blocks = [block for inner, unit in units for block in self.blocks(f"{own}/{inner}", (), unit)]
            yield tree.Item(own, tuple(blocks), number=mark)
        if listing.ordered:
            self.above, self.counted = above, before + len(listing.items)

    def mark(self, above: Counts, position: int) -> str:
        """The number of an item: 1., 2., … where nothing is numbered; deepest levels count alike."""
        ranks = self.writer.ranks
        if not ranks:
            return f"{position}."
        if len(above) < _PARAGRAPH:  # nothing above it has the number that its own would begin with
            return number_of(SCHEMES["legal"], (*(1,) * _PARAGRAPH, position))
        return number_of(ranks, (*above[: len(ranks) - 1], position))

    def cells(self, row: tuple[Pieces, ...]) -> tuple[tree.Inlines, ...]:
        return tuple(self.writer.inlines(cell, self.clause) for cell in row)


# how many counts the number of a paragraph has
_PARAGRAPH = 2
