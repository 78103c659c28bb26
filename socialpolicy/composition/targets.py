"""Everything that an answer can change: clauses, stances, words, values, documents, what rules allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from socialpolicy.composition.checking import typed_by
from socialpolicy.composition.gates import Gate, Printed, found_in, printed_key, takes_stance
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.library.clause import Clause
from socialpolicy.library.outline import Outline
from socialpolicy.library.rules.only import Only
from socialpolicy.library.rules.typed_text import TypedText
from socialpolicy.library.texts.passage import Named

__all__ = ["Target", "What", "targets", "variants"]

_PRINTED = ("practice_name", "policy_version", "effective_date")  # by every document, beside its texts

What = Literal["clause", "stance", "words", "value", "document", "authorities", "rule"]


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


def targets(supposing: Supposing) -> Iterator[Target]:
    """Every target of a practice, what weighs most first."""
    for clause in supposing.clauses.values():
        yield from _of_clause(clause, supposing)
    for document, outlines in supposing.library.outlines.items():
        for outline, gates in variants(outlines):
            yield from _Writing(supposing, document, outline, gates).targets()
    yield from _of_rules(supposing)


def _of_clause(clause: Clause, supposing: Supposing) -> Iterator[Target]:
    """Whether it stands; then its stance, and the norms that rules look at."""
    stands, stance = Gate.of(clause.when), f"{clause.id}.stance"
    yield Target(what="clause", clause=clause.id, document="", gates=(), outcome=stands)
    follows = Gate((stance,), lambda values: values.get(stance), supposing.conditions(stance))
    yield Target(what="stance", clause=clause.id, document="", gates=(stands,), outcome=follows)
    for norm in clause.norms if supposing.library.rules else ():
        if norm.when is not None:
            gates = (stands, takes_stance(supposing, clause.id, norm.stances))
            yield Target(what="rule", clause=clause.id, document="", gates=gates, outcome=Gate.of(norm.when))


def variants(outlines: tuple[Outline, ...]) -> Iterator[tuple[Outline, tuple[Gate, ...]]]:
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
            gates = (takes_stance(supposing, rule.demand.clause, rule.demand.stances, barred=True),)
        looks = Gate.of(rule.where)
        yield Target(what="rule", clause=rule.id, document="", gates=gates, outcome=looks)


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
        for name in filter(self.supposing.library.facts.__contains__, _PRINTED):
            yield self._printed(self.gates, Named(name), "")
        yield from self._found(self.outline, self.gates, "")
        for clause in self._taken():
            yield from self._of_clause(clause)
        if self.outline.has("authorities"):
            yield from self._authorities()

    def _found(self, node: object, gates: tuple[Gate, ...], clause: str) -> Iterator[Target]:
        """What a node reads, and what it prints."""
        for inner, one in found_in(node, gates):
            if isinstance(one, Condition):
                yield self._made("words", clause, inner, Gate.of(one))
            elif isinstance(one, Named):
                yield self._printed(inner, one, clause)

    def _printed(self, gates: tuple[Gate, ...], named: Named, clause: str) -> Target:
        key = printed_key(named.name, self.supposing.clauses.get(clause))
        return self._made("value", clause, gates, Printed(key))

    def _made(self, what: What, clause: str, gates: tuple[Gate, ...], outcome: Gate | Printed) -> Target:
        return Target(what=what, clause=clause, document=self.document, gates=gates, outcome=outcome)

    def _taken(self) -> Iterator[Clause]:
        for clause in self.supposing.clauses.values():
            if self.outline.takes(clause.id, clause.section):
                yield clause

    def _of_clause(self, clause: Clause) -> Iterator[Target]:
        """The texts that its stances take here, and what goes with each of them."""
        for text, stances in clause.stances_by_text(self.document).items():
            taken = takes_stance(self.supposing, clause.id, stances)
            gates = (*self.gates, Gate.of(clause.when), taken)
            for node in (clause.heading, clause.sources[text].passage, *self._beside(clause)):
                yield from self._found(node, gates, clause.id)
            yield from self._for_clients(clause, gates)

    def _beside(self, clause: Clause) -> Iterator[object]:
        """Its row at a glance, where it has one, and the consents that it asks for."""
        if self.outline.at_a_glance(clause.id):
            yield clause.sources["glance"].passage
        if self.outline.has("consents"):
            yield from clause.consents

    def _for_clients(self, clause: Clause, gates: tuple[Gate, ...]) -> Iterator[Target]:
        if clause.for_clients is not None:
            yield self._made("words", clause.id, gates, Gate.of(clause.for_clients))

    def _authorities(self) -> Iterator[Target]:
        """Which codes and laws the document names."""
        for clause in self.supposing.clauses.values():
            for name in clause.authorities:
                entry, gates = self.supposing.library.authorities[name], (*self.gates, Gate.of(clause.when))
                yield self._made("authorities", clause.id, gates, Gate.of(entry.when))
                if entry.professions:
                    yield self._made("authorities", clause.id, gates, Printed("professions"))
