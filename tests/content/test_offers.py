"""What a practice does not offer is not printed, and nobody reads one thing here and another there.

Whole policies are made of practices whose answers go badly together; each was once printed wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from socialpolicy import Policy, Profile, Refused, compose
from socialpolicy import document as tree
from socialpolicy.assembly.assembling import assemble
from socialpolicy.composition.clients import read_client
from socialpolicy.guarding.secret import wrapped
from socialpolicy.library.clause import Clause
from tests.content.practices import answers, clauses, library, own_answers, policy_of
from tests.content.rendering import documents_with, prose

WAYS = tuple(library().facts["primary_channel"].options)
WORDS = library().facts["channels"].options
# says what is not used, and how people are reached who want none of it
OF_WAYS_NOT_USED = "choice-and-withdrawal"
ROUTES = [
    {"purpose": "Bills", "channel": "email", "address": "office@tidewater.example", "read_by": "office"}
]


def _policy(
    stances: dict[str, str] | None = None, facts: dict[str, Any] | None = None, **values: Any
) -> Policy:
    raw = {**answers("en-AU", "solo"), **values}
    return compose(library(), Profile.of(library(), **raw, stances=stances or {}, facts=facts or {}))


def _documents(policy: Policy) -> Iterator[tree.Document]:
    yield from (policy.document(name).tree for name in policy.documents if name != "cover-note")


def _tables(*nodes: tree.Node) -> Iterator[str]:
    for table in (one for node in nodes for one in tree.walk(node) if isinstance(one, tree.Table)):
        yield from (tree.plain(cell) for row in table.rows for cell in row)


def _said(policy: Policy) -> str:
    """All that people read, but for the clause on what is not used."""
    kept = []
    for document in _documents(policy):
        kept += list(_tables(document))
        nodes = (node for node in tree.walk(document) if isinstance(node, tree.Provision | tree.Box))
        kept += [prose(node) for node in nodes if getattr(node, "id", "") != OF_WAYS_NOT_USED]
    return "\n".join(kept)


def _read(document: tree.Document) -> str:
    return "\n".join((prose(document), *_tables(document)))


# ---------- ways of contact ----------


@pytest.mark.parametrize(("way", "main"), list(product(WAYS, WAYS)))
def test_no_way_is_named_that_is_not_offered(way: str, main: str) -> None:
    # a way that is kept to times and bills cannot carry news about care (rule R37-care)
    care = "session" if main == way and way in ("email", "sms") else main
    facts = {"approved-channels": {"care_channel": care}, "review-and-changes": {"notice_ways": ["email"]}}
    said = _said(_policy(channels=[way], primary_channel=main, facts=facts))
    named = [one for one in WAYS if re.search(rf"(?i)\b{WORDS[one]}\b", said)]
    assert named == [way]
    assert ("hello@tidewater.example" in said) == (way == "email")


@pytest.mark.parametrize(
    ("way", "clause"), list(product(WAYS, (one for one in clauses() if one.id != OF_WAYS_NOT_USED)))
)
def test_no_text_for_staff_or_for_the_first_session_names_one_either(way: str, clause: Clause) -> None:
    main = next(one for one in WAYS if one != way)
    values = {**answers("en-AU", "solo"), "channels": [way], "primary_channel": main}
    facts = own_answers(clause) | ({"care_channel": main} if "care_channel" in clause.facts else {})
    for stance in clause.stances:
        policy = policy_of(clause.id, values, facts, stance.id)
        stands = policy and clause.id in policy.composed.chosen
        printed = documents_with(clause, stance.id) if stands else ()
        said = "\n".join(prose(policy.document(name).tree) for name in printed) if policy else ""
        named = [one for one in WAYS if re.search(rf"(?i)\b{WORDS[one]}\b", said)]
        assert named in ([], [way]), stance.id


@pytest.mark.parametrize("way", WAYS)
def test_clients_are_told_where_a_way_leads(way: str) -> None:
    addendum = _read(_policy(channels=[way], primary_channel=way).document("client-addendum").tree)
    address = {"email": "Email: hello@tidewater.example.", "portal": "Portal: "}.get(way, "02 5550 4417.")
    assert address.replace(" ", "\u00a0") in addendum.replace(" ", "\u00a0")


def test_direct_messages_are_not_offered_again_where_the_main_way_is_not_offered() -> None:
    policy = _policy(channels=["email", "social-dm"], primary_channel="phone")
    assert not re.search(r"use [^.]*direct messages,", _said(policy))


def test_direct_messages_are_never_the_only_way() -> None:
    with pytest.raises(Refused, match=r"direct-messages|policy"):
        _policy(channels=["social-dm"])


def test_a_table_of_ways_is_the_only_word_on_who_reads_what() -> None:
    for reads in library().clauses["approved-channels"][-1].facts["who_reads"].options:
        facts = {"approved-channels": {"who_reads": reads, "care_channel": "phone"}}
        stances = {"approved-channels": "table-by-purpose"}
        policy = _policy(contact_routes=ROUTES, stances=stances, facts=facts)
        assert not re.search(r"Only I read|office reads|treats you reads|care itself", _said(policy))
        website = _read(policy.document("website-policy").tree)
        assert "which way serves which purpose" in website
        assert "Use the phone instead" not in _said(policy)


# ---------- boxes ----------

BOXES = r"(?i)\bbox(?:es)?\b|\btick"
STANCES = ("opt-in-per-channel", "opt-out")


@pytest.mark.parametrize(("way", "stance"), list(product(WAYS, STANCES)))
def test_boxes_are_spoken_of_where_there_are_boxes(way: str, stance: str) -> None:
    policy = _policy(channels=[way], stances={OF_WAYS_NOT_USED: stance})
    asked = way != "phone" and stance == STANCES[0]
    for document in policy.documents:
        shown = policy.document(document).tree
        boxes = [node for node in tree.walk(shown) if isinstance(node, tree.Consent)]
        assert bool(boxes) == (asked and document == "client-addendum")
        if not asked and document not in ("cover-note", "first-session"):  # what is ticked there is done
            assert not re.search(BOXES, _read(shown)), document
    assert asked == ("An empty box means no" in _read(policy.document("client-addendum").tree))


def test_a_practice_on_the_phone_alone_has_no_automatic_reply_and_sends_no_messages() -> None:
    said = _said(_policy(channels=["phone"], professional_accounts=[]))
    assert "a recorded message says who can help" in said
    assert not re.search(r"(?i)automatic reply", said)


# ---------- who signs ----------

JOINT: dict[str, Any] = {"modalities": ["individual", "couple", "family"], "serves_minors": True}


def _executions(policy: Policy, client: dict[str, Any]) -> list[tree.Execution]:
    deciding = read_client(policy.composed, wrapped(client)).deciding()
    addendum = assemble(policy.composed, "client-addendum", deciding)
    return [node for node in tree.walk(addendum) if isinstance(node, tree.Execution)]


def test_while_no_client_is_known_no_person_fits_two_blocks() -> None:
    labels = [block.label for block in _executions(_policy(**JOINT), {})]
    assert labels == [
        "If you are 18 or over and come on your own",
        "If you come together",
        "If you are under 18 and come on your own",
    ]
    alone = [block.label for block in _executions(_policy(serves_minors=True), {})]
    assert alone == ["If you are 18 or over", "If you are under 18"]


@pytest.mark.parametrize(
    ("minor", "unit"), list(product((True, False), library().facts["client_unit"].options))
)
def test_a_known_client_signs_once(minor: bool, unit: str) -> None:
    (block,) = _executions(_policy(**JOINT), {"client_is_minor": minor, "client_unit": unit})
    together = unit in ("couple", "family")
    expected = "If you come together" if together else "under 18" if minor else "18 or over"
    assert expected in block.label


def test_a_client_of_whom_only_the_age_is_known_signs_once() -> None:
    (block,) = _executions(_policy(**JOINT), {"client_is_minor": True})
    assert [one.party for one in block.signers] == ["client", "guardian", "practitioner"]


def test_those_who_come_together_are_called_by_their_roles() -> None:
    policy = _policy(**JOINT, person_term="patient")
    roles = tuple(library().facts["client_signers"].columns["role"].options)
    client = {"client_signers": roles, "client_unit": "family"}
    addendum = assemble(policy.composed, "client-addendum", client)
    (block,) = (node for node in tree.walk(addendum) if isinstance(node, tree.Execution))
    called = ["Patient", "Partner", "Parent", "Guardian", "Young person"]
    assert [one.label for one in block.signers][:-1] == called
    for consent in (node for node in tree.walk(addendum) if isinstance(node, tree.Consent)):
        assert [field.label for field in consent.fields if field.kind == "tick"] == called


def test_each_of_a_couple_has_a_box_and_one_alone_has_one() -> None:
    for modalities, labels in ((["individual"], ["Yes"]), (["couple"], ["Client 1", "Client 2"])):
        addendum = _policy(modalities=modalities).document("client-addendum").tree
        consents = [node for node in tree.walk(addendum) if isinstance(node, tree.Consent)]
        assert consents
        for consent in consents:
            assert [field.label for field in consent.fields if field.kind == "tick"] == labels


# ---------- the rest ----------


@pytest.mark.parametrize("stance", [one.id for one in library().clauses["connection-requests"][-1].stances])
def test_who_has_no_personal_accounts_does_not_speak_of_theirs(stance: str) -> None:
    said = _said(_policy(personal_accounts=False, stances={"connection-requests": stance}))
    assert not re.search(r"(?i)\b(?<!no )personal accounts?\b", said)


def test_where_nobody_signs_the_cover_note_asks_nobody_to() -> None:
    stances = {"purpose-and-scope": "information-only"}
    note = _read(_policy(setting="school", stances=stances).document("cover-note").tree)
    assert not re.search(r"\b[Ss]igns? and\b|\bSign\b", note)
    assert "Sign: give the addendum" in _read(_policy().document("cover-note").tree)


def test_a_health_complaints_body_of_another_country_is_placed() -> None:
    bodies = [{"name": "the Health Care Complaints Commission", "contact": "1800 043 159"}]
    values = {**answers("en-GB", "solo"), "served_regions": ["GB-ENG", "AU-NSW"]}
    policy = compose(library(), Profile.of(library(), **{**values, "health_complaints_bodies": bodies}))
    for document in ("client-addendum", "website-policy"):
        assert "Any health service in Australia: the Health" in _read(policy.document(document).tree)
    assert "Any health service: the Health" in _read(_policy().document("website-policy").tree)
