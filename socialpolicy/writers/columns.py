"""Lines of plain text: wrapped, hung on a label, underlined, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat, zip_longest

__all__ = ["aligned", "hung", "records", "stacked", "underlined", "wrapped"]

Lines = list[str]
Row = Sequence[str]


def wrapped(text: str, width: int) -> Lines:
    """The text in lines of at most `width` columns, broken at single spaces only.

    No character is lost: each line end inside a line of the text stands for one space of it. A word
    that is longer than a line stays whole, so that an address can still be copied.

    >>> wrapped("one two  three", 8)
    ['one two ', 'three']
    """
    return [line for part in text.split("\n") for line in _broken(part, width)]


def _broken(text: str, width: int) -> Lines:
    first, *others = text.split(" ")
    lines = [first]
    for word in others:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def hung(label: str, lines: Lines, *, rest: str | None = None) -> Lines:
    """The lines with the label before the first, and `rest` (else as many spaces) before the others."""
    margin = " " * len(label) if rest is None else rest
    margins = chain([label], repeat(margin))
    return [before + line if line else before.rstrip() for before, line in zip(margins, lines, strict=False)]


def stacked(stanzas: Iterable[Lines]) -> Lines:
    """The stanzas one below the other, an empty line between; empty stanzas fall away."""
    lines: Lines = []
    for stanza in filter(any, stanzas):
        lines += ["", *stanza] if lines else stanza
    return lines


def underlined(lines: Lines, mark: str) -> Lines:
    """The lines with a rule under them."""
    return [*lines, mark * max(map(len, lines))]


def aligned(header: Row, rows: Sequence[Row], width: int) -> Lines | None:
    """The table in columns; None where it is wider than that or a cell has several lines."""
    grid = [header, *rows] if header else rows
    widths = [max(map(len, column)) for column in zip_longest(*grid, fillvalue="")]
    if sum(widths) + 2 * (len(widths) - 1) > width or any("\n" in cell for row in grid for cell in row):
        return None
    rule = [["-" * columns for columns in widths]] if header else []
    return [_row(row, widths) for row in [*grid[: len(rule)], *rule, *rows]]


def _row(row: Row, widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(columns) for cell, columns in zip(row, widths, strict=False)).rstrip(" ")


def records(header: Row, rows: Sequence[Row], width: int) -> Lines:
    """The table row by row: the first cell as it is, then each other one below it with its label."""
    return stacked(_record(header, row, width) for row in rows)


def _record(header: Row, row: Row, width: int) -> Lines:
    first, *others = row
    lines = wrapped(first, width)
    for label, cell in zip_longest(header[1:], others, fillvalue=""):
        if cell:
            lines += hung("  ", wrapped(f"{label}: {cell}" if label else cell, width - 2))
    return lines
