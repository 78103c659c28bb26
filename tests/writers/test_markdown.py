"""Markdown, read back by markdown-it-py: what was put in is what is read, whatever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from socialpolicy.document import (
    Blank,
    Box,
    Break,
    Consent,
    Consents,
    Definition,
    Definitions,
    Emphasis,
    Execution,
    Field,
    Hole,
    Inline,
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
    plain,
)
from socialpolicy.errors import Place, WrongValue
from socialpolicy.guarding.clean import Origin, clean
from socialpolicy.writers.markdown import prepare
from tests.writers.text_sample import AWKWARD, document, para, text, whole_document

GOLDEN = Path(__file__).parent / "golden" / "whole.md"
READER = MarkdownIt("commonmark").enable("table")

# what means something to Markdown, what stands at the edges of it, and anything else that is allowed
SIGNS = st.sampled_from([*"\\`*_[]<>&|~#+-=:.!()'\"1a;/ \n\t", "&amp;", "&#35;", "\u00a0", "€", "www.a.b"])
OTHERS = st.characters(exclude_categories=["Cc", "Cs", "Cn"])


def allowed(words: str) -> bool:
    """Whether a name of a client may hold these characters; its line feeds are its own."""
    try:
        return clean(words, Place(), origin=Origin.CLIENT) == words
    except WrongValue:
        return False


WORDS = st.lists(SIGNS | OTHERS, max_size=12).map("".join).filter(allowed)


def inlines_within(children: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inlines]:
    one: st.SearchStrategy[Inline] = (
        children.map(Strong)
        | children.map(Emphasis)
        | children.map(lambda words: Term(words, "term"))
        | children.map(lambda words: Link(words or text("x"), "https://example.org/(a)?b=c"))
        | children.map(lambda words: Reference(words, label=" (section 5.2)"))
    )
    return st.lists(one | LEAVES, max_size=4).map(tuple)


LEAVES: st.SearchStrategy[Inline] = (
    WORDS.map(Text)
    | WORDS.map(lambda words: Value(words, "fact"))
    | WORDS.map(lambda label: Blank(label, "fact"))
    | st.just(Break())
    | st.just(Hole("client_name"))
)
INLINES = st.recursive(st.lists(LEAVES, max_size=4).map(tuple), inlines_within, max_leaves=8)


def source(*blocks: Any, **words: str) -> str:
    filled = prepare(document(*blocks)).fill({(fact, ""): value for fact, value in words.items()})
    _, _, body = filled.decode().partition("1 December 2026\n")
    return body.strip("\n")


def texts(markdown: str) -> list[str]:
    """The text of each heading, paragraph and cell, as a reader shows it."""
    return ["".join(map(shown, token.children or ())) for token in READER.parse(markdown) if token.children]


def shown(token: Token) -> str:
    return "\n" if token.type in {"softbreak", "hardbreak"} else token.content


def kinds(markdown: str) -> list[str]:
    return [token.type for token in READER.parse(markdown)]


def test_a_whole_document_reads_as_it_did() -> None:
    filled = prepare(whole_document()).fill({("client_name", ""): AWKWARD})
    assert filled.decode() == GOLDEN.read_text(encoding="utf-8")


@given(INLINES)
@example((Text("!"), Link(text("words"), "https://example.org")))
@example((Text("a"), Strong(text("(b)")), Text("c")))
@example((Strong(text(".a.")), Strong(text(".b.")), Emphasis(text("c")), Emphasis((Strong(text(".")),))))
@example((Text("&"), Value("amp;", "fact"), Text("1"), Value(". one", "fact")))
def test_any_inlines_read_back_as_their_plain_text(inlines: Inlines) -> None:
    expected = plain(inlines)
    assert texts(source(Paragraph("p", inlines))) == ([expected] if expected else [])


@given(WORDS)
@example(AWKWARD)
@example("- a\n1. b\n# c\n> d\n===\n---\n:--|\n    e\n```\nf")
def test_any_text_reads_back_as_one_paragraph(words: str) -> None:
    markdown = source(para("x"), para(words), para(Hole("name")), para("y"), name=words)
    assert texts(markdown) == ["x", *[words] * (2 if words else 0), "y"]
    assert set(kinds(markdown)) == {"paragraph_open", "inline", "paragraph_close"}


@given(WORDS.filter(bool))
@example("C#")
@example("a\\")
@example("a|b\\|c")
def test_any_text_reads_back_in_every_place(words: str) -> None:
    value = (Value(words, "fact"),)
    field = Field("client", "name", label=words, inlines=value)
    markdown = source(
        Part(words, (Provision("id", "1.0.0", heading=value, blocks=()),)),
        Items("i", (Item("1", (para(*value),)), Item("2", (para(*value), para(*value)), number="(a)"))),
        Table("t", (value, text("n")), rows=((value, value),), caption=words),
        Box("note", value, blocks=(para(*value),)),
        Parties((Party("client", words, inlines=value),)),
        Definitions((Definition("d", words, inlines=value),)),
        Consents((Consent("c", "email", asks=value, withdraw=value, fields=(field,)),)),
        Execution(words, statement=value, signers=(Signer("client", words, fields=(field,)),)),
    )
    labelled = f"{words}: {words}"
    assert texts(markdown) == [
        *[words] * 3, f"(a) {words}", words,
        words, words, "n", words, words,
        words, words,
        labelled, labelled,
        f"[ ] {words}", words, labelled,
        *[words] * 3, labelled,
    ]  # fmt: skip


def test_a_practice_with_awkward_signs_prints_literally() -> None:
    assert source(para(Value(AWKWARD, "practice_name"))) == r"Tom & Jerry's \<b\>\*{{x}}\*\</b\>"


def test_ordinary_prose_is_left_alone() -> None:
    sentence = (
        "Don't worry: we'll reply (within 2 working days) – it's 24-hour care + more. See #5, or tell_us_by!"
    )
    assert source(para(sentence)) == sentence


def test_a_blank_stands_out_even_inside_strong_words() -> None:
    blank = Blank("your phone", "phone")
    assert source(para("Ring ", blank, ".")) == r"Ring **\[TO COMPLETE: your phone\]**."
    assert source(para(Strong((Text("Ring "), blank)))) == r"**Ring \[TO COMPLETE: your phone\]**"


def test_emphasis_that_would_print_its_marks_is_left_out() -> None:
    assert source(para("un", Emphasis(text("believ")), "able")) == "unbelievable"
    assert source(para("un", Strong(text("believ")), "able")) == "un**believ**able"
    assert source(para("a", Strong((Text("("), Emphasis(text("b")), Text(")"))))) == "a(b)"
    assert source(para("a ", Strong(text(" b")))) == "a  b"


def test_a_link_is_a_link_and_has_no_link_inside() -> None:
    inner = Link(text("in"), "https://in.example")
    outer = Link((Text("out "), inner), "https://example.org/a|b<c> d\\e&amp;f")
    assert source(para(outer)) == r"[out in](<https://example.org/a\|b\<c\>%20d\\e\&amp;f>)"
    (token,) = (token for token in READER.parse(source(para(outer))) if token.children)
    assert token.children is not None
    href = token.children[0].attrs["href"]
    assert href == "https://example.org/a%7Cb%3Cc%3E%20d%5Ce&amp;f"


def test_headings_follow_the_parts_that_stand() -> None:
    provision = Provision("id", "1.0.0", heading=text("Texts"), blocks=(para("a", number="1.1"),), number="1")
    assert source(Part("Reach us", (provision,))) == "## Reach us\n\n### 1. Texts\n\n1.1 a"
    assert source(Part("", (provision,)), provision).count("\n## 1. Texts") == 1


def test_steps_count_natively_and_letters_stand_as_text() -> None:
    steps = [Item(str(n), (para(f"Step {n}"),), number=f"{n}.") for n in (1, 2)]
    assert source(Items("s", tuple(steps), ordered=True)) == "1. Step 1\n2. Step 2"
    assert source(Items("s", tuple(steps[1:]), ordered=True)) == "- 2\\. Step 2"
    letters = (Item("a", (Items("i", (Item("1", (para("deep"),)),)),), number="(a)"),)
    assert texts(source(Items("l", letters))) == ["(a) ", "deep"]


def test_rows_of_any_length_keep_every_cell() -> None:
    table = Table("t", (text("one"),), rows=((text("a"), text("b")), ()))
    assert source(table) == "| one |  |\n| --- | --- |\n| a | b |\n|  |  |"
    assert texts(source(Table("t", (), rows=((text("a"), text("b")),)))) == ["a", "b"]
    assert source(Table("t", (), rows=())) == ""


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "- [ ] Email me."), (2, "- Email me.\n\n  - [ ] 0\n  - [ ] 1")]
)
def test_a_consent_for_several_has_a_box_for_each(count: int, expected: str) -> None:
    ticks = tuple(Field("client", "tick", label=str(n)) for n in range(count))
    consent = Consent("c", "email", asks=text("Email me."), withdraw=(), fields=ticks)
    assert source(Consents((consent,))) == expected


def test_a_ticked_field_keeps_what_stands_beside_it() -> None:
    tick = Field("client", "tick", label="Seen", inlines=text("today"))
    sign = Field("client", "signature", label="Signature")
    execution = Execution("", statement=(), signers=(Signer("client", "Client", fields=(tick, sign)),))
    assert texts(source(execution)) == ["Client", "[ ] Seen today", f"Signature: {'_' * 20}"]
