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


_RULES = """
[R1]
kind = "never"
where = 'has_staff'
because = "Nobody may work for you."
[R2]
kind = "never"
severity = "warn"
where = 'practice_size == "group"'
because = "Many work for you."
[R3]
kind = "typed-text"
where = 'always'
looks_for = ["gag"]
because = "Nobody is silenced."
"""
_WORDING = """
[phrases.gag]
says = "seems to silence people"
instead = "leave it out"
any_of = ["hush"]
"""


@cache
def _ruled() -> Library:
    return small({"door": clause("Door")}, files={"rules.toml": _RULES, "wording.toml": _WORDING})


def _against() -> Library:
    norms = "".join(
        f'[[norms]]\nstances = ["usual"]\nmodality = "{modality}"\nbearer = "practice"\nact = "reply"\n'
        for modality in ("obligation", "prohibition")
    )
    below = f'[stances.usual]\nlabel = "l"\ndefault = true\n{norms}'
    words = '[bearers]\npractice = "the practice"\n[acts]\nreply = "reply"\n'
    return small({"door": clause("Door", below=below)}, files={"norms.toml": words})


def _warned_by(**values: object) -> object:
    return composed(_ruled(), **values).findings


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.KEY_UNKNOWN: lambda: Profile.of(_library(), own={"door": {"text": "x", "words": "x"}}),
    Code.RULE_BROKEN: lambda: composed(_ruled(), has_staff=True),
    Code.RULE_WARNING: partial(_warned_by, practice_size="group"),
    Code.NORMS_CONTRADICT: lambda: composed(_against()),
    Code.TYPED_TEXT: lambda: composed(_ruled(), motto="Hush."),
    Code.OWN_UNUSED: partial(_warned_by, own={"door": {"text": "x", "documents": ["website-policy"]}}),
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
