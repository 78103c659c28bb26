"""What would bring a clause in: the smallest change of a practice's answers, tried out before it is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice
from typing import cast

import attrs

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.composing import compose, effective_of
from socialpolicy.composition.gathering import space_of
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.conditions.nearest import Nearest
from socialpolicy.conditions.nodes import keys
from socialpolicy.conditions.searching import UNSAID, OutOfSteps, Steps
from socialpolicy.errors import Finding, Refused
from socialpolicy.facts.toml import as_toml
from socialpolicy.library.clause import Clause

__all__ = ["BringIn", "Change", "Moves", "RefusedChange", "bring_in"]

_STEPS = 5_000
_TRIES = 4  # changes that composing refuses before the search is given up


@attrs.frozen
class Change:
    """One line of a profile to write anew: `key = value`. The key "--on" is the option of the command."""

    key: str
    value: object

    @property
    def toml(self) -> str:
        """The line, as a profile has it."""
        return f"--on {self.value}" if self.key == "--on" else f"{self.key} = {as_toml(self.value)}"


@attrs.frozen
class Moves:
    """What else a change moves: clauses that come in, that go out, and (clause, old, new) stances."""

    come: tuple[str, ...] = ()
    go: tuple[str, ...] = ()
    turn: tuple[tuple[str, str, str], ...] = ()


@attrs.frozen
class RefusedChange:
    """A change that would make the clause's condition hold, and what composing says against it."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class BringIn:
    """What would bring a clause in. `changes` is () where nothing does.

    `refused` are smaller or equal changes that composing refuses. `undecided`: the search was given up
    before it was through, so that another change may do.
    """

    changes: tuple[Change, ...] = ()
    moves: Moves = Moves()
    refused: tuple[RefusedChange, ...] = ()
    undecided: bool = False


def bring_in(composed: Composed, clause_id: str) -> BringIn:
    """The smallest change after which a clause that was left out stands, and what else that moves."""
    return _Bringing(composed, clause_id).found()


@attrs.frozen
class _Bringing:
    composed: Composed
    clause_id: str

    def found(self) -> BringIn:
        tried: list[RefusedChange | None] = []
        undecided = False
        try:
            for change in islice(self._changes(), _TRIES):
                moves = self._tried(change)
                if isinstance(moves, Moves):
                    return BringIn(changes=change, moves=moves, refused=tuple(filter(None, tried)))
                tried.append(moves)
        except OutOfSteps:
            undecided = True
        return BringIn(refused=tuple(filter(None, tried)), undecided=undecided or len(tried) == _TRIES)

    # ---------- which changes ----------

    def _changes(self) -> Iterator[tuple[Change, ...]]:
        """Each change that makes the clause stand by itself: of the day, of `exclude`, and of facts."""
        composed = self.composed
        clause, day = self._version()
        if clause is None:
            return
        before = self._dated(day) if day != composed.on else ()
        left = tuple(one for one in composed.profile.exclude if one != self.clause_id)
        if left != composed.profile.exclude:
            before = (*before, Change("exclude", left))
        nothing = iter([dict[str, object]()])
        held = clause.when.holds(composed.values)
        for facts in nothing if held else self._facts(clause.when, day):
            yield (*before, *(Change(key, value) for key, value in facts.items()))

    def _version(self) -> tuple[Clause | None, datetime.date]:
        """The version that stands, or would on the nearest day on which one does; and that day."""
        on, versions = self.composed.on, self.composed.library.clauses[self.clause_id]
        pin = self.composed.profile.versions.get(self.clause_id)
        fit = [one for one in versions if (one.version == pin if pin else one.stands_on(on))]
        if fit:
            return fit[-1], on
        days = [day for one in versions for day in _edges(one) if one.stands_on(day)]
        day = min(days, key=lambda one: abs(one - on), default=on)
        return next((one for one in reversed(versions) if one.stands_on(day)), None), day

    def _dated(self, day: datetime.date) -> tuple[Change, ...]:
        """The day as the practice says it: in the profile, where the policy was composed for what it says."""
        composed = self.composed
        named = composed.on == effective_of(composed.profile)
        named = named and "effective_date" in composed.library.facts
        return (Change("effective_date" if named else "--on", day),)

    def _facts(self, when: Condition, day: datetime.date) -> Iterator[dict[str, object]]:
        composed = self.composed
        supposing = Supposing(composed.library, composed.profile, day, composed.values)
        space = space_of(supposing, dict.fromkeys(keys(when.expression)), (when,), given=True)
        held = {key: composed.values[key] for key in space.open if key in composed.values}
        follow = {one.key for one in space.derived}
        now = {key: UNSAID if key in follow else held.get(key) for key in space.open}
        behind = {key: frozenset(supposing.behind(composed.library.facts[key])) for key in when.reads}
        nearest = Nearest(when, space, now, held=held, behind=behind, steps=Steps(_STEPS))
        for change in nearest.changes():
            # to say nothing of what is taken from another fact is no change of it
            yield {key: value for key, value in change.items() if value is not UNSAID}
        if not space.all:
            raise OutOfSteps

    # ---------- what comes of one ----------

    def _tried(self, changes: tuple[Change, ...]) -> Moves | RefusedChange | None:
        """What else a change moves, or what stands against it; None where the clause is out all the same."""
        written = {one.key: one.value for one in changes}
        on = written.pop("--on", written.get("effective_date", self.composed.on))
        profile = self.composed.profile
        exclude = written.pop("exclude", profile.exclude)
        profile = attrs.evolve(
            profile,
            answers={**profile.answers, **written},
            exclude=cast("tuple[str, ...]", exclude),
        )
        try:
            after = compose(self.composed.library, profile, on=cast(datetime.date, on))
        except Refused as refused:
            return RefusedChange(changes, refused.findings)
        return self._moves(after) if self.clause_id in after.chosen else None

    def _moves(self, after: Composed) -> Moves:
        old, new = self.composed.chosen, after.chosen
        come = (name for name in new if name not in old and name != self.clause_id)
        stances = {name: (old[name].stance.id, new[name].stance.id) for name in old if name in new}
        turn = tuple((name, before, now) for name, (before, now) in stances.items() if before != now)
        return Moves(tuple(come), tuple(name for name in old if name not in new), turn)


def _edges(clause: Clause) -> Iterator[datetime.date]:
    """The first and the last day of a version."""
    yield clause.effective
    if clause.withdrawn is not None:
        yield clause.withdrawn - datetime.timedelta(days=1)
