"""The smallest change that brings a clause in: it works, no smaller one does, and what it moves is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy.composition.bringing import BringIn, Change, Moves, bring_in
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.values import Answers, choose_locale, known
from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, NotFound
from socialpolicy.facts.fact import FromFact
from socialpolicy.facts.values import NONE, Duration, Row
from tests.composition.small import ANSWERS, clause, composed, small
from tests.composition.supposed import conditions, profiles, read, with_when

_CHANNELS = ("phone", "email", "sms")
_PLACES = ("AU", "AU-NSW", "AU-VIC", "US", "US-TX", "IE", "IE-D")


def _subsets(entries: tuple[str, ...], most: int) -> list[object]:
    return [some for count in range(most + 1) for some in combinations(entries, count)]


# every answer that there is (of rows and words, which no condition looks into, one)
EVERY: dict[str, list[object]] = {
    "has_staff": [False, True],
    "practice_size": ["solo", "group"],
    "channels": _subsets(_CHANNELS, 3),
    "professions": _subsets(("counsellor", "psychologist"), 2),
    "region": list(_PLACES),
    "served_regions": _subsets(_PLACES, 2),
    "years": list(range(21)),
    "reply": [Duration(days, "days") for days in range(1, 10)],
    "retry": [Duration(days, "days") for days in range(1, 10)],
    "pages": [(), (Row({"name": "a", "seen": True}),)],
    "motto": [NONE, "Go on"],
    "person_term": ["client", "young-person"],
}


def _entries(before: object, after: object) -> int:
    if isinstance(before, tuple) and isinstance(after, tuple):
        return len([one for one in before if one not in after]) + len(
            [one for one in after if one not in before]
        )
    return 1


def _size(composed: Composed, change: dict[str, object]) -> tuple[int, int]:
    return len(change), sum(_entries(composed.values.get(key), value) for key, value in change.items())


def _holds(composed: Composed, when: Condition, change: dict[str, object]) -> bool:
    answers = {**composed.profile.answers, **change}
    try:
        locale = choose_locale(composed.library, attrs.evolve(composed.profile, answers=answers))
    except NotFound:
        locale = None
    return when.holds(known(Answers(composed.library, answers, locale).all())) is True


def _brute(composed: Composed, when: Condition, most: int) -> Iterator[dict[str, object]]:
    """Every change of so many facts at most by which a condition holds."""
    behind = set(when.reads) | {"region" for key in when.reads if key in ("served_regions", "person_term")}
    behind |= {"reply" for key in when.reads if key == "retry"}
    for count in range(1, most + 1):
        for keys in combinations(sorted(behind & EVERY.keys()), count):
            for values in product(*(EVERY[key] for key in keys)):
                change = dict(zip(keys, values, strict=True))
                idle = any(_same(composed, key, value) for key, value in change.items())
                if not idle and _holds(composed, when, change):
                    yield change


def _same(composed: Composed, key: str, value: object) -> bool:
    """Whether a fact has this value already, and not because another has it."""
    follows = (
        isinstance(composed.library.facts[key].default, FromFact) and key not in composed.profile.answers
    )
    return composed.values.get(key) == value and not follows


def _first(found: BringIn) -> tuple[Change, ...]:
    """The first change that was tried, whether composing refused it or not."""
    return found.refused[0].changes if found.refused else found.changes


@settings(max_examples=60, deadline=None)
@given(conditions(), profiles())
def test_the_smallest_change_brings_the_clause_in_and_no_smaller_one_does(
    source: str, answers: dict[str, Any]
) -> None:
    when = read(source)
    before = composed(with_when({"moved": when}), **answers).composed
    if "moved" in before.chosen:
        return
    found = bring_in(before, "moved")
    first = {one.key: one.value for one in _first(found)}
    brute = [_size(before, change) for change in _brute(before, when, 2)]
    assert not found.undecided or found.refused
    if brute:
        assert _size(before, first) == min(brute), (first, found)
    assert not first or len(first) > 2 or brute
    assert not first or _holds(before, when, first)
    for refused in found.refused:
        assert _holds(before, when, {one.key: one.value for one in refused.changes})
        assert refused.findings
    if found.changes:
        _check_applied(before, found)


def _check_applied(before: Composed, found: BringIn) -> None:
    """Written into a profile as it says, it brings the clause in and moves what it says."""
    lines = {key: Change(key, value).toml for key, value in before.profile.answers.items()}
    lines.update((one.key, one.toml) for one in found.changes)
    profile = Profile.parse("\n".join(lines.values()), before.library)
    after = compose(before.library, profile, on=before.on).composed
    assert "moved" in after.chosen
    assert set(after.chosen) - set(before.chosen) - {"moved"} == set(found.moves.come)
    assert set(before.chosen) - set(after.chosen) == set(found.moves.go)


# ---------- cases of their own ----------

_SHUT = """
[stances.open]
label = "l"
default_when = 'not has_staff'
[stances.shut]
label = "l"
default = true
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small(
        {
            "door": clause("Door", below=_SHUT),
            "desk": clause("Desk", top="when = 'has_staff and practice_size == \"group\"'"),
            "lamp": clause("Lamp", top="when = 'has_staff'"),
            "bell": clause("Bell", top="when = 'not has_staff'"),
            "never": clause("Never", top="when = 'has_staff and not has_staff'"),
            "later": clause("Later", top="effective = 2027-01-01\nwhen = 'has_staff'"),
            "gone": clause(
                "Gone",
                top='withdrawn = 2026-03-01\nwithdrawn_because = "It was wrong."',
            ),
            "slip": clause("Slip", top='withdrawn = 2026-01-01\nwithdrawn_because = "It was a slip."'),
            "far": clause("Far", top="when = 'region within \"IE\"'"),
            "owner": clause("Owner", top='when = \'region within "IE" or practice_size == "group"\''),
        }
    )


