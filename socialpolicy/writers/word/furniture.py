"""What stands on every page: the header and the footer."""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.word.fields import field
from socialpolicy.writers.word.mirroring import mirrored
from socialpolicy.writers.word.paragraphs import paragraph
from socialpolicy.writers.word.runs import plain_run

__all__ = ["footer", "header"]

TAB = "<w:r><w:tab/></w:r>"


def header(document: Document) -> str:
    """The practice's name, and the document's title."""
    words = paragraph("Header", plain_run(document.practice) + TAB + plain_run(document.title))
    return mirrored(words, document.locale)


def footer(document: Document) -> str:
    """The version and its date, and page x of y."""
    version = plain_run(document.imprint)
    page, pages = field("PAGE", plain_run("1")), field("NUMPAGES", plain_run("1"))
    words = paragraph("Footer", version + TAB + plain_run("Page ") + page + plain_run(" of ") + pages)
    return mirrored(words, document.locale)
