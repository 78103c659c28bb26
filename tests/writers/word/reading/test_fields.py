"""Fields: what they show is text, their code is none; one that does not end takes nothing with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code
from socialpolicy.writers.word.reading.fields import codes
from socialpolicy.writers.word.reading.xml import parse
from tests.writers.word.reading.docx import NAMES, alternate, boxed, code, field, mark, p, r, read, texts


def test_a_field_shows_its_result() -> None:
    assert texts(p("see ", field("REF x", r("1.2")), ".")) == ["see 1.2."]


def test_a_field_in_a_code_is_code_and_one_in_a_result_is_shown() -> None:
    inside_code = (
        mark("begin") + code("IF ") + field("REF x", r("never")) + mark("separate") + r("yes") + mark("end")
    )
    assert texts(p(inside_code)) == ["yes"]
    assert texts(p(field("HYPERLINK x", r("a"), field("PAGEREF y", r("7")), r("b")))) == ["a7b"]


def test_a_field_may_run_over_paragraphs() -> None:
    first = mark("begin") + code("TOC") + mark("separate") + r("One")
    assert texts(p(first), p(r("Two"), mark("end")), p("Three")) == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("stray", "text"),
    [
        (mark("begin") + code("REF x") + r("a"), "ab"),
        (mark("begin") + code("REF x") + mark("separate") + r("a"), "ab"),
        (mark("separate") + r("a"), "ab"),
        (mark("end") + r("a"), "ab"),
        (code("REF x") + r("a"), "ab"),
    ],
)
def test_a_field_that_does_not_end_takes_nothing_with_it(stray: str, text: str) -> None:
    assert texts(p(stray), p(field("PAGE", r("1"))), p("b")) == ["a", "1", "b"]
    assert text == "ab"


def test_a_field_that_does_not_end_is_said() -> None:
    assert [one.code for one in read(p(mark("begin"), "a")).findings] == [Code.TEXT_UNREAD]
    assert read(p(field("PAGE", r("1")))).findings == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [("MACROBUTTON None [Your name]", "[Your name]"), ("GOTOBUTTON x Go", "Go"), ("XE Term", "")],
)
def test_a_button_shows_what_stands_in_its_code(words: str, shown: str) -> None:
    assert texts(p("a", field(words), "b")) == [f"a{shown}b"]
    assert texts(p(mark("begin"), field(words), mark("separate"), r("b"), mark("end"))) == ["b"]


LIST = '<w:ffData><w:ddList>{}<w:listEntry w:val="one"/><w:listEntry w:val="two"/></w:ddList></w:ffData>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (LIST.format(""), "one"),
        (LIST.format('<w:result w:val="1"/>'), "two"),
        (LIST.format('<w:default w:val="1"/>'), "two"),
        (LIST.format('<w:result w:val="9"/>'), ""),
        (LIST.format('<w:result w:val="x"/>'), ""),
        ("<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>", "☒"),
        ("<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>", "☐"),
        ("<w:ffData><w:checkBox/></w:ffData>", "☐"),
        ("<w:ffData><w:textInput/></w:ffData>", ""),
    ],
)
def test_an_old_form_shows_its_choice(data: str, shown: str) -> None:
    assert texts(p("a", field("FORM", data=data), "b")) == [f"a{shown}b"]
    assert texts(p("a", field("FORM", r("result"), data=data), "b")) == ["aresultb"]


def test_codes_are_told_with_whether_they_show_anything() -> None:
    body = (
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:fldSimple w:instr="DATE"/>'
        + mark("begin") + code(" RE") + code("F x ") + r("no")
        + mark("separate") + r("") + r("5") + mark("end")
        + field("TOC", r("")) + mark("begin")
    )  # fmt: skip
    root = parse(f"<w:p {NAMES}>{body}</w:p>".encode())
    assert [*codes(root)] == [(" PAGE ", True), ("DATE", False), (" REF x ", True), ("TOC", False)]


BEGIN, SEPARATE, END = (mark(kind) for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize("inside", [BEGIN, END, SEPARATE, BEGIN + END + END])
def test_a_field_in_a_box_ends_none_around_it(inside: str) -> None:
    assert texts(p(BEGIN, code("X"), SEPARATE, r("a"), boxed(p(inside, "b")), END, "c")) == ["ac", "b"]


def test_a_field_of_the_branch_that_is_not_read_ends_none_around_it() -> None:
    assert texts(p(BEGIN, code("X"), SEPARATE, r("a"), alternate("", BEGIN), END, "c")) == ["ac"]


@given(st.lists(st.sampled_from([BEGIN, SEPARATE, END, code("C"), r("a"), boxed(p(BEGIN)), boxed(p(END))])))
def test_no_order_of_marks_stops_the_reader(pieces: list[str]) -> None:
    assert texts(p(*pieces), p("last"))[-1] == "last"
