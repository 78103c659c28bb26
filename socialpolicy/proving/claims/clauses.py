"""Clauses and stances: each can stand for somebody, and one stance stands by itself for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialpolicy.composition.gates import Gate, takes_stance
from socialpolicy.composition.supposing import Supposing
from socialpolicy.library.clause import Clause
from socialpolicy.proving.claim import Claim
from socialpolicy.proving.universes import stands

__all__ = ["claims"]


def claims(defaults: Supposing, overrides: Supposing) -> Iterator[Claim]:
    """The claims of every clause that stands on the day."""
    for clause in defaults.clauses.values():
        yield Claim(
            property="clause-can-stand",
            subject=clause.id,
            universe="defaults",
            can=True,
            ways=((Gate.of(clause.when),),),
            sentence=f"The clause `{clause.id}` can never stand.",
            place=clause.place,
        )
        yield Claim(
            property="stance-stands-by-itself",
            subject=clause.id,
            universe="defaults",
            can=False,
            ways=((Gate.of(clause.when), _none(defaults, clause)),),
            sentence=f"`{clause.id}` has no one stance that stands by itself and is allowed.",
            place=clause.place,
        )
        yield from _stances(clause, overrides)


def _stances(clause: Clause, overrides: Supposing) -> Iterator[Claim]:
    for stance in clause.stances:
        taken = takes_stance(overrides, clause.id, (stance.id,))
        yield Claim(
            property="stance-can-be-taken",
            subject=f"{clause.id}: {stance.id}",
            universe="overrides",
            can=True,
            ways=((stands(overrides, clause.id), taken),),
            sentence=f"The stance `{stance.id}` of `{clause.id}` can never be taken.",
            place=stance.place,
        )


def _none(supposing: Supposing, clause: Clause) -> Gate:
    """That none of its stances stands by itself, or more than one, or one that is not allowed."""
    key = f"{clause.id}.stance"

    def allows(values: Mapping[str, object]) -> object:
        stance = values.get(key)
        return None if stance is None else stance == ""

    return Gate((key,), allows, supposing.conditions(key), "")
