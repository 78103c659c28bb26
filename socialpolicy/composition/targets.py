"""Everything that an answer can change: clauses, stances, words, values, documents, what rules allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import attrs

from socialpolicy.composition.checking import typed_by
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.library.clause import Clause
from socialpolicy.library.outline import Outline, SignerPlan
from socialpolicy.library.rules.only import Only
from socialpolicy.library.rules.typed_text import TypedText
from socialpolicy.library.texts.passage import Branch, Named, Variant, When
from socialpolicy.library.voice import PERSON, SOLO_VOICE

__all__ = ["Gate", "Printed", "Target", "What", "targets"]

What = Literal["clause", "stance", "words", "value", "document", "authorities", "rule"]
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


@attrs.frozen(kw_only=True)
class Target:
    """One thing that an answer can change: where `gates` allow, `outcome` says what it comes to.

    `clause` and `document` are "" where it is of none; a rule has its id in `clause`.
    """

    what: What
    clause: str
    document: str
    gates: tuple[Gate, ...]
    outcome: Gate | Printed


Found = tuple[tuple[Gate, ...], Condition | Named]


def targets(supposing: Supposing) -> Iterator[Target]:
    """Every target of a practice, what weighs most first."""
    for clause in supposing.clauses.values():
        yield from _of_clause(clause, supposing)
    for document, outlines in supposing.library.outlines.items():
        for outline, gates in _variants(outlines):
            yield from _Writing(supposing, document, outline, gates).targets()
    yield from _of_rules(supposing)


def _of_clause(clause: Clause, supposing: Supposing) -> Iterator[Target]:
    """Whether it stands; then its stance, and the norms that rules look at."""
    stands, stance = Gate.of(clause.when), f"{clause.id}.stance"
    yield Target(what="clause", clause=clause.id, document="", gates=(), outcome=stands)
    follows = Gate((stance,), lambda values: values.get(stance), supposing.conditions(stance))
    yield Target(what="stance", clause=clause.id, document="", gates=(stands,), outcome=follows)
    for when in (norm.when for norm in clause.norms if norm.when and supposing.library.rules):
        yield Target(what="rule", clause=clause.id, document="", gates=(stands,), outcome=Gate.of(when))


def _variants(outlines: tuple[Outline, ...]) -> Iterator[tuple[Outline, tuple[Gate, ...]]]:
    """Each variant, with what must be so for it to be taken: no earlier one is."""
    before: tuple[Gate, ...] = ()
    for outline in outlines:
        yield outline, (*before, Gate.of(outline.when))
        before = (*before, Gate.of(outline.when, wanted=False))


def _of_rules(supposing: Supposing) -> Iterator[Target]:
    """What each rule looks for; of those on typed texts, the ones that find something there."""
    typed = typed_by(supposing.library, supposing.profile, supposing.clauses)
    for rule in supposing.library.rules:
        if isinstance(rule.demand, TypedText) and not any(rule.demand.breaches(typed)):
            continue
        gates: tuple[Gate, ...] = ()
        if isinstance(rule.demand, Only) and rule.demand.clause in supposing.clauses:
            gates = (_stance(supposing, rule.demand.clause, rule.demand.stances, barred=True),)
        looks = Gate.of(rule.where)
        yield Target(what="rule", clause=rule.id, document="", gates=gates, outcome=looks)


def _stance(supposing: Supposing, clause: str, stances: tuple[str, ...], *, barred: bool = False) -> Gate:
    """That a clause takes one of these stances; with `barred`, that it takes another."""
    key = f"{clause}.stance"

    def allows(values: Mapping[str, object]) -> object:
        stance = values.get(key)
        if stance == "":  # it is refused, and nothing of the clause is printed
            return False
        return None if stance is None else (stance in stances) is not barred

    return Gate((key,), allows, supposing.conditions(key), (stances, barred))


@attrs.frozen
class _Writing:
    """What one variant of a document says."""

    supposing: Supposing
    document: str
    outline: Outline
    gates: tuple[Gate, ...]

    def targets(self) -> Iterator[Target]:
        *before, taken = self.gates
        yield Target(what="document", clause="", document=self.document, gates=tuple(before), outcome=taken)
        for name in ("practice_name", "policy_version", "effective_date"):
            if name in self.supposing.library.facts:
                yield self._target((self.gates, Named(name)), "")
        for found in _found(self.outline, self.gates):
            yield self._target(found, "")
        for clause in self._taken():
            yield from self._of_clause(clause)
        if any(part.kind == "authorities" for part in self.outline.parts):
            yield from self._authorities()

    def _target(self, found: Found, clause: str) -> Target:
        gates, one = found
        if isinstance(one, Condition):
            return self._made("words", clause, gates, Gate.of(one))
        key = Printed(_key(one.name, self.supposing.clauses.get(clause)))
        return self._made("value", clause, gates, key)

    def _made(self, what: What, clause: str, gates: tuple[Gate, ...], outcome: Gate | Printed) -> Target:
        return Target(what=what, clause=clause, document=self.document, gates=gates, outcome=outcome)

    def _taken(self) -> Iterator[Clause]:
        parts = [part for part in self.outline.parts if part.kind != "at-a-glance"]
        takes = {take for part in parts for take in part.take}
        for clause in self.supposing.clauses.values():
            if {clause.id, f"section:{clause.section}"} & takes:
                yield clause

    def _of_clause(self, clause: Clause) -> Iterator[Target]:
        """The texts that its stances take here, and what goes with each of them."""
        by_text: dict[str, list[str]] = {}
        for stance in clause.stances:
            by_text.setdefault(clause.text_for(self.document, stance.id), []).append(stance.id)
        for text, stances in by_text.items():
            if text != "none":
                gates = (
                    *self.gates,
                    Gate.of(clause.when),
                    _stance(self.supposing, clause.id, tuple(stances)),
                )
                for node in (clause.heading, clause.sources[text].passage, *self._beside(clause)):
                    for found in _found(node, gates):
                        yield self._target(found, clause.id)
                yield from self._for_clients(clause, gates)

    def _beside(self, clause: Clause) -> Iterator[object]:
        """Its row at a glance, where it has one, and the consents that it asks for."""
        parts = self.outline.parts
        if any(part.kind == "at-a-glance" and clause.id in part.take for part in parts):
            yield clause.sources["glance"].passage
        if any(part.kind == "consents" for part in parts):
            yield from clause.consents

    def _for_clients(self, clause: Clause, gates: tuple[Gate, ...]) -> Iterator[Target]:
        if clause.for_clients is not None:
            yield self._target((gates, clause.for_clients), clause.id)

    def _authorities(self) -> Iterator[Target]:
        """Which codes and laws the document names."""
        for clause in self.supposing.clauses.values():
            for name in clause.authorities:
                entry, gates = self.supposing.library.authorities[name], (*self.gates, Gate.of(clause.when))
                yield self._made("authorities", clause.id, gates, Gate.of(entry.when))
                if entry.professions:
                    yield self._made("authorities", clause.id, gates, Printed("professions"))


# ---------- what a text, an outline or a consent reads ----------


def _found(node: object, gates: tuple[Gate, ...]) -> Iterator[Found]:
    """Every condition and every value below a node, with what must be so for it to be looked at."""
    match node:
        case Condition() | Named():
            yield gates, node
        case When(condition, pieces):
            yield gates, condition
            yield from _found(pieces, (*gates, Gate.of(condition)))
        case Variant(branches):
            yield from _branches(branches, gates)
        case tuple():
            for entry in node:
                yield from _found(entry, gates)
        case SignerPlan(name=name):
            yield gates, Named(name)
            yield from _found(node.label, gates)
        case dict():
            yield from _found(tuple(node.values()), gates)
        case _ if attrs.has(type(node)):
            yield from _inside(node, gates)


def _branches(branches: tuple[Branch, ...], gates: tuple[Gate, ...]) -> Iterator[Found]:
    for branch in branches:
        if branch.condition is None:
            yield from _found(branch.units, gates)
            return
        yield gates, branch.condition
        yield from _found(branch.units, (*gates, Gate.of(branch.condition)))
        gates = (*gates, Gate.of(branch.condition, wanted=False))


def _inside(node: object, gates: tuple[Gate, ...]) -> Iterator[Found]:
    """What the fields of a node hold; what is asked before it stands comes before what it says."""
    asked = [getattr(node, name) for name in ("asked_when", "when") if getattr(node, name, None)]
    conditions = [one for one in asked if isinstance(one, Condition)] if not isinstance(node, Outline) else []
    for condition in conditions:
        yield gates, condition
        gates = (*gates, Gate.of(condition))
    for field in attrs.fields(type(node)):  # type: ignore[arg-type]  # attrs.has says so
        value = getattr(node, field.name)
        if not any(value is one for one in asked):
            yield from _found(value, gates)


def _key(name: str, clause: Clause | None) -> str:
    """The fact that a name in a text prints: of the voice, of the clause itself, or any other."""
    lower = name.lower()
    if lower in SOLO_VOICE:
        return "practice_size"
    if lower in PERSON:
        return PERSON[lower][0]
    return f"{clause.id}.{name}" if clause is not None and name in clause.facts else name
