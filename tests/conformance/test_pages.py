"""Pages as LibreOffice lays them out: what stays together, and what an accessible PDF of the file has."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from itertools import product
from pathlib import Path

import attrs
import pytest

from socialpolicy.document import (
    Box,
    Contents,
    ContentsLine,
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


def accessible(office: Office, name: str, look: str) -> Path:
    document = DOCUMENTS[name]
    letterhead = starter(look, document.paper) if look else b""
    return office.convert(prepare(document, b"", letterhead).fill({}), "pdf", ACCESSIBLE)


def printed(program: str, *arguments: str | Path) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_heading_at_a_foot_would_be_seen() -> None:
    pages = ["Top\n One  two\n\n Page 1 of 2", "Top\nSignatures\nPage 2 of 2"]
    assert last_lines(pages) == ["One two", "Signatures"]


@pytest.mark.conformance("soffice", "pdftotext", "pdfinfo")
@each_case
def test_pages_break_where_they_may_and_a_pdf_of_them_is_accessible(
    office: Office, pdftotext: Path, pdfinfo: Path, name: str, look: str
) -> None:
    document = DOCUMENTS[name]
    pdf = accessible(office, name, look)
    pages = printed(str(pdftotext), "-layout", pdf, "-").split("\f")[:-1]
    # LibreOffice 7.4 itself parts a heading from what follows now and then, whatever the file says
    assert len([last for last in last_lines(pages) if last in headings(document)]) <= 1
    assert [one for one in blocks_to_sign(document) if not on_one_page(one, pages)] == []
    assert "Tagged:          yes" in printed(str(pdfinfo), pdf)
    assert "<pdfuaid:part>1<" in printed(str(pdfinfo), "-meta", pdf)
    assert f"/Lang({document.locale})".encode() in pdf.read_bytes()
    assert tags(printed(str(pdfinfo), "-struct", pdf)) >= wanted_tags(document)


SESSIONS = [name for name in DOCUMENTS if name.endswith("first-session")]


@pytest.mark.conformance("soffice", "pdfinfo")
@pytest.mark.parametrize("name", SESSIONS if FULL else SESSIONS[::4])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_first_session_is_one_page(office: Office, pdfinfo: Path, name: str, paper: str) -> None:
    document = attrs.evolve(DOCUMENTS[name], paper=paper)
    filled = prepare(document).fill({("client_name", ""): "A" * 40})
    told = printed(str(pdfinfo), office.convert(filled, "pdf"))
    assert re.search(r"^Pages: +1$", told, re.MULTILINE)


def last_lines(pages: list[str]) -> list[str]:
    """The last line of each page above the footer, which is what all pages end with but for numbers."""
    upwards = [[squeezed(line) for line in reversed(page.splitlines()) if line.strip()] for page in pages]
    alike = ({re.sub(r"\d+", "", line) for line in lines} for lines in zip(*upwards, strict=False))
    footer = next((place for place, found in enumerate(alike) if len(found) > 1), 0)
    return [lines[footer] for lines in upwards if len(lines) > footer]


def headings(document: Document) -> set[str]:
    """What should not end a page, but for lines that a table of contents has too."""
    found, nodes = set(), list(walk(document))
    for node in nodes:
        match node:
            case Part(heading):
                found |= {heading, node.title}
            case Provision():
                words = squeezed(plain(node.heading))
                found |= {words, f"{node.number} {words}"}
            case Signer() | Execution():
                found.add(node.label)
    listed = {squeezed(plain(one.inlines)) for one in nodes if isinstance(one, ContentsLine)}
    return found - listed - {""}


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
