"""The fragment: it can be pasted into a page that has a look, headings and ids of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from socialpolicy.document import Inlines, Item, Items, Paragraph, Reference, Value, plain
from socialpolicy.writers.html import prepare as prepare_page
from socialpolicy.writers.html.fragment import prepare
from socialpolicy.writers.pieces import RULE
from tests.writers.html.reading import Element, read
from tests.writers.html.test_page import PAGES
from tests.writers.sample import sample_document
from tests.writers.test_markdown import INLINES
from tests.writers.text_sample import AWKWARD, document, para, text, whole_document

GOLDEN = Path(__file__).parent.parent / "golden" / "whole.fragment.html"
FRAGMENTS = {name: read(prepare(tree).fill({})).one("article") for name, tree in PAGES.items()}
each_fragment = pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS)
KEPT = {"lang", "dir", "id", "href", "scope", "aria-labelledby"}


def test_a_whole_fragment_reads_as_it_did() -> None:
    filled = prepare(whole_document()).fill({("client_name", ""): AWKWARD})
    assert filled.decode() == GOLDEN.read_text(encoding="utf-8")


@each_fragment
def test_a_fragment_has_no_look_and_no_script_of_its_own(fragment: Element) -> None:
    assert {name for element in fragment.all() for name in element.attributes} <= KEPT
    assert not list(fragment.all("html", "head", "body", "main", "header", "style", "script", "span", "h1"))


@each_fragment
def test_every_id_is_set_apart_and_every_reference_arrives(fragment: Element) -> None:
    ids = [element.attributes["id"] for element in fragment.all() if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("policy-") for one in ids)
    targets = {link.attributes["href"] for link in fragment.all("a") if link.attributes["href"][0] == "#"}
    assert targets <= {f"#{one}" for one in ids}


def test_steps_count_by_themselves_and_letters_stand_as_text() -> None:
    steps = tuple(Item(str(n), (para(f"Step {n}"),), number=f"{n}.") for n in (1, 2))
    letters = (Item("a", (para("It"),), number="(a)"),)
    content = prepare(document(Items("s", steps, ordered=True), Items("l", letters, ordered=True))).fill({})
    fragment = read(content).one("article")
    assert [item.text for item in fragment.one("ol").all("li")] == ["Step 1", "Step 2"]
    assert fragment.one("ul").text.strip() == "(a) It"


def test_a_fragment_says_its_language_and_starts_below_the_heading_of_a_page() -> None:
    fragment = read(prepare(document(para("a"), locale="he-IL")).fill({})).one("article")
    assert fragment.attributes == {"lang": "he-IL", "dir": "rtl"}
    assert fragment.one("h2").text == "Social media and online contact"


def test_what_is_ticked_and_signed_stands_in_signs_that_need_no_look() -> None:
    lines = FRAGMENTS["whole"].lines()
    assert "☐ You may text me." in lines
    assert f"Signature: {RULE}" in lines


@pytest.mark.parametrize("tree", [sample_document(), whole_document()], ids=["sample", "whole"])
def test_a_fragment_says_what_the_page_says(tree: object) -> None:
    page = read(prepare_page(tree).fill({})).one("body")  # type: ignore[arg-type]
    assert said(read(prepare(tree).fill({}))) == said(page)  # type: ignore[arg-type]


def said(element: Element) -> list[str]:
    """The lines, without rules and the numbers of steps, which a fragment leaves to the browser."""
    lines = (re.sub(r"^[1-9]\. ", "", line).replace(RULE, "") for line in element.lines())
    return [line for line in lines if line]


@given(INLINES)
def test_any_inlines_read_back_as_their_plain_text(inlines: Inlines) -> None:
    shown = read(prepare(document(Paragraph("q", inlines))).fill({})).one("article")
    _, *paragraphs = shown.all("p")
    assert "".join(paragraph.text for paragraph in paragraphs) == plain(inlines)


def test_a_value_stands_as_it_was_typed() -> None:
    content = prepare(document(para(Value("a  <b> & c", "x"), Reference(text("d"), "p")))).fill({})
    assert b'<p id="policy-p">a  &lt;b&gt; &amp; c<a href="#policy-p">d</a></p>' in content
