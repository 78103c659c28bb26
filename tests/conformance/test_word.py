"""Our .docx, held against the Open XML SDK and against what LibreOffice computes from it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from socialpolicy.document import Document, Reference, walk
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.lint import lint
from tests.conformance.documents import documents
from tests.conformance.office import Office, missing, printed_lines, shown_lines, unequal
from tests.conformance.validator import schema_errors
from tests.writers.sample import sample_document
from tests.writers.word.written import parts_of, with_part

DOCUMENTS = documents()
BODY = "word/document.xml"
each_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


@pytest.mark.conformance("ooxml_validator")
@each_document
def test_the_sdk_finds_no_error(ooxml_validator: Path, tmp_path: Path, document: Document) -> None:
    prepared = prepare(document)
    for words in ({}, {("client_name", ""): "<Ada>\n& Bo"}):
        file = prepared.fill(words)
        assert schema_errors(ooxml_validator, file, tmp_path) == []
        assert lint(file) == ()


@pytest.mark.conformance("ooxml_validator")
def test_the_sdk_would_find_one(ooxml_validator: Path, tmp_path: Path) -> None:
    broken = with_part_changed(rb"<w:cantSplit/>", rb"<w:cannotSplit/>")
    assert schema_errors(ooxml_validator, broken, tmp_path)


@pytest.mark.conformance("soffice")
@each_document
def test_libreoffice_computes_our_numbers_and_references(office: Office, document: Document) -> None:
    file = prepare(document).fill({})
    computed = office.computed_lines(file)
    assert missing(printed_lines(document), computed) == []
    assert unequal(shown_lines(file), computed) == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith("client-addendum")])
def test_each_example_addendum_has_enough_references_to_be_held_against(name: str) -> None:
    body = parts_of(prepare(DOCUMENTS[name]).fill({}))[BODY]
    numbers = [node.number for node in walk(DOCUMENTS[name]) if isinstance(node, Reference) and node.number]
    assert body.count(b" REF _sp_") == len(numbers) >= 10
    assert len([number for number in numbers if "." in number]) >= 2


def test_the_sample_has_enough_references_to_be_held_against() -> None:
    numbers = [node.number for node in walk(sample_document()) if isinstance(node, Reference)]
    live = parts_of(prepare(sample_document()).fill({}))[BODY].count(b" REF _sp_")
    assert live == len([number for number in numbers if number]) >= 10
    assert len([number for number in numbers if "." in number]) >= 2


@pytest.mark.conformance("soffice")
def test_a_planted_wrong_reference_is_caught(office: Office) -> None:
    file = with_part_changed(rb'(separate"/></w:r><w:r><w:t xml:space="preserve">)5\.2<', rb"\g<1>5.9<")
    wrong = unequal(shown_lines(file), office.computed_lines(file))
    assert len(wrong) == 1
    assert "(section 5.9)" in wrong[0]


@pytest.mark.conformance("soffice")
def test_a_planted_wrong_number_is_caught(office: Office) -> None:
    file = with_part_changed(rb'"SPClause"', rb'"SPClauseText"')
    lost = missing(printed_lines(sample_document()), office.computed_lines(file))
    assert len(lost) > 3


@pytest.mark.conformance("soffice", "pdftotext")
@pytest.mark.parametrize("name", ["sample", "letter"])
def test_signatures_stay_together_and_pages_are_counted(office: Office, pdftotext: Path, name: str) -> None:
    pdf = office.convert(prepare(DOCUMENTS[name]).fill({}), "pdf")
    text = subprocess.run([pdftotext, "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert all(f"Page {place} of {len(pages)}" in page for place, page in enumerate(pages, start=1))
    (signing,) = (page for page in pages if "If the client is under 18" in page)
    block = signing.partition("If the client is under 18")[2]
    assert all(label in block for label in ("Young person", "Parent or guardian", "Practitioner"))


def with_part_changed(old: bytes, new: bytes) -> bytes:
    """The sample's file with the first place of a pattern changed in its body."""
    file = prepare(sample_document()).fill({})
    xml, changes = re.subn(old, new, parts_of(file)[BODY], count=1)
    assert changes == 1
    return with_part(file, BODY, xml)
