from __future__ import annotations

import traceback
from datetime import date
from typing import Any

import pytest

from socialpolicy import Library, Policy, Refused
from socialpolicy.assembly.assembling import assemble
from socialpolicy.composition.clients import Client, read_client
from socialpolicy.errors import Code
from socialpolicy.facts.values import NONE
from socialpolicy.guarding.secret import Secret, wrapped
from tests.composition.refusing import findings, only
from tests.composition.small import OUTLINE, clause, composed, small

_CANARY = "Quenby Zwartveld"
_CONSENT = """
[stances.usual]
label = "l"
default = true
[consents.letters]
asks = "Letters are fine."
withdraw = "Say so."
for_clients = 'not client_is_minor'
"""
_SIGNED = (
    OUTLINE
    + """
[signers.client]
label = "Client"
name = "client_name"
[signers.together]
label = "Client"
name = "client_signers"
[[parts]]
kind = "execution"
heading = "Signatures"
[[parts.blocks]]
signers = ["client", "each:together"]
for_clients = 'not client_signers is empty or not client_is_minor'
"""
)


@pytest.fixture(scope="module")
def policy() -> Policy:
    library: Library = small(
        {
            "door": clause(
                "Door", "{{client_name}}: {{start_date}} or {{start_date as long}}.", below=_CONSENT
            ),
            "toys": clause("Toys", top="for_clients = 'client_is_minor'"),
        },
        outline=_SIGNED,
    )
    return composed(library)


def _read(policy: Policy, **raw: Any) -> Client:
    return read_client(policy.composed, wrapped(raw))


def _words(policy: Policy, **raw: Any) -> dict[tuple[str, str], str]:
    return _read(policy, **raw).words(policy.document("client-addendum").tree)


_TWO = [{"name": _CANARY, "role": "client"}, {"name": "B", "role": "none"}]


def test_the_facts_of_a_client_are_wrapped(policy: Policy) -> None:
    client = _read(policy, client_name=_CANARY, client_is_minor=True)
    assert all(isinstance(value, Secret) for value in client.facts.values())
    assert _CANARY not in repr(client)
    assert client.facts["client_name"].reveal() == _CANARY


def test_words_fill_the_holes_of_a_document_and_no_others(policy: Policy) -> None:
    words = _words(policy, client_name=_CANARY, start_date=date(2026, 2, 3), client_is_minor=False)
    assert words["client_name", ""] == _CANARY
    assert words["start_date", ""] == "3 February 2026"
    assert set(words) == {("client_name", ""), ("start_date", ""), ("start_date", "long")}


def test_a_hole_for_each_signer_takes_their_name(policy: Policy) -> None:
    words = _words(policy, client_signers=_TWO[:1])
    assert words == {("client_signers", "1"): _CANARY}
    assert _words(policy, client_signers=_TWO) == {
        ("client_signers", "1"): _CANARY,
        ("client_signers", "2"): "B",
    }


def test_an_explicit_none_leaves_the_line_to_be_filled_by_hand(policy: Policy) -> None:
    assert _words(policy, start_date="none") == {}


def test_only_what_decides_is_handed_on_and_still_wrapped(policy: Policy) -> None:
    deciding = _read(policy, client_name=_CANARY, client_is_minor=True, client_signers=_TWO).deciding()
    assert deciding == {"client_is_minor": Secret(True), "client_signers": ("client", NONE)}
    assert _CANARY not in repr(deciding)
    assert _read(policy, client_name=_CANARY).deciding() == {}


def test_what_decides_chooses_clauses_consents_and_blocks(policy: Policy) -> None:
    minor = _read(policy, client_is_minor=True, client_signers=_TWO[:1]).deciding()
    tree = assemble(policy.composed, "client-addendum", minor)
    assert [one.id for one in tree.blocks[0].blocks] == ["door", "toys"]  # type: ignore[union-attr]
    adult = _read(policy, client_is_minor=False).deciding()
    tree = assemble(policy.composed, "client-addendum", adult)
    assert [one.id for one in tree.blocks[0].blocks] == ["door"]  # type: ignore[union-attr]


def test_every_fault_comes_at_once_and_shows_no_value(policy: Policy) -> None:
    raw = {
        "client_name": 7,
        "client_is_minor": _CANARY,
        "client_nam": _CANARY,
        _CANARY: "x",
        5: _CANARY,
        "client_signers": [{"name": _CANARY, "rol": _CANARY}],
    }
    found = findings(lambda: read_client(policy.composed, wrapped(raw)))  # type: ignore[arg-type]
    said = "\n".join(f"{one!r} {one}" for one in found)
    assert _CANARY not in said
    assert [one.code for one in found if one.code == Code.NAME_UNKNOWN] == [Code.NAME_UNKNOWN] * 3
    assert 'did you mean "client_name"?' in said
    assert "Client fact 4 has a name" in said
    assert "one of: client_name" in said


def test_a_traceback_with_local_names_shows_no_value_of_ours(policy: Policy) -> None:
    raw = wrapped({"client_is_minor": _CANARY})
    try:
        read_client(policy.composed, raw)
    except Refused as refused:
        shown = traceback.TracebackException.from_exception(refused, capture_locals=True).format()
        assert _CANARY not in "".join(shown)


def test_a_fact_of_the_practice_is_none_of_a_client(policy: Policy) -> None:
    finding = only(lambda: _read(policy, practice_name="x"))
    assert finding.code == Code.NAME_UNKNOWN
