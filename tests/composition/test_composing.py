from __future__ import annotations

import re
from datetime import date

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.errors import Code
from tests.composition.refusing import codes
from tests.composition.small import ANSWERS, LOCALES, clause, composed, small

OLD = 'confidence = "V"\nsource = "seen"\nchecked_on = 2026-01-01\n'
NEW = OLD.replace("2026-01-01", "2026-12-01")


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
    fresh = {
        tag: text.replace(f'value = "client"\n\n{OLD}', f'value = "client"\n{NEW}')
        for tag, text in LOCALES.items()
    }
    library = small({"door": clause("Door")}, locales=fresh)
    assert composed(library, effective_date=date(2027, 1, 1)).findings == ()
    findings = composed(library, effective_date=date(2027, 1, 2)).findings
    assert {(finding.code, finding.severity) for finding in findings} == {(Code.REVIEW_DUE, "warn")}
    assert [re.findall("en-AU|`(.*)`", finding.message)[0] for finding in findings] == [
        "",
        "clinician_term",
        "lines",
    ]


def test_an_old_row_of_a_locale_is_no_warning_where_the_practice_answered_or_is_elsewhere() -> None:
    library = small({"door": clause("Door")})
    answers = {"clinician_term": "counsellor", "person_term": "client", "effective_date": date(2027, 1, 2)}
    lines = [{"service": "Lifeline", "number": "13 11 14"}]
    (finding,) = composed(library, **answers, lines=lines).findings
    assert "The locale en-AU" in finding.message
    (_, finding) = composed(library, **answers).findings
    assert "`lines`" in finding.message
    assert "2026-01-01" in finding.message
