"""Word: a .docx with native numbering, live cross-references and content controls."""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.filling import PreparedWord, cut
from socialpolicy.writers.word.package import parts

__all__ = ["PreparedWord", "body", "prepare"]


def prepare(document: Document, record: bytes = b"", letterhead: bytes = b"") -> PreparedWord:
    """The document as a .docx but for its clients' values; `record` rides in it, unprinted.

    `letterhead` is a .docx that it is written on. Raises Refused for a letterhead with faults, WrongValue
    for one that is no Word document.
    """
    if letterhead:
        from socialpolicy.writers.word.letterhead.rendering import parts_on

        return cut(parts_on(letterhead, document, record))
    return cut(parts(document, body(document), record))
