"""The page, read back by Python's own parser: what stands in the tree, marked up so that anyone finds it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example as tried
from hypothesis import given

from socialpolicy.document import (
    Block,
    Box,
    Break,
    Consent,
    Consents,
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
    Provision,
    Reference,
    Signer,
    Strong,
    Table,
    Term,
    Text,
    Value,
    plain,
    walk,
)
from socialpolicy.writers.html import prepare
from socialpolicy.writers.pieces import RULE
from tests.practice import EXAMPLES, example
from tests.writers.html.reading import Element, read
from tests.writers.sample import sample_document, words
from tests.writers.test_markdown import INLINES, WORDS
from tests.writers.text_sample import AWKWARD, document, para, text, whole_document

GOLDEN = Path(__file__).parent.parent / "golden" / "whole.html"
PAGES = {
    "sample": sample_document(),
    "whole": whole_document(),
    **{
        f"{path.stem} {name}": policy.document(name).tree
        for path in EXAMPLES[:3]
        for policy in [example(path)]
        for name in policy.documents
    },
}
each_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def opened(*blocks: Block, **filled: str) -> Element:
    """The main part of a page of these blocks."""
    content = prepare(document(*blocks)).fill({(fact, ""): value for fact, value in filled.items()})
    return read(content).one("main")


def page_of(page: Document) -> Element:
    return read(prepare(page).fill({})).one("html")


# ---------- the page as a whole ----------


def test_a_whole_page_reads_as_it_did() -> None:
    filled = prepare(whole_document()).fill({("client_name", ""): AWKWARD}).decode()
    # the style is looked at, not compared
    bare = re.sub(r"(?<=<style>).*(?=</style>)|(?<=sha256-)[\w+/=]+", "", filled, flags=re.DOTALL)
    assert bare == GOLDEN.read_text(encoding="utf-8")


@each_page
def test_a_page_needs_and_loads_nothing_else(page: Document) -> None:
    html = page_of(page)
    assert not list(html.all("script", "link", "img", "iframe", "object", "form", "input", "button"))
    style = html.one("style").text
    assert "url(" not in style
    assert "@import" not in style
    for element in html.all():
        assert not {name for name in element.attributes if name.startswith("on") or name == "style"}


@each_page
def test_a_page_lets_in_its_own_style_and_nothing_else(page: Document) -> None:
    html = page_of(page)
    (policy,) = (meta.attributes["content"] for meta in html.all("meta") if "http-equiv" in meta.attributes)
    digest = hashlib.sha256(html.one("style").text.encode()).digest()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{base64.b64encode(digest).decode()}';")


@each_page
def test_headings_go_down_one_level_at_a_time(page: Document) -> None:
    levels = [int(element.name[1]) for element in page_of(page).all(*(f"h{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_page
def test_every_id_stands_once_and_every_reference_arrives(page: Document) -> None:
    html = page_of(page)
    ids = Counter(element.attributes["id"] for element in html.all() if "id" in element.attributes)
    assert set(ids.values()) == {1}
    targets = [link.attributes["href"] for link in html.all("a") if link.attributes["href"][0] == "#"]
    names = [one.attributes["aria-labelledby"] for one in html.all() if "aria-labelledby" in one.attributes]
    assert {target[1:] for target in targets} | set(names) <= set(ids)
    assert len(targets) >= len([one for one in walk(page) if isinstance(one, Reference) and one.target])


@pytest.mark.parametrize(("locale", "direction"), [("en-AU", None), ("he-IL", "rtl")])
def test_a_page_says_its_language_and_which_way_it_is_written(locale: str, direction: str | None) -> None:
    html = read(prepare(document(para("a"), locale=locale)).fill({})).one("html")
    assert html.attributes["lang"] == locale
    assert html.attributes.get("dir") == direction


def test_a_page_is_named_and_printed_on_its_paper() -> None:
    html = read(prepare(document(para("a"), title="<A>", paper="Letter")).fill({})).one("html")
    assert html.one("title").text == "<A> – Example Psychology"
    assert "size: Letter;" in html.one("style").text


def test_a_clause_is_found_by_its_id_and_a_paragraph_by_its_key() -> None:
    html = page_of(sample_document())
    (clause,) = (one for one in html.all("section") if one.attributes.get("id") == "response-times")
    assert clause.one("h3").text == "2. When I answer"
    second = Provision("b", "1.0.0", heading=text("B"), blocks=(Paragraph("b:full:1", text("x")),))
    assert opened(second).one("p").attributes["id"] == "b:full:1"


def test_a_key_that_stands_twice_leads_nowhere() -> None:
    again = para("a ", Reference(text("b"), "p"))
    assert not list(opened(again, again).all("a"))
    assert opened(Paragraph("a é", text("x"))).one("p").attributes["id"] == "a_20_e9"


def test_large_print_is_large_on_screen_and_nothing_is_below_16_points_on_paper() -> None:
    style = read(prepare(sample_document(), large_print=True).fill({})).one("style").text
    screen, printed = (
        float(re.search(rf"--{name}: ([0-9.]+)", style)[1])  # type: ignore[index]
        for name in ("size", "printed")
    )
    assert screen >= 1.35
    sizes = [float(size) for size in re.findall(r"font-size: ([0-9.]+)em", style)]
    assert printed * min(sizes) >= 16
    assert "font: 16pt" in style


# ---------- text ----------


@given(INLINES)
@tried((Text("a"), Break(), Link(text(""), "https://example.org")))
def test_any_inlines_read_back_as_their_plain_text(inlines: Inlines) -> None:
    shown = opened(Paragraph("q", inlines), client_name=RULE).all("p")
    assert "".join(paragraph.text for paragraph in shown) == plain(inlines)


@given(WORDS.filter(bool))
@tried(AWKWARD)
@tried("</title></style><script>alert(1)</script>")
@tried("<!-- \" ' &amp; &#60;")
@tried("  a\tb\n c ")
def test_any_text_reads_back_in_every_place(name: str) -> None:
    value = (Value(name, "fact"),)
    field = Field("client", "name", label=name, inlines=value)
    main = opened(
        Part(name, (Provision("id", "1.0.0", heading=value, blocks=(), number=name),)),
        Items("i", (Item("1", (para(*value),)), Item("2", (para(*value), para(*value)), number=name))),
        Table("t", (value, text("n")), rows=((value, value),), caption=name),
        Box("note", value, blocks=(para(Hole("name", label=name)), para(Hole("other", label=name)))),
        Consents((Consent("c", "email", asks=value, withdraw=value, fields=(field,)),)),
        Execution(name, statement=value, signers=(Signer("client", name, fields=(field,)),)),
        name=name,
    )
    assert all(line.replace(name, "").strip(".: ☐n") == "" for line in main.lines())
    assert main.text.count(name) >= 19
    assert [cell.attributes["data-label"] for cell in main.all("td")] == ["n"]
    assert f"blank line: {name}" in [one.attributes.get("aria-label") for one in main.all("span")]


def test_blanks_that_a_browser_would_draw_together_stay() -> None:
    spans = [one.text for one in opened(para(Hole("name"), Value("a b", "x")), name="a  b").all("span")]
    assert spans == ["a  b"]


def test_links_lead_to_the_web_a_mailbox_or_a_phone_only() -> None:
    addresses = ["https://a.example/?b=c&d=\"'<", "HTTP://a.example", "mailto:a@b.example", "tel:+61"]
    others = ["javascript:alert(1)", "data:text/html,x", "//a.example", "/a", "#a", "https://", ""]
    main = opened(*(para(Link(text("a"), url)) for url in (*addresses, *others)))
    assert [link.attributes["href"] for link in main.all("a")] == addresses
    assert main.text.split() == ["a"] * len((*addresses, *others))


def test_no_link_stands_in_another() -> None:
    inner = Reference(
        (Link(text("out"), "https://a.example"), *words(Term(text("t"), "t"))), "here", label=" (1)"
    )
    main = opened(Paragraph("here", (inner,)))
    assert main.one("a").text == "outt (1)"
    assert main.one("a").attributes["href"] == "#here"


def test_strong_and_stressed_words_are_marked_as_such() -> None:
    main = opened(para(Strong((Text("a"), Emphasis(text("b"))))))
    assert main.one("strong").text == "ab"
    assert main.one("em").text == "b"


# ---------- lists, tables, what is signed ----------


def test_numbers_of_lists_are_text() -> None:
    steps = tuple(Item(str(n), (para(f"Step {n}"),), number=f"({n})") for n in (1, 2))
    listed = opened(Items("s", steps, ordered=True)).one("ol")
    assert [item.text for item in listed.all("li")] == ["(1) Step 1", "(2) Step 2"]
    assert listed.attributes["role"] == "list"


def test_an_item_of_other_blocks_keeps_its_label_in_front() -> None:
    inner = Items("i", (Item("1", (para("deep"),)),))
    bare = Items(
        "l", (Item("a", (inner,), number="(a)"), Item("b", (inner,)), Item("c", (Paragraph("p", ()),)))
    )
    assert opened(bare).lines() == ["(a)", "deep", "deep"]


def test_a_table_says_which_cells_are_headers() -> None:
    rows = ((text("a"), text("b"), text("c")), (), ((), text("d")))
    table = opened(Table("t", (text("One"), ()), rows=rows)).one("table")
    assert [(th.text, th.attributes["scope"]) for th in table.all("th")] == [("One", "col"), ("a", "row")]
    assert [len(list(row.all("td", "th"))) for row in table.all("tr")] == [3] * 4
    assert not list(opened(Table("t", (), rows=())).all("table"))
    assert not list(opened(Table("t", (), rows=((text("a"),),))).all("th", "thead"))


@pytest.mark.parametrize(
    ("count", "expected"), [(0, ["☐ Ask."]), (1, ["☐ Ask."]), (2, ["Ask.", "☐ 0", "☐ 1"])]
)
def test_a_consent_for_several_has_a_box_for_each(count: int, expected: list[str]) -> None:
    ticks = tuple(Field("client", "tick", label=str(n)) for n in range(count))
    main = opened(Consents((Consent("c", "email", asks=text("Ask."), withdraw=(), fields=ticks),)))
    assert main.lines() == expected
    assert {one.attributes["aria-label"] for one in main.all("span")} == {"tick box"}


def test_lines_to_sign_on_say_what_they_are_for() -> None:
    fields = (
        Field("client", "signature", label="Signature"),
        Field("client", "tick", label="Seen", inlines=text("x")),
    )
    main = opened(Execution("", statement=(), signers=(Signer("client", "Client", fields=fields),)))
    assert main.lines() == ["Client", "Signature: ", "☐ Seen x"]
    assert main.one("h2").text == "Client"
    assert [one.attributes["aria-label"] for one in main.all("span")] == ["blank line: Signature", "tick box"]
