"""[own.<clause>]: sentences that a practice adds to a clause, plain text that is printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from socialpolicy.errors import Code
from socialpolicy.guarding.clean import one_line
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.library import Library
from socialpolicy.library.naming import no_such
from socialpolicy.library.reading.table import Table

__all__ = ["OwnSentences", "read_own"]

_LONGEST = 400  # characters: the library's own texts are as short
_FOR_CLIENTS = tuple(name for name, audience in DOCUMENTS.items() if audience != "staff")
_POSSIBLE = tuple(name for name in DOCUMENTS if name != "cover-note")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@attrs.frozen
class OwnSentences:
    """What a practice adds to a clause, and to which documents, where these hold the clause."""

    text: str
    documents: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text, which stand apart by empty lines."""
        return tuple(one_line(part.strip()) for part in _EMPTY_LINES.split(self.text.strip()))


def read_own(table: Table, library: Library) -> dict[str, OwnSentences]:
    """The sentences of each clause, of those that can stand."""
    return dict(_read(table.table("own"), library))


def _read(table: Table, library: Library) -> Iterator[tuple[str, OwnSentences]]:
    for clause, entry in table.named():
        if clause not in library.clauses:
            entry.report(no_such("clause", clause, library.clauses, entry.place()))
        text = entry.must("text", str, "")
        if len(text) > _LONGEST:
            message = f"A practice's own sentences have at most {_LONGEST} characters a clause."
            entry.wrong(Code.VALUE_RANGE, message, "text", hint="say it in fewer words")
        documents = _documents(entry)
        entry.close()
        if clause in library.clauses and text.strip():
            yield clause, OwnSentences(text, documents)


def _documents(table: Table) -> tuple[str, ...]:
    if "documents" not in table.values:
        return _FOR_CLIENTS
    return table.must_names("documents", _POSSIBLE, "document for own sentences")
