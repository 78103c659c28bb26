from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Place, Refused
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.toml import as_toml
from socialpolicy.facts.values import NONE, Duration, Money, Row

_COLUMNS = {
    "name": Fact(name="name", kind="words"),
    "url": Fact(name="url", kind="url", optional=True),
    "signed": Fact(name="signed", kind="yes-no"),
}


@pytest.mark.parametrize(
    ("fact", "value", "written"),
    [
        (Fact(name="x", kind="yes-no"), True, "true"),
        (Fact(name="x", kind="whole"), 7, "7"),
        (Fact(name="x", kind="duration", unit="days"), Duration(1, "days"), '"1 day"'),
        (Fact(name="x", kind="duration"), Duration(2, "working-days"), '"2 working days"'),
        (Fact(name="x", kind="money"), Money(Decimal("120.00"), "AUD"), '"120.00 AUD"'),
        (Fact(name="x", kind="date"), date(2026, 6, 1), "2026-06-01"),
        (Fact(name="x", kind="words", optional=True), NONE, '"none"'),
        (Fact(name="x", kind="list of words"), ("a", 'b"c'), '["a", "b\\"c"]'),
        (
            Fact(name="x", kind="rows", columns=_COLUMNS),
            (Row({"name": "a", "url": NONE, "signed": False}),),
            '[{ name = "a", signed = false }]',
        ),
    ],
)
def test_a_value_is_written_as_a_profile_has_it(fact: Fact, value: object, written: str) -> None:
    assert as_toml(value) == written
    assert read_value(fact, tomllib.loads(f"x = {written}")["x"], Place()) == value


@given(st.text(min_size=1))
def test_any_words_that_can_be_read_are_read_again(text: str) -> None:
    fact: Any = Fact(name="x", kind="words")
    try:
        value = read_value(fact, text, Place())
    except Refused:
        return
    assert read_value(fact, tomllib.loads(f"x = {as_toml(value)}")["x"], Place()) == value
