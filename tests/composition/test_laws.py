"""For any profile: it composes and every rule holds, or the reasons why not; and the same from its lock."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import event, given

from socialpolicy import Library, Policy, Profile, Refused, compose
from socialpolicy.composition.checking import case_of, check_rules
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Finding, Place
from socialpolicy.keeping.lock import Lock
from socialpolicy.keeping.locking import profile_of
from socialpolicy.library.rules.never import Never
from tests.composition.profiles import bundled, grown, profiles
from tests.laws import costly


@costly(60)
@given(profiles(grown()))
def test_any_profile_composes_with_every_rule_holding_or_says_why_not(values: dict[str, Any]) -> None:
    library = grown()
    profile = Profile.of(library, **values)
    composed = _composed(library, profile)
    event(type(composed).__name__)
    if isinstance(composed, Policy):
        _check_explained(composed)
        _check_rules(composed)
        _check_overrides(composed, values)
    else:
        assert composed.findings
        assert all(isinstance(one, Finding) and one.message and one.code for one in composed.findings)


@costly(6)
@given(profiles(bundled()))
def test_where_all_decisions_are_made_none_is_asked_for(values: dict[str, Any]) -> None:
    asked = questions(bundled(), Profile.of(bundled(), **values))
    assert all(one.need != "decision" and one.effects for one in asked)
    assert not {one.fact.key for one in asked} & values.keys()


def _composed(library: Library, profile: Profile) -> Policy | Refused:
    try:
        return compose(library, profile)
    except Refused as refused:
        return refused


def _check_explained(policy: Policy) -> None:
    """Each clause stands or not, and says why."""
    composed = policy.composed
    assert {*composed.chosen, *composed.left_out} == set(composed.library.clauses)
    for clause in composed.library.clauses:
        explained = policy.explain(clause)
        assert explained.why
        assert explained.stands == (clause in composed.chosen) == composed.values[clause]
        assert bool(explained.stance) == explained.stands
        assert str(explained).startswith(f"{clause}: ")


def _check_rules(policy: Policy) -> None:
    """Each rule holds for what was chosen: asked once more; the simplest kind by its condition alone."""
    composed = policy.composed
    case = case_of(
        composed.library, composed.profile, composed.answers, composed.chosen, dict(composed.values)
    )
    again = check_rules(composed.library, composed.profile, case)
    assert all(finding in map(str, composed.findings) for finding in map(str, again))
    for finding in (*composed.findings, *again):
        assert finding.severity == "warn"
    for rule in composed.library.rules:
        if isinstance(rule.demand, Never) and rule.severity == "refuse":
            assert rule.where.holds(composed.values) is not True, rule.id


def _check_overrides(policy: Policy, values: dict[str, Any]) -> None:
    """What the practice chose is what stands, and what it leaves out does not."""
    for name, chosen in policy.composed.chosen.items():
        assert name not in values["exclude"]
        assert chosen.stance.id == values["stances"].get(name, chosen.stance.id)
        assert str(chosen.clause.version) == values["versions"].get(name, str(chosen.clause.version))


@costly(15)
@given(profiles(grown()))
def test_composing_from_a_lock_is_the_identity(values: dict[str, Any]) -> None:
    library = grown()
    policy = _composed(library, Profile.of(library, **values))
    event(type(policy).__name__)
    if isinstance(policy, Policy):
        lock = Lock.parse(policy.lock().written().decode(), Place("socialpolicy.lock"))
        again = compose(library, profile_of(lock, library), on=lock.on).lock()
        pinned = {
            **lock.choices.versions,
            **{name: kept.version for name, kept in lock.clauses.items()},
        }
        assert again == attrs.evolve(lock, choices=attrs.evolve(lock.choices, versions=pinned))
