"""Which text of a clause each document takes."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.errors import Code, NotFound
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.reading.table import Table
from socialpolicy.library.texts.source import TextSource

__all__ = ["read_taken_texts"]


def read_taken_texts(
    table: Table, sources: Mapping[str, TextSource], *, needed: bool = False
) -> dict[str, str]:
    """`texts`: document → the name of its text; "none" for no text."""
    if needed:
        table.must_have("texts")
    entry = table.table("texts")
    texts = {}
    for document in entry.values:
        name = entry.must(document, str, "none")
        if document not in DOCUMENTS:
            entry.report(no_such("document", document, DOCUMENTS, entry.place(document)))
        elif name in sources or name == "none":
            texts[document] = name
        elif name.strip():
            hint = did_you_mean(name, sources)
            message = f"This file has no text `{shown(name)}`."
            entry.report(NotFound(Code.TEXT_MISSING, message, entry.place(document), hint))
    return texts
