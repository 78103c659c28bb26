"""The design in one place: fonts, colours (each at least 4.5:1 on its ground) and measures in twips."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "ACCENT",
    "ALARM",
    "ALARM_TINT",
    "BODY_EDGES",
    "CLAUSE_EDGES",
    "HAIRLINE",
    "HEADING_FONT",
    "INK",
    "MARGIN",
    "MUTED",
    "PAPER",
    "TEXT_FONT",
    "TINT",
    "text_width",
]

# Carlito and Caladea have the same metrics, so that a page breaks alike without Microsoft's fonts.
TEXT_FONT = "Calibri"
HEADING_FONT = "Cambria"

INK = "22303A"
ACCENT = "1D4F5C"
MUTED = "54636D"
HAIRLINE = "C3CFD4"
TINT = "EDF3F4"
ALARM = "94201F"
ALARM_TINT = "FCF4F2"

PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
MARGIN = 1304

# where text starts at each depth of a list: in numbered provisions, and elsewhere
CLAUSE_EDGES = (680, 1134, 1588)
BODY_EDGES = (0, 397, 794)


def text_width(paper: Literal["A4", "Letter"]) -> int:
    """The width between the margins, in twips."""
    return PAPER[paper][0] - 2 * MARGIN
