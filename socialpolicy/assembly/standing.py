"""Which words of a text stand: its conditions are asked here, and nothing behind here sees one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

import attrs

from socialpolicy.composition.composed import Composed
from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Emphasised,
    Grid,
    Line,
    LineBreak,
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
from socialpolicy.library.voice import VOICE

__all__ = ["Enumerated", "StandingPiece", "Stands", "standing_of", "standing_pieces", "standing_units"]

Values = Mapping[str, object]
Path = tuple[int, ...]
Prints = Callable[[Named], bool]

_MARKS = " \t\n.,;:!?"  # what a sentence leaves behind when all its words fall away


@attrs.frozen
class Enumerated:
    """A list of which some items stand: each with its place in the source, and its blocks with theirs."""

    items: tuple[tuple[int, tuple[tuple[str, Stands], ...]], ...]
    ordered: bool


Stands = Line | Grid | Enumerated
StandingPiece = Run | Stressed | Emphasised | LineBreak | Named | Cross | Defined | Outside


def standing_of(composed: Composed, passage: Passage, clause: str = "") -> tuple[tuple[str, Stands], ...]:
    """The blocks of a text of a clause that stand for a practice, each with its place in the source."""

    def prints(named: Named) -> bool:
        return named.name.lower() in VOICE or composed.prints(named.name, clause)

    return standing_units(passage, composed.values, prints)


def standing_units(
    passage: Passage, values: Values, prints: Prints = lambda named: True
) -> tuple[tuple[str, Stands], ...]:
    """The blocks that stand, each with its place in the source; `prints` says which values print anything.

    "2" is the second block of the text; "2.3" the third of a branch there, whatever stands before it.
    """
    return _Standing(values, prints).units(passage.units)


@attrs.frozen
class _Standing:
    values: Values
    prints: Prints

    def units(self, units: tuple[Unit, ...]) -> tuple[tuple[str, Stands], ...]:
        return tuple((_dotted(path), unit) for path, unit in self.placed(units))

    def placed(self, units: tuple[Unit, ...]) -> Iterator[tuple[Path, Stands]]:
        for place, unit in enumerate(units, 1):
            if isinstance(unit, Variant):
                yield from (((place, *path), inner) for path, inner in self.placed(self.branch(unit)))
            elif (stands := self.unit(unit)) is not None:
                yield (place,), stands

    def branch(self, variant: Variant) -> tuple[Unit, ...]:
        for branch in variant.branches:
            if branch.condition is None or branch.condition.holds(self.values):
                return branch.units
        return ()

    def unit(self, unit: Line | Listing | Grid) -> Stands | None:
        match unit:
            case Line(pieces):
                stands = standing_pieces(pieces, self.values)
                return Line(stands) if self.visible(stands) else None
            case Listing(items, ordered=ordered):
                kept = ((place, self.units(item)) for place, item in enumerate(items, 1))
                items_kept = tuple(item for item in kept if item[1])
                return Enumerated(items_kept, ordered) if items_kept else None
            case Grid(header, rows):
                kept_rows = tuple(row for row in map(self.row, rows) if any(map(self.visible, row)))
                return Grid(self.row(header), kept_rows) if kept_rows else None
            case _:
                assert_never(unit)

    def row(self, row: tuple[Pieces, ...]) -> tuple[Pieces, ...]:
        return tuple(standing_pieces(cell, self.values) for cell in row)

    def visible(self, pieces: Pieces) -> bool:
        return any(map(self.shows, pieces))

    def shows(self, piece: Piece) -> bool:
        match piece:
            case Run(text):
                return bool(text.strip(_MARKS))
            case Named():
                return self.prints(piece)
            case Stressed() | Emphasised() | Cross() | Defined() | Outside():
                return self.visible(piece.pieces)
            case _:
                return False


def _dotted(path: Path) -> str:
    """A place as a key says it: the first of a branch goes by the place of the branch."""
    while len(path) > 1 and path[-1] == 1:
        path = path[:-1]
    return ".".join(map(str, path))


def standing_pieces(pieces: Pieces, values: Values) -> tuple[StandingPiece, ...]:
    """The pieces that stand, none of them a condition."""
    return tuple(_pieces(pieces, values))


def _pieces(pieces: Pieces, values: Values) -> Iterator[StandingPiece]:
    for piece in pieces:
        match piece:
            case When(condition, inner):
                if condition.holds(values):
                    yield from _pieces(inner, values)
            case Stressed() | Emphasised() | Cross() | Defined() | Outside():
                yield attrs.evolve(piece, pieces=standing_pieces(piece.pieces, values))
            case _:
                yield piece
