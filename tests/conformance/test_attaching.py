"""An addendum in public agreements, held against the Open XML SDK and against what LibreOffice computes."""

from __future__ import annotations

import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from socialpolicy.document import Document
from socialpolicy.writers.word.attaching import attach
from tests.conformance.documents import documents
from tests.conformance.office import Office, missing, printed_lines
from tests.conformance.validator import schema_errors
from tests.practice import EXAMPLES, FULL
from tests.writers.sample import sample_document
from tests.writers.word.attaching.traps import TRAPS

AGREEMENTS = sorted(Path(__file__).parents[1].joinpath("agreements").glob("*.docx"))
ADDENDA = {name: tree for name, tree in documents().items() if name.endswith("client-addendum")}
# each agreement with another practice's addendum; in the full run each with each
PAIRS = [
    (path, name)
    for place, path in enumerate(AGREEMENTS)
    for name in (ADDENDA if FULL else [f"{EXAMPLES[place].stem} client-addendum"])
]
each_pair = pytest.mark.parametrize(("path", "name"), PAIRS, ids=lambda one: getattr(one, "stem", one))


@cache
def attached(path: Path, name: str) -> bytes:
    document: Document = ADDENDA[name]
    return attach(path.read_bytes(), document, b"{}")[0].fill({})


@pytest.mark.conformance("ooxml_validator")
@each_pair
def test_the_sdk_finds_no_error_that_was_not_there(
    ooxml_validator: Path, tmp_path: Path, path: Path, name: str
) -> None:
    before, after = (
        # where an error stands is part of its text, and may move
        Counter(error.partition(": ")[2] for error in schema_errors(ooxml_validator, file, tmp_path))
        for file in (path.read_bytes(), attached(path, name))
    )
    assert after - before == Counter()


@pytest.mark.conformance("soffice")
@each_pair
def test_libreoffice_computes_the_agreement_as_before_and_our_numbers(
    office: Office, path: Path, name: str
) -> None:
    before, after = (office.computed_lines(file) for file in (path.read_bytes(), attached(path, name)))
    assert after[: len(before)] == before
    assert missing(printed_lines(ADDENDA[name]), after[len(before) :]) == []


@pytest.mark.conformance("ooxml_validator", "soffice")
@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_as_before_to_both(
    ooxml_validator: Path, office: Office, tmp_path: Path, trap: str
) -> None:
    file = attach(TRAPS[trap], sample_document())[0].fill({})
    errors, left = (
        Counter(error.partition(": ")[2] for error in schema_errors(ooxml_validator, one, tmp_path))
        for one in (file, TRAPS[trap])
    )
    assert errors - left == Counter()
    before, after = (office.computed_lines(one) for one in (TRAPS[trap], file))
    assert missing(before, after) == []
    assert missing(printed_lines(sample_document()), after) == []


@pytest.mark.conformance("soffice", "pdftotext")
@pytest.mark.parametrize(("path", "name"), PAIRS[:2], ids=lambda one: getattr(one, "stem", one))
def test_the_pages_of_the_agreement_are_as_before(
    office: Office, pdftotext: Path, path: Path, name: str
) -> None:
    before, after = (pages(office, pdftotext, file) for file in (path.read_bytes(), attached(path, name)))
    assert [set(page.split()) for page in after[: len(before)]] == [set(page.split()) for page in before]
    assert "Addendum, page 1" in after[len(before)]
    assert f"Addendum, page {len(after) - len(before)}" in after[-1]


def pages(office: Office, pdftotext: Path, file: bytes) -> list[str]:
    pdf = office.convert(file, "pdf")
    text = subprocess.run([pdftotext, pdf, "-"], capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]
