"""A merged file has the bytes of the same document written singly, whatever is said of the client."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialpolicy import PolicyDocument, Refused
from socialpolicy.errors import Code, WrongValue
from socialpolicy.writers import FORMATS
from socialpolicy.writers.word.letterhead import starter
from tests.keeping.merging.making import EVERYONE, OUTCOMES, addendum
from tests.practice import policy_of
from tests.writers.word.letterhead.making import letterhead, paragraph

HOSTILE = (
    "Tom & Jerry's <b>*{{x}}*</b>",
    "{% raw %} [a](b) `c` # d | e ]]>",
    "שלום بسم الله",
    "\u2067Sam\u2069",
    "one\ntwo\tthree",
    "漢字 😀 Ünï",
    "x" * 10_000,
    "&" * 10_000,
    " \n " * 3_000 + "x",
)
LETTERHEADS = {"on none": b"", "on a letterhead": starter("modern")}


@cache
def anew() -> PolicyDocument:
    """Another handle on the same document: nothing is shared with the one that merges."""
    return policy_of(**EVERYONE).document("client-addendum")


def single(client: dict[str, Any], to: str, letterhead: bytes = b"") -> bytes:
    return anew().bytes(to, client, letterhead=letterhead)


@pytest.mark.parametrize("letterhead", LETTERHEADS.values(), ids=LETTERHEADS)
@pytest.mark.parametrize("client", OUTCOMES.values(), ids=OUTCOMES)
def test_every_outcome_has_the_bytes_of_one_written_singly(
    client: dict[str, Any], letterhead: bytes, tmp_path: Path
) -> None:
    (one,) = addendum().merge([client], letterhead=letterhead)
    anew().write(tmp_path / "a.docx", client=client, letterhead=letterhead)
    assert one.file == (tmp_path / "a.docx").read_bytes()
    assert not one.findings


@pytest.mark.parametrize("to", sorted(FORMATS))
def test_every_format_merges_and_no_outcome_leaks_into_another(to: str) -> None:
    raw = [*OUTCOMES.values(), *reversed(OUTCOMES.values())]
    merged = [one.file for one in addendum().merge(raw, to)]
    assert merged == [single(client, to) for client in raw]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("to", ["docx", "md", "txt"])
@pytest.mark.parametrize("letterhead", LETTERHEADS.values(), ids=LETTERHEADS)
def test_hostile_names_have_the_bytes_of_one_written_singly(name: str, to: str, letterhead: bytes) -> None:
    on = letterhead if FORMATS[to].takes_letterhead else b""
    client = {"client_name": name, "client_unit": "individual", "client_is_minor": False}
    (one,) = addendum().merge([client], to, letterhead=on)
    assert one.file == single(client, to, on)


@settings(max_examples=25)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_names_merge_as_they_are_written_singly_or_are_refused_alike(names: list[str]) -> None:
    raw = [{"client_name": name} for name in names]
    for client, one in zip(raw, addendum().merge(raw, "docx"), strict=True):
        if one.findings:
            with pytest.raises(Refused) as refused:
                single(client, "docx")
            assert [found.code for found in one.findings] == [found.code for found in refused.value.findings]
            assert not one.file
        else:
            assert one.file == single(client, "docx")


def test_anchors_are_in_merged_files_and_names_that_look_like_one_are_found() -> None:
    raw = [{"client_name": "Sam"}, {"client_name": "/sp:client:sig:1/"}, {"client_name": "Bo"}]
    sam, eve, bo = addendum().merge(raw, anchors=True)
    assert sam.file == anew().bytes("docx", raw[0], anchors=True)
    assert bo.file
    assert not eve.file
    assert [finding.code for finding in eve.findings] == [Code.ANCHOR_IN_ANSWER]
    assert eve.findings[0].place.path == "clients[2].client_name"


def test_more_outcomes_than_are_kept_come_out_right() -> None:
    roles = ("client", "partner", "parent", "guardian")
    raw = [
        {"client_unit": "family", "client_signers": [{"name": "A", "role": one}, {"name": "B", "role": two}]}
        for one in roles
        for two in (*roles, "young-person")
    ]
    merged = [one.file for one in addendum().merge([*raw, raw[0]], "txt")]
    assert merged == [single(client, "txt") for client in (*raw, raw[0])]


@pytest.mark.parametrize("first", [{}, {"client_name": 7}])
@pytest.mark.parametrize(
    "letterhead", [b"no letterhead", letterhead(paragraph("{{ titel }}"))], ids=["no package", "no tags"]
)
def test_faults_of_the_letterhead_are_no_clients_fault(first: dict[str, Any], letterhead: bytes) -> None:
    with pytest.raises((Refused, WrongValue)):
        list(addendum().merge([first, {}], letterhead=letterhead))
    assert all(one.file for one in addendum().merge([{}, {}]))
