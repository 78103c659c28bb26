from __future__ import annotations

from typing import Any

import pytest

from socialpolicy import Library
from socialpolicy import document as tree
from socialpolicy.assembly.assembling import assemble
from socialpolicy.composition.clients import read_client
from socialpolicy.document import Field, Hole, Text, Value
from socialpolicy.errors import Code, NotFound
from socialpolicy.guarding.secret import wrapped
from tests.assembly.reading import found
from tests.composition.small import FACTS, OUTLINE, PLACES, clause, composed, small, tree_of

_SIGNED = (
    OUTLINE.replace(
        "[[parts]]",
        """
[signers.client]
label = "{{Client}}"
name = "client_name"
[signers.together]
label = "{{Client}}"
name = "client_signers"
[signers.practice]
label = "For {{practice_name}}"
name = "phone"
[[parts]]
kind = "parties"
[[parts.parties]]
id = "practice"
label = "The {{clinician}}"
text = 'Here "{{we}}" means {{practice_name}}.'
[[parts.parties]]
id = "client"
label = "The {{client}}"
text = "{{client_name}}"
[[parts]]""",
        1,
    )
    + """
[[parts]]
kind = "consents"
heading = "Choices"
intro = "Tick what {{you}} want.".
[[parts]]
kind = "execution"
heading = "Signatures"
statement = "{{We}} keep to it."
[[parts.blocks]]
label = "If you are 18"
for_clients = 'not client_is_minor'
signers = ["client", "practice"]
[[parts.blocks]]
when = 'has_staff'
for_clients = 'client_is_minor'
label = "If you are under 18"
signers = ["each:together"]
""".replace('"Tick what {{you}} want.".', '"Tick what you want."')
)
_CONSENTS = """
[stances.usual]
label = "l"
default = true
[consents.letters]
asks = "{{We}} may write to you."
withdraw = "Tell {{us}}."
[consents.calls]
asks = "{{We}} may call."
withdraw = "Say so."
asked_when = 'channels has "sms"'
[consents.both]
asks = "{{We}} may film."
withdraw = "Say no."
each_signer = true
for_clients = 'not client_is_minor'
"""

_CONSENTS_OF_ALL = _CONSENTS.replace("for_clients = 'not client_is_minor'\n", "")


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"door": clause("Door", below=_CONSENTS)}, outline=_SIGNED)


def _for(library: Library, client: dict[str, Any], **values: Any) -> tree.Document:
    policy = composed(library, **values)
    deciding = read_client(policy.composed, wrapped(client)).deciding()
    return assemble(policy.composed, "client-addendum", deciding)


def test_the_parties_are_named_with_a_value_and_a_hole(library: Library) -> None:
    (parties,) = found(tree_of(library), tree.Parties)
    practice, client = parties.parties
    assert (practice.id, practice.label) == ("practice", "The counsellor")
    assert practice.inlines == (Text("Here ‘I’ means "), Value("Saltbush", "practice_name"), Text("."))
    assert client.inlines == (Hole("client_name", "", "client name"),)


# ---------- consents ----------


def test_a_consent_is_asked_where_its_condition_holds(library: Library) -> None:
    def asked(**values: Any) -> list[str]:
        return [one.id for one in found(tree_of(library, **values), tree.Consent)]

    assert asked() == ["letters", "both"]
    assert asked(channels=["sms"]) == ["letters", "calls", "both"]


def test_a_consent_is_one_unticked_box_with_initials(library: Library) -> None:
    consent = found(tree_of(library), tree.Consent)[0]
    assert (consent.clause, tree.plain(consent.asks), tree.plain(consent.withdraw)) == (
        "door",
        "I may write to you.",
        "Tell me.",
    )
    assert consent.fields == (
        Field("client", "tick", label="Yes", required=False),
        Field("client", "initials", label="Initials", required=False),
    )


def test_a_consent_of_each_signer_has_a_box_for_each(library: Library) -> None:
    def boxes(document: tree.Document) -> list[tuple[str, str]]:
        fields = found(document, tree.Consent)[-1].fields
        return [(field.party, field.label) for field in fields if field.kind == "tick"]

    assert boxes(tree_of(library, has_staff=True)) == [("together-1", "Client 1"), ("together-2", "Client 2")]
    signers = [{"name": name} for name in ("A", "B", "C")]
    three = _for(library, {"client_signers": signers}, has_staff=True)
    assert [party for party, _ in boxes(three)] == [
        "together-1",
        "together-2",
        "together-3",
    ]


def test_a_consent_of_each_signer_has_one_box_where_nobody_signs_with_others(library: Library) -> None:
    one = (
        Field("client", "tick", label="Yes", required=False),
        Field("client", "initials", label="Initials", required=False),
    )
    assert found(tree_of(library), tree.Consent)[-1].fields == one
    adult = _for(library, {"client_is_minor": False}, has_staff=True)
    assert found(adult, tree.Consent)[-1].fields == one


