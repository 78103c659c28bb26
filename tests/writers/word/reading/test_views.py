"""Tracked changes are accepted in the current view, rejected in the original one, and marked in a third."""

from __future__ import annotations

import pytest

from socialpolicy.writers.word.reading import Reading
from tests.writers.word.reading.docx import DEL, INS, boxed, cell, deleted, inserted, p, r, read, table


def views(found: Reading) -> tuple[list[str], list[str]]:
    return [one.text for one in found.current], [one.text for one in found.original]


def test_a_replaced_word_stands_in_three_views() -> None:
    (found,) = read(p("Notice is ", deleted("24"), inserted("48"), " hours.")).paragraphs
    assert found.text == "Notice is 48 hours."
    assert found.original == "Notice is 24 hours."
    assert found.marked == "Notice is [-24-]{+48+} hours."


def test_what_was_inserted_and_deleted_again_is_in_no_view() -> None:
    (found,) = read(p("a", f"<w:ins>{deleted('x')}</w:ins>", "b")).paragraphs
    assert (found.text, found.original, found.marked) == ("ab", "ab", "a[-{+x+}-]b")


def test_what_was_moved_is_in_one_place_in_each_view() -> None:
    moved = r("x")
    found = read(p("a", f"<w:moveFrom>{moved}</w:moveFrom>"), p("b", f"<w:moveTo>{moved}</w:moveTo>"))
    assert views(found) == (["a", "bx"], ["ax", "b"])


@pytest.mark.parametrize(
    ("mark", "current", "original"),
    [(INS, ["a", "b"], ["ab"]), (DEL, ["ab"], ["a", "b"]), (INS + DEL, ["ab"], ["ab"])],
)
def test_paragraphs_whose_end_goes_are_one(mark: str, current: list[str], original: list[str]) -> None:
    assert views(read(p("a", mark=mark), p("b"))) == (current, original)


def test_the_end_that_stays_gives_the_style() -> None:
    (found,) = read(p("a", style="Heading1", mark=DEL), p("b")).current
    assert (found.text, found.style) == ("ab", "")


def test_a_paragraph_deleted_whole_is_gone_and_so_is_the_last_of_a_cell() -> None:
    found = read(
        p(deleted("a"), mark=DEL), p("b"), table(f"<w:tr>{cell(p('c'), p(deleted('d'), mark=DEL))}</w:tr>")
    )
    assert views(found) == (["b", "c"], ["a", "b", "c", "d"])


def test_a_paragraph_does_not_merge_over_a_table_or_out_of_its_cell() -> None:
    inside = cell(p("b", mark=DEL))
    found = read(p("a", mark=DEL), table(f"<w:tr>{inside}</w:tr>"), p("c"))
    assert views(found)[0] == ["a", "b", "c"]


def test_a_text_box_keeps_no_paragraphs_apart() -> None:
    found = read(p("a", boxed(p("box")), mark=DEL), p("b"))
    assert views(found) == (["ab", "box"], ["a", "box", "b"])


@pytest.mark.parametrize(("change", "current"), [("ins", ["a", "b"]), ("del", ["a"])])
def test_a_row_comes_and_goes_whole(change: str, current: list[str]) -> None:
    row = f"<w:tr><w:trPr><w:{change}/></w:trPr>{cell(p('b'))}</w:tr>"
    nested = f"<w:tr>{cell(p('a'))}</w:tr>"
    found = read(table(nested, row))
    assert views(found) == (current, ["a"] if change == "ins" else ["a", "b"])


def test_a_cell_comes_and_goes_with_the_table_in_it() -> None:
    inner = table(f"<w:tr>{cell(p('in'))}</w:tr>")
    gone = cell(inner, p("b"), properties="<w:cellDel/>")
    assert views(read(table(f"<w:tr>{cell(p('a'))}{gone}</w:tr>"))) == (["a"], ["a", "in", "b"])


def test_a_table_deleted_whole_lets_its_neighbours_merge() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p('x'))}</w:tr>"
    assert views(read(p("a", mark=DEL), table(row), p("b")))[0] == ["ab"]


def test_merged_paragraphs_keep_bookmarks_notes_and_controls() -> None:
    start, end = '<w:bookmarkStart w:id="{0}" w:name="m{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    first, second = (f"{start.format(n)}{r(str(n))}{end.format(n)}" for n in (1, 2))
    (found,) = read(p(first, note, mark=DEL), p(second)).current
    assert (found.bookmarks, found.notes) == (("m1", "m2"), ("footnote 5",))
    (whole,) = read(p(deleted("a"), mark=DEL), p("b")).current
    assert whole.text == "b"
