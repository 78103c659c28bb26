"""Blocks of a text → blocks of the tree: paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Planned
from socialpolicy.assembly.wording import Writer, label_of
from socialpolicy.composition.explaining import manner_of
from socialpolicy.facts.drafting import draft_table
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.texts.passage import Grid, Line, Listing, Named, Unit

__all__ = ["blocks_of", "provision"]


def provision(planned: Planned, writer: Writer) -> tree.Provision:
    """A clause as it stands in the document."""
    clause = planned.chosen.clause
    return tree.Provision(
        clause.id,
        str(clause.version),
        heading=writer.passage(clause.heading, clause.id),
        blocks=blocks_of(planned.units, writer, clause.id),
        number=planned.number,
    )


def blocks_of(
    units: Iterable[tuple[str, str, Unit]], writer: Writer, clause: str = ""
) -> tuple[tree.Block, ...]:
    """The blocks of a text: each comes with its key and number."""
    return tuple(block for key, number, unit in units for block in _blocks(key, number, unit, writer, clause))


def _blocks(key: str, number: str, unit: Unit, writer: Writer, clause: str) -> Iterator[tree.Block]:
    match unit:
        case Line(pieces):
            alone = pieces[0] if len(pieces) == 1 and isinstance(pieces[0], Named) else None
            found = writer.table(alone, clause) if alone else None
            if found:
                yield from _value_table(key, *found, writer)
            else:
                yield tree.Paragraph(key, writer.inlines(pieces, clause), number=number)
        case Listing(items, ordered=ordered):
            yield tree.Items(key, tuple(_items(key, items, ordered, writer, clause)), ordered=ordered)
        case Grid(header, rows):
            yield tree.Table(
                key,
                tuple(writer.inlines(cell, clause) for cell in header),
                rows=tuple(tuple(writer.inlines(cell, clause) for cell in row) for row in rows),
            )


def _items(
    key: str, items: tuple[tuple[Unit, ...], ...], ordered: bool, writer: Writer, clause: str
) -> Iterator[tree.Item]:
    for position, units in enumerate(items, 1):
        own = f"{key}.{position}"
        blocks = tuple(
            block
            for inner, unit in enumerate(units, 1)
            for block in _blocks(f"{own}.{inner}", "", unit, writer, clause)
        )
        yield tree.Item(own, blocks, number=_mark(position, writer) if ordered else "")


def _mark(position: int, writer: Writer) -> str:
    """(a) … (z), (aa) … in a numbered document, as Word's lowerLetter counts; else 1., 2., …"""
    if not writer.lettered:
        return f"{position}."
    times, letter = divmod(position - 1, 26)
    return f"({chr(ord('a') + letter) * (times + 1)})"


def _value_table(key: str, fact: Fact, answer: Answer, writer: Writer) -> Iterator[tree.Block]:
    if answer.standing is Standing.UNANSWERED:
        yield tree.Paragraph(key, (tree.Blank(label_of(fact.name), fact.key),))
        return
    header, rows = draft_table(fact, answer.value, manner_of(writer.composed))
    if rows:
        yield tree.Table(
            key,
            tuple((tree.Text(cell),) for cell in header),
            rows=tuple(tuple((tree.Value(cell, fact.key),) if cell else () for cell in row) for row in rows),
            caption=label_of(fact.name).capitalize(),
        )
