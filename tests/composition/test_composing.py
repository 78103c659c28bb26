from __future__ import annotations

from datetime import date

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.errors import Code
from tests.composition.refusing import codes
from tests.composition.small import ANSWERS, clause, composed, small


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"door": clause("Door", top="review_by = 2026-08-01")})


def test_the_date_is_the_one_that_is_asked_for(library: Library) -> None:
    profile = Profile.of(library, **ANSWERS, effective_date=date(2026, 3, 1))
    assert compose(library, profile, on=date(2026, 4, 1)).composed.on == date(2026, 4, 1)


def test_else_it_is_the_day_from_which_the_policy_applies(library: Library) -> None:
    assert composed(library, effective_date=date(2026, 3, 1)).composed.on == date(2026, 3, 1)


def test_else_it_is_today(library: Library) -> None:
    old = small({"door": clause("Door", top="effective = 2020-01-01")})
    before = date.today()
    on = compose(old, Profile.of(old, **ANSWERS)).composed.on
    assert before <= on <= date.today()


def test_without_its_region_a_practice_is_asked_for_it(library: Library) -> None:
    assert codes(lambda: compose(library, Profile.of(library))) == [Code.DECISION_OPEN, Code.DECISION_OPEN]


def test_what_is_fresh_gives_no_warning(library: Library) -> None:
    assert composed(library, effective_date=date(2026, 8, 1)).findings == ()


def test_a_clause_past_its_review_is_a_warning(library: Library) -> None:
    (finding,) = composed(library, effective_date=date(2026, 8, 2)).findings
    assert (finding.code, finding.severity) == (Code.REVIEW_DUE, "warn")
    assert "2026-08-01" in finding.message


def test_a_locale_that_nobody_checked_for_a_year_is_a_warning() -> None:
    library = small({"door": clause("Door")})
    assert composed(library, effective_date=date(2027, 1, 1)).findings == ()
    (finding,) = composed(library, effective_date=date(2027, 1, 2)).findings
    assert (finding.code, finding.severity) == (Code.REVIEW_DUE, "warn")
    assert "en-AU" in finding.message
