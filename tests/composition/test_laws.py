from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from socialpolicy import Library, Policy, Profile, Refused, compose
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Finding
from tests.composition.profiles import bundled, profiles


@settings(max_examples=100)
@given(profiles(bundled()))
def test_any_profile_composes_or_says_why_not(values: dict[str, Any]) -> None:
    library = bundled()
    profile = Profile.of(library, **values)
    composed = _composed(library, profile)
    if isinstance(composed, Policy):
        _check_explained(composed)
    else:
        assert composed.findings
        assert all(isinstance(one, Finding) and one.message and one.code for one in composed.findings)


@settings(max_examples=15, deadline=None)
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
