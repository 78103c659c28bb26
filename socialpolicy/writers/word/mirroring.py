"""Documents in languages that are written from right to left: every paragraph, run and table says so itself.

It is said of each and not once for all, so that it holds on a letterhead and in an agreement too.
"""

from __future__ import annotations

import re

from socialpolicy.writers.languages import is_right_to_left

__all__ = ["mirrored"]

# our own XML: properties stand in the order of the schema, and texts have no "<"
_PARAGRAPH = re.compile(r'(<w:pPr><w:pStyle w:val="[^"]*"/>(?:<w:keepNext/>)?)')
_TABLE = re.compile(r'(<w:tblPr><w:tblStyle w:val="[^"]*"/>)')
_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")


def mirrored(xml: str, locale: str) -> str:
    """Our XML as it is for this language; in a paragraph from right to left "left" means where it starts."""
    if not is_right_to_left(locale):
        return xml
    xml = xml.replace("</w:sectPr>", "<w:bidi/></w:sectPr>")
    xml = _TABLE.sub(r"\1<w:bidiVisual/>", _PARAGRAPH.sub(r"\1<w:bidi/>", xml))
    return _RUN.sub(lambda found: f"<w:r><w:rPr>{found[1] or ''}<w:rtl/></w:rPr>", xml)
