"""All the text of a file is read, in reading order, and nothing that is none is taken for it."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.reading import read_docx
from tests.guarding.hostile.made import DOCUMENT, document, written
from tests.writers.sample import sample_document
from tests.writers.word.reading.docx import alternate, boxed, cell, control, made, p, r, read, table, texts

# ---------- inside a paragraph ----------


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("<w:tab/>", "\t"),
        ('<w:ptab w:alignment="left"/>', "\t"),
        ("<w:br/>", "\n"),
        ('<w:br w:type="page"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ("<w:t>x<?mark?>y</w:t>", "xy"),
        ("<w:t>x<!-- no -->y</w:t>", "xy"),
        ("<w:lastRenderedPageBreak/>", ""),
        ("<w:unheard/>", ""),
    ],
)
def test_signs_stand_for_characters(sign: str, text: str) -> None:
    assert texts(p(f"<w:r><w:t>a</w:t>{sign}<w:t>b</w:t></w:r>")) == [f"a{text}b"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:dir>{}</w:dir>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="PAGE">{}</w:fldSimple>',
    ],
)
def test_what_stands_round_runs_takes_nothing_away(wrapped: str) -> None:
    assert texts(p("a ", wrapped.format(r("b")), " c")) == ["a b c"]


@pytest.mark.parametrize("between", ["<?some program?>", "<!-- a remark -->"])
def test_an_instruction_between_paragraphs_is_passed_over(between: str) -> None:
    assert texts(between + p(r("a")) + between + p(r("b"))) == ["a", "b"]
    beside = document(p(r("a"))).replace(b"<w:body>", between.encode() + b"<w:body>")
    found = read_docx(written(DOCUMENT, beside))
    assert [one.text for one in found.stories("body")] == ["a"]


def test_properties_are_no_text() -> None:
    tabs = '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr></w:p>'
    assert texts(tabs) == [""]


def test_formulas_are_read() -> None:
    half = "<m:num><m:r><m:t>x</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>"
    assert texts(p("half: ", f"<m:oMath><m:f>{half}</m:f></m:oMath>")) == ["half: x2"]


def test_the_reading_of_a_character_stands_after_it() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    assert texts(p(ruby)) == ["漢(kan)"]


def test_a_paragraph_says_which_notes_it_refers_to() -> None:
    rule = f'<w:footnote w:type="separator" w:id="0">{p("rule")}</w:footnote>'
    note = f'{rule}<w:footnote w:id="2">{p("Note.")}</w:footnote>'
    last = f'<w:endnote w:id="3">{p("End.")}</w:endnote>'
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="3"/></w:r>'
    body, foot, end = read(p("Text", *marks), footnotes=note, endnotes=last).current
    assert (body.text, body.notes) == ("Text", ("footnote 2", "endnote 3"))
    assert (foot.story.kind, foot.story.id, foot.text) == ("footnote", "2", "Note.")
    assert (end.story.kind, end.story.id, end.text) == ("endnote", "3", "End.")


# ---------- where it stands ----------


def test_every_story_is_read_in_its_order() -> None:
    comment = f'<w:comment w:id="1" w:author="A">{p("Why?")}</w:comment>'
    found = read(p("Body."), comments=comment, footer=p("Foot."), header=p("Head."))
    assert [(one.story.kind, one.story.part, one.text) for one in found.current] == [
        ("body", "word/document.xml", "Body."),
        ("header", "word/header.xml", "Head."),
        ("footer", "word/footer.xml", "Foot."),
        ("comment", "word/comments.xml", "Why?"),
    ]
    assert [one.text for one in found.stories("header", "footer")] == ["Head.", "Foot."]


def test_a_table_tells_row_and_column_of_the_innermost() -> None:
    inner = table(f"<w:tr>{cell(p('in'))}</w:tr>")
    held = f"<w:sdt><w:sdtContent>{cell(inner, p('b'))}</w:sdtContent></w:sdt>"
    found = read(
        table(f"<w:tr>{cell(p('a'))}{held}</w:tr>", f"<w:tr>{cell(p('c'))}</w:tr>"), p("after")
    ).current
    assert [(one.text, one.row, one.column) for one in found] == [
        ("a", 1, 1), ("in", 1, 1), ("b", 1, 2), ("c", 2, 1), ("after", 0, 0),
    ]  # fmt: skip


def test_rows_and_cells_without_a_table_are_read_as_they_stand() -> None:
    assert texts(f"<w:tr>{cell(p('a'))}</w:tr>") == ["a"]


def test_text_says_in_which_controls_it_stands() -> None:
    found = read(control("outer", p("a ", control("inner", r("b"))) + p("c")), p("d"))
    one, two, three = found.current
    assert [[held.tag for held in piece.controls] for piece in one.pieces] == [["outer"], ["outer", "inner"]]
    assert [held.tag for held in two.controls] == ["outer"]
    assert three.controls == ()
    assert (found.said("outer"), found.said("inner"), found.said("none")) == (("a b\nc",), ("b",), ())


def test_controls_of_one_tag_are_told_apart_and_an_empty_one_says_nothing() -> None:
    assert read(p(control("x", r("a")), control("x", ""), control("x", r("b")))).said("x") == ("a", "", "b")


def test_a_paragraph_has_the_bookmarks_that_cover_some_of_it() -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="m{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    found = read(
        start.format(9),
        p(start.format(1), "a", end.format(1), start.format(2), "b"),
        p(end.format(2), start.format(3), end.format(3), "c", end.format(77)),
        end.format(9),
        p("d"),
    ).current
    assert [one.bookmarks for one in found] == [("m9", "m1", "m2"), ("m9", "m3"), ()]


# ---------- what stands beside ----------


def test_a_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    both = alternate("{0}", "{0}")
    inside = boxed(p("in the box")).removeprefix("<w:r>").removesuffix("</w:r>")
    found = read(p("a", f"<w:r>{both.format(inside)}</w:r>", "b"), p("c")).current
    assert [(one.story.kind, one.text) for one in found] == [
        ("body", "ab"), ("text box", "in the box"), ("body", "c"),
    ]  # fmt: skip


def test_a_box_in_a_box_and_one_between_paragraphs_are_read() -> None:
    deep = boxed(p("outer", boxed(p("inner"))))
    assert texts(p(deep)) == ["", "outer", "inner"]
    assert texts(deep.removeprefix("<w:r>").removesuffix("</w:r>"), p("after")) == ["outer", "inner", "after"]


def test_words_drawn_as_a_picture_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    found = read(p("a", art)).current
    assert [(one.story.kind, one.text) for one in found] == [("body", "a"), ("text box", "DRAFT")]


def test_a_choice_between_paragraphs_is_read_once() -> None:
    choice = alternate(p("new"), p("new"))
    assert texts(choice) == ["new"]


def test_text_outside_every_paragraph_is_left_out_and_said() -> None:
    found = read(r("stray"), '<w:r><w:footnoteReference w:id="1"/></w:r>', p("in"))
    assert [one.text for one in found.current] == ["in"]
    assert [one.code for one in found.findings] == [Code.TEXT_UNREAD]


def test_a_paragraph_in_a_paragraph_keeps_its_words() -> None:
    assert "inner" in texts(f"<w:p>{r('outer')}<w:p>{r('inner')}</w:p></w:p>")


# ---------- whole files ----------


def test_a_file_without_styles_is_read() -> None:
    assert [one.text for one in read_docx(made(p("a"), styles="")).current] == ["a"]


def test_a_part_that_is_named_and_missing_is_passed_over() -> None:
    found = read_docx(made(p("a"), {"header": p("b")}))
    assert len(found.current) == 2


def test_our_own_file_says_its_holes_as_they_were_filled() -> None:
    found = read_docx(prepare(sample_document()).fill({("client_name", ""): "Ada\nB. Lovelace"}))
    assert found.said("client:client_name") == ("Ada\nB. Lovelace",) * 2
    assert [one.text for one in found.stories("footer")] == ["Version 1.0 · 22 November 2026\tPage 1 of 1"]


def test_a_name_that_nothing_declares_is_refused() -> None:
    file = written(DOCUMENT, document("<odd:p/>"))
    with pytest.raises(WrongValue) as refused:
        read_docx(file, Place("a.docx"))
    assert refused.value.code is Code.PACKAGE_XML
