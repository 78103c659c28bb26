"""The cover note lists an assumption only where it could decide or show something."""

from __future__ import annotations

import pytest

from socialpolicy.assembly.used import used_facts
from tests.practice import policy_of


@pytest.fixture(scope="module")
def used() -> frozenset[str]:
    return used_facts(policy_of().composed)


@pytest.mark.parametrize(
    "fact",
    [
        "practice_phone",  # printed
        "crisis_service",  # read by a condition in a text
        "hipaa_covered",  # read by an authority's `when`
        "person_term",  # behind {{client}}
        "practice_size",  # behind {{we}}
        "served_regions",  # decides the crisis lines
        "reviews.contact_route",  # of a clause
        "practice_email",  # the default of another
    ],
)
def test_a_fact_that_decides_or_shows_is_used(used: frozenset[str], fact: str) -> None:
    assert fact in used


@pytest.mark.parametrize("fact", ["funders", "mandated_clients"])
def test_a_fact_that_no_clause_of_the_library_reads_is_not_used(used: frozenset[str], fact: str) -> None:
    assert fact not in used
