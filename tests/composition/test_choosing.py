from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialpolicy import Library, Policy
from socialpolicy.errors import Code
from socialpolicy.facts.standing import Standing
from tests.composition.refusing import codes, findings, only
from tests.composition.small import clause, composed, small

_USUAL = '[stances.usual]\nlabel = "l"\ndefault = true\n'


def _versions(policy: Policy) -> dict[str, str]:
    return {name: str(one.clause.version) for name, one in policy.composed.chosen.items()}


@pytest.fixture(scope="module")
def three() -> Library:
    """A clause in three versions, the last of which is not in force yet."""
    return small(
        {
            "door@1.0.0": clause("Door", top="effective = 2026-01-01"),
            "door@1.9.0": clause("Door", top="effective = 2026-03-01"),
            "door@1.10.0": clause("Door", top="effective = 2027-01-01"),
        }
    )


def test_the_newest_version_in_force_on_the_date_is_chosen(three: Library) -> None:
    assert _versions(composed(three)) == {"door": "1.9.0"}
    assert _versions(composed(three, effective_date=date(2026, 3, 1))) == {"door": "1.9.0"}
    assert _versions(composed(three, effective_date=date(2026, 2, 28))) == {"door": "1.0.0"}
    assert _versions(composed(three, effective_date=date(2027, 1, 1))) == {"door": "1.10.0"}
    assert composed(three).composed.chosen["door"].why_version == "the newest in force on 2026-06-01"


def test_a_pin_names_another_version(three: Library) -> None:
    policy = composed(three, versions={"door": "1.0.0"})
    assert _versions(policy) == {"door": "1.0.0"}
    assert policy.composed.chosen["door"].why_version == "you pinned it"


def test_a_date_before_every_clause_is_refused(three: Library) -> None:
    finding = only(lambda: composed(three, effective_date=date(2025, 12, 31)))
    assert finding.code == Code.VERSION_NONE
    assert "2025-12-31" in finding.message
    assert finding.place.path == "effective_date"


def test_a_clause_stands_where_its_condition_holds() -> None:
    library = small({"door": clause("Door"), "desk": clause("Desk", top="when = 'has_staff'")})
    assert set(composed(library, has_staff=True).composed.chosen) == {"door", "desk"}
    policy = composed(library)
    assert set(policy.composed.chosen) == {"door"}
    assert policy.composed.left_out["desk"].why.startswith("this is not so: ")
    assert (policy.composed.values["door"], policy.composed.values["desk"]) == (True, False)


def test_a_clause_that_the_practice_leaves_out_does_not_stand() -> None:
    library = small({"door": clause("Door"), "desk": clause("Desk")})
    policy = composed(library, exclude=["desk"])
    assert set(policy.composed.chosen) == {"door"}
    assert policy.composed.left_out["desk"].why == "you leave it out"


# ---------- what clauses need of each other ----------


def _needing(requirement: str, **more: str) -> Library:
    return small({"door": clause("Door", top=f'requires = ["{requirement}"]'), **more})


def test_a_clause_that_another_needs_cannot_be_left_out() -> None:
    finding = only(lambda: composed(_needing("desk", desk=clause("Desk")), exclude=["desk"]))
    assert (finding.code, finding.place.path) == (Code.CLAUSE_NEEDED, "exclude[1]")
    assert finding.message == "`desk` cannot be left out: `door` needs it."


def test_a_need_binds_only_where_the_other_clause_has_a_place() -> None:
    library = _needing("desk", desk=clause("Desk", top="when = 'has_staff'"))
    assert set(composed(library).composed.chosen) == {"door"}
    assert set(composed(library, exclude=["desk"]).composed.chosen) == {"door"}
    assert codes(lambda: composed(library, exclude=["desk"], has_staff=True)) == [Code.CLAUSE_NEEDED]


def test_a_need_without_a_version_in_force_is_refused() -> None:
    finding = only(lambda: composed(_needing("desk", desk=clause("Desk", top="effective = 2027-01-01"))))
    assert finding.code == Code.VERSION_NONE
    assert "`door` needs `desk`" in finding.message
    assert "2026-06-01" in finding.message


def test_nothing_is_needed_of_a_clause_that_would_not_stand_anyway() -> None:
    late = clause("Desk", top="effective = 2027-01-01\nwhen = 'has_staff'")
    assert set(composed(_needing("desk", desk=late)).composed.chosen) == {"door"}


