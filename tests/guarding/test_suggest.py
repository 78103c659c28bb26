"""What was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.guarding.suggest import did_you_mean

NAMES = ["practice_name", "practice_size", "has_staff", "LinkedIn"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("practice_nam", "practice_name"),
        ("practice-size", "practice_size"),
        ("Has Staff", "has_staff"),
        ("linkedin", "LinkedIn"),
    ],
)
def test_the_closest_name_is_suggested(word: str, meant: str) -> None:
    assert did_you_mean(word, NAMES) == f'did you mean "{meant}"?'


@pytest.mark.parametrize("word", ["", "colour", "practice_name" * 100])
def test_what_is_close_to_nothing_gets_no_suggestion(word: str) -> None:
    assert did_you_mean(word, NAMES) == ""


@given(st.permutations([*NAMES, "has-staff", "HAS_STAFF"]), st.text(max_size=12))
def test_the_order_of_the_names_does_not_matter(names: list[str], word: str) -> None:
    assert did_you_mean(word, names) == did_you_mean(word, sorted(names))
    assert did_you_mean("has_stuff", set(names)) == 'did you mean "HAS_STAFF"?'