def test_the_boxes_of_signers_with_one_role_are_numbered() -> None:
    roles = ("client", "parent", "parent", "guardian")
    boxes = [field.label for field in found(_with_roles(*roles), tree.Consent)[-1].fields]
    assert boxes[::2] == ["Client", "Parent 1", "Parent 2", "Guardian"]


def test_a_consent_falls_away_for_clients_it_is_not_for(library: Library) -> None:
    minor = _for(library, {"client_is_minor": True}, has_staff=True)
    assert [one.id for one in found(minor, tree.Consent)] == ["letters"]


def test_without_consents_there_is_no_such_part() -> None:
    document = tree_of(small({"door": clause("Door")}, outline=_SIGNED))
    assert "Choices" not in [getattr(one, "heading", "") for one in document.blocks]


# ---------- signatures ----------


def _labels(document: tree.Document) -> list[str]:
    return [one.label for one in found(document, tree.Execution)]


def test_while_no_client_is_known_every_block_of_the_practice_stands(library: Library) -> None:
    assert _labels(tree_of(library)) == ["If you are 18"]
    assert _labels(tree_of(library, has_staff=True)) == ["If you are 18", "If you are under 18"]


def test_a_client_keeps_the_blocks_that_are_for_them(library: Library) -> None:
    assert _labels(_for(library, {"client_is_minor": True}, has_staff=True)) == ["If you are under 18"]
    assert _labels(_for(library, {"client_is_minor": False}, has_staff=True)) == ["If you are 18"]


def test_a_client_who_would_sign_twice_has_the_first_block_that_is_surely_for_them() -> None:
    """A child with the family: the block of those who come together, and not that of a child alone."""
    outline = _SIGNED.replace("for_clients = 'not client_is_minor'", "for_clients = 'client_is_minor'", 1)
    library = small({"door": clause("Door")}, outline=outline)
    assert _labels(tree_of(library, has_staff=True)) == ["If you are 18", "If you are under 18"]
    assert _labels(_for(library, {"client_is_minor": True}, has_staff=True)) == ["If you are 18"]


def test_a_document_that_nobody_would_sign_is_refused(library: Library) -> None:
    with pytest.raises(NotFound) as refused:
        _for(library, {"client_is_minor": True})
    assert refused.value.code == Code.SIGNERS_NONE
    assert "Nobody would sign `client-addendum`" in refused.value.message


def test_blocks_of_which_the_practice_needs_none_make_no_part() -> None:
    outline = _SIGNED.replace('label = "If you are 18"\n', "label = \"If you are 18\"\nwhen = 'has_staff'\n")
    document = tree_of(small({"door": clause("Door")}, outline=outline))
    assert not _labels(document)


def test_each_signer_has_a_name_a_signature_and_a_date(library: Library) -> None:
    execution = found(tree_of(library), tree.Execution)[0]
    assert tree.plain(execution.statement) == "I keep to it."
    client, practice = execution.signers
    assert (client.party, client.label, practice.label) == ("client", "Client", "For Saltbush")
    assert client.fields == (
        Field("client", "name", label="Name", inlines=(Hole("client_name", "", "client name"),)),
        Field("client", "signature", label="Signature"),
        Field("client", "date", label="Date"),
    )
    assert practice.fields[0].inlines == (tree.Blank("phone", "phone"),)


def test_signers_are_called_by_their_role_and_the_client_as_the_practice_says() -> None:
    signers = found(_with_roles("client", "parent", "guardian", None, "Maya"), tree.Execution)[-1].signers
    assert [one.label for one in signers] == ["Client", "Parent", "Guardian", "Client", "Client"]


def _with_roles(*roles: str | None) -> tree.Document:
    facts = FACTS.replace(
        'role = { kind = "words", optional = true }',
        'role = { kind = "choice", optional = true, options = { client = "client", parent = "parent", '
        'guardian = "guardian" } }',
    )
    library = small(
        {"door": clause("Door", below=_CONSENTS_OF_ALL)},
        outline=_SIGNED,
        files={"facts.toml": facts + PLACES},
    )
    policy = composed(library, has_staff=True)
    return assemble(policy.composed, "client-addendum", {"client_signers": roles})


def test_unfilled_signers_have_two_rows_and_known_ones_a_row_each(library: Library) -> None:
    def names(document: tree.Document) -> list[tree.Inlines]:
        return [one.fields[0].inlines for one in found(document, tree.Execution)[-1].signers]

    def hole(form: str) -> tree.Inlines:
        return (Hole("client_signers", form, "client signers"),)

    assert names(tree_of(library, has_staff=True)) == [hole("1"), hole("2")]
    one = _for(library, {"client_is_minor": True, "client_signers": [{"name": "A"}]}, has_staff=True)
    assert names(one) == [hole("1")]
    none = _for(library, {"client_is_minor": True, "client_signers": []}, has_staff=True)
    assert names(none) == [hole("1"), hole("2")]
