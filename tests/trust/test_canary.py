"""A client's value shows in its document alone: in no error, log, warning, output or other file."""

from __future__ import annotations

import datetime
import logging
import traceback
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from socialpolicy import PolicyDocument, Refused
from socialpolicy.document import Hole, walk
from socialpolicy.facts.fact import Fact
from tests.practice import LIBRARY, policy_of

CANARY = "CANARY-5f0c1e9a"
CLIENT_FACTS = {name: fact for name, fact in LIBRARY.facts.items() if fact.about == "client"}
EVERYONE: dict[str, Any] = {
    "serves_minors": True,
    "min_client_age": 12,
    "modalities": ["individual", "couple", "family", "group"],
    "delivery": ["in-person", "video"],
}
# wrong for every kind: each holds the canary where a message might repeat it
WRONG: tuple[object, ...] = (
    f"{CANARY}\x07",
    f"{CANARY}\u202e",
    [CANARY],
    {CANARY: CANARY},
    [{"name": CANARY, CANARY: CANARY}],
    [{"name": f"{CANARY}\x00", "role": CANARY}],
    CANARY * 2_000,
    CANARY.encode(),
    7.5,
)


def addendum() -> PolicyDocument:
    return policy_of(**EVERYONE).document("client-addendum")


def said(error: BaseException) -> Iterator[str]:
    """Everything that an error says: its own words, its frames' local names, its causes, its leaves."""
    yield from (str(error), repr(error), repr(error.args), repr(getattr(error, "__notes__", ())))
    yield "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    for inner in (error.__cause__, error.__context__):
        if inner is not None:
            yield from said(inner)
    if isinstance(error, BaseExceptionGroup):
        for leaf in error.exceptions:
            yield from said(leaf)


@pytest.mark.parametrize("fact", CLIENT_FACTS.values(), ids=lambda fact: fact.name)
@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
@pytest.mark.parametrize("to", ["docx", "txt"])
def test_no_failure_repeats_what_was_said_of_a_client(
    fact: Fact, wrong: object, to: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    document = addendum()
    try:
        document.bytes(to, {fact.name: wrong})
    except Refused as refused:
        heard = [text for text in said(refused) if CANARY in _without_own_frame(text)]
        assert not heard
    captured = capfd.readouterr()
    assert CANARY not in caplog.text + captured.out + captured.err


def _without_own_frame(text: str) -> str:
    """What a traceback with local names says below the caller's own frame, which does hold the value."""
    head, _, tail = text.partition(", in test_no_failure_repeats_what_was_said_of_a_client")
    return head + tail.partition('  File "')[2] if tail else text


def test_an_unknown_name_of_a_client_fact_is_not_repeated() -> None:
    with pytest.raises(Refused) as refused:
        addendum().bytes("txt", {CANARY: "x"})
    assert not [
        text for finding in refused.value.findings for text in (str(finding), repr(finding)) if CANARY in text
    ]


def filled() -> dict[str, object]:
    return {
        "client_name": f"{CANARY} Fern",
        "client_signers": [
            {"name": f"{CANARY} One", "role": "client"},
            {"name": f"{CANARY} Two", "role": "partner"},
        ],
        "guardian_name": f"{CANARY} Guardian",
        "agreement_date": datetime.date(2026, 3, 2),
    }


def test_a_filled_document_is_the_only_place_with_the_clients_names(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        document = addendum()
        document.write(tmp_path / "client-addendum.docx", client=filled())
    assert [path.name for path in tmp_path.iterdir()] == ["client-addendum.docx"]
    with ZipFile(tmp_path / "client-addendum.docx") as archive:
        holding = [name for name in archive.namelist() if CANARY.encode() in archive.read(name)]
    assert holding == ["word/document.xml"]
    captured = capfd.readouterr()
    assert CANARY not in caplog.text + captured.out + captured.err + "".join(map(str, warned))
    assert CANARY not in repr(document) + repr(document.tree)


def test_every_hole_is_filled_with_what_was_said() -> None:
    document = addendum()
    holes = {node.fact for node in walk(document.tree) if isinstance(node, Hole)}
    assert holes == set(filled())
    for to in ("docx", "txt", "md"):
        content = document.bytes(to, filled())
        if to == "docx":
            content = ZipFile(BytesIO(content)).read("word/document.xml")
        for name in ("Fern", "One", "Two", "Guardian"):
            assert f"{CANARY} {name}".encode() in content.replace(b"\\", b"")
        assert b"2 March 2026" in content.replace(b"\xc2\xa0", b" ").replace(b"\n", b" ")


def test_a_merged_run_keeps_no_clients_value_but_in_that_clients_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    clients = [
        {"key": "good", **filled()},
        {"key": "bad", "client_name": f"{CANARY}\x07", "agreement_date": CANARY, CANARY: CANARY},
        {"key": "worse", "client_signers": CANARY, "client_is_minor": CANARY},
    ]
    document = addendum()
    document.merge_into(tmp_path, clients, skip_bad=True)
    document.merge_into(tmp_path / "once", iter(clients[:1]))
    holding = {
        path.name
        for path in tmp_path.rglob("*")
        if path.is_file() and path.suffix != ".docx" and CANARY.encode() in path.read_bytes()
    }
    assert not holding
    captured = capfd.readouterr()
    assert CANARY not in caplog.text + captured.out + captured.err
    with pytest.raises(Refused) as refused:
        document.merge_into(tmp_path / "refused", clients)
    heard = [text for text in said(refused.value) if CANARY in _below_the_test(text)]
    assert not heard


def _below_the_test(text: str) -> str:
    """What a traceback says below the test's own frame, which does hold the values."""
    head, _, tail = text.partition(", in test_a_merged_run_keeps_no_clients_value")
    return head + tail.partition('  File "')[2] if tail else text
