"""Numbers and bodies are those of where people are, never of the locale that is written in."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from socialpolicy import Policy, Profile, compose
from tests.practice import BARE, LIBRARY, policy_of


def box(**values: Any) -> str:
    """The first words of the emergency box."""
    text = " ".join(policy_of(**values).document("client-addendum").bytes("txt").decode().split())
    return text.partition("Call ")[2].partition(" | |")[0]


@pytest.mark.parametrize(
    ("values", "call"),
    [
        ({"served_regions": ["GB-ENG"]}, "999."),
        ({"region": "US-TX", "locale": "en-GB"}, "911."),
        ({"region": "NZ-AUK", "locale": "en-AU"}, "111."),
        ({"served_regions": ["AU-NSW", "NZ-AUK"]}, "000 (Australia) or 111 (New Zealand)."),
        ({"served_regions": ["AU-NSW", "AU-VIC"]}, "000."),
        ({"served_regions": ["AU-NSW", "GB-ENG"]}, "000 (Australia) or 999 (United | Kingdom)."),
    ],
)
def test_the_emergency_number_is_that_of_the_places_where_people_are(
    values: dict[str, Any], call: str
) -> None:
    assert box(**values) == call


def without_new_zealand(**values: Any) -> Policy:
    """The same of a library that knows nothing of New Zealand."""
    locales = {tag: locale for tag, locale in LIBRARY.locales.items() if tag != "en-NZ"}
    library = attrs.evolve(LIBRARY, locales=locales)
    return compose(library, Profile.of(library, **{**BARE, **values}))


def test_a_country_without_a_locale_is_warned_about_and_its_number_shows_as_a_blank() -> None:
    policy = without_new_zealand(served_regions=["AU-NSW", "NZ-AUK"])
    (finding,) = policy.findings
    assert "New Zealand" in str(finding)
    assert "emergency_number" in str(finding)
    assert "emergency_number" in {blank.source for blank in policy.document("client-addendum").blanks}


def test_the_privacy_regulator_is_that_of_the_practices_country() -> None:
    blanks = without_new_zealand(region="NZ-AUK", locale="en-AU").document("client-addendum").blanks
    assert "privacy_regulator" in {blank.source for blank in blanks}
    text = policy_of(region="NZ-AUK", locale="en-AU").document("client-addendum").bytes("txt").decode()
    assert "Office of the Privacy Commissioner" in " ".join(text.split())
