"""Reading values: what each kind takes, and every fault of a value at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code, Finding, NotFound, Place, Refused, WrongKind, WrongValue
from socialpolicy.facts.fact import Fact, Given
from socialpolicy.facts.reading import MOST_ENTRIES, read_value
from socialpolicy.facts.values import NONE, Duration, Money, Row
from socialpolicy.guarding.secret import Secret
from tests.samples.facts import FACTS

PLACE = Place("practice.toml", "here", line=7, excerpt="here = …")


def fact(kind: str, **changes: object) -> Fact:
    return attrs.evolve(FACTS[kind], **changes)


def faults(fact: Fact, raw: object) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as caught:
        read_value(fact, raw, PLACE)
    assert caught.value.__context__ is None
    return caught.value.findings


def fault(fact: Fact, raw: object) -> Finding:
    (finding,) = faults(fact, raw)
    return finding


# ---------- what is taken ----------


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("yes-no", True, True),
        ("choice", "sms", "sms"),
        ("choices", [], ()),
        ("choices", ["sms", "email"], ("sms", "email")),
        ("choices", ("sms",), ("sms",)),
        ("whole", 0, 0),
        ("whole", 17, 17),
        ("duration", 1, Duration(1, "working-days")),
        ("duration", "10 working days", Duration(10, "working-days")),
        ("duration", "1 working day", Duration(1, "working-days")),
        ("duration", "2 working-days", Duration(2, "working-days")),
        ("duration", Duration(2, "working-days"), Duration(2, "working-days")),
        ("money", "120.00 AUD", Money(Decimal("120.00"), "AUD")),
        ("money", "0 JPY", Money(Decimal(0), "JPY")),
        ("money", Money(Decimal("1.5"), "GBP"), Money(Decimal("1.5"), "GBP")),
        ("date", dt.date(2026, 12, 1), dt.date(2026, 12, 1)),
        ("words", " Tom & Jerry's\r\n<b>*{{x}}*</b>", " Tom & Jerry's\n<b>*{{x}}*</b>"),
        ("words", "x" * 10_000, "x" * 10_000),
        ("list of words", ["English", "Te reo Māori"], ("English", "Te reo Māori")),
        ("email", "o'brien.a+b@sub.practice.example", "o'brien.a+b@sub.practice.example"),
        ("phone", "+61 (2) 9876-5432", "+61 (2) 9876-5432"),
        ("phone", "000", "000"),
        ("url", "https://practice.example", "https://practice.example"),
        ("url", "http://practice.example:8080/a?b=c#d", "http://practice.example:8080/a?b=c#d"),
        ("place", "AU-NSW", "AU-NSW"),
        ("places", ["AU", "NZ"], ("AU", "NZ")),
        ("rows", [], ()),
    ],
)
def test_a_value_is_read_into_its_kind(kind: str, raw: object, value: object) -> None:
    found = read_value(FACTS[kind], raw, PLACE)
    assert found == value
    assert type(found) is type(value)
    assert read_value(FACTS[kind], found, PLACE) == value


@pytest.mark.parametrize(
    ("unit", "raw", "value"),
    [
        ("", "30 days", Duration(30, "days")),
        ("hours", "30 days", Duration(30, "days")),
        ("hours", 720, Duration(720, "hours")),
    ],
)
def test_a_length_of_time_keeps_the_unit_it_was_given_in(unit: str, raw: object, value: Duration) -> None:
    bounds = (1, 720) if unit else None
    assert read_value(fact("duration", unit=unit, range=bounds), raw, PLACE) == value


# ---------- what is not ----------

WRONG_KINDS = {
    "yes-no": ["true", "yes", "Off", 1, 0, None, 1.0, []],
    "choice": [True, 1, ["sms"], None],
    "choices": ["sms", {"sms": True}, 3, None],
    "whole": ["12", "twelve", "²", 2.0, True, None, [1]],
    "duration": [
        "2", "two days", "2 fortnights", "2days", 2.0, True, None, Duration(True, "days"),
        Duration(2, "eons"),
    ],
    "money": [120, 120.0, "120", "AUD 120", "1,200 AUD", "-1 AUD", "1. AUD", Money(1.5, "AUD"), None],
    "date": ["2026-12-01", "1 Dec", dt.datetime(2026, 12, 1), dt.time(9), 2026, None],
    "words": [1, True, ["a"], {}, dt.date(2026, 12, 1), None, object()],
    "list of words": ["English", "a\nb", "x" * 41, 1, {"a": 1}, None],
    "email": [1, ["a@b.example"], None],
    "phone": [131114, ["000"], None],
    "url": [1, None],
    "place": [61, ["AU"], None],
    "places": ["AU", None],
    "rows": [{"a": 1}, "x", None],
}  # fmt: skip
UNFIT = {
    "choice": ["smss", "", "SMS", "none", "a\x00", "x" * 1000],
    "whole": [-1, 18, 10**13, -(10**20), 10**5000],
    "duration": [0, 11, -1, "11 working days", "2 days", "1 week", 10**13],
    "money": [
        "1.001 AUD", "1.5 JPY", "5 AUX", "9999999999999 AUD", Money(Decimal("NaN"), "AUD"),
        Money(Decimal("1E+99"), "AUD"), Money(Decimal(-1), "AUD"),
    ],
    "words": ["", "  \n", "none", "x" * 10_001, "a\x00b", "\ud800", "a\u202eb", "\u2066a\u2069"],
    "email": [
        "", "a", "a@b", "a b@c.example", "a@b.example,c@d.example", "a@b.example?cc=c", "A <a@b.example>",
        ".a@b.example", "a@-b.example", "a@b.example\n", "a" * 250 + "@b.example", "é@b.example",
    ],
    "phone": ["", "12", "call us", "1" * 21, "13 11 14 ext 2", "१२३", "000\n", "- 000"],
    "url": [
        "", "practice.example", "javascript:alert(1)", "ftp://a.example", "https://", "https://a",
        "https://u:p@a.example", "https://a.example/ b", "https://a.example/\x85",
        "https://a.example/\u202e", "//a.example", "https://a.example/" + "x" * 2000, "bad\x00",
    ],
    "place": ["AU-XX", "au-nsw", "Australia", "", "none"],
}  # fmt: skip


def each(table: dict[str, list[object]]) -> list[object]:
    numbered = ((kind, n, raw) for kind, raws in table.items() for n, raw in enumerate(raws, start=1))
    return [pytest.param(kind, raw, id=f"{kind}-{n}") for kind, n, raw in numbered]


@pytest.mark.parametrize(("kind", "raw"), each(WRONG_KINDS))
def test_nothing_is_coerced(kind: str, raw: object) -> None:
    finding = fault(FACTS[kind], raw)
    assert isinstance(finding, WrongKind)
    assert (finding.code, finding.place) == (Code.VALUE_KIND, PLACE)


@pytest.mark.parametrize(("kind", "raw"), each(UNFIT))
def test_what_cannot_stand_is_refused(kind: str, raw: object) -> None:
    finding = fault(FACTS[kind], raw)
    assert isinstance(finding, WrongValue)
    assert finding.place == PLACE
    assert (finding.message + finding.hint).isprintable()


@pytest.mark.parametrize(
    ("kind", "raw", "hint"),
    [
        ("yes-no", "Yes", "write true, without quotes"),
        ("yes-no", "false", "write false, without quotes"),
        ("choice", "e-mail", 'did you mean "email"?'),
        ("choices", "sms", 'write ["sms"]'),
        ("whole", "12", "write 12, without quotes"),
        ("duration", "2", "write 2, without quotes"),
        ("date", "2026-12-01", "write 2026-12-01, without quotes"),
        ("words", "none", 'only an optional question can be answered "none"'),
        ("words", "", "leave the line out until you know"),
        ("phone", 131114, "write it in quotes"),
        ("url", "practice.example/a", 'write "https://practice.example/a"'),
        ("url", "what is it", ""),
        ("place", "New South Wales", 'write "AU-NSW"'),
        ("place", "AU-NSV", 'did you mean "AU-NSW"?'),
        ("rows", {"name": "x"}, "write [[rows]] above it, with two brackets"),
    ],
)
def test_a_hint_says_what_to_write(kind: str, raw: object, hint: str) -> None:
    assert fault(FACTS[kind], raw).hint == hint


@pytest.mark.parametrize(
    ("unit", "raw", "message"),
    [
        ("hours", "31 days", 'expected a value from 1 to 720 hours, found "31 days"'),
        ("hours", 0, "expected a value from 1 to 720 hours, found 0"),
        ("hours", "2 months", 'expected a length of time in hours, found "2 months"'),
        (
            "hours",
            True,
            'expected a whole number of hours, or a text such as "30 hours", found true or false',
        ),
        ("", 3, 'expected a text such as "30 days", found a whole number'),
        ("", "1000000000001 days", 'expected a value from 1 to 720, found "1000000000001 days"'),
    ],
)
def test_a_length_of_time_is_held_against_its_unit_and_range(unit: str, raw: object, message: str) -> None:
    assert fault(fact("duration", unit=unit, range=(1, 720)), raw).message == message


def test_many_options_are_counted_and_few_are_listed() -> None:
    assert (
        fault(FACTS["choice"], 1).message == 'expected one of "sms", "email", "phone", found a whole number'
    )
    many = fact("choice", options={f"o{n}": "" for n in range(13)})
    assert fault(many, "x").message == 'expected one of 13 options, found "x"'


def test_a_text_that_is_too_long_or_does_not_print_is_not_repeated() -> None:
    for raw in ("x" * 41, "a\nb"):
        assert fault(FACTS["choice"], raw).message == 'expected one of "sms", "email", "phone"'


def test_a_whole_number_of_days_is_counted_in_days() -> None:
    days = fact("whole", unit="days", range=(1, 10))
    assert read_value(days, 10, PLACE) == 10
    assert fault(days, 11).message == "expected a value from 1 to 10 days, found 11"


def test_no_amount_lies_beyond_the_bound_in_the_unit_it_is_given_in() -> None:
    weeks = fact("duration", unit="weeks", range=None)
    assert read_value(weeks, f"{10**12} hours", PLACE) == Duration(10**12, "hours")
    assert fault(weeks, f"{10**12 + 1} hours").code is Code.VALUE_RANGE


# ---------- none ----------


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("raw", ["none", NONE])
def test_an_optional_fact_may_say_none(kind: str, raw: object) -> None:
    assert read_value(fact(kind, optional=True), raw, PLACE) is NONE
    assert fault(fact(kind), raw)


def test_an_empty_optional_text_is_told_about_none() -> None:
    assert fault(fact("words", optional=True), "").hint == 'write "none"'


# ---------- lists ----------


def test_each_entry_of_a_list_is_reported_at_its_own_path() -> None:
    found = faults(FACTS["choices"], ["sms", "fax", 3, "sms"])
    assert [(finding.code, finding.place.path) for finding in found] == [
        (Code.VALUE_OPTION, "here[2]"),
        (Code.VALUE_KIND, "here[3]"),
        (Code.VALUE_REPEATED, "here[4]"),
    ]


def test_a_list_has_neither_too_few_nor_too_many_entries() -> None:
    few = fault(fact("list of words", at_least=2), ["a"])
    assert (few.code, few.message) == (Code.VALUE_RANGE, f"expected from 2 to {MOST_ENTRIES} entries")
    assert fault(FACTS["list of words"], ["a"] * (MOST_ENTRIES + 1)).code is Code.VALUE_RANGE


# ---------- rows ----------

SERVICES = Fact(
    name="services",
    kind="rows",
    columns={
        "name": Fact(name="name", kind="words"),
        "contract": Fact(name="contract", kind="yes-no", default=Given(False)),
        "url": Fact(name="url", kind="url", optional=True),
    },
)


def test_a_row_has_its_cells_in_the_order_of_the_columns() -> None:
    (row,) = read_value(SERVICES, [{"url": "https://a.example", "contract": True, "name": "A"}], PLACE)
    assert list(row.cells.items()) == [("name", "A"), ("contract", True), ("url", "https://a.example")]
    assert read_value(SERVICES, (row,), PLACE) == (row,)


def test_a_column_that_is_left_out_takes_its_default_or_none() -> None:
    assert read_value(SERVICES, [{"name": "A"}], PLACE) == (
        Row({"name": "A", "contract": False, "url": NONE}),
    )


def test_every_fault_of_every_cell_is_reported_at_once() -> None:
    raw = [{"name": 1, "contract": "no", "url": "x"}, "row", {"nmae": "A", 3: 4, "x" * 50: 1}]
    found = faults(SERVICES, raw)
    assert [(finding.code, finding.place.path, finding.hint) for finding in found] == [
        (Code.VALUE_KIND, "here[1].name", ""),
        (Code.VALUE_KIND, "here[1].contract", "write false, without quotes"),
        (Code.VALUE_RANGE, "here[1].url", ""),
        (Code.VALUE_KIND, "here[2]", ""),
        (Code.KEY_UNKNOWN, "here[3].nmae", 'did you mean "name"?'),
        (Code.KEY_UNKNOWN, "here[3].3", ""),
        (Code.KEY_UNKNOWN, "here[3]", ""),
        (Code.KEY_MISSING, "here[3].name", ""),
    ]
    assert isinstance(found[-1], NotFound)


# ---------- places ----------


def test_without_a_path_the_key_of_the_fact_is_the_path() -> None:
    own = attrs.evolve(FACTS["whole"], clause="text-messages")
    with pytest.raises(Refused) as caught:
        read_value(own, "x", Place("practice.toml"))
    assert caught.value.findings[0].place.path == "text-messages.whole"


# ---------- laws ----------

PLAIN = [st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times()]
TEXTS = st.text(st.characters(exclude_categories=())) | st.sampled_from(["none", "sms", "AU", "12", "2 days"])
KEYS = st.sampled_from([*FACTS, "colour"]) | st.text() | st.integers()
ANYTHING = st.recursive(
    st.one_of(*PLAIN, TEXTS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(kind=st.sampled_from(sorted(FACTS)), raw=ANYTHING, optional=st.booleans())
def test_whatever_stands_there_is_read_or_refused_and_what_was_read_reads_as_itself(
    kind: str, raw: object, optional: bool
) -> None:
    asked = fact(kind, optional=optional)
    value, found = attempt(asked, raw)
    assert all(finding.place.path.startswith("here") for finding in found)
    assert found or attempt(asked, value) == (value, ())


def attempt(fact: Fact, raw: object) -> tuple[object, tuple[Finding, ...]]:
    try:
        return read_value(fact, raw, PLACE), ()
    except Refused as refused:
        return None, refused.findings


@given(st.integers(0, 10**12), st.sampled_from(["AUD", "GBP", "USD", "NZD", "CAD", "EUR"]))
def test_an_amount_reads_as_it_was_written(cents: int, currency: str) -> None:
    amount = f"{cents // 100}.{cents % 100:02}"
    money = read_value(FACTS["money"], f"{amount} {currency}", PLACE)
    assert (format(money.amount, "f"), money.currency) == (amount, currency)


# ---------- secrets ----------


def test_a_secret_is_read_in_its_wrapping() -> None:
    assert read_value(FACTS["words"], Secret("Maria"), PLACE) == Secret("Maria")
    with pytest.raises(Refused):
        read_value(FACTS["words"], Secret(""), PLACE)
