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
    assert all(question.need != "decision" for question in questions(library, profile))
    composed = _composed(library, profile)
    if isinstance(composed, Policy):
        _check_explained(composed)
    else:
        assert composed.findings
        assert all(isinstance(one, Finding) and one.message and one.code for one in composed.findings)


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
