"""Pages as LibreOffice lays them out: what stays together, and what an accessible PDF of the file has."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from socialpolicy.document import (
    Box,
    Contents,
    Document,
    Execution,
    Part,
    Provision,
    Signer,
    Table,
    plain,
    walk,
)
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.letterhead import LOOKS, starter
from tests.conformance.documents import documents
from tests.conformance.office import ACCESSIBLE, Office
from tests.practice import FULL

DOCUMENTS = {name: one for name, one in documents().items() if "cover-note" not in name}
ADDENDA = [name for name in DOCUMENTS if name.endswith("client-addendum")]
# the longest documents without a letterhead; with everything asked for, all of them on each letterhead too
CASES = list(product(DOCUMENTS, ("", *LOOKS))) if FULL else [(name, "") for name in ["sample", *ADDENDA]]
each_case = pytest.mark.parametrize(
    ("name", "look"), CASES, ids=[f"{name} {look or 'bare'}" for name, look in CASES]
)
# the header of a page is its first line, its footer the last
_FURNITURE = 1


def accessible(office: Office, name: str, look: str) -> Path:
    document = DOCUMENTS[name]
    letterhead = starter(look, document.paper) if look else b""
    return office.convert(prepare(document, b"", letterhead).fill({}), "pdf", ACCESSIBLE)


def printed(program: str, *arguments: str | Path) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.conformance("soffice", "pdftotext", "pdfinfo")
@each_case
def test_pages_break_where_they_may_and_a_pdf_of_them_is_accessible(
    office: Office, pdftotext: Path, pdfinfo: Path, name: str, look: str
) -> None:
    document = DOCUMENTS[name]
    pdf = accessible(office, name, look)
    pages = printed(str(pdftotext), pdf, "-").split("\f")[:-1]
    assert [last for last in map(last_line, pages) if last in headings(document)] == []
    assert [one for one in blocks_to_sign(document) if not on_one_page(one, pages)] == []
    assert "Tagged:          yes" in printed(str(pdfinfo), pdf)
    assert "<pdfuaid:part>1<" in printed(str(pdfinfo), "-meta", pdf)
    assert f"/Lang({document.locale})".encode() in pdf.read_bytes()
    assert tags(printed(str(pdfinfo), "-struct", pdf)) >= wanted_tags(document)


def last_line(page: str) -> str:
    lines = [squeezed(line) for line in page.splitlines() if line.strip()]
    return lines[-1 - _FURNITURE] if len(lines) > _FURNITURE else ""


def headings(document: Document) -> set[str]:
    found = set()
    for node in walk(document):
        match node:
            case Part(heading):
                found |= {heading, node.title}
            case Provision():
                words = squeezed(plain(node.heading))
                found |= {words, f"{node.number} {words}"}
            case Signer() | Execution():
                found.add(node.label)
    return found - {""}


def blocks_to_sign(document: Document) -> list[list[str]]:
    """The words of each block that must stand on one page: its statement and who signs."""
    return [
        [squeezed(plain(node.statement)), *(one.label for one in node.signers)]
        for node in walk(document)
        if isinstance(node, Execution)
    ]


def on_one_page(words: list[str], pages: list[str]) -> bool:
    return any(all(one in squeezed(page) for one in words) for page in pages)


def tags(structure: str) -> Counter[str]:
    return Counter(re.findall(r"^ *(H1|H2|TH|TOCI)\b", structure, re.MULTILINE))


def wanted_tags(document: Document) -> Counter[str]:
    """At least the headings of parts and provisions, and a header cell for each column that has a header.

    LibreOffice knows no header row in a table that stands in a table, as those in boxes do.
    """
    nodes = list(walk(document))
    boxed = {id(one) for box in nodes if isinstance(box, Box) for one in walk(box)}
    headed = [one for one in nodes if isinstance(one, Part) and one.heading]
    return Counter(
        {
            "H1": len([one for one in headed if not any(isinstance(two, Contents) for two in one.blocks)]),
            "H2": len([one for one in nodes if isinstance(one, Provision)]),
            "TH": sum(len(one.header) for one in nodes if isinstance(one, Table) and id(one) not in boxed),
            "TOCI": sum(len(one.lines) for one in nodes if isinstance(one, Contents)),
        }
    )
