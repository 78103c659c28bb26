"""The PDF says what the tree says, with tags, links and bookmarks, in the same bytes each time."""

from __future__ import annotations

import io
import pickle
import sys
from typing import Any
from unittest import mock

import attrs
import pytest
from pypdf import PdfReader

from socialpolicy.document import (
    Blank,
    Box,
    Consents,
    Contents,
    Document,
    Emphasis,
    Execution,
    Field,
    Hole,
    Item,
    Items,
    Link,
    Paragraph,
    Part,
    Parties,
    Provision,
    Reference,
    Signer,
    Strong,
    Table,
    Term,
    Text,
    walk,
)
from socialpolicy.errors import Code, NotFound, Refused
from socialpolicy.writers.pdf import prepare
from socialpolicy.writers.text import prepare as prepare_text
from tests.practice import EXAMPLES, example
from tests.writers.sample import sample_document, words
from tests.writers.text_sample import AWKWARD, document, para, whole_document

NOWHERE = "\U0010fffd"  # a private sign of the last plane, which no font has


def reader(tree: Document, large_print: bool = False, **filled: str) -> PdfReader:
    prepared = prepare(tree, large_print=large_print)
    return PdfReader(io.BytesIO(prepared.fill({(fact, ""): value for fact, value in filled.items()})))


