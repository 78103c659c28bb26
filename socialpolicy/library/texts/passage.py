"""A text of a clause, as parsed: values, conditions and cross-references still open."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.conditions import Condition

__all__ = [
    "NO_WORDS",
    "Branch",
    "Cross",
    "Defined",
    "Emphasised",
    "Grid",
    "Line",
    "LineBreak",
    "Listing",
    "Named",
    "Outside",
    "Passage",
    "Piece",
    "Pieces",
    "Run",
    "Stressed",
    "Unit",
    "Variant",
    "When",
    "pieces_of",
]


@attrs.frozen
class Run:
    """Words as they stand; a line end in the source is a newline."""

    text: str


@attrs.frozen
class Stressed:
    """**Words** that weigh more."""

    pieces: Pieces


@attrs.frozen
class Emphasised:
    """*Words* that are stressed."""

    pieces: Pieces


@attrs.frozen
class LineBreak:
    """A line break that the author set."""


@attrs.frozen
class Named:
    """`{{name as form}}`: a value, or a word of the voice, by its name; `line` is where it stands."""

    name: str
    form: str = ""
    line: int = attrs.field(default=0, kw_only=True, eq=False)


@attrs.frozen
class Cross:
    """`[words](clause:id)` or `[words](clause:id#full:2)`: a cross-reference."""

    pieces: Pieces
    clause: str
    text: str = attrs.field(default="", kw_only=True)
    ordinal: int = attrs.field(default=0, kw_only=True)
    line: int = attrs.field(default=0, kw_only=True, eq=False)


@attrs.frozen
class Defined:
    """`[words](term:id)`: a defined term."""

    pieces: Pieces
    term: str
    line: int = attrs.field(default=0, kw_only=True, eq=False)


@attrs.frozen
class Outside:
    """`[words](https://…)`: a link out of the document."""

    pieces: Pieces
    url: str


@attrs.frozen
class When:
    """`[words]{when condition}`: words that stand where the condition holds."""

    condition: Condition
    pieces: Pieces


Piece = Run | Stressed | Emphasised | LineBreak | Named | Cross | Defined | Outside | When
Pieces = tuple[Piece, ...]


@attrs.frozen
class Line:
    """A paragraph."""

    pieces: Pieces


@attrs.frozen
class Listing:
    """A list; each item has blocks of its own."""

    items: tuple[tuple[Unit, ...], ...]
    ordered: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Grid:
    """A table: a header and rows of cells."""

    header: tuple[Pieces, ...]
    rows: tuple[tuple[Pieces, ...], ...]


@attrs.frozen
class Branch:
    """What stands where a condition holds; None: where none before it does."""

    condition: Condition | None
    units: tuple[Unit, ...]


@attrs.frozen
class Variant:
    """`::: when … ::: or when … ::: otherwise :::`: the first branch that holds stands."""

    branches: tuple[Branch, ...]


Unit = Line | Listing | Grid | Variant


@attrs.frozen
class Passage:
    """A whole text: its blocks in source order, a `:::` block counting as one."""

    units: tuple[Unit, ...]


NO_WORDS = Passage(())


def pieces_of(node: object) -> Iterator[Piece]:
    """Every piece at or below a passage, unit or piece, whatever its conditions."""
    if isinstance(node, tuple):
        for entry in node:
            yield from pieces_of(entry)
    elif attrs.has(type(node)) and not isinstance(node, Condition):
        if not isinstance(node, (Passage, Line, Listing, Grid, Branch, Variant)):
            yield node  # type: ignore[misc]
        for field in attrs.fields(type(node)):  # type: ignore[arg-type]  # attrs.has says so
            yield from pieces_of(getattr(node, field.name))
