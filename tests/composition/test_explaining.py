from __future__ import annotations

import pytest

from socialpolicy import Library
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


def test_a_clause_that_nobody_knows_is_not_found(library: Library) -> None:
    with pytest.raises(NotFound, match="no clause `dor`") as found:
        composed(library).explain("dor")
    assert (found.value.code, found.value.hint) == (Code.NAME_UNKNOWN, 'did you mean "door"?')
