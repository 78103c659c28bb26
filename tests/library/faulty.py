"""Cases of what is wrong with a library: a change to the small one, and the findings that follow.

A case is a title behind `===`, then for each change a file behind `@`, the lines that go behind `-` and
those that come behind `+` (without `-`: the whole file), then what is found, behind `!`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import attrs

from socialpolicy.conditions.spots import caret
from socialpolicy.errors import Finding
from tests.library.small import Small

__all__ = ["Case", "cases", "said"]


@attrs.frozen
class Case:
    """One case; `changes` are (file, old, new), `expected` what `said` says of each finding."""

    title: str
    changes: tuple[tuple[str, str, str], ...]
    expected: tuple[str, ...]

    def make(self, small: Small) -> None:
        """Make its changes."""
        for file, old, new in self.changes:
            if old:
                small.replace(file, old, new)
            else:
                small.put(file, new)


def cases(folder: Path) -> Iterator[Case]:
    """The cases in the text files of a folder."""
    for file in sorted(folder.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n=== ")[1:]:
            title, *lines = block.rstrip("\n").split("\n")
            yield Case(f"{file.stem}: {title}", tuple(_changes(lines)), tuple(_expected(lines)))


def _changes(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    starts = [number for number, line in enumerate(lines) if line.startswith("@ ")]
    for start, end in pairwise([*starts, len(lines)]):
        inner = lines[start + 1 : end]
        yield lines[start][2:], _behind("-", inner), _behind("+", inner)


def _behind(mark: str, lines: list[str]) -> str:
    return "\n".join(line[2:] for line in lines if line[:1] == mark)


def _expected(lines: list[str]) -> Iterator[str]:
    found = [line for line in lines if line[:1] in ("!", "|")]
    starts = [number for number, line in enumerate(found) if line.startswith("! ")]
    for start, end in pairwise([*starts, len(found)]):
        yield "\n".join(found[start:end])


def said(finding: Finding) -> str:
    """The code and place of a finding, its line with a caret, and its hint, as a case expects them."""
    place = finding.place
    lines = [f"! {finding.code} {place.file}:{place.line} {place.path}".rstrip()]
    if place.column:
        lines += [f"| {row}" for row in caret(finding).split("\n")]
    elif place.excerpt:
        lines.append(f"| {place.excerpt}")
    return "\n".join([*lines, *([f"| {finding.hint}"] if finding.hint else [])])
