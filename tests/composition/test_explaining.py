from __future__ import annotations

import attrs
import pytest

from socialpolicy import Library
from socialpolicy.composition.explanation import BroughtIn
from socialpolicy.errors import Code, NotFound
from tests.composition.small import clause, composed, small

_OWN = """
[stances.open]
label = "l"
default_when = 'not has_staff'
[stances.shut]
label = "l"
default = true
[stances.locked]
label = "l"
allowed_when = 'has_staff'
because = "Somebody must hold the key."
[facts.sign]
kind = "words"
shown = "clients"
question = "What is on the sign?"
[facts.bell]
kind = "words"
optional = true
default = "none"
shown = "clients"
question = "Which bell?"
[facts.key]
kind = "words"
default = "brass"
shown = "clients"
asked_when = 'stance == "locked"'
question = "Which key?"
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small(
        {
            "door": clause(
                "Door",
                "{{we}} {{sign}} {{bell}} {{key}} {{phone}} {{client_name}} {{practice_name}}",
                below=_OWN,
            ),
            "desk": clause("Desk", top="when = 'has_staff and practice_size == \"group\"'"),
            "lamp": clause("Lamp", top="when = 'has_staff or practice_size == \"group\"'"),
        }
    )


def test_a_clause_that_stands_is_explained_whole(library: Library) -> None:
    explained = composed(library).explain("door")
    assert (explained.stands, explained.why, explained.version) == (True, "always", "1.0.0")
    assert explained.stance == "open"
    assert explained.others == (
        ("shut", "allowed, not chosen"),
        ("locked", "not allowed. Somebody must hold the key."),
    )
    values = {value.name: (value.words, value.source) for value in explained.values}
    assert values == {
        "sign": ("", "nobody has said"),
        "bell": ("none", "default"),
        "phone": ("", "nobody has said"),
        "practice_name": ("Saltbush", "your answer"),
    }
    said = str(explained)
    assert said.startswith(
        "door: stands, as it does for every practice\n  version 1.0.0: the newest in force"
    )
    assert "  stance open: " in said
    assert "  sign = (no answer) (nobody has said)" in said
    assert "  practice_name = Saltbush (your answer)" in said


def test_a_value_is_explained_where_it_is_answered_or_asked(library: Library) -> None:
    answered = composed(library, facts={"door": {"key": "iron"}}).explain("door")
    assert ("key", "iron") in [(value.name, value.words) for value in answered.values]
    asked = composed(library, has_staff=True, stances={"door": "locked"}).explain("door")
    assert ("key", "brass") in [(value.name, value.words) for value in asked.values]
    assert asked.why_stance == "you chose it"


def test_a_clause_that_does_not_stand_is_explained_by_what_is_not_so(library: Library) -> None:
    policy = composed(library)
    explained = policy.explain("desk")
    assert (explained.stands, explained.version) == (False, "1.0.0")
    assert explained.why.startswith("this is not so: ")
    assert str(explained).startswith(f"desk: left out, because {explained.why}\n")
    assert policy.explain("lamp").why.startswith("none of this is so: ")


def test_a_clause_that_is_chosen_by_a_condition_says_which(library: Library) -> None:
    why = composed(library, has_staff=True, practice_size="group").explain("desk").why
    assert " and " in why


def test_what_decided_is_told_with_how_each_fact_stands(library: Library) -> None:
    out = composed(library, practice_size="solo").explain("desk")
    assert [(fact.name, fact.words, fact.standing, fact.source) for fact in out.facts] == [
        ("has_staff", "no", "assumed", "default"),
        ("practice_size", "alone", "answered", "your answer"),
    ]
    assert out.condition == (
        'the answer to "Does anyone work for you?" is yes'
        ' and the answer to "Alone or with others?" is "with others"'
    )
    assert "    decided by has_staff = no (assumed: default)" in str(out)
    stands = composed(library, has_staff=True).explain("lamp")
    assert [fact.name for fact in stands.facts] == ["has_staff"]
    assert str(stands).startswith("lamp: stands, because the answer to")


def test_what_decided_a_stance_is_told(library: Library) -> None:
    explained = composed(library).explain("door")
    assert [fact.name for fact in explained.stance_facts] == ["has_staff"]
    assert composed(library, has_staff=True).explain("door").stance_facts == ()
    assert composed(library, has_staff=True, stances={"door": "locked"}).explain("door").stance_facts == ()


def test_a_clause_that_is_left_out_comes_with_the_smallest_change(library: Library) -> None:
    said = str(composed(library).explain("desk"))
    assert (
        "  smallest change that brings it in:\n"
        '    has_staff = true   (answer "Does anyone work for you?" with: yes)\n'
        '    practice_size = "group"   (answer "Alone or with others?" with: with others)\n'
        "    would also bring in lamp; door would turn from open to shut"
    ) in said
    assert composed(library).explain("door").bring_in is None


@pytest.fixture(scope="module")
def others() -> Library:
    return small(
        {
            "base": clause("Base"),
            "day": clause("Day", top="when = 'not has_staff'"),
            "night": clause("Night", top="when = 'has_staff'"),
            "tills": clause("Tills", top="when = 'channels is empty'"),
            "never": clause("Never", top="when = 'has_staff and not has_staff'"),
            "later": clause("Later", top="effective = 2027-01-01"),
            "far": clause("Far", top="when = 'region within \"IE\"'"),
        }
    )


def test_each_change_is_said_to_people(others: Library) -> None:
    policy = composed(others, exclude=["base"])
    assert "exclude = []   (leave it in)" in str(policy.explain("base"))
    assert "    nothing else would come or go" in str(policy.explain("base"))
    assert "effective_date = 2027-01-01   (compose for 2027-01-01)" in str(policy.explain("later"))
    assert "  no version is in force on 2026-06-01" in str(policy.explain("later"))
    assert 'channels = []   (answer "Which channels?" with: none)' in str(policy.explain("tills"))
    assert "    would also bring in" not in str(policy.explain("night"))
    assert "    would take out day" in str(policy.explain("night"))


def test_what_nothing_brings_in_and_what_is_refused_is_said(others: Library) -> None:
    policy = composed(others)
    assert "  smallest change: none: no answer brings it in" in str(policy.explain("never"))
    far = str(policy.explain("far"))
    assert '  refused: region = "IE-D"\n    There is no locale for Ireland.' in far
    given_up = attrs.evolve(policy.explain("never"), bring_in=BroughtIn(undecided=True))
    assert "the search was given up before one was found; there may be one" in str(given_up)


def test_a_clause_that_nobody_knows_is_not_found(library: Library) -> None:
    with pytest.raises(NotFound, match="no clause `dor`") as found:
        composed(library).explain("dor")
    assert (found.value.code, found.value.hint) == (Code.NAME_UNKNOWN, 'did you mean "door"?')
