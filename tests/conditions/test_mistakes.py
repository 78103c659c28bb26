"""Every mistake in a condition is found at reading, with its code, its columns and a hint."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socialpolicy.conditions import NamedCondition, Vocabulary, parse
from socialpolicy.conditions.parser import DEEPEST, LARGEST, LONGEST
from socialpolicy.conditions.spots import caret
from socialpolicy.errors import Code, NotFound, Place, Refused, WrongKind, WrongValue
from tests.conditions.vocabulary import FACTS, faults_of, read

_TEXT = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8")
_CASES = re.findall(r"^> (.*)\n((?:  +\^.*\n?)+)", _TEXT, re.MULTILINE)


@pytest.mark.parametrize(("source", "expected"), _CASES, ids=[source for source, _ in _CASES])
def test_each_mistake_is_named_and_pointed_at(source: str, expected: str) -> None:
    # in the fixture a source stands behind "> ", so that its carets stand two columns further right
    found = [
        f"  {caret(fault).split(chr(10))[1]} {fault.code.value}: {fault.hint or '-'}"
        for fault in faults_of(source)
    ]
    assert found == expected.rstrip("\n").split("\n")


def test_the_fixture_is_read_whole() -> None:
    assert len(_CASES) == _TEXT.count("\n> ") > 140


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("client_is_minor", "practice"),
        ("client_is_minor", "chosen"),
        ("stance == \"not-used\"", "practice"),
        ("reviews.stance == \"no-response\"", "practice"),
        ("reviews is included", "practice"),
        ("reviews.monitors", "practice"),
        ("replies", "practice"),
        ("stance == \"not-used\"", "client"),
        ("reviews is included", "client"),
        ("replies", "client"),
    ],
)  # fmt: skip
def test_a_name_is_refused_where_it_is_not_known_yet(source: str, reads: str) -> None:
    (fault,) = faults_of(source, reads)  # type: ignore[arg-type]
    assert fault.code == Code.CONDITION_STAGE
    assert fault.hint
    assert fault.place.column == 1


@pytest.mark.parametrize(
    ("source", "reads"), [("has_staff", "client"), ("client_is_minor", "client"), ("in_australia", "client")]
)
def test_a_name_is_read_where_it_may_be(source: str, reads: str) -> None:
    assert faults_of(source, reads) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "reads", "refused_in"),
    [("reviews is included", "chosen", "practice"), ("client_is_minor", "client", "chosen")],
)
def test_a_named_condition_hides_nothing_that_may_not_be_read(
    source: str, reads: str, refused_in: str
) -> None:
    named = {"hidden": NamedCondition("hidden", read(source, reads), words="something hidden")}  # type: ignore[arg-type]
    words = Vocabulary(facts=FACTS, named=named, reads=reads)  # type: ignore[arg-type]
    assert parse("hidden", words).text == "hidden"
    with pytest.raises(Refused) as refused:
        parse("hidden", Vocabulary(facts=FACTS, named=named, reads=refused_in))  # type: ignore[arg-type]
    assert refused.value.findings[0].code == Code.CONDITION_STAGE


def test_stance_alone_means_nothing_outside_a_clause() -> None:
    with pytest.raises(Refused) as refused:
        parse('stance == "x"', Vocabulary(reads="chosen"))
    assert refused.value.findings[0].hint == "write the clause before it: <clause>.stance"


def test_errors_refine_the_built_in_ones() -> None:
    for source, kind in (("zzz", NotFound), ("max_age", WrongKind), ("min_age < 18", WrongValue)):
        assert isinstance(faults_of(source)[0], kind)


def test_a_fault_has_the_place_in_the_file() -> None:
    line = "when = 'practise_size == \"solo\"'   # why"
    place = Place("a.md", "when", line=7, column=9, excerpt=line)
    (fault,) = faults_of('practise_size == "solo"', place=place)
    assert (fault.place.file, fault.place.path, fault.place.line) == ("a.md", "when", 7)
    assert fault.place.column == 9
    assert caret(fault) == f"{line}\n        {'^' * 13}"


def test_a_caret_stands_right_after_tabs() -> None:
    place = Place("a.md", line=7, column=3, excerpt="\t'zzz'")
    assert caret(faults_of("zzz", place=place)[0]) == "\t'zzz'\n\t ^^^"


def test_a_condition_with_escapes_is_shown_as_it_is_read() -> None:
    place = Place("a.md", line=7, column=9, excerpt='when = "region within \\"FR\\""')
    (fault,) = faults_of('region within "FR"', place=place)
    assert caret(fault) == f'{" " * 8}region within "FR"\n{" " * 22}^^^^'


def test_a_fault_in_a_later_line_has_that_line() -> None:
    source = 'has_staff\r\nand max_age < "3"\nand zzz'
    place = Place("a.md", line=7, column=9, excerpt="when = '''has_staff")
    first, second = faults_of(source, place=place)
    assert (first.place.line, first.place.column, first.place.excerpt) == (8, 15, 'and max_age < "3"')
    assert (second.place.line, second.place.column) == (9, 5)


def test_a_later_line_without_a_known_place_has_no_line() -> None:
    (fault,) = faults_of("has_staff\nand zzz")
    assert (fault.place.line, fault.place.column) == (0, 5)


def test_a_fault_over_two_lines_is_marked_in_its_first() -> None:
    (fault,) = faults_of("retry_within < 4\nyears")
    assert caret(fault) == f"retry_within < 4\n{' ' * 15}^"


def test_a_long_text_is_refused_at_once() -> None:
    long = "has_staff or " * (LONGEST // 13) + "serves_minors"
    assert [fault.code for fault in faults_of(long)] == [Code.CONDITION_SYNTAX]
    assert faults_of("x" * 10_000_000)[0].code == Code.CONDITION_SYNTAX


def test_a_text_that_is_long_once_written_well_is_refused() -> None:
    tight = "max_age<3or " * (LONGEST // 12 - 1) + "max_age<3"
    assert len(tight) <= LONGEST
    assert "too large" in faults_of(tight)[0].message


@pytest.mark.parametrize("opening", ["(", "not "])
def test_deep_nesting_is_refused_without_a_crash(opening: str) -> None:
    closing = ")" if opening == "(" else ""
    assert faults_of(opening * DEEPEST + "has_staff" + closing * DEEPEST) == ()
    deep = opening * 400 + "has_staff" + closing * 400
    assert "nested" in faults_of(deep)[0].message


def _chain(step: str, length: int) -> None:
    named: dict[str, NamedCondition] = {}
    condition = parse("has_staff", Vocabulary(facts=FACTS))
    for _ in range(length):
        named["n"] = NamedCondition("n", condition, words="so")
        condition = parse(step, Vocabulary(facts=FACTS, named=named))


@pytest.mark.parametrize(
    ("step", "length", "fault"), [("n", DEEPEST + 1, "nested"), (" and ".join(["n"] * 13), 3, "too large")]
)
def test_named_conditions_count_for_the_bounds(step: str, length: int, fault: str) -> None:
    assert 13**2 < LARGEST < 13**3
    _chain(step, length - 1)
    with pytest.raises(Refused) as refused:
        _chain(step, length)
    assert fault in refused.value.findings[0].message
