"""Documents on letterheads, held against the Open XML SDK and against what LibreOffice computes from them."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import pytest

from socialpolicy.document import Document
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.letterhead import LOOKS, annotated, starter
from socialpolicy.writers.word.lint import lint
from tests.conformance.documents import documents
from tests.conformance.office import Office, missing, printed_lines, shown_lines, unequal
from tests.conformance.validator import schema_errors
from tests.practice import FULL
from tests.writers.sample import sample_document
from tests.writers.word.letterhead.making import BODY_TAG, letterhead, paragraph

DOCUMENTS = documents()
# each document on one of the letterheads in turn; on all of them when everything is asked for
ROTATING = [(name, list(LOOKS)[place % len(LOOKS)]) for place, name in enumerate(DOCUMENTS)]
CASES = list(product(DOCUMENTS, LOOKS)) if FULL else ROTATING
each_case = pytest.mark.parametrize(("name", "look"), CASES, ids=[f"{name} {look}" for name, look in CASES])


def on(look: str, document: Document) -> bytes:
    return prepare(document, b"{}", starter(look, document.paper)).fill({("client_name", ""): "<Ada>\n& Bo"})


def from_python_docx() -> bytes:
    """A letterhead that somebody else's program wrote: its styles, theme and sections are its own."""
    import docx

    file = docx.Document()
    file.add_heading("{{ practice_name }}", 0)
    file.add_paragraph("{{p body}}")
    file.sections[0].header.paragraphs[0].text = "{{ practice_phone }}"
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


@pytest.mark.conformance("ooxml_validator")
@each_case
def test_the_sdk_finds_no_error(ooxml_validator: Path, tmp_path: Path, name: str, look: str) -> None:
    file = on(look, DOCUMENTS[name])
    assert schema_errors(ooxml_validator, file, tmp_path) == []
    assert lint(file) == ()


@pytest.mark.conformance("soffice")
@each_case
def test_libreoffice_computes_our_numbers_and_references(office: Office, name: str, look: str) -> None:
    document = DOCUMENTS[name]
    file = prepare(document, b"", starter(look, document.paper)).fill({})
    computed = office.computed_lines(file)
    assert missing(printed_lines(document), computed) == []
    assert unequal(shown_lines(file), computed) == []


@pytest.mark.conformance("ooxml_validator", "soffice")
def test_a_letterhead_of_another_program_is_taken_too(
    ooxml_validator: Path, office: Office, tmp_path: Path
) -> None:
    file = prepare(sample_document(), b"{}", from_python_docx()).fill({})
    assert schema_errors(ooxml_validator, file, tmp_path) == []
    computed = office.computed_lines(file)
    assert missing(printed_lines(sample_document()), computed) == []
    assert unequal(shown_lines(file), computed) == []


@pytest.mark.conformance("ooxml_validator", "soffice")
@pytest.mark.parametrize("look", LOOKS)
def test_a_starter_and_an_annotated_copy_are_right_files(
    ooxml_validator: Path, office: Office, tmp_path: Path, look: str
) -> None:
    wrong = annotated(letterhead(paragraph("{{ titel }}") + BODY_TAG, footer="<w:p/>"))
    for file in (starter(look, "Letter"), wrong, annotated(from_python_docx())):
        assert schema_errors(ooxml_validator, file, tmp_path) == []
        assert office.convert(file, "pdf").stat().st_size > 1000
