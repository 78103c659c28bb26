"""The lines of a text, and where each of them stands in its file."""

from __future__ import annotations

import attrs

from socialpolicy.errors import Place

__all__ = ["Lines"]


@attrs.frozen
class Lines:
    """Rows of a text whose first is line `first` of the file of `place`.

    A text that stands in a TOML value begins at the column of `place`; any other at the start of its line.
    """

    rows: tuple[str, ...]
    first: int
    place: Place

    def row(self, line: int) -> str:
        """The row that is a line of the file; "" outside the text."""
        position = line - self.first
        return self.rows[position] if 0 <= position < len(self.rows) else ""

    def spot(self, line: int, column: int = 0, length: int = 1) -> Place:
        """The place of a part of a line; columns count from 1 in its row, 0 is the whole row."""
        row = self.row(line)
        lead = self.place.column - 1
        if line != self.first or lead < 1:
            return self.place.at(line=line, column=column, length=length, excerpt=row)
        stands = self.place.excerpt[lead:].startswith(row)  # not where TOML's "…" hides backslashes
        excerpt = self.place.excerpt if stands else " " * lead + row
        return self.place.at(line=line, column=lead + max(column, 1), length=length, excerpt=excerpt)

    def column(self, line: int, content: str, offset: int, after: int = 0) -> int:
        """The column of what stands at `offset` of `content`, a piece of a row beyond column `after`.

        0 where the row does not hold it as it is, as in a cell with an escaped bar.
        """
        row, content = self.row(line).rstrip(), content.rstrip()
        lead = len(row) - len(content) if row.endswith(content) else row.find(content, after)
        return lead + offset + 1 if lead >= 0 else 0
