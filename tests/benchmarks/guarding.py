"""What the guard costs beside python-docx: run `python -m tests.benchmarks.guarding [FILE …]`; no test.

Prints a row for each document: its size and that of its XML, the time of `read_package`, that of
`docx.Document`, which unpacks the file too but parses some parts only and checks nothing, and the ratio.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter

import docx

from socialpolicy.guarding.package import read_package
from tests.guarding.hostile.made import sound

__all__ = ["main"]

COLUMNS = ("file", "XML", "read_package", "Document", "ratio")
RUNS = 50  # the fastest of them counts: the rest is other work of the machine


def _made(paragraphs: int) -> bytes:
    """A document from python-docx's template, whose styles alone are 800 KB of XML."""
    stream, made = io.BytesIO(), docx.Document()
    for number in range(paragraphs):
        made.add_paragraph(f"{number} Fees are due on the day, also where an appointment is missed. " * 3)
    made.save(stream)
    return stream.getvalue()


def _documents(paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    yield "the smallest", sound()
    for paragraphs in (40, 400, 2_000):
        yield f"{paragraphs} paragraphs", _made(paragraphs)
    for path in paths:
        yield Path(path).stem[:24], Path(path).read_bytes()


def _fastest(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    return min(times)


def main(paths: Iterable[str] = ()) -> None:
    """Print a row for each document."""
    _row("", COLUMNS)
    for name, content in _documents(paths):
        members = read_package(content).members
        size = sum(len(part) for member, part in members.items() if member.endswith((".xml", ".rels")))
        ours = _fastest(lambda content=content: read_package(content))  # type: ignore[misc]
        theirs = _fastest(lambda content=content: docx.Document(io.BytesIO(content)))  # type: ignore[misc]
        cells = (f"{len(content):,}", f"{size:,}", f"{ours * 1e3:.1f} ms", f"{theirs * 1e3:.1f} ms")
        _row(name, (*cells, f"{ours / theirs:.2f}"))


def _row(name: str, cells: Iterable[str]) -> None:
    sys.stdout.write(f"{name:>24}" + "".join(f"{cell:>14}" for cell in cells) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
