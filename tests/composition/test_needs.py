"""Clauses in several versions, and what others need of them."""

from __future__ import annotations

from datetime import date

import pytest

from socialpolicy import Library, Profile
from socialpolicy.errors import Code
from tests.composition.refusing import findings, only
from tests.composition.small import ANSWERS, clause, composed, small

_WITHDRAWN = 'withdrawn = 2026-05-01\nwithdrawn_because = "It promised too much."'


@pytest.fixture(scope="module")
def library() -> Library:
    """`door` in a first version, a patch (withdrawn), a minor and, later, a major one."""
    return small(
        {
            "door@1.0.0": clause("Door", top="effective = 2026-01-01"),
            "door@1.0.1": clause("Door", top=f"effective = 2026-02-01\n{_WITHDRAWN}"),
            "door@1.1.0": clause("Door", top="effective = 2026-07-01"),
            "door@2.0.0": clause("Door", top="effective = 2027-01-01"),
            "desk@1.0.0": clause("Desk", top='requires = ["door >=1.0"]'),
            "desk@1.1.0": clause("Desk", top='requires = ["door <2"]'),
        }
    )


def version(library: Library, day: date, **values: object) -> str:
    policy = composed(library, effective_date=day, **values)
    return str(policy.composed.chosen["door"].clause.version)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2026, 1, 31), "1.0.0"),
        (date(2026, 2, 1), "1.0.1"),
        (date(2026, 4, 30), "1.0.1"),
        (date(2026, 5, 1), "1.0.0"),  # withdrawn: the one before it stands again
        (date(2026, 7, 1), "1.1.0"),
    ],
)
def test_the_newest_in_force_and_not_withdrawn_is_chosen(day: date, wanted: str, library: Library) -> None:
    assert version(library, day) == wanted


def test_a_pin_may_name_any_version_and_a_withdrawn_one_warns(library: Library) -> None:
    policy = composed(library, versions={"door": "1.0.1"})
    (finding,) = policy.findings
    assert (finding.code, finding.severity) == (Code.VERSION_WITHDRAWN, "warn")
    assert finding.message.endswith("was withdrawn on 2026-05-01: It promised too much.")
    assert version(library, date(2026, 6, 1), versions={"door": "1.1.0"}) == "1.1.0"


def test_a_version_that_is_too_new_for_another_clause_is_refused(library: Library) -> None:
    finding = only(lambda: composed(library, effective_date=date(2027, 1, 1)))
    assert finding.code == Code.VERSION_CONFLICT
    assert finding.message == "`desk` 1.1.0 needs `door` <2, and `door` 2.0.0 was chosen."
    assert finding.hint == 'pin one that will do under [versions]: door = "1.1.0"'
    assert version(library, date(2027, 1, 1), versions={"desk": "1.0.0"}) == "2.0.0"


def needing(**requirements: str) -> Library:
    """`door` in three versions, and clauses that each need some of them."""
    doors = {f"door@{one}": clause("Door") for one in ("1.0.0", "1.1.0", "2.0.0")}
    others = {
        name: clause(name.title(), top=f'requires = ["door {one}"]') for name, one in requirements.items()
    }
    return small({**doors, **others})


def test_all_who_need_another_version_are_named_at_once() -> None:
    finding = only(lambda: composed(needing(desk="<2", lamp="<1.1", mat=">=1.0")))
    assert finding.message == (
        "`desk` 1.0.0 needs `door` <2, and `lamp` 1.0.0 needs `door` <1.1, and `door` 2.0.0 was chosen."
    )
    assert finding.hint.endswith('door = "1.0.0"')


def test_two_that_disagree_are_told_so() -> None:
    finding = only(lambda: composed(needing(desk=">=1.0", lamp="<2", mat=">=2")))
    assert finding.code == Code.VERSION_CONFLICT
    assert finding.message == (
        "These two disagree: `lamp` 1.0.0 needs `door` <2, and `mat` 1.0.0 needs `door` >=2; "
        "no version of `door` is both."
    )


def test_three_that_disagree_are_all_named() -> None:
    finding = only(lambda: composed(needing(desk="!=1.0.0", lamp="!=1.1.0", mat="!=2.0.0")))
    assert finding.message.startswith("These disagree: `desk`")
    assert finding.message.count("needs `door`") == 3


def test_no_such_version_is_another_matter() -> None:
    whole = needing(desk=">=2")
    later = small({"door": clause("Door"), "desk": clause("Desk")})
    assert only(
        lambda: small({"door": clause("Door"), "desk": clause("Desk", top='requires = ["door >=2"]')})
    ).code == (Code.VERSION_NONE)
    # a library that was put together by hand, past the reading
    object.__setattr__(whole, "clauses", {**whole.clauses, "door": later.clauses["door"]})
    found = findings(lambda: composed(whole))
    assert [(one.code, one.message) for one in found] == [
        (Code.VERSION_NONE, "There is no such version: `desk` 1.0.0 needs `door` >=2.")
    ]


def test_a_clause_left_out_names_all_who_need_it() -> None:
    library = small(
        {
            "door": clause("Door"),
            "desk": clause("Desk", top='requires = ["door"]'),
            "lamp": clause("Lamp", top='requires = ["door"]'),
        }
    )
    finding = only(lambda: composed(library, exclude=["door"]))
    assert finding.message == "`door` cannot be left out: `desk` and `lamp` need it."


def test_a_profile_may_use_a_stance_by_its_former_name(tmp_path: object) -> None:
    library = small({"door": clause("Door")})
    (door,) = library.clause("door")
    (usual,) = door.stances
    object.__setattr__(usual, "was", "ordinary")
    profile = Profile.of(library, **ANSWERS, stances={"door": "ordinary"})
    assert profile.stances == {"door": "usual"}
