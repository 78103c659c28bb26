"""Every format says the same words in the same order, as those who read it see them.

What is normalised is layout, and nothing else: breaks of lines, rules to write on, boxes to tick, bullets and
the colon after a label; in plain text also a table whose rows are set one below the other, each cell with the
label of its column, and the address that stands behind the words of a link. Word counts its numbers itself,
and has practice, version and date in its header and footer: both are left out where Word is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from markdown_it import MarkdownIt

from socialpolicy.document import Document, Hole, walk
from socialpolicy.writers import FORMATS
from socialpolicy.writers.pieces import RULE
from socialpolicy.writers.word.reading import read_docx
from tests.practice import EXAMPLES, FULL, example
from tests.writers.html.reading import Element, read

PRACTICES = EXAMPLES if FULL else EXAMPLES[::4]
DOCUMENTS = {
    f"{path.stem} {name}": policy.document(name).tree
    for path in PRACTICES
    for policy in [example(path)]
    for name in (*policy.documents, "at-a-glance")
}
CASES = {
    f"{name}, {'filled' if filled else 'open'}": (tree, filled)
    for name, tree in DOCUMENTS.items()
    for filled in (False, True)
}
each_document = pytest.mark.parametrize(("document", "filled"), CASES.values(), ids=CASES)
# what stands in each hole: a rule where it is open
FILLED = {False: RULE, True: "Sam Fern"}

RULES = re.compile(r"_{3,}")
SIGNS = {"☐", "[ ]", "[", "]", "•", "-", "|", ""}
TABLE = "table"


def words_of(lines: Iterable[str]) -> list[str]:
    """The words of some lines, without what is layout."""
    words = (word.rstrip(":") for line in lines for word in RULES.sub(" ", line).split())
    return [word for word in words if word not in SIGNS]


def written(document: Document, to: str, filled: bool) -> bytes:
    holes = {(node.fact, node.form) for node in walk(document) if isinstance(node, Hole)}
    return FORMATS[to].prepare(document).fill(dict.fromkeys(holes, FILLED[filled]))


# ---------- readers ----------


def page_lines(element: Element, *, numbers: bool = True, spelled: bool = False) -> Iterator[str]:
    """The lines of a page; without its `numbers`, and with addresses `spelled` out behind their links."""

    def texts(one: Element) -> Element:
        if one.attributes.get("class") == "number" and not numbers:
            return Element("", {})
        inner = [texts(child) for child in one.children]
        if one.name == "a" and spelled and (address := spelled_out(one)):
            inner.append(Element("", {}, words=f" ({address})"))
        return Element(one.name, one.attributes, inner, one.words)

    yield from texts(element).lines()


def spelled_out(link: Element) -> str:
    address = link.attributes["href"].removeprefix("mailto:").removeprefix("tel:")
    return "" if address[0] == "#" or address == link.text else address


def markdown_lines(content: bytes) -> Iterator[str]:
    """The lines that a Markdown reader sees, the numbers of steps among them."""
    for token in MarkdownIt("commonmark").enable("table").parse(content.decode()):
        if token.type == "list_item_open" and token.info:
            yield f"{token.info}{token.markup}"
        if token.children:
            yield "".join(
                "\n" if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children
            )


def word_lines(content: bytes) -> list[str]:
    body = (one for one in read_docx(content).current if one.story.kind == "body")
    return [one.text.replace("\u00a0", " ") for one in body]


def without_imprint(page: Element) -> Element:
    """The page without what a Word file has in its header and footer."""
    header = page.one("header")
    header.children = [child for child in header.children if child is not list(header.all("p"))[-1]]
    return page


# ---------- the same words ----------


@each_document
def test_markdown_says_what_the_page_says(document: Document, filled: bool) -> None:
    page = read(written(document, "html", filled)).one("body")
    assert words_of(markdown_lines(written(document, "md", filled))) == words_of(page_lines(page))


@each_document
def test_word_says_what_the_page_says(document: Document, filled: bool) -> None:
    page = without_imprint(read(written(document, "html", filled)).one("body"))
    said = words_of(page_lines(page, numbers=False))
    assert words_of(word_lines(written(document, "docx", filled))) == said


@each_document
def test_plain_text_says_what_the_page_says(document: Document, filled: bool) -> None:
    page = read(written(document, "html", filled)).one("body")
    # a rule of a box or under a heading is layout, too
    lines = (
        re.sub(r"^ *\| ?|[-=+]{3,}", " ", line)
        for line in written(document, "txt", filled).decode().splitlines()
    )
    words = words_of(lines)
    place = 0
    for segment in segments(page):
        fitting = [one for one in segment if words[place : place + len(one)] == one]
        assert fitting, (words[place : place + 40], segment)
        place += len(fitting[0])
    assert place == len(words)


def segments(page: Element) -> Iterator[list[list[str]]]:
    """The page piece by piece: the ways in which plain text may say each."""
    for child in page.children:
        if child.name == TABLE:
            yield [words_of(page_lines(child, spelled=True)), words_of(record_lines(child))]
        elif any(child.all(TABLE)):
            yield from segments(child)
        else:
            yield [words_of(page_lines(child, spelled=True))]


def record_lines(table: Element) -> Iterator[str]:
    """A table whose rows are set one below the other."""
    yield from (caption.text for caption in table.all("caption"))
    for row in table.one("tbody").all("tr"):
        for cell in row.all("td", "th"):
            label = cell.attributes.get("data-label", "")
            yield from filter(None, (label, *page_lines(cell, spelled=True)))


# ---------- a difference would be seen ----------


def test_a_word_less_or_more_or_elsewhere_is_noticed() -> None:
    said = words_of(["Name: ____ ☐ Call 000.", "- [ ] Text me"])
    assert said == ["Name", "Call", "000.", "Text", "me"]
    assert words_of(["Call 000. Name: Text me"]) != said
    page = read(b'<div><p>One <a href="https://a.example">two</a></p><table><tbody></tbody></table></div>')
    assert [segment[0] for segment in segments(page)] == [["One", "two", "(https://a.example)"], []]