def test_a_version_out_of_range_is_refused_naming_both() -> None:
    library = _needing("desk <2", desk=clause("Desk"), **{"desk@2.0.0": clause("Desk")})
    finding = only(lambda: composed(library))
    assert finding.code == Code.VERSION_CONFLICT
    assert finding.message == "`door` 1.0.0 needs `desk` <2, and `desk` 2.0.0 was chosen."
    assert finding.hint == 'pin one that will do under [versions]: desk = "1.0.0"'
    assert finding.place.file == "main/door/1.0.0.md"
    assert _versions(composed(library, versions={"desk": "1.0.0"})) == {"door": "1.0.0", "desk": "1.0.0"}


def test_a_pin_out_of_range_is_refused_at_the_pin() -> None:
    library = _needing("desk >=2", desk=clause("Desk"), **{"desk@2.0.0": clause("Desk")})
    finding = only(lambda: composed(library, versions={"desk": "1.0.0"}))
    assert (finding.code, finding.place.path) == (Code.VERSION_CONFLICT, "versions.desk")
    assert finding.hint.endswith('desk = "2.0.0"')


# ---------- decisions and values ----------

_FACTS = """
[facts.parking]
kind = "yes-no"
required = true
asked_when = 'has_staff'
question = "Is there parking?"
"""


def test_a_decision_that_nobody_can_know_is_refused_once() -> None:
    own = "[stances.usual]\nlabel = 'l'\ndefault = true\nallowed_when = 'parking'\nbecause = 'No.'\n"
    library = small(
        {"door": clause("Door", top="when = 'parking'"), "desk": clause("Desk", below=own)}, facts=_FACTS
    )
    found = findings(lambda: composed(library))
    assert [(one.code, one.place.path) for one in found if one.code == Code.DECISION_OPEN] == [
        (Code.DECISION_OPEN, "parking")
    ]
    assert "Is there parking?" in found[0].message


_OWN = """
[stances.usual]
label = "l"
default = true
[stances.other]
label = "l"
[facts.loud]
kind = "yes-no"
required = true
asked_when = 'stance == "other"'
question = "Is it loud?"
[facts.sign]
kind = "words"
shown = "clients"
question = "What is on the sign?"
"""


def test_a_fact_of_a_clause_that_is_required_must_be_answered_where_it_is_asked() -> None:
    library = small({"door": clause("Door", "[Loud.]{when loud} {{sign}}", below=_OWN)})
    composed(library)
    finding = only(lambda: composed(library, stances={"door": "other"}))
    assert (finding.code, finding.place.path) == (Code.DECISION_OPEN, "facts.door.loud")
    policy = composed(library, stances={"door": "other"}, facts={"door": {"loud": True}})
    values = policy.composed.values
    assert (values["door.loud"], values["door.stance"]) == (True, "other")
    assert "door.sign" not in values
    assert policy.composed.chosen["door"].answers["sign"].standing is Standing.UNANSWERED


def test_a_required_fact_without_a_question_of_when_is_always_asked() -> None:
    own = _OWN.replace("asked_when = 'stance == \"other\"'\n", "")
    library = small({"door": clause("Door", below=own)})
    assert codes(lambda: composed(library)) == [Code.DECISION_OPEN]


def test_an_answer_must_fit_the_version_that_is_chosen() -> None:
    fact = '[facts.lasts]\nkind = "{}"\nrange = [1, 9]\ndefault = 2\nquestion = "q"\n'
    library = small(
        {
            "door": clause("Door", below=_USUAL + fact.format("whole")),
            "door@2.0.0": clause(
                "Door", top="effective = 2027-01-01", below=_USUAL + fact.format("whole").replace("9", "99")
            ),
        }
    )
    values: dict[str, Any] = {"facts": {"door": {"lasts": 50}}}
    finding = only(lambda: composed(library, **values))
    assert (finding.code, finding.place.path) == (Code.VALUE_RANGE, "facts.door.lasts")
    assert composed(library, **values, effective_date=date(2027, 1, 1)).composed.values["door.lasts"] == 50


def test_everything_that_stands_in_the_way_comes_at_once() -> None:
    own = _OWN + "[stances.never]\nlabel = 'l'\nallowed_when = 'has_staff'\nbecause = 'Nobody is there.'\n"
    library = small({"door": clause("Door", top='requires = ["desk"]', below=own), "desk": clause("Desk")})
    assert codes(lambda: composed(library, exclude=["desk"], stances={"door": "never"})) == [
        Code.CLAUSE_NEEDED,
        Code.STANCE_REFUSED,
    ]
