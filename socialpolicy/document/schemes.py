"""Numbering schemes: how provisions, their paragraphs and the items of their lists count.

One table serves the tree, which has the numbers, and Word, which computes them again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import attrs

__all__ = ["SCHEMES", "CountFormat", "Rank", "Scheme", "number_of"]

Scheme = Literal["legal", "decimal", "lettered"]
CountFormat = Literal["decimal", "upperLetter", "lowerLetter", "lowerRoman"]


@attrs.frozen
class Rank:
    """One level of a scheme, in Word's words: a number format, and a text in which %1 is the first count."""

    format: CountFormat
    text: str


# No full stop after "%1": Word drops it in a REF field and LibreOffice does not.
SCHEMES: Mapping[Scheme, tuple[Rank, ...]] = MappingProxyType(
    {
        # 1, 1.1, (a), (i)
        "legal": (
            Rank("decimal", "%1"),
            Rank("decimal", "%1.%2"),
            Rank("lowerLetter", "(%3)"),
            Rank("lowerRoman", "(%4)"),
        ),
        # 1, 1.1, 1.1.1, 1.1.1.1
        "decimal": (
            Rank("decimal", "%1"),
            Rank("decimal", "%1.%2"),
            Rank("decimal", "%1.%2.%3"),
            Rank("decimal", "%1.%2.%3.%4"),
        ),
        # A, A1, (1), (a)
        "lettered": (
            Rank("upperLetter", "%1"),
            Rank("decimal", "%1%2"),
            Rank("decimal", "(%3)"),
            Rank("lowerLetter", "(%4)"),
        ),
    }
)


def number_of(ranks: Sequence[Rank], counts: Sequence[int]) -> str:
    """The number that is printed at the level of the last count; `counts` are those of each level, from 1.

    >>> number_of(SCHEMES["legal"], (5, 2)), number_of(SCHEMES["legal"], (5, 2, 28))
    ('5.2', '(bb)')
    """
    text = ranks[len(counts) - 1].text
    for depth, (rank, count) in enumerate(zip(ranks, counts, strict=False), start=1):
        text = text.replace(f"%{depth}", _FORMATS[rank.format](count))
    return text


def _letters(count: int) -> str:
    """a … z, then aa, bb, …: Word repeats the letter."""
    turns, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _capitals(count: int) -> str:
    return _letters(count).upper()


def _roman(count: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        turns, count = divmod(count, value)
        words += letters * turns
    return words


_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FORMATS: Mapping[CountFormat, Callable[[int], str]] = {
    "decimal": str,
    "upperLetter": _capitals,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
}
