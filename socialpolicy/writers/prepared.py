"""A prepared document: bytes with holes, filled once for each client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

__all__ = ["HoleKey", "Prepared", "Words"]

# (fact, form): the words for one hole, already drafted
HoleKey = tuple[str, str]
Words = Mapping[HoleKey, str]


class Prepared(Protocol):
    """What `prepare(document)` returns: everything about a document but its clients' values."""

    def fill(self, words: Words) -> bytes:
        """The finished file; a hole that `words` does not name prints as a ruled line.

        The words are already drafted; a value is one line, put in literally.
        """
        ...
