"""The record that rides in a file: its own tree, and which clauses that was made from. Nothing else.

Whoever holds the file can read the record, so it tells nothing that the file does not print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

from socialpolicy.document import Document
from socialpolicy.document.canonical import json_bytes
from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.keeping.canonical import LARGEST, json_value
from socialpolicy.keeping.clauses import KeptClause, clauses_in
from socialpolicy.keeping.packs import KeptPack, packs_of
from socialpolicy.keeping.trees import NODES

__all__ = ["Edition", "Record"]


@attrs.frozen
class Edition:
    """A library by its name, and which edition of it."""

    name: str
    edition: str


@attrs.frozen(kw_only=True)
class Record:
    """What one file was made from. `clauses` are those that have words in the document, `packs` theirs."""

    record: Literal[1]
    library: Edition
    packs: tuple[KeptPack, ...]
    clauses: Mapping[str, KeptClause]
    document: Document

    @classmethod
    def of(
        cls,
        document: Document,
        library: Edition,
        packs: Iterable[KeptPack],
        clauses: Mapping[str, KeptClause],
    ) -> Record:
        """The record of a document: it keeps those of the clauses that have words in it, and their packs.

        What a letterhead might print of the practice stays out: not every file prints it.
        """
        named, bare = clauses_in(document, clauses), attrs.evolve(document, details=())
        return cls(record=1, library=library, packs=packs_of(named, packs), clauses=named, document=bare)

    @classmethod
    def parse(cls, content: bytes, place: Place) -> Record:
        """The record that these bytes hold; raises WrongValue or Refused, each fault with its path."""
        if len(content) > LARGEST:
            raise WrongValue(Code.FILE_TOO_LARGE, f"the record is larger than {LARGEST:,} bytes", place)
        # bytes that are no UTF-8 become characters that no text may hold, and are found as such
        value = json_value(content.decode("utf-8", "surrogateescape"), place)
        return NODES.read(cls, value, place, "The record cannot be read.")

    def written(self) -> bytes:
        """The record as canonical JSON."""
        return json_bytes(NODES.plain(self))
