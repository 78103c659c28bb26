"""Where in its tables a place of a story stands, on what ground, and what happens to its row and cell."""

from __future__ import annotations

import attrs
from lxml import etree

from socialpolicy.writers.word.reading.looks import UNKNOWN, Looks, fill_of
from socialpolicy.writers.word.reading.values import Change
from socialpolicy.writers.word.reading.xml import W, local, value

__all__ = ["CHANGES", "Stand", "Tables", "tracked"]

CHANGES = {
    "ins": Change.INSERTED, "moveTo": Change.INSERTED, "cellIns": Change.INSERTED,
    "del": Change.DELETED, "moveFrom": Change.DELETED, "cellDel": Change.DELETED,
}  # fmt: skip


@attrs.frozen
class Stand:
    """A place: the colour behind it, its container, its row and column (0: in no table), what changes it."""

    ground: str
    within: int
    row: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)
    around: Change = attrs.field(default=Change.NONE, kw_only=True)


@attrs.define
class _Table:
    """A table that is open: what it stands on and what changes it and its row, and the place it is at."""

    ground: str
    around: Change
    at: Stand = attrs.field(kw_only=True)
    row: Change = attrs.field(default=Change.NONE, kw_only=True)


@attrs.define
class Tables:
    """The tables that are open, in a story that itself is the place `bare`."""

    bare: Stand
    open: list[_Table] = attrs.field(factory=list)

    @property
    def here(self) -> Stand:
        """The place that the walk is at."""
        return self.open[-1].at if self.open else self.bare

    def enter(self, table: etree._Element, looks: Looks) -> None:
        """A table begins; where it or its style fills cells, only a renderer knows which."""
        style = value(table.find(f"{W}tblPr/{W}tblStyle"))
        shaded = table.find(f"{W}tblPr/{W}shd") is not None or looks.shades(style)
        here = self.here
        ground = UNKNOWN if shaded else here.ground
        self.open.append(_Table(ground, here.around, at=attrs.evolve(here, row=0, column=0)))

    def leave(self) -> None:
        """The innermost table ends."""
        self.open.pop()

    def enter_row(self, row: etree._Element) -> None:
        """A row of the innermost table begins; outside any it is none."""
        if self.open:
            table = self.open[-1]
            table.row = table.around | tracked(row.find(f"{W}trPr"))
            table.at = attrs.evolve(table.at, row=table.at.row + 1, column=0, around=table.row)

    def enter_cell(self, cell: etree._Element, within: int) -> None:
        """A cell begins, which is the container `within`."""
        if self.open:
            table, properties = self.open[-1], cell.find(f"{W}tcPr")
            shading = None if properties is None else properties.find(f"{W}shd")
            ground = table.ground if shading is None else fill_of(shading, table.ground)
            around = table.row | tracked(properties)
            table.at = attrs.evolve(
                table.at, column=table.at.column + 1, within=within, ground=ground, around=around
            )


def tracked(properties: etree._Element | None) -> Change:
    """The changes that the properties of a paragraph's end, a row or a cell tell of."""
    change = Change.NONE
    for child in () if properties is None else properties:
        change |= CHANGES.get(local(child), Change.NONE)
    return change
