"""Consents are unticked; execution blocks stay on one page; each field has a control of its own."""

from __future__ import annotations

from socialpolicy.document import Consent, Consents, Execution, Field, FieldKind, Hole, Inline, Signer, Value
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.reading.xml import W14, W
from tests.writers.word.written import attributes, inlines, said, tree, written


def field(kind: FieldKind, *filled: str | Inline, party: str = "client") -> Field:
    return Field(party, kind, label=kind.title(), inlines=inlines(*filled))


def consent(*fields: Field) -> Consents:
    asks, withdraw = inlines("You may text me."), inlines("Answer STOP.")
    return Consents((Consent("texts", "text-messages", asks=asks, withdraw=withdraw, fields=fields),))


def execution(*signers: Signer, label: str = "") -> Execution:
    return Execution(label, statement=inlines("I agree."), signers=signers)


def signer(*fields: Field) -> Signer:
    return Signer("client", "Client", fields=fields)


def checked(*blocks: Consents | Execution) -> list[str]:
    return [found.get(W14 + "val", "") for found in tree(*blocks).iter(W14 + "checked")]


def test_a_consent_has_one_box_that_is_not_ticked() -> None:
    block = consent(field("tick"), field("date"))
    assert checked(block) == ["0"]
    assert said(block) == ["☐", "You may text me.", "Answer STOP.", "Date \t"]
    assert attributes(tree(block), "tag") == [
        "consent:text-messages.texts",
        "consent:text-messages.texts:client.date",
    ]


def test_a_consent_without_fields_still_has_its_box() -> None:
    assert checked(consent()) == ["0"]


def test_a_consent_of_two_signers_has_a_box_for_each() -> None:
    block = consent(field("tick"), field("tick", party="partner"))
    assert checked(block) == ["0", "0"]
    assert said(block) == ["", "You may text me.", "Answer STOP.", "☐ Tick", "☐ Tick"]


def test_what_stands_in_a_field_of_a_consent_takes_the_place_of_the_line() -> None:
    assert said(consent(field("name", Hole("client_name"))), client_name="Ada")[-1] == "Name Ada"


def test_no_consents_are_no_table() -> None:
    assert said(Consents(())) == []


def test_an_execution_block_is_kept_on_one_page() -> None:
    block = execution(signer(field("name"), field("signature")), signer(field("tick")), label="If under 18")
    (table,) = tree(block).findall(f"{W}body/{W}tbl")
    (row,) = table.findall(f"{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    paragraphs = list(row.iter(W + "p"))
    names = [found.find(f"{W}pPr/{W}pStyle").get(W + "val") for found in paragraphs]
    kept = [
        name in ("SPExecution", "SPSigner") or found.find(f"{W}pPr/{W}keepNext") is not None
        for found, name in zip(paragraphs, names, strict=True)
    ]
    # all but the line that the last strip ends in, and the spacer after it
    assert kept == [*[True] * (len(kept) - 2), False, False]


def test_each_field_of_a_signer_can_be_found() -> None:
    root = tree(execution(signer(field("name"), field("signature"), field("tick"))))
    assert attributes(root, "tag") == ["sign:client.name", "sign:client.signature", "sign:client.tick"]


def test_a_name_stands_on_its_line_and_an_unfilled_one_leaves_it_free() -> None:
    block = execution(signer(field("name", Hole("client_name")), field("name", Value("Dr Marlow", "x"))))
    assert said(block)[2:] == ["Name", " ", "", "Name", "Dr Marlow"]
    assert said(block, client_name="Ada")[3] == "Ada"


def test_a_signer_without_fields_is_named() -> None:
    assert said(execution(signer())) == ["I agree.", "Client"]
    assert said(Execution("", statement=(), signers=())) == []


def test_every_block_of_signatures_passes_the_lint() -> None:
    assert not lint(written(consent(field("tick")), execution(signer(field("date"), field("initials")))))
