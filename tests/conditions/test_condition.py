"""What a condition that was read can be asked, and how it says itself."""

from __future__ import annotations

import pytest

from socialpolicy.conditions import RESERVED, Condition
from socialpolicy.facts.values import NONE
from socialpolicy.guarding.secret import Secret
from tests.conditions.vocabulary import read


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("has_staff  and(serves_minors)", "has_staff and serves_minors"),
        ("has_staff and (serves_minors and trained)", "has_staff and serves_minors and trained"),
        ("(has_staff or serves_minors) and trained", "(has_staff or serves_minors) and trained"),
        ("not (has_staff or serves_minors)", "not (has_staff or serves_minors)"),
        ("not (channels has \"sms\")", 'not channels has "sms"'),
        ("not not has_staff", "not not has_staff"),
        ("2 working-days<reply_within", "reply_within > 2 working days"),
        ("\"solo\" == practice_size", 'practice_size == "solo"'),
        ("retry_within==01 days", "retry_within == 1 day"),
        ("has_staff\n  or always", "has_staff or always"),
    ],
)  # fmt: skip
def test_the_text_is_canonical(source: str, text: str) -> None:
    assert read(source).text == text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("always", "always"),
        ("not always", "never"),
        ("has_staff", 'the answer to "Do you have staff?" is yes'),
        ("not serves_minors", "serves_minors is no"),
        ("small and has_staff",
         'one person does everything and the answer to "Do you have staff?" is yes'),
        ("not in_australia", "it is not so that the practice is in Australia"),
        ("not not has_staff", 'it is not so that the answer to "Do you have staff?" is no'),
        ("not (trained or serves_minors)", "it is not so that (trained is yes or serves_minors is yes)"),
        ("trained and (small or in_australia)",
         "trained is yes and (one person does everything or the practice is in Australia)"),
        ("reviews is included", 'the clause "reviews" is included'),
        ("not reviews is included", 'the clause "reviews" is not included'),
        ("not title is empty", "title is not empty"),
        ('practice_size == "solo"', 'practice_size is "alone"'),
        ('not practice_size == "solo"', 'practice_size is not "alone"'),
        ('reviews.stance == "report-only"', 'the stance of "reviews" is "report-only"'),
        ('practice_size in ("solo", "group")', 'practice_size is "alone" or "with others"'),
        ('channels has "sms"', 'channels includes "text messages"'),
        ("not channels has primary_channel", "channels does not include primary_channel"),
        ('not channels has any ("sms", "email")', 'channels does not include "text messages" or "email"'),
        ('region within "AU"', 'region is in "Australia"'),
        ("not served within allowed", "served is not in allowed"),
        ("reply_within <= 1 working day", "reply_within is at most 1 working day"),
        ("max_age < 3", "max_age is less than 3"),
        ("opened < 2026-06-19", "opened is before 2026-06-19"),
        ("not moved > opened", "moved is not after opened"),
    ],
)  # fmt: skip
def test_a_condition_says_itself(source: str, words: str) -> None:
    assert read(source).words() == words


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("always", set()),
        ("has_staff or max_age > min_age", {"has_staff", "max_age", "min_age"}),
        ("small", {"practice_size", "has_staff"}),
        ("reviews is included", {"reviews"}),
        ('reviews.stance == "report-only"', {"reviews", "reviews.stance"}),
        ("stance == \"not-used\" and replies",
         {"text-messages", "text-messages.stance", "text-messages.replies"}),
    ],
)  # fmt: skip
def test_a_condition_knows_what_it_reads(source: str, reads: set[str]) -> None:
    assert read(source).reads == reads


_SIZE = {"practice_size": "solo", "has_staff": False, "serves_minors": True, "trained": False}


@pytest.mark.parametrize(
    ("source", "reasons"),
    [
        ("serves_minors and small", ["serves_minors", "small"]),
        ("serves_minors and has_staff and trained", ["has_staff"]),
        ("has_staff or serves_minors or small", ["serves_minors"]),
        ("has_staff or trained", ["has_staff", "trained"]),
        ("not (has_staff or trained)", ["not has_staff", "not trained"]),
        ("not (serves_minors and not has_staff)", ["not serves_minors", "has_staff"]),
        ("not not serves_minors", ["serves_minors"]),
        ("serves_minors and (serves_minors or trained)", ["serves_minors"]),
        ("serves_minors and max_age > 3 and not min_age > 3", ["max_age > 3", "not min_age > 3"]),
    ],
)
def test_the_smallest_deciding_parts_are_given(source: str, reasons: list[str]) -> None:
    assert [reason.text for reason in read(source).because(_SIZE)] == reasons


@pytest.mark.parametrize(
    "source",
    ['title == motto', "cases > 3", "cases < 3", "cases != 3", "not cases is empty", "trained",
     "moved < opened", "opened != moved"],
)  # fmt: skip
def test_nothing_is_said_of_none_but_that_it_is_empty(source: str) -> None:
    answers = dict.fromkeys(("title", "cases", "trained", "moved"), NONE)
    assert read(source).holds(answers) is False


def test_zero_is_not_empty() -> None:
    assert read("cases is empty").holds({"cases": 0}) is False
    assert read("trained is empty").holds({"trained": False}) is False


def test_nothing_is_said_of_an_absent_clause() -> None:
    out = {"reviews": False, "text-messages": False}
    for source in (
        'reviews.stance == "report-only"',
        "reviews.monitors",
        "replies",
        "care_channels is empty",
    ):
        assert read(source).holds({**out, "text-messages.replies": True}) is False


def test_another_clause_must_be_known_to_stand() -> None:
    answers = {"reviews.monitors": True}
    assert read("reviews.monitors").holds(answers) is None
    assert read("reviews.monitors").holds({**answers, "reviews": True}) is True


def test_a_clause_takes_itself_as_standing() -> None:
    assert read("replies").holds({"text-messages.replies": True}) is True


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("client_is_minor", False),
        ("not client_is_minor and in_australia", True),
        ('client_unit in ("couple")', True),
        ("client_unit == client_kind", True),
        ("guardian_name is empty", True),
    ],
)
def test_answers_about_a_client_are_looked_at_in_their_wrapping(source: str, held: bool) -> None:
    answers = {
        "region": "AU-NSW",
        "client_is_minor": Secret(False),
        "client_unit": Secret("couple"),
        "client_kind": "couple",
        "guardian_name": Secret(NONE),
    }
    condition = read(source, "client")
    assert condition.holds(answers) is held
    assert condition.holds({"region": "AU-NSW"}) is None


def test_a_place_lies_in_another_only_where_its_code_says_so() -> None:
    condition = read('region within "AU"')
    assert [condition.holds({"region": place}) for place in ("AU", "AU-NSW", "AUX")] == [True, True, False]


def test_reserved_words_hold_every_word_of_the_language() -> None:
    assert {"and", "always", "stance"} <= RESERVED


def test_a_condition_shows_its_text() -> None:
    assert "has_staff" in repr(read("has_staff"))
    assert isinstance(read("has_staff"), Condition)
