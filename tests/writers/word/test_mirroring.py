"""Documents from right to left: each paragraph, run, table and section says so."""

from __future__ import annotations

import pytest

from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.attaching import attach
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.reader import W, part_tree
from tests.writers.sample import sample_document
from tests.writers.word.attaching.hosts import agreement

MARKS = {
    "p": f"{W}pPr/{W}bidi",
    "r": f"{W}rPr/{W}rtl",
    "tbl": f"{W}tblPr/{W}bidiVisual",
    "sectPr": f"{W}bidi",
}
PARTS = ["word/document.xml", "word/header.xml", "word/footer.xml"]


@pytest.mark.parametrize("part", PARTS)
def test_every_paragraph_run_and_table_is_marked(part: str) -> None:
    file = prepare(sample_document(locale="he-IL")).fill({("client_name", ""): "דנה לוי"})
    root = part_tree(file, part)
    for element, mark in MARKS.items():
        assert all(one.find(mark) is not None for one in root.iter(W + element)), element
    assert lint(file) == ()


@pytest.mark.parametrize("part", PARTS)
def test_in_other_languages_nothing_is(part: str) -> None:
    root = part_tree(prepare(sample_document()).fill({}), part)
    assert not [one for name in ("bidi", "rtl", "bidiVisual") for one in root.iter(W + name)]


def test_so_is_an_addendum_in_an_agreement() -> None:
    file = attach(agreement(), sample_document(locale="ar"))[0].fill({})
    ours, theirs = 0, 0
    for section in part_tree(file).iter(f"{W}sectPr"):
        ours += section.find(f"{W}bidi") is not None
        theirs += section.find(f"{W}bidi") is None
    assert (ours, theirs) == (1, 1)
