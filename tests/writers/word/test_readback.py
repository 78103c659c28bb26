"""What a file says is read back: a fault of the writer is caught, and a hole says exactly its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.document import (
    Break,
    Consent,
    Consents,
    Document,
    Hole,
    Item,
    Items,
    Paragraph,
    Part,
    Strong,
    Text,
)
from socialpolicy.errors import Code, Place, SocialPolicyError, WrongValue
from socialpolicy.guarding.clean import Origin, clean
from socialpolicy.writers.word import body, filling, prepare, runs
from socialpolicy.writers.word.package import parts
from socialpolicy.writers.word.readback import check_filled, check_said, said
from socialpolicy.writers.word.reading import read_docx, read_members
from tests.writers.sample import sample_document
from tests.writers.word.checked import bare_text
from tests.writers.word.written import inlines, paragraph, provision, short

BODY = "word/document.xml"


def members_of(document: Document) -> dict[str, bytes]:
    return parts(document, body(document))


def changed(members: Mapping[str, bytes], old: bytes, new: bytes, part: str = BODY) -> dict[str, bytes]:
    assert old in members[part]
    return {**members, part: members[part].replace(old, new, 1)}


def place_of(document: Document, members: Mapping[str, bytes]) -> str:
    with pytest.raises(WrongValue) as refused:
        check_said(document, members)
    assert refused.value.code is Code.FILE_SAYS_OTHERWISE
    return refused.value.place.path


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b"Social media and online contact", b"Social media", "its title"),
        (b"Addendum to your", b"Addendum for your", "its subtitle"),
        (b"I decline every one", b"I accept every one", "glance#table"),
        (b"Reviews", b"Views", "glance#table"),
        (b"not message me</w:t>", b"message me</w:t>", "emergency"),
        (b"I do not accept friend requests", b"I accept friend requests", "connection-requests#full:1"),
        (b"friend and follow requests;", b"", "connection-requests#full:3/0/1"),
        (b"An account in the name", b"Account in the name", "professional-account"),
        (b"or answer STOP.", b"or answer GO.", "text-messages.texts"),
        (b"Parent or guardian", b"Parent", "guardian"),
        (b"</w:body>", b"<w:p><w:r><w:t>P.S.</w:t></w:r></w:p></w:body>", "its end"),
    ],
)
def test_a_file_that_says_something_else_is_refused_with_the_place(
    old: bytes, new: bytes, place: str
) -> None:
    document = sample_document()
    assert place_of(document, changed(members_of(document), old, new)) == f"client-addendum, {place}"


@pytest.mark.parametrize(
    "hides",
    [
        lambda xml: xml.replace(b"<w:t xml:space", b"<w:rPr><w:vanish/></w:rPr><w:t xml:space", 1),
        lambda xml: xml.replace(b"<w:body>", b"<w:body><w:p><w:ins><w:r><w:t>New.</w:t></w:r></w:ins></w:p>"),
    ],
)
def test_text_that_a_plain_look_would_miss_is_read_too(hides: Callable[[bytes], bytes]) -> None:
    document = sample_document()
    members = members_of(document)
    assert place_of(document, {**members, BODY: hides(members[BODY])}) == "client-addendum, its title"


def test_text_that_a_style_hides_is_not_said() -> None:
    document = sample_document()
    hidden = changed(members_of(document), b"<w:b/>", b"<w:vanish/><w:b/>", "word/styles.xml")
    assert place_of(document, hidden).startswith("client-addendum, ")


def test_the_reader_takes_over_where_there_is_more_than_runs_and_fields() -> None:
    members = members_of(sample_document())
    changed_in_part = changed(members, b"</w:body>", b"<w:p><w:ins/></w:p></w:body>")
    assert said(members) == said(changed_in_part) == bare_text(read_members(members))


def test_a_fault_of_the_writer_is_caught_when_a_document_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "text", lambda words: f"<w:t>{words.replace('not ', '')}</w:t>")
    document = short(
        provision("reviews", "1", paragraph("We do not ask.", key="reviews:full:1", number="1.1"))
    )
    with pytest.raises(SocialPolicyError) as refused:
        prepare(document)
    assert "reviews:full:1" in str(refused.value)


def test_text_of_a_letterhead_may_stand_around() -> None:
    document = sample_document()
    around = changed(members_of(document), b"<w:body>", b"<w:body><w:p><w:r><w:t>Hazel</w:t></w:r></w:p>")
    around = changed(around, b"</w:body>", b"<w:p><w:r><w:t>Bank</w:t></w:r></w:p></w:body>")
    check_said(document, around, around=True)
    assert place_of(document, around) == "client-addendum, its title"
    with pytest.raises(WrongValue):
        check_said(document, changed(around, b"online contact", b"contact"), around=True)


def test_numbers_may_be_typed_also_before_an_item_that_opens_with_a_list() -> None:
    inner = Items("in", (Item("in/0", (Paragraph("in/0/1", inlines("deep")),), number="(x)"),), ordered=True)
    outer = Items(
        "out", (Item("out/0", (inner,), number="(y)"), Item("out/1", (), number="(z)")), ordered=True
    )
    document = short(provision("odd", "9", outer))
    check_said(document, members_of(document))


def test_every_inline_is_asked_for() -> None:
    words = inlines(Strong(inlines("a", Hole("client_name"))), Break(), "b")
    consent = Consent("x", "y", asks=words, withdraw=(), fields=())
    document = short(Paragraph("k", words), Consents((consent,)))
    check_said(document, members_of(document))


# ---------- holes ----------

KEY = ("client_name", "")
DOCUMENT = short(
    Part(
        "Who",
        (
            Paragraph(
                "k",
                (Text("I, "), Hole("client_name"), Text(".")),
            ),
        ),
    )
)
PREPARED = prepare(DOCUMENT)


def fits(words: str) -> bool:
    try:
        clean(words, Place(), origin=Origin.CLIENT)
    except WrongValue:
        return False
    return True


@given(st.text().filter(fits))
def test_a_filled_hole_reads_back_exactly(words: str) -> None:
    given_words = clean(words, Place(), origin=Origin.CLIENT)
    assert read_docx(PREPARED.fill({KEY: words})).said("client:client_name") == (
        given_words.replace("\t", " "),
    )


def test_a_fault_in_filling_is_caught_and_names_the_fact_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "text", lambda words: f"<w:t>{words[:-1]}</w:t>")
    with pytest.raises(WrongValue) as refused:
        PREPARED.fill({KEY: "Sam Fern"})
    assert (refused.value.code, refused.value.place.path) == (Code.FILE_SAYS_OTHERWISE, "client_name")
    assert "Fern" not in repr(refused.value) + str(refused.value)


def test_what_is_written_is_read_with_its_breaks() -> None:
    written = b"<w:t>a</w:t><w:br/><w:t/>"
    check_filled({KEY: "a\n"}, {KEY: written})
    with pytest.raises(WrongValue):
        check_filled({KEY: "a"}, {KEY: written})


def test_a_file_with_a_fault_does_not_pass_through_a_test() -> None:
    """`conftest.py` checks every file that a test writes."""
    faulty = changed(members_of(DOCUMENT), b"</w:body>", b"<w:tbl/></w:body>")
    with pytest.raises(AssertionError, match="table-without-rows"):
        filling.cut(faulty).fill({})
