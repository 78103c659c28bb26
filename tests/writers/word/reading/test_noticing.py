"""What a plain look would miss is said with part, heading and words; a client's words never."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Place
from socialpolicy.writers.word.reading import read_docx
from tests.writers.word.reading.docx import (
    DEL,
    STYLES,
    alternate,
    boxed,
    cell,
    control,
    deleted,
    inserted,
    made,
    p,
    r,
    read,
    table,
)

HIDDEN = r("secret", "<w:vanish/>")


def paths(*body: str, **parts: str) -> list[str]:
    return [one.place.path for one in read(*body, **parts).findings]


def test_a_plain_file_has_nothing_to_be_said() -> None:
    assert read(p("Fees", style="Heading1"), p("a")).findings == ()


def test_a_finding_says_part_heading_and_words() -> None:
    outline = '<w:style w:type="paragraph" w:styleId="Own"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    plain = (
        '<w:style w:type="paragraph" w:styleId="Flat"><w:basedOn w:val="Heading1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    body = p(HIDDEN) + p("Fees", style="Heading1") + p(" ", style="Heading1") + p("a", HIDDEN)
    body += p("Own", style="Own") + p("No heading", style="Flat") + p(HIDDEN)
    found = read_docx(made(body, styles=STYLES + outline + plain), Place("theirs.docx"))
    assert [one.place.path for one in found.findings] == [
        "word/document.xml (body), at “secret”",
        "word/document.xml (body), under “Fees”, at “secret”",
        "word/document.xml (body), under “Own”, at “secret”",
    ]
    assert str(found.findings[0]).startswith(
        "theirs.docx, word/document.xml (body), at “secret”: Text is hidden"
    )


def test_a_long_quote_is_cut() -> None:
    (path,) = paths(p(r("x" * 100, "<w:vanish/>")))
    assert path.endswith(f"at “{'x' * 59}…”")


def test_the_words_of_a_client_are_never_quoted() -> None:
    (path,) = paths(
        p(control("client:client_name", r("Sam Fern", "<w:vanish/>")), r(" and more", "<w:vanish/>"))
    )
    assert path.endswith("at “… and more”")


def test_notes_and_comments_are_named_and_have_no_heading_of_the_body() -> None:
    note = f'<w:footnote w:id="7">{p(HIDDEN)}</w:footnote>'
    assert paths(p("Fees", style="Heading1"), header=p(HIDDEN), footnotes=note) == [
        "word/header.xml (header), at “secret”",
        "word/footnotes.xml (footnote 7), at “secret”",
    ]


def test_a_text_box_is_said_under_the_heading_of_the_text_around_it() -> None:
    (finding,) = read(p("Fees", style="Heading1"), p(boxed(p("box") + p("")))).findings
    assert finding.code is Code.TEXT_ASIDE
    assert finding.place.path == "word/document.xml (text box), under “Fees”, at “box”"


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (p("a", deleted("24"), inserted("48")), "2448"),
        (p("a", mark=DEL) + p("b"), "a"),
        (table(f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p('row'))}</w:tr>"), "row"),
    ],
)
def test_an_open_change_is_said_once_a_paragraph(body: str, quote: str) -> None:
    (finding,) = read(body).findings
    assert finding.code is Code.TEXT_TRACKED
    assert finding.place.path.endswith(f"at “{quote}”")


@pytest.mark.parametrize(
    "unread",
    [
        '<w:altChunk r:id="x"/>',
        '<w:subDoc r:id="x"/>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        '<w:p><w:r><w:pict><w:control r:id="x"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r></w:p>',
        '<w:p><w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing></w:r></w:p>',
        "<w:p><w:r><w:drawing><a:txBody/></w:drawing></w:r></w:p>",
    ],
)
def test_what_cannot_be_read_is_said_where_it_stands(unread: str) -> None:
    (finding,) = read(p("Fees", style="Heading1"), unread, p("Later", style="Heading1")).findings
    assert finding.code is Code.TEXT_UNREAD
    assert finding.place.path == "word/document.xml (body), under “Fees”"
    (alone,) = read(unread).findings
    assert alone.code is Code.TEXT_UNREAD


def test_what_stands_in_a_box_that_cannot_be_read_is_said() -> None:
    assert [one.code for one in read(p(boxed('<w:altChunk r:id="x"/>')), p("b")).findings] == [
        Code.TEXT_UNREAD
    ]


def test_a_file_that_says_two_things_is_said() -> None:
    in_run = alternate("<w:t>a</w:t>", "<w:t>b</w:t>")
    found = read(alternate(p("new  words"), p("old words")), p(f"<w:r>{in_run}</w:r>"))
    assert [one.text for one in found.current] == ["new  words", "a"]
    assert [(one.code, one.place.path.partition("at ")[2]) for one in found.findings] == [
        (Code.TEXT_HIDDEN, "“old words”"),
        (Code.TEXT_HIDDEN, "“b”"),
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (alternate("<w:t>new</w:t>", "<w:t>old</w:t>", ' Requires="x"'), "old"),
        (alternate("<w:t>new</w:t>", "<w:t>old</w:t>", ""), "old"),
        ('<mc:AlternateContent><mc:Choice Requires="x"><w:t>new</w:t></mc:Choice></mc:AlternateContent>', ""),
        (
            alternate(
                '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F600"/>',
                "<w:t>😀</w:t>",
                ' Requires="w16se"',
            ),
            "😀",
        ),
    ],
)
def test_what_word_shows_is_chosen(body: str, text: str) -> None:
    assert read(p(f"<w:r>{body}</w:r>")).current[0].text == text
