"""How many different policies a library can make, where a practice overrides nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping

import attrs

from socialpolicy.composition.gathering import space_of
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.conditions.searching import Space, Variable
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.rules.never import Never
from socialpolicy.proving.universes import universe_of
from socialpolicy.proving.witnesses import behind

__all__ = ["count_policies"]

State = tuple[int, ...]  # for each variable that is still needed, which of its values it has


def count_policies(library: Library, on: datetime.date) -> int:
    """The number of different sets of clauses with their stances, of all practices that override nothing.

    It is exact. Practices that a rule of kind `never` refuses are left out. Two practices with the same
    clauses and stances have the same policy here, whatever values it prints.
    """
    supposing = universe_of(library, "defaults", on)
    deciding = [*map(_of_clause, supposing.clauses.values()), *_of_rules(supposing)]
    conditions = [one for each in deciding for key in each.keys for one in supposing.conditions(key)]
    conditions += [one for each in deciding for one in each.conditions]
    keys = [key for each in deciding for key in each.keys]
    space = space_of(supposing, keys, conditions, all_answered=True)
    variables = {variable.key: variable for variable in space.variables}
    outcomes = [_Outcome.of(supposing, one, variables) for one in deciding]
    return _Counting.of(outcomes, variables).count(0, frozenset({()}))


@attrs.frozen
class _Deciding:
    """What decides one coordinate of a policy: a stance, or (`bars`) that there is none at all."""

    keys: tuple[str, ...]
    decide: Callable[[Mapping[str, object]], object]
    conditions: tuple[Condition, ...] = ()
    bars: bool = False


def _of_clause(clause: Clause) -> _Deciding:
    stance = f"{clause.id}.stance"
    return _Deciding((clause.id, stance), lambda values: values[stance] if values[clause.id] else "")


def _of_rules(supposing: Supposing) -> Iterator[_Deciding]:
    for rule in supposing.library.rules:
        if isinstance(rule.demand, Never) and rule.severity == "refuse" and not rule.guard:
            yield _Deciding(tuple(sorted(rule.where.reads)), rule.where.holds, (rule.where,), bars=True)


@attrs.frozen
class _Outcome:
    """One coordinate, and the variables behind it with their values."""

    values: Mapping[str, tuple[object, ...]]
    deciding: _Deciding
    space: Space
    known: dict[State, object] = attrs.field(factory=dict)

    @classmethod
    def of(cls, supposing: Supposing, one: _Deciding, variables: Mapping[str, Variable]) -> _Outcome:
        space = space_of(supposing, one.keys, one.conditions, all_answered=True)
        values = {each.key: tuple(each.values) for each in behind(supposing, one.keys, variables)}
        return cls(values, one, space)

    @property
    def names(self) -> tuple[str, ...]:
        """The variables behind it."""
        return tuple(self.values)

    def told(self, state: Mapping[str, int]) -> object:
        """What it comes to where each variable has one of its values."""
        places = tuple(state[name] for name in self.values)
        if places not in self.known:
            chosen = {name: self.values[name][state[name]] for name in self.values}
            self.known[places] = self.deciding.decide(self.space.values(chosen))
        return self.known[places]


@attrs.frozen
class _Level:
    """One variable, the outcomes that it is the last to decide, and what is needed before it and after."""

    variable: Variable
    outcomes: tuple[_Outcome, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@attrs.frozen
class _Counting:
    """Goes through the variables one by one, with all states that lead to the same policy so far at once."""

    levels: tuple[_Level, ...]
    counted: dict[tuple[int, frozenset[State]], int] = attrs.field(factory=dict)

    @classmethod
    def of(cls, outcomes: list[_Outcome], variables: Mapping[str, Variable]) -> _Counting:
        names = _ordered(outcomes)
        levels: list[_Level] = []
        needed: tuple[str, ...] = ()
        for place, name in enumerate(names):
            left = names[place + 1 :]
            last = tuple(one for one in outcomes if name in one.names and not set(one.names) & set(left))
            later = {other for one in outcomes if set(one.names) & set(left) for other in one.names}
            after = tuple(other for other in names[: place + 1] if other in later)
            levels.append(_Level(variables[name], last, needed, after))
            needed = after
        return cls(tuple(levels))

    def count(self, place: int, states: frozenset[State]) -> int:
        """The number of policies that go on from these states, which are alike so far."""
        if place == len(self.levels):
            return 1
        if (place, states) not in self.counted:
            groups = self._groups(self.levels[place], states)
            self.counted[place, states] = sum(self.count(place + 1, frozenset(one)) for one in groups)
        return self.counted[place, states]

    def _groups(self, level: _Level, states: frozenset[State]) -> list[set[State]]:
        """The states after a variable, those with the same outcomes together."""
        groups: dict[tuple[object, ...], set[State]] = {}
        for state in states:
            known = dict(zip(level.before, state, strict=True))
            for place, _ in enumerate(level.variable.values):
                values = {**known, level.variable.key: place}
                found = [(one, one.told(values)) for one in level.outcomes]
                if not any(held is True for one, held in found if one.deciding.bars):
                    told = tuple(held for one, held in found if not one.deciding.bars)
                    groups.setdefault(told, set()).add(tuple(values[name] for name in level.after))
        return list(groups.values())


def _ordered(outcomes: list[_Outcome]) -> list[str]:
    """The variables, those of the outcomes that need fewest more of them first."""
    names: dict[str, None] = {}
    left = list(outcomes)
    while left:
        least = min(left, key=lambda one: len(set(one.names) - names.keys()))
        left.remove(least)
        names.update(dict.fromkeys(least.names))
    return list(names)