def said(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def tags(pdf: PdfReader) -> list[str]:
    """The tags of the structure, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        entry = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(entry, list):
            for one in entry:
                walk(one)
        elif isinstance(entry, dict):
            if "/S" in entry:
                found.append(entry["/S"])
            walk(entry.get("/K", []))

    walk(pdf.trailer["/Root"]["/StructTreeRoot"])
    return found


# ---------- the file ----------


def test_equal_input_gives_equal_bytes() -> None:
    assert prepare(sample_document()).fill({}) == prepare(sample_document()).fill({})


def test_it_says_of_itself_what_the_document_says() -> None:
    pdf = reader(sample_document())
    info = pdf.metadata
    assert info is not None
    assert (info.title, info.author) == ("Social media and online contact", "Banksia Psychology")
    assert str(info.creation_date).startswith("2026-11-22")
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en-AU"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1<" in root["/Metadata"].get_data()


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_it_has_the_paper_of_its_locale(paper: str, width: int) -> None:
    assert int(reader(sample_document(paper=paper)).pages[0].mediabox.width) == width


def test_it_is_tagged_and_has_bookmarks_and_links() -> None:
    pdf = reader(sample_document())
    found = tags(pdf)
    assert {"/Title", "/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/P", "/Link"} <= set(found)
    outline = [one.title for one in pdf.outline if not isinstance(one, list)]
    assert "Your records and privacy" in outline
    kinds = {note.get_object()["/A"].get("/S") for page in pdf.pages for note in page.get("/Annots", ())
             if "/A" in note.get_object()}  # fmt: skip
    assert "/URI" in kinds


def test_it_travels_to_another_worker() -> None:
    prepared = prepare(document(para("A sentence.")))
    assert pickle.loads(pickle.dumps(prepared)).fill({}) == prepared.fill({})  # noqa: S301 – our own bytes


# ---------- the text ----------


TREES = {
    "sample": sample_document(),
    "whole": whole_document(),
    **{
        f"{path.stem} {name}": example(path).document(name).tree
        for path in EXAMPLES[1::5]
        for name in example(path).documents
    },
}


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_it_says_what_the_plain_text_says(tree: Document) -> None:
    filled = {("client_name", ""): "Ada Byron"}
    wanted = bag(prepare_text(tree).fill(filled).decode())
    got = bag(said(PdfReader(io.BytesIO(prepare(tree).fill(filled)))))
    urls = {one for node in walk(tree) if isinstance(node, Link) for one in bag(node.url)}
    assert [one for one in wanted if one not in got and one not in urls] == []


def bag(text: str) -> list[str]:
    """The words without marks of layout and without the marks of wrapped addresses."""
    bare = "".join(sign if sign.isalnum() else " " for sign in text)
    return [one for one in bare.split() if len(one) > 1]


def test_a_value_prints_literally() -> None:
    pdf = reader(sample_document(practice=AWKWARD), client_name='#panic("x") $y$ \\')
    assert AWKWARD in said(pdf)
    assert '#panic("x") $y$ \\' in said(pdf)


def test_pages_are_counted_and_have_the_version() -> None:
    pages = [page.extract_text() for page in reader(sample_document()).pages]
    assert all(f"Page {place} of {len(pages)}" in page for place, page in enumerate(pages, start=1))
    assert all("Version 1.0 · 22 November 2026" in page for page in pages)


def test_a_schedule_begins_a_page() -> None:
    pages = [page.extract_text() for page in reader(sample_document()).pages]
    assert [page.count("Schedule") for page in pages[-2:]] == [1, 1]


def test_signatures_stay_together() -> None:
    pages = [page.extract_text() for page in reader(sample_document()).pages]
    (page,) = (one for one in pages if "If the client is under 18" in one)
    assert all(label in page for label in ("Young person", "Parent or guardian", "Practitioner"))


def test_large_print_is_large() -> None:
    usual, large = prepare(sample_document()), prepare(sample_document(), large_print=True)
    assert large.size >= 16 > usual.size
    assert len(reader(sample_document(), large_print=True).pages) > len(reader(sample_document()).pages)


def test_right_to_left_is_right_to_left() -> None:
    pdf = reader(sample_document(locale="he-IL", title="שלום"))
    assert pdf.trailer["/Root"]["/Lang"] == "he-IL"
    assert starts(pdf, "Practitioner") > 300 > starts(reader(sample_document()), "Practitioner")


def starts(pdf: PdfReader, words: str) -> float:
    """Where the words stand on the first page, in points from its left edge."""
    found: list[float] = []

    def visit(text: str, place: list[float], *_: Any) -> None:
        found.extend([place[4]] if words in text else [])

    pdf.pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_a_document_may_have_a_locale_without_a_region() -> None:
    assert reader(sample_document(locale="en")).trailer["/Root"]["/Lang"] == "en"


# ---------- one page ----------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_first_session_is_one_page(path: Any) -> None:
    tree = example(path).document("first-session").tree
    for paper in ("A4", "Letter"):
        assert len(reader(attrs.evolve(tree, paper=paper), client_name="A" * 40).pages) == 1


def test_what_fits_on_no_page_is_small_and_whole() -> None:
    rows = tuple((words("Say"), words("word " * 40), words("Ask")) for _ in range(60))
    table = Table("t", (words("a"), words("b"), words("c")), rows=rows, kind="prompts")
    prepared = prepare(document(table))
    assert prepared.size < 8
    assert len(PdfReader(io.BytesIO(prepared.fill({}))).pages) > 1


def test_pages_as_pictures_are_as_wide_as_asked_for() -> None:
    (page,) = prepare(document(para("A sentence."))).pictures({}, width=400)
    assert page.startswith(b"\x89PNG")
    assert abs(int.from_bytes(page[16:20], "big") - 400) <= 1
    assert len(prepare(sample_document()).pictures({}, width=60)) > 2


# ---------- what cannot be printed ----------


def test_a_client_whose_name_no_font_can_print_is_told_by_the_fact_alone() -> None:
    prepared = prepare(sample_document())
    with pytest.raises(Refused) as caught:
        prepared.fill({("client_name", ""): f"Ada {NOWHERE}"})
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == (Code.PDF_CHARACTER, "client_name")
    assert NOWHERE not in str(finding)


def test_other_texts_are_told_by_where_they_come_from() -> None:
    cases = {
        "practice_name": document(para("x"), practice=NOWHERE),
        "client-addendum": document(para(NOWHERE)),
    }
    for path, tree in cases.items():
        with pytest.raises(Refused) as caught:
            prepare(tree)
        assert [one.place.path for one in caught.value.findings] == [path]


def test_without_typst_it_is_said_how_to_get_it() -> None:
    with mock.patch.dict(sys.modules, {"typst": None}), pytest.raises(NotFound) as caught:
        prepare(document(para("x")))
    assert caught.value.code is Code.PDF_EXTRA
    assert "socialpolicy[pdf]" in caught.value.hint


def test_a_fault_of_ours_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    from socialpolicy.writers.pdf import compiling

    monkeypatch.setattr(compiling, "_style", lambda: "#panic()")
    with pytest.raises(typst.TypstError):
        prepare(document(para("x")))


# ---------- odd trees ----------


@pytest.mark.parametrize(
    "block",
    [
        Items("i", (Item("a", ()),)),
        Items("i", (Item("a", (para("one"),), number="(a)"), Item("b", (para("two"),), number="(b)"))),
        Table("t", (), rows=()),
        Table("t", (), rows=((words("a"), ()),)),
        Table("t", (words("a"),), rows=(), caption="Empty"),
        Parties(()),
        Contents(()),
        Consents(()),
        Part("", ()),
        Part("Only a heading", ()),
        Box("note", words("A note"), blocks=()),
        Provision("p", "1.0.0", heading=words("Unnumbered"), blocks=(Table("t", (), rows=((words("a"),),)),)),
        Provision(
            "p", "1.0.0", heading=words("N"), blocks=(Table("t", (), rows=((words("a"),),)),), number="1"
        ),
        Execution("", statement=(), signers=(Signer("c", "C", fields=(Field("c", "name", label="Name"),)),)),
        para(Reference(words("gone"), "nowhere", label=" (section 2)"), Term(words("t"), "none")),
        para(Link((Link(words("in"), "https://a.example"), Reference(words("x"), "p")), "https://b.example")),
        para(Strong((Emphasis(words("both")),)), Blank("what", "fact"), Hole("name")),
        Paragraph("p", ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_any_block_is_typeset(block: Any) -> None:
    assert prepare(document(block)).fill({}).startswith(b"%PDF")


def test_a_key_that_stands_twice_leads_nowhere() -> None:
    again = Paragraph("p", (Text("twice"),))
    assert prepare(document(again, again, para(Reference(words("see"), "p")))).fill({})
