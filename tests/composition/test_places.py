"""Numbers and bodies are those of where people are, never of the locale that is written in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.practice import policy_of


def box(**values: Any) -> str:
    """The first words of the emergency box."""
    text = " ".join(policy_of(**values).document("client-addendum").bytes("txt").decode().split())
    return text.partition("Call ")[2].partition(" | |")[0]


@pytest.mark.parametrize(
    ("values", "call"),
    [
        ({"served_regions": ["GB-ENG"]}, "999."),
        ({"region": "US-TX", "locale": "en-GB"}, "911."),
        ({"region": "NZ-AUK", "locale": "en-AU"}, "[TO COMPLETE: emergency number]."),
        ({"served_regions": ["AU-NSW", "NZ-AUK"]}, "[TO COMPLETE: emergency number]."),
        ({"served_regions": ["AU-NSW", "AU-VIC"]}, "000."),
        ({"served_regions": ["AU-NSW", "GB-ENG"]}, "000 (Australia) or 999 (United | Kingdom)."),
    ],
)
def test_the_emergency_number_is_that_of_the_places_where_people_are(
    values: dict[str, Any], call: str
) -> None:
    assert box(**values) == call


def test_a_country_without_a_locale_is_warned_about() -> None:
    (finding,) = policy_of(served_regions=["AU-NSW", "NZ-AUK"]).findings
    assert "New Zealand" in str(finding)
    assert "emergency_number" in str(finding)


def test_the_privacy_regulator_is_that_of_the_practices_country() -> None:
    blanks = policy_of(region="NZ-AUK", locale="en-AU").document("client-addendum").blanks
    assert "privacy_regulator" in {blank.source for blank in blanks}
