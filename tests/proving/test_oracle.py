"""A SAT solver, which knows nothing of our search, must say the same of the same conditions."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pysat.card import CardEnc
from pysat.formula import And, Atom, Formula, Neg, Or
from pysat.solvers import Solver

from socialpolicy.composition.gates import Gate
from socialpolicy.conditions import Condition
from socialpolicy.conditions.evaluation import judge_of
from socialpolicy.conditions.nodes import Always, Named, Not, names
from socialpolicy.conditions.nodes import And as AllOf
from socialpolicy.conditions.nodes import Or as AnyOf
from socialpolicy.conditions.searching import Steps
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import NONE, Duration, Row
from socialpolicy.proving.claims import claims_of
from socialpolicy.proving.proof import Proving
from socialpolicy.proving.universes import universe_of
from socialpolicy.proving.witnesses import Witnesses
from tests.composition.supposed import LEAVES, plain, read, with_when

DAY = date(2026, 6, 1)


@st.composite
def sources(draw: st.DrawFn, depth: int = 3) -> str:
    """A condition in source, of any shape."""
    if not depth or draw(st.booleans()):
        return draw(st.sampled_from(LEAVES))
    kind = draw(st.sampled_from(["and", "or", "not"]))
    if kind == "not":
        return f"not ({draw(sources(depth - 1))})"
    return f" {kind} ".join(f"({draw(sources(depth - 1))})" for _ in range(2))


# ---------- the oracle ----------


def _domain(fact: Fact) -> list[Any]:
    """Every value of a fact, or of each kind that conditions can tell apart; nothing is left to sampling."""
    optional = [NONE] if fact.optional else []
    match fact.kind:
        case "yes-no":
            return [False, True]
        case "whole":
            assert fact.range
            return list(range(fact.range[0], fact.range[1] + 1))
        case "duration":
            assert fact.range
            return [Duration(number, fact.unit) for number in range(fact.range[0], fact.range[1] + 1)]
        case "rows":
            return [(), (Row({"name": "x", "seen": True}),)]
        case _ if fact.options:
            sizes = range(fact.at_least, len(fact.options) + 1)
            lists = [some for size in sizes for some in combinations(fact.options, size)]
            return lists if fact.is_list else list(fact.options)
    return [*optional, "words"]


class Oracle:
    """Conditions as formulas over one atom for each value of each fact."""

    def __init__(self) -> None:
        Formula.cleanup()
        self.atoms: dict[str, dict[int, Atom]] = {}
        self.domains: dict[str, list[Any]] = {}

    def atom(self, fact: Fact) -> list[tuple[Any, Atom]]:
        if fact.key not in self.atoms:
            self.domains[fact.key] = _domain(fact)
            self.atoms[fact.key] = {
                place: Atom(f"{fact.key}={place}") for place in range(len(self.domains[fact.key]))
            }
        return list(zip(self.domains[fact.key], self.atoms[fact.key].values(), strict=True))

    def formula(self, expression: Any) -> Any:
        match expression:
            case Always():
                return Or(Atom("so"), Neg(Atom("so")))
            case Named(_, condition):
                return self.formula(condition.expression)
            case Not(part):
                return Neg(self.formula(part))
            case AllOf(parts):
                return And(*map(self.formula, parts))
            case AnyOf(parts):
                return Or(*map(self.formula, parts))
        return self.leaf(expression)

    def leaf(self, expression: Any) -> Any:
        """Every combination of values under which the smallest part holds."""
        facts = [name.fact for name in names(expression)]
        judge = judge_of(expression)
        ways = []
        for several in product(*map(self.atom, facts)):
            values = {fact.key: value for fact, (value, _) in zip(facts, several, strict=True)}
            if judge(values):
                atoms = [atom for _, atom in several]
                ways.append(And(*atoms) if len(atoms) > 1 else atoms[0])
        if not ways:
            return And(Atom("so"), Neg(Atom("so")))
        return Or(*ways) if len(ways) > 1 else ways[0]

    def can_hold(self, *conditions: Condition) -> bool:
        whole = And(Atom("real"), *(self.formula(condition.expression) for condition in conditions))
        clauses = list(whole)
        for atoms in self.atoms.values():
            numbers = [clauses_of(atom) for atom in atoms.values()]
            clauses += CardEnc.equals(lits=numbers, bound=1, encoding=0).clauses
        with Solver(name="cadical153", bootstrap_with=clauses) as solver:
            return bool(solver.solve())


def clauses_of(atom: Atom) -> int:
    """The number by which the solver knows an atom."""
    return Formula.literals([atom])[0]  # type: ignore[no-any-return]


# ---------- the search ----------


def _found(*conditions: Condition) -> dict[str, object] | None:
    supposing = universe_of(plain(), "defaults", DAY)
    return next(Witnesses.of(supposing, tuple(map(Gate.of, conditions)), Steps(50_000)).found(), None)


def test_the_oracle_knows_what_can_be() -> None:
    assert Oracle().can_hold(read("years > 4 and not has_staff"))
    assert not Oracle().can_hold(read("years > 4"), read("not years in (7, 9)"), read("years in (7, 9)"))
    assert not Oracle().can_hold(read('practice_size == "group" and not practice_size == "group"'))
    assert not Oracle().can_hold(read('region == "AU-VIC" and region within "US"'))


@given(st.lists(sources(), min_size=1, max_size=3))
def test_the_search_finds_answers_where_the_solver_says_there_are(several: list[str]) -> None:
    conditions = list(map(read, several))
    found = _found(*conditions)
    assert (found is not None) is Oracle().can_hold(*conditions)
    assert all(condition.holds(found) for condition in conditions if found is not None)


@given(sources(), sources())
def test_a_library_is_proved_as_the_solver_says(first: str, second: str) -> None:
    library = with_when({"moved": read(first), "desk": read(second)})
    proving = Proving(library, DAY)
    verdicts = {
        claim.subject: proving.result(claim).verdict
        for claim in claims_of(library, DAY)
        if claim.property == "clause-can-stand"
    }
    for clause, source in (("moved", first), ("desk", second)):
        assert verdicts[clause] == ("holds" if Oracle().can_hold(read(source)) else "fails")


@pytest.mark.parametrize("fact", ["channels", "served_regions", "years"])
def test_the_oracle_leaves_no_value_out(fact: str) -> None:
    domain = _domain(plain().facts[fact])
    assert len(domain) == {"channels": 8, "served_regions": 128, "years": 21}[fact]
