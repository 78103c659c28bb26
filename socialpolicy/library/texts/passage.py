"""A text of a clause, as parsed: values, conditions and cross-references still open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.errors import Place

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
    """`{{name as form}}`: a value, or a word of the voice, by its name."""

    name: str
    form: str = ""
    place: Place = attrs.field(default=Place(), kw_only=True, eq=False, repr=False)


@attrs.frozen
class Cross:
    """`[words](clause:id)` or `[words](clause:id#full:2)`: a cross-reference."""

    pieces: Pieces
    clause: str
    text: str = attrs.field(default="", kw_only=True)
    ordinal: int = attrs.field(default=0, kw_only=True)
    place: Place = attrs.field(default=Place(), kw_only=True, eq=False, repr=False)


@attrs.frozen
class Defined:
    """`[words](term:id)`: a defined term."""

    pieces: Pieces
    term: str
    place: Place = attrs.field(default=Place(), kw_only=True, eq=False, repr=False)


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
Nodes = Union[Passage, Unit, Branch, Piece, tuple["Nodes", ...]]  # noqa: UP007  # names itself


def pieces_of(node: Nodes) -> Iterator[Piece]:
    """Every piece at or below a passage, unit or piece, or a tuple of such, whatever its conditions."""
    match node:
        case tuple():
            for entry in node:
                yield from pieces_of(entry)
        case Passage(inner) | Branch(_, inner) | Variant(inner) | Line(inner) | Listing(inner):
            yield from pieces_of(inner)
        case Grid(header, rows):
            yield from pieces_of((header, rows))
        case When(_, pieces) | Stressed(pieces) | Emphasised(pieces) | Cross(pieces) | Defined(pieces):
            yield node
            yield from pieces_of(pieces)
        case Outside(pieces):
            yield node
            yield from pieces_of(pieces)
        case _:
            yield node
