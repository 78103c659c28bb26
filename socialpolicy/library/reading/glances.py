"""`# glance`: one pair of lines for each stance, `We do | …` and `You can | …`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise, product

from socialpolicy.errors import Code, Collector, WrongValue
from socialpolicy.library.clause import Clause
from socialpolicy.library.texts.passage import Line, LineBreak, Pieces, Run, Unit, Variant

__all__ = ["LABELS", "check_glance"]

LABELS = ("We do", "You can")
_MOST = 64  # ways in which conditions other than those on the stance can fall out

Labels = tuple[str, ...]


def check_glance(clause: Clause, found: Collector) -> None:
    """Report the stances for which the text `glance` is not one pair of lines."""
    source = clause.sources["glance"]
    for stance in clause.stances:
        answers = {f"{clause.id}.stance": stance.id}
        if any(labels != LABELS for labels in _ways(source.passage.units, answers)):
            message = f"For the stance `{stance.id}` this is not one pair of lines."
            hint = "write two lines: `We do | …` and `You can | …`"
            found.add(WrongValue(Code.TEXT_SYNTAX, message, source.place, hint))


def _ways(units: Iterable[Unit], answers: dict[str, str]) -> Iterator[Labels]:
    """The labels of the lines, in each way in which open conditions can fall out."""
    choices = [tuple(_choices(unit, answers)) for unit in units]
    for way in islice(product(*choices), _MOST):
        yield tuple(label for labels in way for label in labels)


def _choices(unit: Unit, answers: dict[str, str]) -> Iterator[Labels]:
    if not isinstance(unit, Variant):
        yield _labels(unit.pieces) if isinstance(unit, Line) else ("",)
        return
    for branch in unit.branches:
        held = True if branch.condition is None else branch.condition.holds(answers)
        if held is not False:
            yield from _ways(branch.units, answers)
        if held:
            return
    yield ()


def _labels(pieces: Pieces) -> Labels:
    """What stands before the bar in each line; "" for a line without one."""
    firsts = [pieces[0], *(after for before, after in pairwise(pieces) if _ends(before))]
    return tuple(_label(first) for first in firsts)


def _ends(piece: object) -> bool:
    return piece == Run("\n") or isinstance(piece, LineBreak)


def _label(first: object) -> str:
    label, bar, _ = first.text.partition("|") if isinstance(first, Run) else ("", "", "")
    return label.strip() if bar else ""
