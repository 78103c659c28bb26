"""Small libraries whose clauses get any condition, and conditions at random: what searches are tried on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from socialpolicy import Library
from socialpolicy.conditions import Condition, Vocabulary, parse
from tests.composition.small import clause, small

__all__ = ["LEAVES", "conditions", "plain", "profiles", "read", "with_when"]

_FACTS = """
[facts.years]
kind = "whole"
range = [0, 20]
default = 3
question = "For how many years?"
[facts.reply]
kind = "duration"
unit = "days"
range = [1, 9]
default = 2
question = "How soon?"
[facts.retry]
kind = "duration"
unit = "days"
range = [1, 9]
default = { fact = "reply" }
question = "How soon again?"
[facts.pages]
kind = "rows"
columns = { name = { kind = "words" }, seen = { kind = "yes-no" } }
default = []
question = "Which pages?"
"""
# what can stand in a `when` of that library
LEAVES = (
    "has_staff",
    'practice_size == "group"',
    'channels has "sms"',
    'channels has any ("email", "sms")',
    'channels has "phone"',
    "channels is empty",
    'professions has "psychologist"',
    "professions is empty",
    'region within "US"',
    'region == "AU-VIC"',
    'served_regions within "AU"',
    'served_regions has "US-TX"',
    "served_regions has region",
    "years > 4",
    "years in (7, 9)",
    "reply > 3 days",
    "retry <= 1 day",
    "retry < reply",
    "pages is empty",
    "motto is empty",
    'person_term == "young-person"',
)


@cache
def plain() -> Library:
    """A clause that stands, and one whose condition tests replace."""
    return small({"base": clause("Base"), "moved": clause("Moved"), "desk": clause("Desk")}, facts=_FACTS)


def read(source: str) -> Condition:
    """A condition of that library."""
    return parse(source, Vocabulary(facts=plain().facts, reads="practice"))


def with_when(conditions: Mapping[str, Condition]) -> Library:
    """That library with other conditions for some of its clauses."""
    library = plain()
    changed = {
        name: tuple(attrs.evolve(one, when=when) for one in library.clauses[name])
        for name, when in conditions.items()
    }
    return attrs.evolve(library, clauses={**library.clauses, **changed})


def conditions(leaves: tuple[str, ...] = LEAVES) -> st.SearchStrategy[str]:
    """Sources of conditions."""
    return st.recursive(
        st.sampled_from(leaves),
        lambda inner: st.one_of(
            inner.map(lambda one: f"not ({one})"),
            st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
                lambda one: "({}) {} ({})".format(*one)
            ),
        ),
        max_leaves=5,
    )


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, Any]:
    """Some answers of a practice."""
    answers: dict[str, st.SearchStrategy[Any]] = {
        "region": st.sampled_from(["AU-NSW", "AU-VIC", "US-TX"]),
        "served_regions": st.lists(st.sampled_from(["AU-NSW", "US-TX"]), min_size=1, unique=True),
        "has_staff": st.booleans(),
        "practice_size": st.sampled_from(["solo", "group"]),
        "channels": st.lists(st.sampled_from(["phone", "email", "sms"]), unique=True),
        "professions": st.lists(st.sampled_from(["counsellor", "psychologist"]), unique=True),
        "years": st.integers(0, 20),
        "reply": st.integers(1, 9),
        "retry": st.integers(1, 9),
        "pages": st.just([{"name": "a", "seen": True}]),
        "motto": st.sampled_from(["none", "Go on"]),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(answers)), max_size=6))
    return {name: draw(answers[name]) for name in sorted(chosen)}
