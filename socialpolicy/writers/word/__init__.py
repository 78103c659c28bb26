"""Word: a .docx with native numbering, live cross-references and content controls."""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.filling import PreparedWord, cut
from socialpolicy.writers.word.package import parts
from socialpolicy.writers.word.readback import check_said

__all__ = ["PreparedWord", "body", "prepare"]


def prepare(document: Document, record: bytes = b"") -> PreparedWord:
    """The document as a .docx but for its clients' values; `record` rides in it, unprinted.

    What the file says is read back; raises WrongValue (FILE_SAYS_OTHERWISE) where that is not the tree.
    """
    members = parts(document, body(document), record)
    check_said(document, members)
    return cut(members)
