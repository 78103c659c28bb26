"""From values to words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code, NotFound, Place, WrongValue
from socialpolicy.facts.drafting import FORMS_OF, Manner, draft, draft_table, draft_words, slots
from socialpolicy.facts.fact import KINDS, Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.values import NONE, UNITS, Duration, Money, Row
from socialpolicy.guarding.clean import one_line
from socialpolicy.guarding.secret import Secret
from tests.samples.facts import FACTS, MANNER

AMERICAN = Manner("en-US", "MMMM d, y")


@pytest.mark.parametrize(
    ("kind", "value", "form", "words"),
    [
        ("yes-no", True, "", "yes"),
        ("yes-no", False, "", "no"),
        ("choice", "sms", "", "text messages"),
        ("choices", (), "", ""),
        ("choices", ("sms",), "", "text messages"),
        ("choices", ("sms", "email", "phone"), "", "text messages, email and the phone"),
        ("choices", ("sms", "email", "phone"), "list", "text messages, email and the phone"),
        ("choices", ("sms", "email", "phone"), "or-list", "text messages, email or the phone"),
        ("whole", 12, "", "12"),
        ("whole", 12, "number", "12"),
        ("whole", 12, "long", "12 years"),
        ("whole", 1, "long", "1 year"),
        ("duration", Duration(2, "working-days"), "", "2 working days"),
        ("duration", Duration(1, "hours"), "", "1 hour"),
        ("duration", Duration(2, "working-days"), "number", "2"),
        ("money", Money(Decimal("1200.00"), "AUD"), "", "$1,200.00"),
        ("money", Money(Decimal("1200.50"), "AUD"), "number", "1200.50"),
        ("money", Money(Decimal("1E+2"), "AUD"), "number", "100"),
        ("money", Money(Decimal("1200.50"), "AUD"), "long", "1,200.50 Australian dollars"),
        ("date", dt.date(2026, 12, 1), "", "1 December 2026"),
        ("date", dt.date(2026, 12, 1), "long", "Tuesday, 1 December 2026"),
        ("date", dt.date(2026, 12, 1), "short", "1 Dec 2026"),
        ("words", "Tom &\n{{x}}\t<b>", "", "Tom & {{x}} <b>"),
        ("list of words", ("a", "{0}\nb"), "or-list", "a or {0} b"),
        ("email", "a@b.example", "", "a@b.example"),
        ("phone", "13 11 14", "", "13 11 14"),
        ("url", "https://a.example", "", "https://a.example"),
        ("place", "AU-NSW", "", "New South Wales"),
        ("places", ("AU", "NZ"), "", "Australia and New Zealand"),
    ],
)
def test_a_value_drafts_to_words(kind: str, value: object, form: str, words: str) -> None:
    assert draft(FACTS[kind], value, form, MANNER) == words
    assert draft_words(FACTS[kind], Secret(value), form, MANNER) == words


def test_a_whole_number_without_a_unit_is_a_number_in_every_form() -> None:
    assert draft(attrs.evolve(FACTS["whole"], unit=""), 12, "long", MANNER) == "12"


def test_american_lists_and_dates_are_american() -> None:
    assert (
        draft(FACTS["choices"], ("sms", "email", "phone"), "", AMERICAN)
        == "text messages, email, and the phone"
    )
    assert draft(FACTS["date"], dt.date(2026, 12, 1), "", AMERICAN) == "December 1, 2026"


@pytest.mark.parametrize("kind", FACTS)
def test_none_drafts_to_nothing(kind: str) -> None:
    for form in FORMS_OF[FACTS[kind].kind]:
        if form != "table":
            assert draft(FACTS[kind], NONE, form, MANNER) == ""


# ---------- forms ----------


def test_every_kind_has_its_natural_form() -> None:
    assert set(FORMS_OF) == set(KINDS)
    assert all(forms[0] == "" for forms in FORMS_OF.values())


@pytest.mark.parametrize(
    ("kind", "form", "hint"),
    [("date", "or-list", 'its forms are "long", "short"'), ("words", "list", "write {{words}} alone")],
)
def test_a_form_that_a_kind_does_not_have_is_refused(kind: str, form: str, hint: str) -> None:
    with pytest.raises(WrongValue) as caught:
        draft(FACTS[kind], None, form, MANNER)
    assert (caught.value.code, caught.value.hint) == (Code.VALUE_FORM, hint)


def test_a_table_is_no_words() -> None:
    with pytest.raises(WrongValue, match='cannot be written as "table"'):
        draft_words(FACTS["rows"], (), "table", MANNER)


def test_an_option_that_is_not_known_is_refused_and_not_repeated() -> None:
    with pytest.raises(WrongValue, match="choice holds an option that it does not have") as caught:
        draft(FACTS["choice"], "CANARY", "", MANNER)
    assert "CANARY" not in str(caught.value)


# ---------- rows ----------

ACCOUNTS = Fact(
    name="accounts",
    kind="rows",
    columns={
        "platform": Fact(name="platform", kind="words", question="Where"),
        "read_by": Fact(name="read_by", kind="choices", options={"a": "the office", "b": "me"}),
        "url": Fact(name="url", kind="url", optional=True),
    },
    row="{{platform}} (read by {{ read_by as or-list }})",
)
FIRST = Row({"platform": "Facebook {{url}}", "read_by": ("a", "b"), "url": NONE})
SECOND = Row({"platform": "Instagram", "read_by": ("b",), "url": NONE})
THIRD = Row({"platform": "X", "read_by": ("b",), "url": "https://x.example"})


def test_rows_draft_to_their_sentences_in_one_pass() -> None:
    first = "Facebook {{url}} (read by the office or me)"
    assert draft(ACCOUNTS, (FIRST, SECOND), "", MANNER) == f"{first} and Instagram (read by me)"
    assert draft(ACCOUNTS, (FIRST, SECOND), "or-list", MANNER) == f"{first} or Instagram (read by me)"


def test_a_row_without_a_sentence_is_its_cells() -> None:
    assert draft(attrs.evolve(ACCOUNTS, row=""), (SECOND,), "", MANNER) == "Instagram, me"


def test_a_table_has_a_header_and_leaves_out_a_column_without_words() -> None:
    assert draft(ACCOUNTS, (SECOND, SECOND), "table", MANNER) == (
        ("Where", "Read by"),
        (("Instagram", "me"), ("Instagram", "me")),
    )
    assert draft(ACCOUNTS, (SECOND, THIRD), "table", MANNER) == (
        ("Where", "Read by", "Url"),
        (("Instagram", "me", ""), ("X", "me", "https://x.example")),
    )


def test_a_table_may_be_asked_for_by_its_own_name() -> None:
    for value in ((SECOND, THIRD), Secret((SECOND, THIRD)), NONE):
        assert draft_table(ACCOUNTS, value, MANNER) == draft(ACCOUNTS, value, "table", MANNER)
    with pytest.raises(WrongValue, match='cannot be written as "table"'):
        draft_table(FACTS["words"], "a", MANNER)


def test_a_table_without_rows_has_its_header() -> None:
    for value in ((), NONE):
        assert draft(ACCOUNTS, value, "table", MANNER) == (("Where", "Read by", "Url"), ())


def test_a_sentence_that_asks_for_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotFound) as caught:
        draft(attrs.evolve(ACCOUNTS, row="{{handle}}"), (SECOND,), "", MANNER)
    assert caught.value.code is Code.KEY_UNKNOWN


def test_the_slots_of_a_sentence_are_named() -> None:
    assert slots(ACCOUNTS.row) == (("platform", ""), ("read_by", "or-list"))


# ---------- laws ----------


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_any_text_prints_literally(one: str, two: str) -> None:
    assert draft(FACTS["words"], one, "", MANNER) == one_line(one)
    assert draft(FACTS["list of words"], (one, two), "", MANNER) == f"{one_line(one)} and {one_line(two)}"


@given(st.integers(0, 10**12), st.sampled_from(sorted(UNITS)))
def test_a_length_of_time_reads_back_from_its_words(amount: int, unit: str) -> None:
    asked = Fact(name="x", kind="duration")
    length = Duration(amount, unit)
    assert read_value(asked, draft(asked, length, "", MANNER), Place("x")) == length


@given(st.dates(), st.sampled_from(["en-AU", "en-GB", "en-US", "en-CA", "en-NZ", "en-IE"]))
def test_every_form_of_a_date_shows_its_day_and_year(day: dt.date, tag: str) -> None:
    for form in FORMS_OF["date"]:
        words = draft_words(FACTS["date"], day, form, Manner(tag, "d MMMM y"))
        assert str(day.day) in words
        assert str(day.year) in words
