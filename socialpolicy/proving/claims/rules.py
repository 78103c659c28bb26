"""Rules: each can be broken by what a practice overrides and kept by somebody, and no default breaks one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

import attrs

from socialpolicy.composition.gates import Gate, takes_stance
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions import Condition
from socialpolicy.library.clause import Clause, Norm
from socialpolicy.library.rules.asserts import Asserts
from socialpolicy.library.rules.contains import Contains
from socialpolicy.library.rules.must_not_contain import MustNotContain
from socialpolicy.library.rules.never import Never
from socialpolicy.library.rules.no_norm import NoNorm
from socialpolicy.library.rules.only import Only
from socialpolicy.library.rules.rule import Rule
from socialpolicy.library.rules.typed_text import TypedText
from socialpolicy.proving.claim import Claim, Ways
from socialpolicy.proving.universes import stands

__all__ = ["breaking", "claims", "holds_of", "kept", "made_of", "none_of", "says"]


def claims(defaults: Supposing, overrides: Supposing) -> Iterator[Claim]:
    """The claims of every rule."""
    for rule in overrides.library.rules:
        if isinstance(rule.demand, TypedText):  # what people may type is not searched
            yield _claim(rule, "rule-can-look", True, _Breaking(overrides, rule).ways())
            continue
        if rule.guard:
            yield _claim(rule, "guard-is-never-broken", False, _Breaking(overrides, rule).ways())
        else:
            yield _claim(rule, "rule-can-be-broken", True, _Breaking(overrides, rule).ways())
        yield _claim(rule, "rule-can-be-kept", True, ((kept(overrides, rule),),))
        if rule.severity == "refuse" and not rule.guard and not isinstance(rule.demand, Never):
            yield _claim(rule, "rule-is-kept-by-default", False, _Breaking(defaults, rule).ways())


def breaking(supposing: Supposing, rule: Rule) -> Ways:
    """The ways in which a rule is broken."""
    return _Breaking(supposing, rule).ways()


def kept(supposing: Supposing, rule: Rule) -> Gate:
    """That a rule is kept: it does not look, or no way of breaking it is open."""
    return none_of(breaking(supposing, rule))


_WRONG = {
    "rule-can-look": "looks at nobody.",
    "rule-can-be-broken": "can never be broken: it demands nothing.",
    "guard-is-never-broken": "is called a guard, and a practice can break it.",
    "rule-can-be-kept": "is broken by every practice.",
    "rule-is-kept-by-default": "is broken by a practice that overrides nothing.",
}


def _claim(rule: Rule, name: str, can: bool, ways: Ways) -> Claim:
    return Claim(
        property=name,
        subject=rule.id,
        universe="defaults" if name == "rule-is-kept-by-default" else "overrides",
        can=can,
        ways=ways,
        sentence=f"Rule {rule.id} {_WRONG[name]} ({rule.because})",
        place=rule.place,
        rule=rule.id,
    )


@attrs.frozen
class _Breaking:
    """The ways in which a rule is broken."""

    supposing: Supposing
    rule: Rule

    def ways(self) -> Ways:
        where = Gate.of(self.rule.where)
        return tuple((where, *way) for way in self._of(self.rule))

    def _of(self, rule: Rule) -> Ways:
        match rule.demand:
            case Never(condition):
                return ((Gate.of(condition),),)
            case Only(clause, stances):
                barred = takes_stance(self.supposing, clause, stances, barred=True)
                return ((stands(self.supposing, clause), barred),)
            case Contains(documents, clauses):
                return tuple(
                    (made_of(self.supposing, document), _not(holds_of(self.supposing, document, clause)))
                    for document in documents
                    for clause in clauses
                )
            case MustNotContain(documents, clauses):
                return tuple(
                    (made_of(self.supposing, document), holds_of(self.supposing, document, clause))
                    for document in documents
                    for clause in clauses
                )
            case Asserts(pattern):
                words = self.supposing.library.norms
                return ((none_of(self._saying(lambda norm: pattern.covered_by(norm, words))),),)
            case NoNorm(pattern):
                words = self.supposing.library.norms
                return self._saying(lambda norm: pattern.met_by(norm, words))
            case _:  # the last of the kinds: what people type is not searched
                return ((),)

    def _saying(self, matches: Callable[[Norm], bool]) -> Ways:
        """The ways in which a norm is said that matches."""
        return tuple(
            says(self.supposing, clause, norm)
            for clause in self.supposing.clauses.values()
            for norm in clause.norms
            if matches(norm)
        )


def made_of(supposing: Supposing, document: str) -> Gate:
    """That the practice has this document."""
    outlines = supposing.library.outlines.get(document, ())
    conditions = tuple(outline.when for outline in outlines)

    def allows(values: Mapping[str, object]) -> object:
        return any_of([condition.holds(values) for condition in conditions])

    reads = tuple(sorted({key for condition in conditions for key in condition.reads}))
    return Gate(reads, allows, conditions, document)


def holds_of(supposing: Supposing, document: str, name: str) -> Gate:
    """That a document that is made holds a text of a clause."""
    clause = supposing.clauses.get(name)
    if clause is None:
        return Gate((), lambda values: False, (), (document, name))
    shown = tuple(chain.from_iterable(clause.stances_by_text(document).values()))
    outlines = supposing.library.outlines.get(document, ())
    taking = [(one.when, one.takes(name, clause.section)) for one in outlines]
    way = (stands(supposing, name), takes_stance(supposing, name, shown))

    def allows(values: Mapping[str, object]) -> object:
        return every_of([_chosen(taking, values), *(gate.allows(values) for gate in way)])

    conditions = (*(when for when, _ in taking), *(one for gate in way for one in gate.conditions))
    reads = (*(key for when, _ in taking for key in sorted(when.reads)), name, f"{name}.stance")
    return Gate(tuple(dict.fromkeys(reads)), allows, conditions, (document, name))


def _chosen(taking: list[tuple[Condition, bool]], values: Mapping[str, object]) -> bool | None:
    """Whether the first outline whose condition holds takes the clause; None for not yet."""
    for when, takes in taking:
        held = when.holds(values)
        if held is None:
            return None
        if held:
            return takes
    return False


def says(supposing: Supposing, clause: Clause, norm: Norm) -> tuple[Gate, ...]:
    """That a clause says a norm."""
    when = () if norm.when is None else (Gate.of(norm.when),)
    return (stands(supposing, clause.id), takes_stance(supposing, clause.id, norm.stances), *when)


def any_of(held: list[object]) -> bool | None:
    """Whether one of them is so; None for not yet."""
    return True if any(one is True for one in held) else None if None in held else False


def every_of(held: list[object]) -> bool | None:
    """Whether all of them are so; None for not yet."""
    return False if any(one is False for one in held) else None if None in held else True


def _not(gate: Gate) -> Gate:
    def allows(values: Mapping[str, object]) -> object:
        held = gate.allows(values)
        return None if held is None else not held

    return Gate(gate.reads, allows, gate.conditions, ("not", gate))


def none_of(ways: Ways) -> Gate:
    """That no way is open."""
    gates = [gate for way in ways for gate in way]

    def allows(values: Mapping[str, object]) -> object:
        held = any_of([every_of([gate.allows(values) for gate in way]) for way in ways])
        return None if held is None else not held

    reads = tuple(dict.fromkeys(key for gate in gates for key in gate.reads))
    conditions = tuple(one for gate in gates for one in gate.conditions)
    return Gate(reads, allows, conditions, ("none of", ways))  # joined otherwise it is another
