"""Norms that must be said and that may not be, in a library small enough to see whole."""

from __future__ import annotations

from functools import partial

import pytest

from socialpolicy import Library
from tests.composition.refusing import only
from tests.composition.small import clause, composed, small

_BELOW = """
[stances.kind]
label = "l"
default = true
[stances.stern]
label = "l"
[stances.mute]
label = "l"
[[norms]]
stances = ["kind"]
modality = "obligation"
bearer = "practice"
act = "reply"
[[norms]]
stances = ["stern"]
modality = "obligation"
bearer = "practice"
act = "reply"
when = 'has_staff'
[[norms]]
stances = ["stern"]
modality = "prohibition"
bearer = "client"
act = "post"
when = 'practice_size == "group"'
"""
_NORMS = (
    '[bearers]\npractice = "the practice"\nclient = "the client"\n[acts]\nreply = "reply"\npost = "post"\n'
)
_RULES = """
[R1]
kind = "asserts"
where = 'always'
norm = { modality = "obligation", bearer = "practice", acts = ["reply"] }
because = "Somebody replies."
[R2]
kind = "no-norm"
where = 'always'
norm = { modality = "prohibition", bearer = "client", acts = ["post"] }
because = "Nobody is silenced."
"""


@pytest.fixture(scope="module")
def library() -> Library:
    files = {"norms.toml": _NORMS, "rules.toml": _RULES}
    return small({"door": clause("Door", below=_BELOW), "desk": clause("Desk")}, files=files)


def test_a_norm_that_must_be_said_is_missed_with_the_stances_that_say_it(library: Library) -> None:
    finding = only(partial(composed, library, stances={"door": "mute"}))
    assert "no clause says this (obligation for the practice: reply)" in finding.message
    assert (finding.place.path, finding.hint) == ("stances.door", 'allowed instead: door = "kind"')


def test_a_norm_that_may_not_be_said_is_found_in_its_clause(library: Library) -> None:
    values = {"stances": {"door": "stern"}, "has_staff": True, "practice_size": "group"}
    finding = only(partial(composed, library, **values))
    assert "`door` says this (prohibition for the client: post)" in finding.message
    assert finding.hint == 'allowed instead: door = "kind"'


def test_a_norm_counts_only_where_its_own_condition_holds(library: Library) -> None:
    assert composed(library, stances={"door": "stern"}, has_staff=True).findings == ()
    assert "Rule R1" in only(partial(composed, library, stances={"door": "stern"})).message
