"""A table of contents in Word: a field that is right before it is computed."""

from __future__ import annotations

import re

from socialpolicy.document import Contents, ContentsLine, Part
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.markup import bookmark_name
from tests.writers.sample import sample_document, words
from tests.writers.word.written import parts_of


def body_of(*lines: ContentsLine) -> str:
    blocks = (Part("What is where", (Contents(lines),)), Part("Here", (), key="here"))
    return parts_of(prepare(sample_document(blocks=blocks)).fill({}))["word/document.xml"].decode()


def test_the_lines_are_links_to_what_stands_in_the_document() -> None:
    body = body_of(ContentsLine("here", words("Here")), ContentsLine("gone", words("Gone"), number="7"))
    assert re.findall('<w:hyperlink w:anchor="([^"]*)"', body) == [bookmark_name("here")]
    assert "Gone" in body


def test_one_field_holds_all_lines_and_no_page_number() -> None:
    body = body_of(ContentsLine("here", words("Here")), ContentsLine("x", words("X"), number="1", level=2))
    (code,) = re.findall(r"> (TOC [^<]*) <", body)
    assert code == rf'TOC \o "1-2" \n \h \z \u \b {bookmark_name("outline/whole")}'
    assert body.index("TOC \\o") < body.index('"TOC1"') + 400
    assert re.findall('<w:pStyle w:val="(TOC[^"]*)"', body) == ["TOCHeading", "TOC1", "TOC2"]


def test_all_that_it_is_about_is_bookmarked_and_its_own_heading_is_no_line_of_it() -> None:
    body = body_of(ContentsLine("here", words("Here")))
    assert body.count(bookmark_name("outline/whole")) == 2
    assert 'w:val="Heading1"' in body.split("Here", 2)[1]


def test_a_table_without_lines_leaves_nothing() -> None:
    assert "TOC \\o" not in body_of()
