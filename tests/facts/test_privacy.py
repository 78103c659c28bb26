"""A client's value shows in no finding, whichever fact it is read for and however wrong it is."""

from __future__ import annotations

import datetime as dt
import logging
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Place, Refused
from socialpolicy.facts.reading import read_value
from socialpolicy.guarding.secret import Secret
from tests.samples.facts import facts_of

CANARY = "CANARY-7f3a"
FACTS = facts_of("client")
PLACE = Place("clients.csv", "client 3", excerpt=f"{CANARY},2010")
WRONG = [
    CANARY,
    f"{CANARY}\x00",
    f"{CANARY}\u202e",
    f"{CANARY} days",
    f"1 {CANARY}",
    f"{CANARY}@",
    f"https://{CANARY}",
    f" {CANARY}\ud800" * 2000,
    [CANARY, CANARY, f"{CANARY}\x07"],
    {CANARY: CANARY},
    [{CANARY: CANARY, "words": f"{CANARY}\x00", "choice": CANARY, "rows": [CANARY]}],
]


def shown(refused: Refused) -> str:
    """All that a presenter, a log or a crash reporter could show of it, our own frames included."""
    parts = [str(refused), repr(refused), repr(refused.args), repr(refused.__context__)]
    for finding in refused.findings:
        parts += [str(finding), repr(finding), repr(finding.args), repr(finding.place), finding.hint]
        parts += [repr(finding.__context__), repr(finding.__cause__), repr(finding.__traceback__)]
    crash = traceback.TracebackException.from_exception(refused, capture_locals=True)
    for frame in (frame for part in [crash, *crash.exceptions] for frame in part.stack):
        if frame.filename != __file__:
            parts += (frame.locals or {}).values()
    return "\n".join(parts)


def refusal(kind: str, raw: object) -> Refused | None:
    try:
        read_value(FACTS[kind], raw, PLACE)
    except Refused as refused:
        return refused
    return None


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("raw", WRONG)
@pytest.mark.parametrize("wrap", [lambda raw: raw, Secret], ids=["bare", "secret"])
def test_no_fault_of_a_client_s_value_shows_it(kind: str, raw: object, wrap, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    refused = refusal(kind, wrap(raw))
    if refused is None:
        assert kind in ("words", "list of words")
    else:
        assert CANARY not in shown(refused)
        assert all(not finding.hint or "U+" in finding.message for finding in refused.findings)
    assert CANARY not in caplog.text


@pytest.mark.parametrize("raw", [20100401, 2010.0401, dt.datetime(2010, 4, 1, 2, 3), dt.date(2010, 4, 1)])
@pytest.mark.parametrize("kind", FACTS)
def test_neither_numbers_nor_dates_are_shown(kind: str, raw: object) -> None:
    refused = refusal(kind, raw)
    if refused is not None:
        assert "2010" not in shown(refused)
        assert all("found" not in finding.message for finding in refused.findings)


@given(st.integers(18, 10**12))
def test_no_number_of_a_client_is_shown(number: int) -> None:
    refused = refusal("whole", number)
    assert refused is not None
    assert refused.findings[0].message == "expected a value from 0 to 17 years"


def test_a_client_may_be_called_none() -> None:
    assert read_value(FACTS["words"], "none", PLACE) == "none"


def test_a_client_s_name_may_carry_marks_of_direction() -> None:
    assert read_value(FACTS["words"], "\u2067דנה\u2069", PLACE) == "\u2067דנה\u2069"
