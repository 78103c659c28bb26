"""How wide the columns of a table are: short ones (a phone number) do not break, long ones share the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from socialpolicy.writers.word.tablestyles import CELL_MARGIN

__all__ = ["column_widths"]

# the width of a letter of a cell in twips: of a bold one, generously, and of one among many
_WIDE_LETTER, _LETTER = 125, 108
# a text of more letters than this wants no more room
_LONG = 120


@attrs.frozen
class Want:
    """What a column needs for its longest word, and would take for its longest text, in twips."""

    least: int
    whole: int


def column_widths(rows: Sequence[Sequence[str]], width: int, scale: float = 1) -> list[int]:
    """The widths of the columns of these rows of text; together they are `width` twips.

    `scale` is how much larger than ours the text is.
    """
    wants = {place: _want(column, scale) for place, column in enumerate(zip(*rows, strict=True))}
    shares = _shares(wants, width)
    return [shares[place] for place in wants]


def _want(column: Sequence[str], scale: float) -> Want:
    letters = max(len(words) for words in column)
    # not split(): a no-break space parts no words
    word = max(len(word) for words in column for word in words.replace("\n", " ").split(" ")) or 1
    least = round(_WIDE_LETTER * scale) * word + 2 * CELL_MARGIN
    return Want(least, max(least, round(_LETTER * scale) * min(letters, _LONG) + 2 * CELL_MARGIN))


def _shares(wants: Mapping[int, Want], width: int) -> dict[int, int]:
    """Columns that want less than an equal share get what they want, while there are others to gain by it."""
    if sum(want.least for want in wants.values()) > width:
        return _squeezed(wants, width)
    modest = {place for place, want in wants.items() if want.whole * len(wants) <= width}
    others = {place: want for place, want in wants.items() if place not in modest}
    rest = width - sum(wants[place].whole for place in modest)
    if modest and others and sum(want.least for want in others.values()) <= rest:
        return {place: wants[place].whole for place in modest} | _shares(others, rest)
    least = [want.least for want in wants.values()]
    free = _split(width - sum(least), [want.whole for want in wants.values()])
    return {place: low + more for place, low, more in zip(wants, least, free, strict=True)}


def _squeezed(wants: Mapping[int, Want], width: int) -> dict[int, int]:
    """Where not all words fit: only those columns break theirs that want more than an equal share."""
    fit = {place: want.least for place, want in wants.items() if want.least * len(wants) <= width}
    others = {place: want for place, want in wants.items() if place not in fit}
    if fit:
        return fit | _squeezed(others, width - sum(fit.values()))
    return dict(zip(wants, _split(width, [1] * len(wants)), strict=True))


def _split(width: int, weights: Sequence[int]) -> list[int]:
    """The width by weights; what rounding leaves goes to the last."""
    shares = [width * weight // sum(weights) for weight in weights]
    return [*shares[:-1], width - sum(shares[:-1])] if shares else []
