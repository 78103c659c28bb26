"""Questions: each that can still change a document is asked, no other, and the most decisive first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialpolicy import Library, Profile, Refused
from socialpolicy.composition.decisions import open_decisions
from socialpolicy.composition.question import Effect, Question
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Code, NotFound
from tests.composition.refusing import findings
from tests.composition.small import ANSWERS, clause, composed, small
from tests.composition.supposed import conditions, plain, profiles, read, with_when

_FACTS = """
[facts.staff_room]
kind = "words"
asked_when = 'has_staff'
shown = "clients"
question = "Where is the staff room?"
[facts.parking]
kind = "yes-no"
required = true
asked_when = 'has_staff'
question = "Is there parking?"
"""
_OWN = """
[stances.usual]
label = "l"
default = true
[stances.other]
label = "l"
[facts.sign]
kind = "words"
shown = "clients"
question = "What is on the sign?"
[facts.bell]
kind = "words"
shown = "clients"
asked_when = 'stance == "other"'
question = "What does the bell play?"
[facts.loud]
kind = "yes-no"
required = true
asked_when = 'stance == "other"'
question = "Is it loud?"
[facts.tune]
kind = "yes-no"
default = true
shown = "clients"
question = "Does it play?"
"""
_TEXT = "{{sign}} {{bell}} {{phone}} {{staff_room}} [It plays.]{when tune}"


@pytest.fixture(scope="module")
def library() -> Library:
    door, desk = (
        clause("Door", _TEXT, below=_OWN),
        clause("Desk", _TEXT, top="when = 'has_staff'", below=_OWN),
    )
    return small({"door": door, "desk": desk}, facts=_FACTS)


def _questions(library: Library, **values: Any) -> dict[str, Question]:
    return {one.fact.key: one for one in questions(library, Profile.of(library, **values))}


def _asked(library: Library, **values: Any) -> dict[str, str]:
    return {key: one.need for key, one in _questions(library, **values).items()}


def test_decisions_come_first_then_what_could_change_most(library: Library) -> None:
    asked = list(_questions(library).values())
    needs = [one.need == "decision" for one in asked]
    assert needs == sorted(needs, reverse=True)
    for decision in (True, False):
        counts = [len(one.effects) for one in asked if (one.need == "decision") is decision]
        assert counts == sorted(counts, reverse=True)


def test_what_is_answered_is_not_asked_and_what_is_assumed_is_asked_with_its_default(
    library: Library,
) -> None:
    asked = _questions(library, practice_name="Saltbush")
    assert "practice_name" not in asked
    assert asked["region"].need == "decision"
    assert (asked["phone"].need, asked["phone"].default) == ("value", "")
    assert (asked["has_staff"].need, asked["has_staff"].default) == ("assumption", "no")
    assert "client_name" not in asked


def test_a_default_is_said_in_words_as_it_would_stand(library: Library) -> None:
    lines = small({"door": clause("Door", "{{lines}} {{motto}}")})
    asked = _questions(lines, **ANSWERS)
    assert asked["lines"].default.startswith("Lifeline: 13 11 14")
    assert asked["motto"].default == "none"
    assert asked["served_regions"].default == "New South Wales"
    assert _questions(lines)["lines"].default == ""


def test_a_question_that_can_change_nothing_is_not_asked(library: Library) -> None:
    assert "staff_room" in _asked(library, has_staff=True)
    assert "staff_room" not in _asked(library, has_staff=False)
    assert "practice_size" not in _asked(library)
    assert "parking" not in _asked(library, has_staff=False)


def test_what_is_only_assumed_rules_no_question_out(library: Library) -> None:
    assert {"staff_room", "parking"} <= set(_asked(library))


def test_questions_of_clauses_that_may_stand_are_asked_too(library: Library) -> None:
    asked = _asked(library)
    assert {"door.sign", "door.tune", "desk.sign"} <= set(asked)
    assert "door.bell" not in asked
    assert asked["door.loud" if "door.loud" in asked else "door.sign"] == "value"
    chosen = _asked(library, stances={"door": "other"})
    assert (chosen["door.bell"], chosen["door.loud"]) == ("value", "decision")
    own = {"door": {"sign": "Ring", "tune": False}}
    asked = _asked(library, has_staff=False, facts=own, stances={"door": "usual"})
    assert not any(name.startswith(("door.", "desk.")) for name in asked)
    assert "door.sign" not in _asked(library, exclude=["door"])


def test_composing_is_refused_with_every_open_decision(library: Library) -> None:
    found = findings(lambda: composed(library, practice_name="S", has_staff=True))
    assert [(one.code, one.place.path) for one in found] == [(Code.DECISION_OPEN, "parking")]
    assert found[0].message == "`parking` is not answered: Is there parking?"
    opened = open_decisions(library, Profile.of(library))
    assert [one.place.path for one in opened] == ["practice_name", "region"]


def test_a_decision_is_not_open_where_what_is_assumed_rules_it_out(library: Library) -> None:
    composed(library)


# ---------- what could change ----------

_STANCES = """
[stances.open]
label = "l"
default_when = 'practice_size == "solo"'
[stances.shut]
label = "l"
default = true
allowed_when = 'not channels is empty'
because = "Nobody could reach you."
texts = { client-addendum = "short" }
[consents.ring]
asks = "You may ring{{motto}}."
asked_when = 'stance == "shut"'
withdraw = "Say so."
"""
_BRANCHES = """# full
::: when has_staff
{{phone}}
::: or when has_staff or professions has "psychologist"
{{lines}}
::: otherwise
Words.
:::
# short
Short [words]{when has_staff or not has_staff}.
# glance
We do | That.
You can | Ask.
"""
_OUTLINE = """
title = "A policy of {{motto}}"
when = 'channels has "sms"'
audience = "clients"
numbers = "provisions"
references = "section {number}"
box_reference = "the box"
[[parts]]
heading = "All of it"
take = ["section:main"]
"""


def _branching(**more: str) -> Library:
    files = {
        "outlines/client-addendum/a-first.toml": _OUTLINE,
        **more,
    }
    clauses = {
        "door": clause("Door", _BRANCHES, below=_STANCES),
        "desk": clause("Desk", top="when = 'has_staff'"),
        "lamp": clause("Lamp", "Words [more]{when desk is included}.", top="for_clients = 'client_is_minor'"),
        "late": clause("Late", "{{late_sign}}", top="effective = 2030-01-01"),
    }
    return small(clauses, files=files, facts=_LATE)


_LATE = '[facts.late_sign]\nkind = "words"\nshown = "public"\nquestion = "q"\n'


@pytest.fixture(scope="module")
def branching() -> Library:
    return _branching()


def _effects(library: Library, key: str, **values: Any) -> set[tuple[str, str, str]]:
    question = _questions(library, **{**ANSWERS, **values}).get(key)
    return {(one.what, one.clause, one.document) for one in question.effects} if question else set()


def test_a_fact_can_change_clauses_stances_words_values_and_documents(branching: Library) -> None:
    found = _effects(branching, "has_staff")
    assert ("clause", "desk", "") in found
    assert ("words", "door", "client-addendum") in found
    assert ("words", "lamp", "client-addendum") in found
    assert ("stance", "door", "") in _effects(branching, "practice_size")
    assert ("document", "", "client-addendum") in _effects(branching, "channels")
    assert ("value", "", "client-addendum") in _effects(branching, "motto")
    assert _effects(branching, "phone") == {("value", "door", "client-addendum")}
    assert "late_sign" not in _questions(branching)


def test_a_value_that_no_text_which_can_stand_prints_is_not_asked(branching: Library) -> None:
    assert not _effects(branching, "phone", has_staff=False)
    assert not _effects(branching, "motto", channels=["phone"], practice_size="solo")
    assert not _effects(branching, "lines", has_staff=True)


def test_a_clause_that_cannot_stand_settles_what_hangs_on_it() -> None:
    text = (
        "Words {{desk.tune}} [more]{when desk is included and has_staff}"
        ' [less]{when desk is included or channels has "sms"}.\n\n'
        '::: when practice_size == "group"\nTwo.\n:::'
    )
    library = small({"door": clause("Door", text), "desk": clause("Desk", below=_OWN)})
    words = {("words", "door", "client-addendum")}
    assert _effects(library, "has_staff") == _effects(library, "practice_size") == words
    assert ("value", "door", "client-addendum") in _effects(library, "desk.tune")
    assert not _effects(library, "channels")
    assert not _effects(library, "has_staff", exclude=["desk"])
    assert not _effects(library, "desk.tune", exclude=["desk"])
    assert _effects(library, "channels", exclude=["desk"]) == words


def test_words_that_stand_wherever_their_clause_does_are_not_what_changes() -> None:
    desk = clause("Desk", "Words [more]{when has_staff}.", top="when = 'has_staff'")
    library = small({"door": clause("Door"), "desk": desk})
    assert _effects(library, "has_staff") == {("clause", "desk", "")}


def test_an_answer_by_which_no_stance_is_left_matters() -> None:
    two = """
        [stances.open]
        label = "l"
        default_when = 'has_staff'
        [stances.shut]
        label = "l"
        default_when = 'practice_size == "group"'
        """
    library = small({"door": clause("Door", below=two)})
    assert _effects(library, "has_staff") == {("stance", "door", "")}
    assert _effects(library, "practice_size") == {("stance", "door", "")}


def test_what_takes_the_answer_of_another_makes_that_one_matter(branching: Library) -> None:
    assert ("value", "door", "client-addendum") in _effects(branching, "served_regions", has_staff=False)
    assert not _effects(branching, "served_regions", has_staff=True)


def test_why_says_clauses_and_documents(branching: Library) -> None:
    why = list(_questions(branching, **ANSWERS)["has_staff"].why())
    assert why[0] == "which clauses stand: desk"
    assert "the words of door, lamp (client-addendum)" in why
    question = attrs.evolve(
        _questions(branching)["region"],
        effects=(Effect("words", "a", "d"), Effect("words", "", "d"), Effect("stance", "a", "", False)),
    )
    assert list(question.why()) == ["perhaps the stance of a", "the words of a (d); d"]


def test_a_search_that_is_given_up_asks_all_the_same_and_says_so() -> None:
    options = ", ".join(f'o{number} = "o"' for number in range(12))
    facts = "\n".join(
        f'[facts.{name}]\nkind = "choices"\noptions = {{ {options} }}\ndefault = []\nquestion = "q"\n'
        for name in ("many", "more")
    )
    every = " and ".join(f'{name} has "o{number}"' for name in ("many", "more") for number in range(12))
    library = small({"door": clause("Door"), "all": clause("All", top=f"when = '{every}'")}, facts=facts)
    asked = _questions(library, **ANSWERS)
    assert asked["many"].undecided
    assert [one.proved for one in asked["many"].effects] == [False]
    assert list(asked["many"].why()) == ["perhaps which clauses stand: all"]


def test_a_decision_whose_question_may_never_come_up_is_asked_all_the_same() -> None:
    options = ", ".join(f'o{number} = "o"' for number in range(12))
    many = f'[facts.many]\nkind = "choices"\noptions = {{ {options} }}\ndefault = []\nquestion = "q"\n'
    every = " and ".join(f'many has "o{number}"' for number in range(12))
    last = f'[facts.last]\nkind = "yes-no"\nrequired = true\nasked_when = \'{every}\'\nquestion = "q"\n'
    library = small({"door": clause("Door")}, facts=many + last)
    assert _asked(library)["last"] == "decision"


# ---------- what is allowed ----------

_RULES = """
[none]
kind = "never"
where = 'practice_size == "group" and professions is empty'
because = "Somebody must be of a profession."
[one]
kind = "only"
where = 'has_staff'
clause = "door"
stances = ["shut"]
because = "Who has staff shuts the door."
[two]
kind = "only"
where = 'has_staff'
clause = "door"
stances = ["open", "shut"]
because = "It does one or the other."
[cures]
kind = "typed-text"
where = 'has_staff'
looks_for = ["cures"]
because = "Nobody can promise that."
"""
_WORDING = """
[speech]
negations = ["not"]
breaks = ["but"]
cases = ["if"]
case_ends = ["then"]
permits = ["may"]
freeing = []
[phrases.cures]
says = "promises a cure"
instead = "say what you do"
any_of = ["we cure"]
"""


def test_a_fact_can_change_what_is_allowed() -> None:
    ruled = _branching(**{"rules.toml": _RULES, "wording.toml": _WORDING})
    found = _effects(ruled, "has_staff")
    assert {one[1] for one in found if one[0] == "rule"} == {"one"}
    typed = _effects(ruled, "has_staff", practice_name="We cure")
    assert {one[1] for one in typed if one[0] == "rule"} == {"one", "cures"}
    assert _effects(ruled, "professions") == {
        ("rule", "none", ""),
        ("words", "door", "client-addendum"),
    }
    assert ("rule", "none", "") not in _effects(ruled, "professions", practice_size="solo")


# ---------- laws ----------

_OPEN: dict[str, list[Any]] = {
    "has_staff": [None, False, True],
    "practice_size": [None, "solo", "group"],
    "channels": [None, (), ("sms",), ("phone", "sms")],
    "professions": [None, (), ("psychologist",)],
    "motto": [None, "Go on"],
    "phone": [None, "02 5550 0000"],
}


def _outcome(library: Library, values: Mapping[str, Any]) -> object:
    given = {key: value for key, value in values.items() if value is not None}
    try:
        return composed(library, **given).document("client-addendum").tree
    except NotFound:
        return "no document"
    except Refused as refused:
        return tuple(finding.message for finding in refused.findings)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"has_staff": True},
        {"has_staff": False, "practice_size": "solo"},
        {"channels": ["phone"]},
        {"channels": ["sms"], "practice_size": "group"},
        {"has_staff": False, "professions": ["psychologist"]},
        {"exclude": ["door"], "practice_size": "solo"},
        {"stances": {"door": "shut"}, "has_staff": True},
    ],
    ids=str,
)
def test_what_is_asked_can_change_the_document_and_what_is_not_asked_cannot(
    branching: Library, given: dict[str, Any]
) -> None:
    asked = _questions(branching, **{**ANSWERS, "effective_date": date(2026, 6, 1), **given})
    free = {key: values for key, values in _OPEN.items() if key not in given}
    outcomes = {
        some: _outcome(branching, {**given, **dict(zip(free, some, strict=True))})
        for some in product(*free.values())
    }
    for place, key in enumerate(free):
        by_others: dict[object, list[object]] = {}
        for some, outcome in outcomes.items():
            by_others.setdefault((*some[:place], *some[place + 1 :]), []).append(outcome)
        matters = any(one != several[0] for several in by_others.values() for one in several)
        assert (key in asked) == matters, key


def _library(moved: str, stands: str, words: str) -> Library:
    """A library of which two clauses stand where these conditions say, one with words on a third."""
    library = with_when({"moved": read(moved), "desk": read(stands)})
    (desk,) = library.clauses["desk"]
    source = attrs.evolve(desk.sources["full"], lines=(f"Words [more]{{when {words}}}.",))
    desk = attrs.evolve(desk, sources={**desk.sources, "full": source})
    return attrs.evolve(library, clauses={**library.clauses, "desk": (desk,)})


@settings(max_examples=60, deadline=None)
@given(st.tuples(conditions(), conditions(), conditions()), profiles(), profiles(), profiles())
def test_an_answer_to_what_is_not_asked_changes_nothing(
    sources: tuple[str, str, str], given: dict[str, Any], others: dict[str, Any], answers: dict[str, Any]
) -> None:
    library = _library(*sources)
    asked = _questions(library, **{**ANSWERS, **given})
    open_ = {key: value for key, value in others.items() if key not in {*ANSWERS, *given}}
    before = _outcome(library, {**given, **open_})
    for key, value in answers.items():
        if key not in {*ANSWERS, *given, *asked}:
            assert _outcome(library, {**given, **open_, key: value}) == before, key


def test_of_a_fact_that_is_asked_two_answers_differ_somewhere() -> None:
    assert "years" not in _questions(plain(), **ANSWERS)
    library = with_when({"moved": read("years > 4 and not years > 3"), "desk": read("reply > 3 days")})
    assert "years" not in _questions(library, **ANSWERS)
    assert "reply" in _questions(library, **ANSWERS)
