"""Searching the answers that nobody gave yet: whether something can be so, and whether a fact still tells.

Conditions decide in three values, so a whole branch is left as soon as what is chosen settles it. Every
search takes its steps from a budget, and says so when that is spent: no answer is ever a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from socialpolicy.conditions.evaluation import Judge
from socialpolicy.conditions.samples import Samples

__all__ = ["UNSAID", "Derived", "OutOfSteps", "Outcome", "Space", "Steps", "Variable", "Witness", "can_hold"]

Rule = Callable[[Mapping[str, object]], object]
Outcome = Callable[[Mapping[str, object]], object]  # None: not yet


class OutOfSteps(Exception):
    """The budget of a search is spent: it found nothing, and there may be something."""


@attrs.define
class Steps:
    """How many times a search may still ask a condition."""

    left: int

    def take(self) -> None:
        """One step; raises OutOfSteps where there is none left."""
        if self.left <= 0:
            raise OutOfSteps
        self.left -= 1


class _Unsaid:
    def __repr__(self) -> str:
        return "UNSAID"


UNSAID = _Unsaid()  # no answer is given, and what follows from others stands


@attrs.frozen
class Variable:
    """A fact that can be answered in several ways; with `follows`, also in none, and then by what follows."""

    key: str
    samples: Samples
    follows: bool = attrs.field(default=False, kw_only=True)

    @property
    def values(self) -> Iterator[object]:
        """Its values, made as far as they are asked for."""
        if self.follows:
            yield UNSAID
        yield from self.samples

    @property
    def all(self) -> bool:
        """Whether no value that was asked for was left away."""
        return self.samples.all


@attrs.frozen
class Derived:
    """A value that follows from others: of a clause, a stance, or a fact that takes another's answer."""

    key: str
    rule: Rule


@attrs.frozen
class Space:
    """What is known, what is open, and what follows from both, in the order in which it follows."""

    known: Mapping[str, object]
    variables: tuple[Variable, ...]
    derived: tuple[Derived, ...] = ()
    open: frozenset[str] = attrs.field(init=False, repr=False)

    @open.default
    def _open(self) -> frozenset[str]:
        return frozenset(variable.key for variable in self.variables)

    def values(self, chosen: Mapping[str, object]) -> dict[str, object]:
        """Everything that is known once some variables are chosen; the others are open."""
        values = {**self.known, **chosen}
        for one in self.derived:
            if one.key not in self.open or chosen.get(one.key) is UNSAID:
                values.pop(one.key, None)
                value = one.rule(values)
                if value is not None:
                    values[one.key] = value
        return values

    @property
    def all(self) -> bool:
        """Whether no value of any variable that was asked for was left away."""
        return all(variable.all for variable in self.variables)

    def without(self, key: str) -> tuple[Variable, ...]:
        """The other variables."""
        return tuple(variable for variable in self.variables if variable.key != key)


def can_hold(judge: Judge, space: Space, steps: Steps) -> dict[str, object] | None:
    """Answers under which a condition holds; None where there are none. Raises OutOfSteps."""
    found = _holding(judge, space, {}, space.variables, steps)
    if found is None and not space.all:
        raise OutOfSteps
    return found


def _holding(
    judge: Judge, space: Space, chosen: dict[str, object], left: tuple[Variable, ...], steps: Steps
) -> dict[str, object] | None:
    steps.take()
    held = judge(space.values(chosen))
    if held or held is False or not left:
        return chosen if held else None
    first, *others = left
    for value in first.values:
        found = _holding(judge, space, {**chosen, first.key: value}, tuple(others), steps)
        if found is not None:
            return found
    return None


@attrs.frozen
class Witness:
    """Answers of others under which two answers to one fact lead to different outcomes."""

    others: Mapping[str, object]
    first: object
    second: object

    @classmethod
    def find(cls, variable: Variable, outcome: Outcome, space: Space, steps: Steps) -> Witness | None:
        """One for this variable; None where it tells nothing any more. Raises OutOfSteps.

        `outcome` is what the values lead to, None for not yet; what is `UNSAID` does not count.
        """
        search = _Telling(variable, outcome, space, steps)
        found = next(search.found({}, space.without(variable.key)), None)
        if found is None and not space.all:
            raise OutOfSteps
        return found


@attrs.frozen
class _Telling:
    variable: Variable
    outcome: Outcome
    space: Space
    steps: Steps

    def found(self, chosen: dict[str, object], left: tuple[Variable, ...]) -> Iterator[Witness]:
        """Every witness with these answers; nothing where all answers lead to the same already."""
        seen: dict[object, object] = {}
        undecided = False
        for value in self.variable.values:
            self.steps.take()
            result = self.outcome(self.space.values({**chosen, self.variable.key: value}))
            undecided |= result is None
            if result is not None and result is not UNSAID:
                seen.setdefault(result, value)
        if len(seen) > 1:
            (first, second), *_ = zip(seen.values(), list(seen.values())[1:], strict=False)
            yield Witness(chosen, first, second)
        if undecided and left:
            for value in left[0].values:
                yield from self.found({**chosen, left[0].key: value}, left[1:])
