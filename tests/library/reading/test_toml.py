"""TOML with places: what is refused before and after tomllib, and where."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code, Finding, Place, Refused
from socialpolicy.library.reading.toml import Source, parse_toml


def faults(text: str, first_line: int = 1) -> tuple[Finding, ...]:
    """Why a text is refused."""
    with pytest.raises(Refused) as refused:
        parse_toml(text, "a.toml", first_line=first_line)
    return refused.value.findings


def test_a_value_has_the_place_of_its_key_or_of_what_holds_it() -> None:
    source = parse_toml("a = 1\n[b]\n[[c]]\nd = 'x'\n", "a.toml", first_line=3)
    assert source.place("c", 0, "d") == Place("a.toml", "c[1].d", line=6, column=6, excerpt="d = 'x'")
    assert source.place("b", "none") == Place("a.toml", "b.none", line=4, column=1, excerpt="[b]")
    assert source.place("none") == Place("a.toml", "none", line=1)
    assert source.place() == Place("a.toml", line=1)


def test_what_was_never_a_file_has_no_lines() -> None:
    assert Source("", {"a": 1}, spots={}, lines=()).place("a") == Place("", "a")


def test_names_that_cannot_be_printed_are_not() -> None:
    source = parse_toml('"\\u001b[31m" = 1\n"\\u202e" = 2\n' + "k" * 100 + " = 3", "a.toml")
    assert source.place("\x1b[31m").path == "\N{REPLACEMENT CHARACTER}[31m"
    assert source.place("a", "\u202e").path == "a.\N{REPLACEMENT CHARACTER}"
    assert source.place("k" * 100).path == "k" * 60 + "…"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = 1\nb = = 2", 2, 5),
        ("a = 1\na = 2", 2, 0),
        ('a = 1\nb = "x', 2, 0),
        ('a = """\nx\n', 3, 0),
        ("a = 1 # \x00", 1, 9),
        ("\na = " + "[" * 33, 2, 0),
        ("\n" + "a." * 17 + "a = 1", 2, 0),
        ("\n# " + "x" * 16_384, 2, 0),
        ("a = " + "1" * 5_000, 0, 0),
    ],
)  # fmt: skip
def test_a_text_that_is_not_toml_is_refused_with_its_line(text: str, line: int, column: int) -> None:
    (fault,) = faults(text)
    assert fault.code == Code.TOML_SYNTAX
    assert (fault.place.line, fault.place.column) == (line, column)
    (later,) = faults(text, first_line=5)
    assert later.place.line == (line + 4 if line else 0)


def test_numbers_beyond_all_use_are_refused_each_at_its_place() -> None:
    found = faults(
        "a = 1000000000001\nb = [0, -1000000000001]\nc = { d = inf, e = nan, f = 1e13, g = true }\n"
    )
    assert [(fault.code, fault.place.path, fault.place.line) for fault in found] == [
        (Code.VALUE_RANGE, "a", 1),
        (Code.VALUE_RANGE, "b[2]", 2),
        (Code.VALUE_RANGE, "c.d", 3),
        (Code.VALUE_RANGE, "c.e", 3),
        (Code.VALUE_RANGE, "c.f", 3),
    ]
    parse_toml("a = 1_000_000_000_000\nb = -1e12\n", "a.toml")


def test_line_ends_of_other_systems_count_as_one() -> None:
    source = parse_toml('a = 1\r\nb = """\r\nx\r\ny"""\r\nc = 2\r\n', "a.toml")
    assert source.values["b"] == "x\ny"
    assert (source.place("b").line, source.place("b").column) == (3, 1)
    assert source.place("c").excerpt == "c = 2"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Refused):
        parse_toml(text, "a.toml")
