"""What must be so for something in a policy to be looked at, and what texts look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.library.clause import Clause
from socialpolicy.library.outline import Outline, SignerPlan
from socialpolicy.library.texts.passage import Branch, Cross, Named, Variant, When
from socialpolicy.library.voice import PERSON, SOLO_VOICE

__all__ = [
    "Block",
    "Found",
    "Gate",
    "Printed",
    "all_allow",
    "conditions_of",
    "found_in",
    "printed_key",
    "reads_of",
    "takes_stance",
]

Judge = Callable[[Mapping[str, object]], object]


@attrs.frozen
class Gate:
    """Something that must be so for a target to matter; `allows` says so of values, None for not yet.

    `conditions` are those that decide it, and `wanted` what of them allows.
    """

    reads: tuple[str, ...]
    allows: Judge = attrs.field(eq=False)
    conditions: tuple[Condition, ...] = ()
    wanted: object = True

    @classmethod
    def of(cls, condition: Condition, *, wanted: bool = True) -> Gate:
        """That a condition holds; or, with `wanted` False, that it does not."""
        if wanted:
            return cls(tuple(sorted(condition.reads)), condition.holds, (condition,))

        def contrary(values: Mapping[str, object]) -> object:
            held = condition.holds(values)
            return None if held is None else not held

        return cls(tuple(sorted(condition.reads)), contrary, (condition,), False)


@attrs.frozen
class Printed:
    """A fact that is printed, by its key."""

    key: str


@attrs.frozen
class Block:
    """Something that prints only where a condition holds; None: where none of those before it does."""

    condition: Condition | None


Found = tuple[tuple[Gate, ...], Condition | Named | Cross | Block]


def takes_stance(
    supposing: Supposing, clause: str, stances: tuple[str, ...], *, barred: bool = False
) -> Gate:
    """That a clause takes one of these stances; with `barred`, that it takes another."""
    key = f"{clause}.stance"

    def allows(values: Mapping[str, object]) -> object:
        stance = values.get(key)
        if stance == "":  # it is refused, and nothing of the clause is printed
            return False
        return None if stance is None else (stance in stances) is not barred

    return Gate((key,), allows, supposing.conditions(key), (stances, barred))


# ---------- several gates ----------


def reads_of(gates: Iterable[Gate]) -> tuple[str, ...]:
    """The keys that they read, in their order."""
    return tuple(dict.fromkeys(key for gate in gates for key in gate.reads))


def conditions_of(gates: Iterable[Gate]) -> tuple[Condition, ...]:
    """The conditions that decide them."""
    return tuple(condition for gate in gates for condition in gate.conditions)


def all_allow(gates: tuple[Gate, ...], values: Mapping[str, object]) -> bool | None:
    """Whether all allow; None for not yet."""
    decided: bool | None = True
    for gate in gates:
        held = gate.allows(values)
        if held is False:
            return False
        decided = decided if held else None
    return decided


# ---------- what a text, an outline or a consent reads ----------


def found_in(node: object, gates: tuple[Gate, ...]) -> Iterator[Found]:
    """Every condition, value, reference and block below a node, with what must be so for it to be read."""
    match node:
        case Condition() | Named():
            yield gates, node
        case Cross(pieces):
            yield gates, node
            yield from found_in(pieces, gates)
        case When(condition, pieces):
            yield gates, condition
            gates = (*gates, Gate.of(condition))
            yield gates, Block(condition)
            yield from found_in(pieces, gates)
        case Variant(branches):
            yield from _branches(branches, gates)
        case tuple():
            for entry in node:
                yield from found_in(entry, gates)
        case SignerPlan(name=name):
            yield gates, Named(name)
            yield from found_in(node.label, gates)
        case dict():
            yield from found_in(tuple(node.values()), gates)
        case _ if attrs.has(type(node)):
            yield from _inside(node, gates)


def _branches(branches: tuple[Branch, ...], gates: tuple[Gate, ...]) -> Iterator[Found]:
    for branch in branches:
        if branch.condition is None:
            yield gates, Block(None)
            yield from found_in(branch.units, gates)
            return
        yield gates, branch.condition
        inside = (*gates, Gate.of(branch.condition))
        yield inside, Block(branch.condition)
        yield from found_in(branch.units, inside)
        gates = (*gates, Gate.of(branch.condition, wanted=False))


_ASKED = ("asked_when", "when", "for_clients")


def _inside(node: object, gates: tuple[Gate, ...]) -> Iterator[Found]:
    """What the fields of a node hold; what is asked before it stands comes before what it says."""
    asked = [getattr(node, name) for name in _ASKED if getattr(node, name, None)]
    conditions = [one for one in asked if isinstance(one, Condition)] if not isinstance(node, Outline) else []
    for condition in conditions:
        yield gates, condition
        gates = (*gates, Gate.of(condition))
        yield gates, Block(condition)
    for field in attrs.fields(type(node)):  # type: ignore[arg-type]  # attrs.has says so
        value = getattr(node, field.name)
        if not any(value is one for one in asked):
            yield from found_in(value, gates)


def printed_key(name: str, clause: Clause | None) -> str:
    """The fact that a name in a text prints: of the voice, of the clause itself, or any other."""
    lower = name.lower()
    if lower in SOLO_VOICE:
        return "practice_size"
    if lower in PERSON:
        return PERSON[lower][0]
    return f"{clause.id}.{name}" if clause is not None and name in clause.facts else name
