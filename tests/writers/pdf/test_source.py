"""Every text reaches Typst as it is: Typst itself says what it has read."""

from __future__ import annotations

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Place, WrongValue
from socialpolicy.guarding.clean import Origin, clean
from socialpolicy.writers.pdf.source import array, block, call, literal, text

COMPILER = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))


def read(words: str) -> object:
    """What Typst takes a literal for."""
    found = typst.query(f"#metadata({literal(words)}) <it>".encode(), "<it>", field="value", one=True)
    return json.loads(found)


def stands(words: str) -> bool:
    try:
        return clean(words, Place(), origin=Origin.CLIENT) == words
    except WrongValue:
        return False


@given(st.text().filter(stands))
def test_any_text_that_may_stand_is_read_as_it_is(words: str) -> None:
    assert read(words) == words.replace("\t", " ")


@pytest.mark.parametrize("words", ['#emph("x")', '"; panic() ;"', "\\u{41}", "$x$ *b* _i_ = h", "\\", '"'])
def test_what_looks_like_source_is_none(words: str) -> None:
    assert read(words) == words


def test_a_line_feed_is_a_line_break() -> None:
    assert text("a\nb") == '{"a";linebreak();"b"}'


def test_nothing_is_content_too() -> None:
    assert block("", "") == "[]"
    assert array([]) == "()"
    assert array(["1"]) == "(1, )"


def test_a_call_has_hyphens_where_names_have_underscores() -> None:
    assert call("line-of", "1", is_tick="true") == "line-of(1, is-tick: true)"
