"""The table of formats: each line leads to a writer, and an unknown name says what there is."""

from __future__ import annotations

import pickle
from importlib import import_module
from pathlib import Path

import pytest

from socialpolicy.errors import Code, NotFound, Place, WrongValue
from socialpolicy.writers import FORMATS, format_named, format_of_file
from socialpolicy.writers.letterheads import letterhead_bytes
from socialpolicy.writers.word.letterhead import starter
from tests.writers.text_sample import document, para


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_each_format_writes_a_document_the_same_way_twice(name: str) -> None:
    prepared = FORMATS[name].prepare(document(para("A sentence.")))
    assert prepared.fill({})
    assert prepared.fill({}) == FORMATS[name].prepare(document(para("A sentence."))).fill({})


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"docx"}))
def test_a_prepared_text_travels_to_another_worker(name: str) -> None:
    prepared = FORMATS[name].prepare(document(para("A sentence.")))
    assert pickle.loads(pickle.dumps(prepared)).fill({}) == prepared.fill({})  # noqa: S301 – our own bytes


def test_a_format_is_found_by_its_name() -> None:
    assert format_named("txt").extension == "txt"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.html", "html"), ("out/A.HTML", "html"), ("a.fragment.html", "fragment"), ("a.b.docx", "docx")],
)
def test_a_file_is_of_the_format_that_its_name_ends_with(name: str, expected: str) -> None:
    assert format_of_file(Path(name)) == expected


@pytest.mark.parametrize("name", ["a.odt", "a.fragment", "html", ""])
def test_a_file_whose_ending_nobody_knows_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(NotFound) as caught:
        format_of_file(name)
    assert caught.value.code is Code.FORMAT_UNKNOWN
    assert caught.value.place.file == name
    assert ".docx, .pdf, .html, .fragment.html" in caught.value.hint


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NotFound) as caught:
        format_named("wordperfect", Place("practice.toml"))
    assert caught.value.code is Code.FORMAT_UNKNOWN
    assert caught.value.place.file == "practice.toml"
    assert "docx, pdf, html, fragment, md, txt, json" in caught.value.hint


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_takes_a_letterhead_or_says_which_ones_do(name: str) -> None:
    form, paper = FORMATS[name], document(para("A sentence."))
    if form.on_letterhead:
        assert import_module(form.on_letterhead).prepare
        return
    if form.takes_letterhead:
        assert form.prepare(paper, b"", starter()).fill({}) != form.prepare(paper).fill({})
        return
    with pytest.raises(WrongValue) as caught:
        form.prepare(paper, b"", starter())
    assert caught.value.code is Code.LETTERHEAD_UNUSED
    assert caught.value.hint == "these have: docx, pdf"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_format_prints_large_or_says_which_ones_do(name: str) -> None:
    form, paper = FORMATS[name], document(para("A sentence."))
    if form.prints_large:
        assert form.prepare(paper, large_print=True).fill({}) != form.prepare(paper).fill({})
        return
    with pytest.raises(WrongValue) as caught:
        form.prepare(paper, large_print=True)
    assert caught.value.code is Code.LARGE_PRINT_UNUSED
    assert caught.value.hint == "these have: docx, pdf, html"


def test_on_a_letterhead_its_own_sizes_hold() -> None:
    with pytest.raises(WrongValue) as caught:
        FORMATS["docx"].prepare(document(para("A sentence.")), b"", starter(), large_print=True)
    assert caught.value.code is Code.LARGE_PRINT_UNUSED
    assert "look large-print" in caught.value.hint


def test_a_letterhead_is_given_by_its_path_or_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "l.docx").write_bytes(b"it")
    assert letterhead_bytes(tmp_path / "l.docx") == letterhead_bytes(str(tmp_path / "l.docx")) == b"it"
    assert letterhead_bytes(b"it") == b"it"
