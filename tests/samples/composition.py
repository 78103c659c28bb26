"""One sample for each code that composing raises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from socialpolicy import Library, Profile, compose
from socialpolicy.composition.clients import read_client
from socialpolicy.errors import Code
from socialpolicy.guarding.secret import wrapped
from tests.composition.small import clause, composed, small

__all__ = ["SAMPLES"]

_STANCES = """
[stances.usual]
label = "l"
default = true
[stances.other]
label = "l"
allowed_when = 'has_staff'
because = "Nobody works for you."
"""
_UNCLEAR = "[stances.usual]\nlabel = 'l'\ndefault_when = 'has_staff'\n"


@cache
def _library() -> Library:
    door = clause("Door", top='requires = ["desk <2"]\nreview_by = 2026-12-31', below=_STANCES)
    return small(
        {"door": door, "desk": clause("Desk"), "desk@2.0.0": clause("Desk", top="effective = 2026-07-01")}
    )


def _composed(**values: object) -> object:
    return composed(_library(), **values)


def _warned() -> object:
    return composed(small({"door": clause("Door", top="review_by = 2026-02-01")})).findings


def _unclear() -> object:
    return composed(small({"door": clause("Door", below=_UNCLEAR)}))


def _open() -> object:
    return compose(_library(), Profile.of(_library()))


def _client() -> object:
    return read_client(composed(_library()).composed, wrapped({"client_nam": "x"}))


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.KEY_UNKNOWN: lambda: Profile.of(_library(), own={"door": {"text": "x"}}),
    Code.NAME_UNKNOWN: _client,
    Code.DECISION_OPEN: _open,
    Code.STANCE_REFUSED: partial(_composed, stances={"door": "other"}),
    Code.STANCE_UNCLEAR: _unclear,
    Code.CLAUSE_NEEDED: partial(_composed, exclude=["desk"]),
    Code.VERSION_NONE: partial(_composed, effective_date=date(2025, 1, 1)),
    Code.VERSION_CONFLICT: partial(_composed, effective_date=date(2026, 7, 1)),
    Code.LOCALE_NONE: partial(_composed, region="IE-D"),
    Code.REVIEW_DUE: _warned,
}
