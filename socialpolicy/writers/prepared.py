"""A prepared document: bytes with holes, filled once for each client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from socialpolicy.errors import Place
from socialpolicy.guarding.clean import Origin, clean

__all__ = ["HoleKey", "Prepared", "Words", "cleaned"]

# (fact, form): the words for one hole, already drafted
HoleKey = tuple[str, str]
Words = Mapping[HoleKey, str]


class Prepared(Protocol):
    """What `prepare(document)` returns: everything about a document but its clients' values."""

    def fill(self, words: Words) -> bytes:
        """The finished file; a hole that `words` does not name prints as a ruled line.

        The words are already drafted; they are put in literally. Raises WrongValue for a character
        that no document can hold.
        """
        ...


def cleaned(words: Words) -> Words:
    """The words, all of them fit to print; raises WrongValue, which names the fact and never its value."""
    return {key: clean(value, Place(path=key[0]), origin=Origin.CLIENT) for key, value in words.items()}
