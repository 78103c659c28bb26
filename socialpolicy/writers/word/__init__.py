"""Word: a .docx with native numbering, live cross-references and content controls."""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.word.anchoring import check_answers, with_anchors
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.filling import PreparedWord, cut
from socialpolicy.writers.word.package import parts
from socialpolicy.writers.word.readback import check_said

__all__ = ["PreparedWord", "body", "prepare"]


def prepare(
    document: Document,
    record: bytes = b"",
    letterhead: bytes = b"",
    *,
    anchors: bool = False,
    large_print: bool = False,
) -> PreparedWord:
    """The document as a .docx but for its clients' values; `record` rides in it, unprinted.

    `letterhead` is a .docx that it is written on. Raises Refused for a letterhead with faults, WrongValue
    for one that is no Word document. `anchors` places a word at each field, by which an e-signature service
    finds it, and refuses answers that such a service would take for fields. `large_print` is written on the
    letterhead for it that comes with the package. What the file says is read back; raises WrongValue
    (FILE_SAYS_OTHERWISE) where that is not the tree.
    """
    if large_print:
        from socialpolicy.writers.word.letterhead.starting import starter

        letterhead = starter("large-print", document.paper)
    made = _made(document, record, letterhead)
    check_said(document, made, around=bool(letterhead))
    if not anchors:
        return cut(made)
    check_answers(document)
    return cut(with_anchors(made, document), anchored=True)


def _made(document: Document, record: bytes, letterhead: bytes) -> dict[str, bytes]:
    if letterhead:
        from socialpolicy.writers.word.letterhead.rendering import parts_on

        return parts_on(letterhead, document, record)
    return parts(document, body(document), record)
