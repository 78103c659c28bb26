"""At a glance: one row a clause, in the order of importance that the outline gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Plan, Planned
from socialpolicy.assembly.standing import standing_units
from socialpolicy.assembly.wording import Writer
from socialpolicy.library.outline import PartPlan
from socialpolicy.library.texts.passage import Line, Piece, Pieces, Run

__all__ = ["at_a_glance"]


def at_a_glance(part: PartPlan, plan: Plan, writer: Writer) -> tree.Table | None:
    """The table of what the practice does and what the reader can do; None where no clause has a row."""
    planned = {one.chosen.clause.id: one for one in plan.clauses}
    rows = [row for take in part.take if take in planned and (row := _row(planned[take], plan, writer))]
    if not rows:
        return None
    header = tuple(writer.passage(cell) for cell in part.header)
    return tree.Table("at-a-glance", header, rows=tuple(rows[: part.rows]))


def _row(planned: Planned, plan: Plan, writer: Writer) -> tuple[tree.Inlines, ...] | None:
    clause = planned.chosen.clause
    if "glance" not in clause.sources:
        return None
    cells: dict[str, Pieces] = {}
    for _, unit in standing_units(clause.sources["glance"].passage, writer.composed.values):
        if isinstance(unit, Line):
            cells.update(_cells(unit.pieces))
    topic = _topic(clause.id, clause.title, plan, writer)
    return (topic, *(writer.inlines(pieces, clause.id) for pieces in cells.values()))


def _topic(clause: str, title: str, plan: Plan, writer: Writer) -> tree.Inlines:
    target = plan.targets[clause]
    words = writer.inlines((Run(title),), clause)
    return (tree.Reference(words, target.key, number=target.number, label=target.label),)


def _cells(pieces: Pieces) -> Mapping[str, Pieces]:
    """ "We do | …" and "You can | …" on lines of their own → what stands behind each bar."""
    cells: dict[str, Pieces] = {}
    for line in _lines(pieces):
        first = line[0] if line else None
        label, bar, rest = first.text.partition("|") if isinstance(first, Run) else ("", "", "")
        if bar:
            cells[label.strip()] = (Run(rest.lstrip()), *line[1:])
    return cells


def _lines(pieces: Pieces) -> Iterator[Pieces]:
    line: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Run) and piece.text == "\n":
            yield tuple(line)
            line = []
        else:
            line.append(piece)
    yield tuple(line)
