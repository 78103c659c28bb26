"""Prompts: what to say and what to ask in a first session, a row a clause, to be ticked off."""

from __future__ import annotations

from socialpolicy import document as tree
from socialpolicy.assembly.planning import Planned
from socialpolicy.assembly.wording import Writer
from socialpolicy.library.outline import PartPlan
from socialpolicy.library.texts.passage import Line, Run

__all__ = ["prompts"]

_TO_TICK = "☐ "


def prompts(part: PartPlan, key: str, taken: tuple[Planned, ...], writer: Writer) -> tree.Table | None:
    """The table of what is said and asked, in the order of the ranks; None where no clause has a prompt."""
    if not taken:
        return None
    return tree.Table(
        key,
        tuple(writer.passage(cell) for cell in part.header),
        rows=tuple(_row(planned, writer) for planned in taken),
        row_keys=tuple(f"{planned.chosen.clause.id}:{planned.text}" for planned in taken),
        kind="prompts",
    )


def _row(planned: Planned, writer: Writer) -> tuple[tree.Inlines, ...]:
    """A box with the topic, the sentence to say, and all that follows it: the question to ask."""
    clause = planned.chosen.clause
    topic = writer.inlines((Run(_TO_TICK + clause.title),), clause.id)
    lines = [writer.inlines(unit.pieces, clause.id) for _, _, unit in planned.units if isinstance(unit, Line)]
    asked = [inline for line in lines[1:] for inline in (tree.Text(" "), *line)]
    return topic, lines[0] if lines else (), tuple(asked[1:])
