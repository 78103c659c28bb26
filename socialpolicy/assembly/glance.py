"""At a glance: one row a clause, in the order of importance that the outline gives."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Plan, Planned
from socialpolicy.assembly.standing import standing_of
from socialpolicy.assembly.wording import Writer
from socialpolicy.library.outline import PartPlan
from socialpolicy.library.texts.passage import Line, LineBreak, Piece, Pieces, Run

__all__ = ["at_a_glance"]


def at_a_glance(part: PartPlan, key: str, plan: Plan, writer: Writer) -> tree.Table | None:
    """The table of what the practice does and what the reader can do; None where no clause has a row."""
    planned = {one.chosen.clause.id: one for one in plan.clauses}
    taken = [planned[take] for take in part.take if take in planned][: part.rows]
    if not taken:
        return None
    return tree.Table(
        key,
        tuple(writer.passage(cell) for cell in part.header),
        rows=tuple(tuple(_row(one, plan, writer)) for one in taken),
        row_keys=tuple(f"{one.chosen.clause.id}:glance" for one in taken),
    )


def _row(planned: Planned, plan: Plan, writer: Writer) -> Iterator[tree.Inlines]:
    """The topic, and what stands behind the bars of "We do | …" and "You can | …"."""
    clause = planned.chosen.clause
    target = plan.targets[clause.id]
    words = writer.inlines((Run(clause.title),), clause.id)
    yield (tree.Reference(words, target.key, number=target.number, label=target.label),)
    stands = standing_of(writer.composed, clause.sources["glance"].passage, clause.id)
    for line in [unit for _, unit in stands if isinstance(unit, Line)]:
        yield from (writer.inlines(cell, clause.id) for cell in _behind_bars(line.pieces))


def _behind_bars(pieces: Pieces) -> Iterator[Pieces]:
    line: list[Piece] = []
    for piece in (*pieces, LineBreak()):
        if piece == Run("\n") or isinstance(piece, LineBreak):
            yield tuple(line)
            line = []
        elif isinstance(piece, Run) and not line:
            line.append(attrs.evolve(piece, text=piece.text.partition("|")[2]))
        else:
            line.append(piece)