def _brought(library: Library, name: str, **values: Any) -> BringIn:
    return bring_in(composed(library, **values).composed, name)


def _lines(found: BringIn) -> list[str]:
    return [change.toml for change in found.changes]


def test_what_else_moves_is_said(library: Library) -> None:
    found = _brought(library, "desk")
    assert _lines(found) == ["has_staff = true", 'practice_size = "group"']
    assert found.moves == Moves(("lamp", "owner"), ("bell",), (("door", "open", "shut"),))


def test_a_clause_that_the_practice_leaves_out_is_taken_out_of_exclude(library: Library) -> None:
    assert _lines(_brought(library, "door", exclude=["later", "door"])) == ['exclude = ["later"]']
    both = _brought(library, "lamp", exclude=["lamp"])
    assert _lines(both) == ["exclude = []", "has_staff = true"]


def test_a_clause_without_a_version_in_force_comes_with_its_day(library: Library) -> None:
    assert _lines(_brought(library, "later", has_staff=True)) == ["effective_date = 2027-01-01"]
    assert _lines(_brought(library, "later")) == ["effective_date = 2027-01-01", "has_staff = true"]
    assert _lines(_brought(library, "gone")) == ["effective_date = 2026-02-28"]


def test_a_day_that_was_asked_for_is_asked_for_again(library: Library) -> None:
    profile = Profile.of(library, **ANSWERS, effective_date=date(2026, 6, 1))
    policy = compose(library, profile, on=date(2026, 7, 1))
    assert _lines(bring_in(policy.composed, "gone")) == ["--on 2026-02-28"]


def test_what_no_answer_brings_in_is_told_so(library: Library) -> None:
    assert _brought(library, "slip") == BringIn()
    assert _brought(library, "never") == BringIn()


def test_a_change_that_composing_refuses_is_said_and_the_next_is_tried(library: Library) -> None:
    found = _brought(library, "owner")
    assert [change.toml for one in found.refused for change in one.changes] == ['region = "IE-D"']
    assert [finding.code for one in found.refused for finding in one.findings] == [Code.LOCALE_NONE]
    assert _lines(found) == ['practice_size = "group"']


def test_a_change_that_is_refused_is_not_tried_again_beside_an_answer_that_stays() -> None:
    when = 'region within "IE" and practice_size == "solo"'
    found = bring_in(composed(with_when({"moved": read(when)})).composed, "moved")
    assert [len(one.changes) for one in found.refused] == [1]


def test_of_as_many_facts_the_fewest_entries_are_changed() -> None:
    when = '(channels has "sms" and channels has "email") or professions has "psychologist"'
    found = bring_in(composed(with_when({"moved": read(when)})).composed, "moved")
    assert _lines(found) == ['professions = ["psychologist"]']


def test_where_composing_refuses_all_that_is_said_too(library: Library) -> None:
    found = _brought(library, "far")
    assert found.changes == ()
    assert len(found.refused) == 1
    assert not found.undecided


def test_a_change_that_is_refused_again_and_again_is_given_up() -> None:
    many = " or ".join(f'channels has "{one}"' for one in ("email", "sms"))
    library = small(
        {"door": clause("Door"), "far": clause("Far", top=f"when = 'region within \"IE\" and ({many})'")}
    )
    found = bring_in(composed(library).composed, "far")
    assert found.changes == ()
    assert found.undecided or len(found.refused) < 4


def test_a_search_that_is_too_long_is_given_up() -> None:
    options = ", ".join(f'o{number} = "o"' for number in range(14))
    fact = f'[facts.many]\nkind = "choices"\noptions = {{ {options} }}\ndefault = []\nquestion = "q"\n'
    every = " and ".join(f'many has "o{number}"' for number in range(14))
    library = small({"door": clause("Door"), "all": clause("All", top=f"when = '{every}'")}, facts=fact)
    found = bring_in(composed(library).composed, "all")
    assert found.undecided
    assert found.changes == ()


def test_no_smaller_change_hides_behind_a_fact_that_takes_the_answer_of_another() -> None:
    when = 'region within "US" and served_regions within "AU"'
    before = composed(with_when({"moved": read(when)})).composed
    assert _lines(bring_in(before, "moved")) == ['region = "US-TX"', 'served_regions = ["AU-NSW"]']


def test_refusals_are_findings(library: Library) -> None:
    with pytest.raises(Refused):
        composed(library, region="IE-D")
