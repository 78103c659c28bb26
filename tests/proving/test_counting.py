"""The number of different policies, held against trying out every practice."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy.proving.counting import count_policies
from tests.composition.small import clause, small
from tests.composition.supposed import conditions, read, with_when
from tests.proving.planting import DAY as DECEMBER

DAY = date(2026, 6, 1)
PLAIN = ("has_staff", 'practice_size == "group"', 'channels has "sms"', 'channels has "phone"', "years > 4")
ONLY = '[R2]\nkind = "only"\nwhere = "has_staff"\nclause = "door"\nstances = ["a"]\nbecause = "So."\n'
NEVER = '[R1]\nkind = "never"\nwhere = \'has_staff and practice_size == "group"\'\nbecause = "So."\n'


def tried(library: Library) -> int:
    """The number found by composing each practice that differs in these facts."""
    channels = [[], ["sms"], ["phone"], ["sms", "phone"]]
    years = {"years": [4, 5]} if "years" in library.facts else {}
    facts = {"has_staff": [True, False], "practice_size": ["solo", "group"], "channels": channels, **years}
    found = set()
    for values in product(*facts.values()):
        answers = dict(zip(facts, values, strict=True))
        profile = Profile.of(library, practice_name="x", region="AU-NSW", **answers)
        try:
            chosen = compose(library, profile, on=DAY).composed.chosen
        except Refused:
            continue
        found.add(frozenset((name, one.stance.id) for name, one in chosen.items()))
    return len(found)


@settings(max_examples=30)
@given(conditions(PLAIN), conditions(PLAIN))
def test_it_is_as_many_as_composing_finds(first: str, second: str) -> None:
    library = with_when({"moved": read(first), "desk": read(second)})
    assert count_policies(library, DAY) == tried(library)


def test_stances_count_and_what_a_rule_refuses_does_not() -> None:
    below = (
        "[stances.a]\nlabel = \"l\"\ndefault_when = 'has_staff'\n"
        "[stances.b]\nlabel = \"l\"\ndefault_when = 'not has_staff'\n"
    )
    gate = clause("Gate", top="when = 'practice_size == \"group\"'")
    clauses = {"door": clause("Door", below=below), "gate": gate}
    assert count_policies(small(clauses), DAY) == tried(small(clauses)) == 4
    refused = small(clauses, files={"rules.toml": NEVER + ONLY})
    assert count_policies(refused, DAY) == tried(refused) == 3


@pytest.mark.no_cover
def test_the_bundled_library_makes_more_than_a_thousand_million() -> None:
    assert count_policies(Library.bundled(), DECEMBER) > 1_000_000_000
