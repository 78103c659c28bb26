"""Norms that bar what others allow, ask for or demand: of whom, on which channel, in which stance."""

from __future__ import annotations

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.errors import Code
from tests.composition.refusing import findings, only
from tests.composition.small import ANSWERS, clause, composed, small

_WORDS = """
[bearers]
practice = "the practice"
staff = "office staff"
client = "the client"
[toward]
adult = "an adult"
child = "a child"
baby = "a baby"
[channels]
email = "email"
sms = "text messages"
[exceptions]
safety = "danger"
[acts]
reply = "answer"
call = "call"
[groups.bearers]
practice = ["staff"]
[groups.toward]
child = ["baby"]
[groups.channels]
written = ["email", "sms"]
"""
_STANCES = '[stances.usual]\nlabel = "l"\ndefault = true\n[stances.other]\nlabel = "l"\n'


def _norm(
    modality: str, bearer: str = "practice", act: str = "reply", stance: str = "usual", **more: str
) -> str:
    lists = "".join(f'{key} = ["{word}"]\n' for key, word in more.items())
    return (
        f'[[norms]]\nstances = ["{stance}"]\nmodality = "{modality}"\nbearer = "{bearer}"\n'
        f'act = "{act}"\n{lists}'
    )


def _library(one: str, other: str) -> Library:
    clauses = {
        "door": clause("Door", below=_STANCES + one),
        "gate": clause("Gate", below=_STANCES + other),
    }
    return small(clauses, files={"norms.toml": _WORDS})


BARS = _norm("prohibition", toward="child", channel="written")


@pytest.mark.parametrize(
    "asks",
    [
        _norm("obligation"),
        _norm("permission", "staff"),
        _norm("request", toward="baby"),
        _norm("permission", channel="sms"),
        _norm("permission", toward="child", channel="email", unless="safety"),
    ],
)
def test_what_cannot_both_be_kept_is_refused(asks: str) -> None:
    finding = only(lambda: composed(_library(BARS, asks)))
    assert finding.code is Code.NORMS_CONTRADICT
    assert "`door` bars what `gate` says" in finding.message
    assert "for the practice to answer" in finding.message
    assert '`door.stance` ("usual") and `gate.stance` ("usual")' in finding.message


@pytest.mark.parametrize(
    "other",
    [
        _norm("prohibition"),
        _norm("obligation", "client"),
        _norm("obligation", act="call"),
        _norm("obligation", toward="adult"),
        _norm("obligation", stance="other"),
        _norm("obligation") + "when = 'has_staff'\n",
    ],
)
def test_what_can_both_be_kept_is_not(other: str) -> None:
    assert composed(_library(BARS, other)).findings == ()


def test_a_clause_can_contradict_itself_and_a_pair_is_told_once() -> None:
    finding = only(lambda: composed(_library(BARS + _norm("obligation") + _norm("permission"), "")))
    assert "`door` bars what `door` says" in finding.message
    assert '(On `door.stance` ("usual").)' in finding.message


def test_the_choice_that_makes_the_contradiction_is_pointed_at() -> None:
    library = _library(BARS, _norm("obligation", stance="other"))
    text = "".join(f"{key} = {value!r}\n" for key, value in ANSWERS.items())
    profile = Profile.parse(f"{text}[stances]\ngate = 'other'\n", library, file="p.toml")
    (finding,) = findings(lambda: compose(library, profile))
    assert (finding.place.path, finding.place.line) == ("stances.gate", 4)
