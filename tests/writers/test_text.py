"""Plain text: everything of the document is in it, as somebody would write it in an e-mail."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.document import (
    Box,
    Consent,
    Consents,
    Execution,
    Field,
    Hole,
    Item,
    Items,
    Link,
    Part,
    Provision,
    Signer,
    Table,
    Text,
    Value,
)
from socialpolicy.writers.text import excerpt, prepare
from tests.keeping.trees import stands
from tests.writers.text_sample import AWKWARD, document, para, text, whole_document

GOLDEN = Path(__file__).parent / "golden" / "whole.txt"


def written(*blocks: object, **words: str) -> str:
    filled = prepare(document(*blocks)).fill({(fact, ""): value for fact, value in words.items()})  # type: ignore[arg-type]
    _, _, body = filled.decode().partition("1 December 2026")
    return body.strip("\n")


def test_a_whole_document_reads_as_it_did() -> None:
    filled = prepare(whole_document()).fill({("client_name", ""): AWKWARD})
    assert filled.decode() == GOLDEN.read_text(encoding="utf-8")


def test_no_line_is_wider_than_seventy_columns() -> None:
    lines = prepare(whole_document()).fill({}).decode().split("\n")
    assert max(map(len, lines)) <= 70


def test_an_unfilled_hole_is_a_ruled_line_and_a_filled_one_is_wrapped_with_its_words() -> None:
    blank = para("I, ", Hole("client_name"), ", agree.")
    assert written(blank) == "I, ____________________, agree."
    long = " ".join(["Maximiliana"] * 8)
    lines = written(blank, client_name=long).split("\n")
    assert len(lines) == 2
    assert " ".join(lines) == f"I, {long}, agree."


def test_a_hole_takes_the_words_of_its_own_form() -> None:
    prepared = prepare(document(para(Hole("birth_date", "long"))))
    assert b"1 May 2011" in prepared.fill({("birth_date", "long"): "1 May 2011", ("birth_date", ""): "2011"})


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])).filter(stands))
def test_any_value_prints_literally(value: str) -> None:
    assert written(para(">", Value(value, "practice_name"), "<")).replace("\n", " ") == f">{value}<"
    assert written(para(">", Hole("name"), "<"), name=value).replace("\n", " ") == f">{value}<"


def test_an_address_is_written_once_where_it_is_its_own_words() -> None:
    own = Link(text("1300 000 000"), "tel:1300 000 000")
    assert written(para(own)) == "1300 000 000"
    assert written(para(Link(text("here"), "https://example.org"))) == "here (https://example.org)"


def test_nothing_prints_for_what_is_empty() -> None:
    nothing = (
        Part("", ()),
        Items("i", ()),
        Table("t", (), rows=()),
        Consents(()),
        Provision("a", "1.0.0", heading=(), blocks=()),
        Execution("", statement=(), signers=()),
    )
    assert written(*nothing, para("The end.")) == "The end."


def test_an_item_without_blocks_keeps_its_label() -> None:
    assert written(Items("i", (Item("1", (), number="(a)"),))) == "(a)"


def test_a_box_stands_between_rules_with_a_bar_beside_it() -> None:
    lines = written(Box("note", text("Note"), blocks=(para("one"), para("two")))).split("\n")
    assert lines[0] == lines[-1] == "+" + "-" * 69
    assert lines[1:-1] == ["| Note", "|", "| one", "|", "| two"]


def test_a_consent_for_one_is_ticked_at_its_sentence_and_for_several_at_each_name() -> None:
    ticks = tuple(Field(f"client-{name}", "tick", label=name) for name in ("Ann", "Bo"))
    one = Consent("c", "email", asks=text("Email me."), withdraw=(), fields=ticks[:1])
    both = Consent("c", "email", asks=text("Email us."), withdraw=(), fields=ticks)
    assert written(Consents((one,))) == "[ ] Email me."
    assert written(Consents((both,))) == "Email us.\n\n    [ ] Ann\n    [ ] Bo"


def test_a_field_shows_what_stands_in_it_already() -> None:
    name = Field("practice", "name", label="Name", inlines=(Text("Dr A Example"),))
    tick = Field("practice", "tick", label="Seen", inlines=(Text("today"),))
    signer = Signer("practice", "Practitioner", fields=(name, tick))
    expected = "Agreed.\n\nPractitioner\n  Name: Dr A Example\n  [ ] Seen today"
    assert written(Execution("", statement=text("Agreed."), signers=(signer,))) == expected


def test_a_long_title_is_ruled_above_and_below() -> None:
    lines = prepare(document(title="How we meet online " * 5)).fill({}).decode().split("\n")
    assert lines[0] == lines[3] == "=" * max(len(lines[1]), len(lines[2]))


def test_an_excerpt_is_one_block_with_its_holes_open() -> None:
    assert excerpt(para("I, ", Hole("name"), ", agree.")) == "I, ____________________, agree."
