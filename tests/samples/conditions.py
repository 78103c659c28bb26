"""One sample for each code that reading a condition raises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from socialpolicy.conditions import Vocabulary, parse
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact

__all__ = ["SAMPLES"]

_FACTS = (
    Fact(name="has_staff", kind="yes-no", required=True),
    Fact(name="has_pets", kind="yes-no"),
    Fact(name="age", kind="whole", range=(0, 17), required=True),
    Fact(name="size", kind="choice", options={"solo": "alone"}, required=True),
    Fact(name="client_is_minor", kind="yes-no", about="client"),
)
_WORDS = Vocabulary(facts={fact.name: fact for fact in _FACTS})

SAMPLES: dict[Code, Callable[[], object]] = {
    Code.CONDITION_SYNTAX: partial(parse, "has_staff AND has_staff", _WORDS),
    Code.CONDITION_UNKNOWN_NAME: partial(parse, "has_stuff", _WORDS),
    Code.CONDITION_TYPE: partial(parse, 'has_staff == "yes"', _WORDS),
    Code.CONDITION_OPTION: partial(parse, 'size == "sole"', _WORDS),
    Code.CONDITION_RANGE: partial(parse, "age < 18", _WORDS),
    Code.CONDITION_STAGE: partial(parse, "client_is_minor", _WORDS),
    Code.CONDITION_UNDECIDED: partial(parse, "has_pets", _WORDS),
}
