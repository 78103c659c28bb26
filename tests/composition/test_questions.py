from __future__ import annotations

from typing import Any

import pytest

from socialpolicy import Library, Profile
from socialpolicy.composition.decisions import open_decisions
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Code
from tests.composition.refusing import findings
from tests.composition.small import clause, composed, small

_FACTS = """
[facts.staff_room]
kind = "words"
asked_when = 'has_staff'
shown = "staff"
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
[facts.tune]
kind = "yes-no"
default = true
question = "Does it play?"
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small(
        {"door": clause("Door", below=_OWN), "desk": clause("Desk", top="when = 'has_staff'", below=_OWN)},
        facts=_FACTS,
    )


def _asked(library: Library, **values: Any) -> dict[str, str]:
    return {one.fact.key: one.need for one in questions(library, Profile.of(library, **values))}


def test_decisions_come_first(library: Library) -> None:
    needs = list(_asked(library).values())
    assert needs == sorted(needs)
    assert needs[0] == "decision"


def test_what_is_answered_or_has_a_usual_answer_is_not_asked(library: Library) -> None:
    asked = _asked(library, practice_name="Saltbush")
    assert "practice_name" not in asked
    assert "practice_size" not in asked
    assert asked["region"] == "decision"
    assert asked["phone"] == "value"
    assert "client_name" not in asked


def test_a_question_that_does_not_matter_is_not_asked(library: Library) -> None:
    assert "staff_room" in _asked(library, has_staff=True)
    assert "staff_room" not in _asked(library, has_staff=False)


def test_what_is_only_assumed_rules_no_question_out(library: Library) -> None:
    assert "staff_room" in _asked(library)


def test_questions_of_clauses_that_may_stand_are_asked_too(library: Library) -> None:
    asked = _asked(library)
    assert {"door.sign", "door.bell", "desk.sign"} <= set(asked)
    assert "door.tune" not in asked
    asked = _asked(library, has_staff=False, facts={"door": {"sign": "Ring"}}, stances={"door": "usual"})
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
