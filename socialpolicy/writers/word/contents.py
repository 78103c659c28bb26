"""A table of contents as Word knows it: a field whose shown lines are right before Word computes them."""

from __future__ import annotations

from socialpolicy.document import Contents, ContentsLine
from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.fields import internal_link, opened_field
from socialpolicy.writers.word.markup import bookmark_name
from socialpolicy.writers.word.paragraphs import paragraph
from socialpolicy.writers.word.runs import plain_run, runs

__all__ = ["WHOLE", "contents"]

# the key under which all that the table is about is bookmarked
WHOLE = "outline/whole"
TAB = "<w:r><w:tab/></w:r>"


def contents(desk: Desk, block: Contents) -> str:
    """The lines of the table, each a link to its heading, in the field that Word makes them anew from.

    There are no page numbers (`\\n`): nobody knows them before the pages are laid out. `\\b` keeps out what
    is not of this document, where it stands on a letterhead or in an agreement.
    """
    if not block.lines:
        return ""
    levels = max(line.level for line in block.lines)
    code = f'TOC \\o "1-{levels}" \\n \\h \\z \\u \\b {bookmark_name(WHOLE)}'
    opening, closing = opened_field(code)
    entries = "".join(
        paragraph(f"TOC{line.level}", opening * (place == 0) + _line(desk, line))
        for place, line in enumerate(block.lines)
    )
    return _control(desk, entries + paragraph("SPSpacer", closing))


def _line(desk: Desk, line: ContentsLine) -> str:
    words = runs(desk, line.inlines)
    numbered = plain_run(line.number) + TAB + words if line.number else words
    return internal_link(line.key, numbered) if line.key in desk.known else numbered


def _control(desk: Desk, content: str) -> str:
    """What Word offers to update as a whole."""
    kind = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    properties = f'<w:id w:val="{desk.next_id()}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
