"""Canonical JSON is written one way, and read without mercy."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.document.canonical import json_bytes
from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.keeping.canonical import DEEPEST, LARGEST_NUMBER, json_value
from tests.keeping.trees import texts

PLACE = Place("socialpolicy.lock")
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_NUMBER, LARGEST_NUMBER) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=10,
)


def fault(text: str) -> WrongValue:
    with pytest.raises(WrongValue) as caught:
        json_value(text, PLACE)
    assert caught.value.code is Code.JSON_SYNTAX
    assert caught.value.place.file == "socialpolicy.lock"
    # nothing behind the finding holds the text
    assert caught.value.__context__ is None
    return caught.value


@given(values)
def test_what_was_written_is_read(value: object) -> None:
    written = json_bytes(value)  # type: ignore[arg-type]
    assert written.endswith(b"\n")
    assert written.count(b"\n") == 1
    assert json_value(written.decode(), PLACE) == value == json.loads(written)


@given(st.dictionaries(texts, texts))
def test_the_order_in_which_keys_were_put_does_not_show(value: dict[str, str]) -> None:
    assert json_bytes({**value}) == json_bytes(dict(reversed(value.items())))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ('{"a": 1,}', "not JSON"),
        ("[1] [2]", "not JSON"),
        ('"a\nb"', "not JSON"),
        ("<<<<<<< ours", "not JSON"),
        ('{"a": 1, "b": 2, "a": 3}', "`a` stands twice"),
        ('{"a": {"b": 1, "b": 1}}', "`b` stands twice"),
        ("NaN", "whole"),
        ("[-Infinity]", "whole"),
        ("1.0", "whole"),
        ("1e2", "whole"),
        (f"{LARGEST_NUMBER + 1}", "lies between"),
        ("-" + "9" * 17, "lies between"),
        ("9" * 5_000, "lies between"),
    ],
)
def test_what_readers_do_not_agree_on_is_refused(text: str, words: str) -> None:
    assert words in fault(text).message


def test_a_fault_has_its_line_and_column() -> None:
    place = fault('{"a": 1,\n "b": }').place
    assert (place.line, place.column) == (2, 7)


@pytest.mark.parametrize(("opens", "closes"), [("[", "]"), ('{"a":', "}")])
def test_brackets_nest_so_deep_and_no_deeper(opens: str, closes: str) -> None:
    deepest = opens * DEEPEST + "1" + closes * DEEPEST
    assert json_value(deepest, PLACE)
    assert "deeply" in fault(opens + deepest + closes).message
    assert "deeply" in fault(opens * 100_000).message


def test_brackets_in_texts_do_not_nest() -> None:
    text = r"[[[{{\"[[" * 100
    assert json_value(f'"{text}"', PLACE) == text.replace("\\", "")
    assert "not JSON" in fault('"' + r"\"" * 50_000).message


def test_a_key_that_stands_twice_is_shown_fit_to_print() -> None:
    assert "\x1b" not in fault(r'{"\u001b[31m": 1, "\u001b[31m": 1}').message
