"""Word's fields and links: live, with the text they show until Word computes them."""

from __future__ import annotations

from socialpolicy.writers.word.markup import attribute, bookmark_name, element_text

__all__ = ["field", "internal_link", "link_out", "number_field", "opened_field"]


def field(code: str, runs: str, *, properties: str = "") -> str:
    """A complex field: its code, and the runs it shows."""
    opening, closing = opened_field(code, properties=properties)
    return opening + runs + closing


def opened_field(code: str, *, properties: str = "") -> tuple[str, str]:
    """The runs before and after what a complex field shows, which may be whole paragraphs."""
    written = f'<w:r>{properties}<w:instrText xml:space="preserve"> {element_text(code)} </w:instrText></w:r>'
    return _mark("begin", properties) + written + _mark("separate", properties), _mark("end", properties)


def number_field(key: str, runs: str, *, properties: str = "") -> str:
    """The full number of a bookmarked paragraph.

    `\\w` is the number in full context, so that the shown text is the same wherever the field stands.
    """
    return field(f"REF {bookmark_name(key)} \\w \\h", runs, properties=properties)


def internal_link(key: str, runs: str) -> str:
    """A link to a bookmarked paragraph of this document."""
    return f'<w:hyperlink w:anchor="{bookmark_name(key)}" w:history="1">{runs}</w:hyperlink>'


def link_out(url: str, runs: str) -> str:
    """A link out of the document, as a field: it needs no relationship, so the body stands alone."""
    quoted = url.replace("\\", "%5C").replace('"', "%22")
    return field(f'HYPERLINK "{quoted}"', runs)


def _mark(kind: str, properties: str) -> str:
    return f"<w:r>{properties}<w:fldChar w:fldCharType={attribute(kind)}/></w:r>"
