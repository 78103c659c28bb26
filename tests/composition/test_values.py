from __future__ import annotations

from typing import Any

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.errors import Code
from socialpolicy.facts.standing import Standing
from socialpolicy.facts.values import NONE
from tests.composition.refusing import only
from tests.composition.small import LOCALES, PLACES, clause, composed, row, small

_FACTS = """
[facts.own_centre]
kind = "words"
default = { fact = "practice_name" }
question = "q"
[facts.second_phone]
kind = "phone"
default = { fact = "phone" }
shown = "public"
question = "q"
[facts.hotline]
kind = "words"
default = { locale = "hotline" }
shown = "public"
question = "q"
[facts.shy]
kind = "choice"
options = { a = "a" }
default = { locale = "shy" }
question = "q"
[facts.bold]
kind = "choice"
options = { a = "a" }
default = { locale = "bold" }
question = "q"
"""
_LOCALES = {
    "en-AU": LOCALES["en-AU"]
    + row("hotline", '"1"', "when = 'has_staff'")
    + row("hotline", '"2"', 'within = "AU-VIC"')
    + row("shy", '"a"', "when = 'bold == \"a\"'")
    + row("bold", '"a"', "when = 'shy == \"a\"'"),
    "en-US": LOCALES["en-US"],
}
_OWN = """
[stances.usual]
label = "l"
default = true
[facts.where]
kind = "place"
default = { fact = "region" }
question = "q"
[facts.number]
kind = "phone"
default = { fact = "phone" }
shown = "public"
question = "q"
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"door": clause("Door", below=_OWN)}, facts=_FACTS, locales=_LOCALES)


def _services(library: Library, **values: Any) -> list[object]:
    answer = composed(library, **values).composed.answers["lines"]
    return [line.cells["service"] for line in answer.value]  # type: ignore[attr-defined]


def test_a_fact_is_answered_assumed_or_unanswered(library: Library) -> None:
    answers = composed(library, has_staff=True).composed.answers
    assert (answers["has_staff"].standing, answers["has_staff"].source) == (Standing.ANSWERED, "your answer")
    assert (answers["practice_size"].standing, answers["practice_size"].source) == (
        Standing.ASSUMED,
        "default",
    )
    assert answers["phone"].standing is Standing.UNANSWERED
    assert (answers["motto"].value, answers["motto"].standing) == (NONE, Standing.ASSUMED)


def test_only_what_is_known_is_read_by_conditions(library: Library) -> None:
    values = composed(library).composed.values
    assert values["practice_size"] == "solo"
    assert "phone" not in values


def test_a_default_may_be_the_value_of_another_fact(library: Library) -> None:
    answers = composed(library).composed.answers
    assert (answers["own_centre"].value, answers["own_centre"].source) == (
        "Saltbush",
        "same as practice_name",
    )
    assert answers["served_regions"].value == ("AU-NSW",)
    assert answers["second_phone"].standing is Standing.UNANSWERED


def test_facts_of_a_clause_take_their_defaults_in_the_same_way(library: Library) -> None:
    answers = composed(library).composed.chosen["door"].answers
    assert answers["where"].value == "AU-NSW"
    assert answers["number"].standing is Standing.UNANSWERED
    answered = composed(library, facts={"door": {"number": "5550 1234"}}).composed.chosen["door"].answers
    assert answered["number"].standing is Standing.ANSWERED


def test_the_first_row_of_a_locale_that_stands_is_its_value(library: Library) -> None:
    assert composed(library, has_staff=True).composed.answers["hotline"].value == "1"
    assert composed(library, served_regions=["AU-VIC"]).composed.answers["hotline"].value == "2"
    assert composed(library).composed.answers["hotline"].standing is Standing.UNANSWERED


def test_every_row_that_stands_where_people_are_served_is_in_a_list(library: Library) -> None:
    assert _services(library) == ["Lifeline", "NSW Line"]
    assert _services(library, served_regions=["AU-VIC"]) == ["Lifeline"]
    assert _services(library, served_regions=["AU"], has_staff=True) == ["Lifeline", "NSW Line", "Staff Line"]


def test_each_country_is_named_where_several_are_served(library: Library) -> None:
    assert _services(library, served_regions=["AU-VIC", "US-TX"]) == [
        "Lifeline (Australia)",
        "988 (United States)",
    ]


def test_the_same_entry_stands_once(library: Library) -> None:
    assert _services(library, region="US-TX") == ["988"]


def test_a_country_without_a_locale_is_a_warning_unless_the_practice_answers(library: Library) -> None:
    policy = composed(library, served_regions=["AU-NSW", "IE-D"])
    (finding,) = policy.findings
    assert (finding.code, finding.severity) == (Code.LOCALE_NONE, "warn")
    assert "Ireland" in finding.message
    assert "`lines`" in finding.hint
    assert not composed(library, served_regions=["AU-NSW", "IE-D"], lines=[]).findings


def test_no_line_for_any_place_is_a_gap_and_not_an_answer(library: Library) -> None:
    policy = composed(library, region="IE-D", locale="en-AU")
    assert policy.composed.answers["lines"].standing is Standing.UNANSWERED


def test_the_locale_is_that_of_the_country_or_the_one_that_is_named(library: Library) -> None:
    assert composed(library).composed.locale.tag == "en-AU"
    assert composed(library, region="US").composed.locale.tag == "en-US"
    assert composed(library, locale="en-US").composed.locale.tag == "en-US"


def test_a_country_without_a_locale_is_refused(library: Library) -> None:
    finding = only(lambda: composed(library, region="IE-D"))
    assert finding.code == Code.LOCALE_NONE
    assert finding.message == "There is no locale for Ireland."
    assert finding.hint == "there is en-AU, en-US: say which to use with `locale`"
    assert finding.place.path == "region"


def test_defaults_that_wait_for_each_other_stay_unknown(library: Library) -> None:
    assert composed(library).composed.answers["shy"].standing is Standing.UNANSWERED


def test_a_library_without_places_needs_a_locale_by_name() -> None:
    size = '[facts.practice_size]\nkind = "choice"\noptions = { solo = "alone" }\n'
    facts = size + 'default = "solo"\nquestion = "q"\n'
    locale = LOCALES["en-AU"].partition("[[")[0]
    library = small({"door": clause("Door")}, files={"facts.toml": facts + PLACES}, locales={"en-AU": locale})
    assert only(lambda: compose(library, Profile.of(library))).code == Code.LOCALE_NONE
    assert compose(library, Profile.of(library, locale="en-AU")).composed.locale.tag == "en-AU"
