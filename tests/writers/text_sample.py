"""One document with every kind of block and inline, for the writers of plain text and Markdown."""

from __future__ import annotations

from typing import Any

import attrs

from socialpolicy.document import (
    Blank,
    Block,
    Box,
    Break,
    Consent,
    Consents,
    Contents,
    ContentsLine,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Execution,
    Field,
    Hole,
    Inlines,
    Item,
    Items,
    Link,
    Paragraph,
    Part,
    Parties,
    Party,
    Provision,
    Reference,
    Signer,
    Strong,
    Table,
    Term,
    Text,
    Value,
)

__all__ = ["AWKWARD", "document", "para", "text", "whole_document"]

AWKWARD = "Tom & Jerry's <b>*{{x}}*</b>"


def text(words: str) -> Inlines:
    return (Text(words),)


def para(*inlines: str | Any, number: str = "") -> Paragraph:
    """A paragraph of plain words and other inlines."""
    return Paragraph("p", tuple(Text(one) if isinstance(one, str) else one for one in inlines), number=number)


def document(*blocks: Block, **changes: Any) -> Document:
    """A document of these blocks."""
    bare = Document(
        "client-addendum",
        "Social media and online contact",
        locale="en-AU",
        paper="A4",
        practice="Example Psychology",
        version="1.0",
        date="1 December 2026",
        dated="2026-12-01",
        edition="2026.1",
        blocks=blocks,
    )
    return attrs.evolve(bare, **changes)


def whole_document() -> Document:
    """A document with one of everything."""
    return document(
        Parties(
            (
                Party("practice", "The practice", inlines=(Value(AWKWARD, "practice_name"),)),
                Party("client", "The client", inlines=(Hole("client_name", "", "Name"),)),
            )
        ),
        Box("emergency", text("In an emergency"), blocks=(para("Call ", Strong(text("000"))), _bullets())),
        Part("In this policy", (_contents(),)),
        Part("At a glance", (_glance(), _lines())),
        Part("How to reach us", (_texts(), _records())),
        Part("", (para("No heading stands above this one."),)),
        Part("Words we use", (_definitions(),)),
        Part("Your choices", (_consents(),)),
        Part("Signatures", (_for_all(), _for_minors())),
        Part("Whom to call", (_bullets(),), number="Schedule 1"),
        subtitle=(Text("Addendum to your "), Value("service agreement", "agreement_title")),
    )


def _bullets() -> Items:
    return Items("b", (Item("1", (para("Lifeline, 13 11 14"),)), Item("2", (para("Ask a friend"),))))


def _contents() -> Contents:
    return Contents(
        (
            ContentsLine("glance", text("At a glance")),
            ContentsLine("reach", text("How to reach us")),
            ContentsLine("texts", text("Can you text us?"), number="5", level=2),
        )
    )


def _glance() -> Table:
    rows = (
        (text("Texts"), text("Appointment times only. Anything else waits for your session."), text("Stop")),
        (text("Email"), text("Forms and letters | nothing else."), ()),
    )
    return Table("g", (text("Topic"), text("We do"), text("You can")), rows=rows, caption="The short of it")


def _lines() -> Table:
    rows = ((text("Lifeline"), text("13 11 14")), (text("Kids Helpline"), text("1800 55 1800")))
    return Table("l", (text("Service"), text("Number")), rows=rows)


def _texts() -> Provision:
    cross = Reference(text("with your record"), "records", number="6.1", label=" (section 6.1)")
    term = Term(text("work number"), "work-number")
    blocks = (
        para(
            "You can text us on our ", term, " ", Value("0491 570 006", "work_number"), ". We keep texts "
            "that matter to your care ", cross, ". ", Emphasis(text("Do")), " say who you are.", number="5.1",
        ),
        para("A text can show on a locked screen:", number="5.2"),
        Items(
            "o",
            (
                Item("a", (para("turn previews off; and"), para("lock your phone.")), number="(a)"),
                Item("b", (para("or ask us to ring."),), number="(b)"),
            ),
            ordered=True,
        ),
        para("See ", Link(text("our site"), "https://example.org/a(b)?c=1&d=2"), " or ",
             Link(text("desk@example.org"), "mailto:desk@example.org"), Break(), "or ring ",
             Blank("the desk's number", "desk"), "."),
    )  # fmt: skip
    return Provision("text-messages", "1.0.0", heading=text("Can you text us?"), blocks=blocks, number="5")


def _records() -> Provision:
    steps = tuple(Item(str(n), (para(f"Step {n}"),), number=f"{n}.") for n in (1, 2))
    plain_table = Table("n", (), rows=((text("No"), text("header")), (text("here"), text("either"))))
    blocks = (Items("s", steps, ordered=True), plain_table)
    return Provision("electronic-records", "1.0.0", heading=text("Your record"), blocks=blocks)


def _definitions() -> Definitions:
    words = text("means the number on the practice's letterhead, which is answered in office hours only.")
    return Definitions((Definition("work-number", "work number", inlines=words),))


def _consents() -> Consents:
    tick = Field("client", "tick", label="I agree")
    each = (Field("client-1", "tick", label="First"), Field("client-2", "tick", label="Second"))
    return Consents(
        (
            Consent("texts", "text-messages", asks=text("You may text me."), withdraw=text("Answer STOP."),
                    fields=(tick, Field("client", "initials", label="Initials"))),
            Consent("both", "email", asks=text("You may email us."), withdraw=text("Tell us."), fields=each),
        )
    )  # fmt: skip


def _for_all() -> Execution:
    fields = (
        Field("client", "name", label="Name", inlines=(Hole("client_name"),)),
        Field("client", "signature", label="Signature"),
        Field("client", "date", label="Date"),
    )
    signer = Signer("client", "Client", fields=fields)
    return Execution("", statement=text("We have talked about this policy."), signers=(signer,))


def _for_minors() -> Execution:
    signer = Signer(
        "guardian", "Parent or guardian", fields=(Field("guardian", "tick", label="I am their parent"),)
    )
    return Execution("If the client is under 18", statement=text("I agree for my child."), signers=(signer,))
