"""How wide the columns of a table are."""

from __future__ import annotations

from itertools import zip_longest

from socialpolicy.document import Table, plain

__all__ = ["shares"]

# letters
_LEAST, _MOST = 13, 60


def shares(table: Table) -> tuple[int, ...]:
    """A share of the width for each column: its longest word has room, and long texts have more of it."""
    rows = [[plain(cell) for cell in row] for row in (table.header, *table.rows)]
    return tuple(_share(column) for column in zip_longest(*rows, fillvalue=""))


def _share(cells: tuple[str, ...]) -> int:
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=0)
    longest_cell: int = max(map(len, cells))
    return max(_LEAST, longest_word, int(min(longest_cell, _MOST) ** 0.85))
