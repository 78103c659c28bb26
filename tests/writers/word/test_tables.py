"""Tables: repeated headers, whole rows, columns that fit."""

from __future__ import annotations

import re

import pytest

from socialpolicy.document import Definitions, Parties, Table, Value
from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.paragraphs import Frame
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.tables import text_table
from tests.writers.word.written import attributes, inlines, provision, said, styled, tree, written

ROWS = (
    (inlines("Messages"), inlines("I answer.")),
    (inlines("Emergencies"), inlines("I do not watch for emergencies, day or night.")),
)


def test_the_header_row_stands_again_on_each_page() -> None:
    root = tree(Table("", (inlines("Topic"), inlines("I do")), rows=ROWS))
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in root.iter(W + "tr")]
    assert headers == [True, False, False]
    assert attributes(root, "tblLook", "firstRow") == ["1"]


def test_a_table_without_header_has_no_row_apart() -> None:
    root = tree(Table("", (), rows=ROWS))
    assert not list(root.iter(W + "tblHeader"))
    assert attributes(root, "tblLook", "firstRow") == ["0"]


def test_no_row_breaks_over_two_pages() -> None:
    root = tree(Table("", (), rows=ROWS))
    assert len(list(root.iter(W + "cantSplit"))) == len(list(root.iter(W + "tr"))) == 2


def test_a_caption_stands_above_and_names_the_table() -> None:
    block = provision("texts", "1", Table("", (), rows=ROWS, caption="Who & when"))
    assert styled(block)[1].style == "Caption"
    assert attributes(tree(block), "tblCaption") == ["Who & when"]


@pytest.mark.parametrize("longest", ["Emergencies", "a" * 200, ""])
def test_columns_fill_the_width(longest: str) -> None:
    root = tree(Table("", (), rows=((inlines(longest), inlines("")),)))
    widths = [int(width) for width in attributes(root, "gridCol", "w")]
    assert sum(widths) == int(attributes(root, "tblW", "w")[0])
    assert min(widths) > 0


def test_a_table_in_a_provision_stands_under_its_text() -> None:
    root = tree(provision("texts", "1", Table("", (), rows=ROWS)))
    assert attributes(root, "tblInd", "w") == ["680"]


@pytest.mark.parametrize("block", [Table("", (), rows=()), Parties(()), Definitions(())])
def test_without_rows_there_is_no_table(block: Table) -> None:
    assert said(block) == []
    assert not lint(written(block))


@pytest.mark.parametrize(
    ("rows", "kept"), [(1, [False]), (2, [True, False]), (5, [True, False, False, True, False])]
)
def test_neither_the_first_row_nor_the_last_is_left_alone(rows: int, kept: list[bool]) -> None:
    root = tree(Table("", (), rows=((inlines("x"),),) * rows))
    cells = list(root.iter(W + "tc"))
    assert [cell.find(f"{W}p/{W}pPr/{W}keepNext") is not None for cell in cells] == kept


def test_a_phone_number_has_room_on_one_line() -> None:
    words = "A service with so long a name that it would take all the room there is"
    rows = ((inlines(words), inlines(Value("0800 068 4141", "crisis_lines")), inlines(words)),)
    drawn = text_table(Desk(), Frame(4200), Table("t", (), rows=rows))
    number = int(re.findall(r'<w:gridCol w:w="([0-9]+)"', drawn)[1])
    assert number >= 13 * 120
