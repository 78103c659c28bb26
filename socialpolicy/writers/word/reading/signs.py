"""Elements of a run that stand for characters."""

from __future__ import annotations

from lxml import etree

from socialpolicy.writers.word.reading.xml import MATH, W, local, value

__all__ = ["CODES", "SIGNS", "WORDS", "symbol", "words_of"]

# a hyphen that breaks no line is not the one that people type; a soft one shows at the end of a line only
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
WORDS = frozenset([f"{W}t", f"{W}delText", f"{MATH}t"])
CODES = frozenset([f"{W}instrText", f"{W}delInstrText"])

# What agreements tick with: codes of Wingdings and Wingdings 2, less the F000 that Word adds.
_BOXES = {
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "❑", 0x72: "❒", 0x9F: "•", 0xA7: "▪",
                  0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "symbol": {0xA7: "♣", 0xB0: "°", 0xB1: "±", 0xB7: "•", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®",
               0xE3: "©", 0xE4: "™", 0xAE: "→", 0xA3: "≤", 0xB3: "≥", 0xB4: "×"},
}  # fmt: skip


def words_of(element: etree._Element) -> str:
    """The text of an element of words; an instruction in the middle of it does not end it."""
    return "".join(element.xpath("text()")) if len(element) else element.text or ""


def symbol(element: etree._Element) -> str:
    """The character of a `w:sym` in Unicode, where its font is known; else the font's own code."""
    space = str(element.tag)[: -len(local(element))]
    try:
        code = int(element.get(f"{space}char", ""), 16)
    except ValueError:
        return ""
    font = value(element, "font").lower()
    known = _BOXES.get(font, {}).get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code)
    return known or (chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "")
