"""LibreOffice as an oracle: it computes list numbers and cross-references for itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from socialpolicy.document import Document, Item, Paragraph, Provision, plain, walk
from socialpolicy.writers.word.reader import read_paragraphs

__all__ = ["computed_lines", "convert", "missing", "printed_lines", "shown_lines", "unequal"]


def convert(soffice: Path, file: bytes, folder: Path, kind: str) -> Path:
    """The file as LibreOffice writes it: `kind` is "pdf", or "txt:Text (encoded):UTF8".

    The profile lies in `folder`: two runs of LibreOffice never share one.
    """
    source = folder / "converted.docx"
    source.write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", folder, source]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    result = source.with_suffix("." + kind.partition(":")[0])
    assert result.is_file(), "LibreOffice refused the file"
    return result


def computed_lines(soffice: Path, file: bytes, folder: Path) -> list[str]:
    """Every line as LibreOffice computes it, its number before it."""
    text = convert(soffice, file, folder, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    return list(_lines(text.splitlines()))


def printed_lines(document: Document) -> list[str]:
    """Every numbered line and every paragraph as the tree has it, its number before it."""
    return list(_lines(_printed(document)))


def shown_lines(file: bytes) -> list[str]:
    """Every line as the file shows it before anything is computed: no numbers, fields as they were left."""
    return list(_lines(line for entry in read_paragraphs(file) for line in entry.text.split("\n")))


def missing(wanted: Iterable[str], lines: Iterable[str]) -> list[str]:
    """Those of the wanted lines that are not among the lines in their order."""
    rest = list(lines)
    lost = []
    for line in wanted:
        if line in rest:
            rest = rest[rest.index(line) + 1 :]
        else:
            lost.append(line)
    return lost


def unequal(shown: Iterable[str], computed: list[str]) -> list[str]:
    """The lines that a file shows otherwise than LibreOffice computes them, a number before it apart."""
    rest = list(computed)
    wrong = []
    for line in shown:
        place = next((at for at, other in enumerate(rest) if _same(line, other)), None)
        if place is None:
            wrong.append(line)
        else:
            rest = rest[place + 1 :]
    return wrong


def _same(line: str, computed: str) -> bool:
    number, _, text = computed.partition(" ")
    return line == computed or (line == text and number[-1:] in ".)0123456789•–")


def _lines(lines: Iterable[str]) -> Iterator[str]:
    """Without the indents, and with plain spaces."""
    for line in lines:
        if words := " ".join(line.split()):
            yield words


def _printed(document: Document) -> Iterator[str]:
    """The paragraph that opens an item has the item's number."""
    number = ""
    for node in walk(document):
        match node:
            case Item():
                number = node.number
            case Provision():
                yield f"{node.number} {plain(node.heading)}"
            case Paragraph():
                yield from f"{node.number or number} {plain(node.inlines)}".split("\n")
                number = ""
