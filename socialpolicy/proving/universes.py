"""Universes: every practice that can be described, with its defaults or with what it may override."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.composition.gates import Gate
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.stances import StanceFollows
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.conditions.nodes import Compare, Name, Yes
from socialpolicy.conditions.nodes import Literal as Written
from socialpolicy.conditions.searching import Derived
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library

__all__ = ["CHOOSE", "EXCLUDE", "Overriding", "Universe", "left_out", "stands", "universe_of"]

# "defaults": facts are answered, and nothing is overridden. "overrides": any stance, any clause left out
Universe = Literal["defaults", "overrides"]

CHOOSE = "choose"  # `choose.<clause>` is the stance that a practice chooses
EXCLUDE = "exclude"  # `exclude.<clause>`: whether it leaves the clause out


@attrs.define
class Overriding(Supposing):
    """Every practice, whatever stances it chooses and whichever clauses it leaves out."""

    def fact(self, key: str) -> Fact | None:
        """As ever; and what is overridden, each a fact of its own."""
        kind, _, name = key.partition(".")
        clause = self.clauses.get(name)
        if clause is not None and kind == CHOOSE:
            options = {stance.id: stance.label for stance in clause.stances}
            return Fact(name=name, clause=CHOOSE, kind="choice", options=options)
        if clause is not None and kind == EXCLUDE:
            return Fact(name=name, clause=EXCLUDE, kind="yes-no")
        return Supposing.fact(self, key)

    def conditions(self, key: str) -> tuple[Condition, ...]:
        """What decides whether a clause stands, or its stance: what is overridden among it."""
        clause = self.clauses.get(key.removesuffix(".stance"))
        if clause is None:
            return ()
        if clause.id == key:
            return (clause.when, Condition(Yes(self._name(EXCLUDE, clause.id))))
        name = self._name(CHOOSE, clause.id)
        chosen = (Condition(Compare(name, "==", other=Written(stance.id))) for stance in clause.stances)
        allowed = (stance.allowed_when for stance in clause.stances if stance.allowed_when)
        return (*chosen, *allowed)

    def _name(self, kind: str, clause: str) -> Name:
        """What is overridden, as conditions name it."""
        key = f"{kind}.{clause}"
        return Name(key, key, fact=Fact(name=key, kind="choice" if kind == CHOOSE else "yes-no"))

    def derived(self, key: str) -> Derived:
        """How a clause, or its stance, follows from the facts and from what is overridden."""
        clause = self.clauses.get(key.removesuffix(".stance"))
        if clause is None:
            return Supposing.derived(self, key)
        return Derived(key, _Stands(clause) if clause.id == key else _Takes(clause))


@attrs.frozen
class _Stands:
    clause: Clause

    def __call__(self, values: Mapping[str, object]) -> object:
        held, out = self.clause.when.holds(values), values.get(f"{EXCLUDE}.{self.clause.id}")
        if held is False or out is True:
            return False
        return None if held is None or out is None else True


@attrs.frozen
class _Takes:
    clause: Clause

    def __call__(self, values: Mapping[str, object]) -> object:
        chosen = values.get(f"{CHOOSE}.{self.clause.id}")
        return None if chosen is None else StanceFollows(self.clause, str(chosen))(values)


def universe_of(library: Library, universe: Universe, on: datetime.date) -> Supposing:
    """All practices of a universe, on a day."""
    kind = Supposing if universe == "defaults" else Overriding
    return kind(library, Profile.of(library), on)


def stands(supposing: Supposing, clause: str, *, wanted: bool = True) -> Gate:
    """That a clause stands; or, with `wanted` False, that it does not."""

    def allows(values: Mapping[str, object]) -> object:
        held = values.get(clause)
        return None if held is None else bool(held) is wanted

    return Gate((clause,), allows, supposing.conditions(clause), (clause, wanted))


def left_out(supposing: Supposing, clause: str) -> tuple[Gate, ...]:
    """That a clause would stand, and the practice leaves it out."""
    when, *out = supposing.conditions(clause)
    return (Gate.of(when), *map(Gate.of, out))
