"""Which words of a text stand: its conditions are asked here, and nothing behind here sees one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Emphasised,
    Grid,
    Line,
    Listing,
    Named,
    Outside,
    Passage,
    Piece,
    Pieces,
    Run,
    Stressed,
    Unit,
    Variant,
    When,
)

__all__ = ["standing_pieces", "standing_units"]

Values = Mapping[str, object]


def standing_units(passage: Passage, values: Values) -> tuple[tuple[str, Unit], ...]:
    """The blocks that stand, each with its place in the source: "2", and "2.2" for the second of a block."""
    numbered = []
    for ordinal, unit in enumerate(passage.units, 1):
        for position, stands in enumerate(_units((unit,), values), 1):
            numbered.append((str(ordinal) if position == 1 else f"{ordinal}.{position}", stands))
    return tuple(numbered)


def _units(units: tuple[Unit, ...], values: Values) -> Iterator[Unit]:
    for unit in units:
        match unit:
            case Variant(branches):
                held = (one for one in branches if one.condition is None or one.condition.holds(values))
                yield from _units(next((branch.units for branch in held), ()), values)
            case Line(pieces):
                if _visible(stands := standing_pieces(pieces, values)):
                    yield Line(stands)
            case Listing(items, ordered=ordered):
                kept = tuple(inner for item in items if (inner := tuple(_units(item, values))))
                if kept:
                    yield Listing(kept, ordered=ordered)
            case Grid(header, rows):
                kept_rows = tuple(
                    row for row in (_row(row, values) for row in rows) if any(map(_visible, row))
                )
                if kept_rows:
                    yield Grid(_row(header, values), kept_rows)


def _row(row: tuple[Pieces, ...], values: Values) -> tuple[Pieces, ...]:
    return tuple(standing_pieces(cell, values) for cell in row)


def standing_pieces(pieces: Pieces, values: Values) -> Pieces:
    """The pieces that stand, none of them a condition."""
    return tuple(_pieces(pieces, values))


def _pieces(pieces: Pieces, values: Values) -> Iterator[Piece]:
    for piece in pieces:
        match piece:
            case When(condition, inner):
                if condition.holds(values):
                    yield from _pieces(inner, values)
            case Stressed() | Emphasised() | Cross() | Defined() | Outside():
                yield attrs.evolve(piece, pieces=standing_pieces(piece.pieces, values))
            case _:
                yield piece


def _visible(pieces: Pieces) -> bool:
    for piece in pieces:
        match piece:
            case Run(text):
                if text.strip():
                    return True
            case Named():
                return True
            case Stressed() | Emphasised() | Cross() | Defined() | Outside():
                if _visible(piece.pieces):
                    return True
    return False
