"""One border for text: every string that comes in passes here, and is kept as given or refused.

What is refused would be dropped, cut off or reordered by some reader of the finished document.
"""

from __future__ import annotations

import re
from enum import Enum

from socialpolicy.errors import Code, Place, WrongValue

__all__ = ["Origin", "clean", "one_line"]


class Origin(Enum):
    """Who wrote a text: names of clients may carry marks of direction, everything else may not."""

    PRACTICE = "practice"
    CLIENT = "client"


_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(last)}{chr(last + 1)}" for last in range(0xFFFE, 0x110000, 0x10000)
)
_REORDERING = "\u202a-\u202e\u206a-\u206f"  # embeddings, overrides and their retired kin (CVE-2021-42574)
_UNSEEN = "\u200b\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # the last are tag characters
_MARKS = "\u061c\u200e\u200f\u2066-\u2069"  # what a name in two scripts may need

_NEVER = _CONTROLS + _SURROGATES + _NONCHARACTERS + _REORDERING + _UNSEEN
_REFUSED = {
    Origin.PRACTICE: re.compile(f"[{_NEVER}{_MARKS}]"),
    Origin.CLIENT: re.compile(f"[{_NEVER}]"),
}
_ISOLATES = re.compile("[\u2066-\u2069\n]")
_END = "\u2069"


def clean(text: str, place: Place, *, origin: Origin = Origin.PRACTICE) -> str:
    """The text as given, with CRLF as one line feed; raises `WrongValue` for a character that cannot stand.

    The finding names the place, the character and its position (from 1), never the text.
    """
    if text.isascii() and text.isprintable():  # most texts: none of these characters is in them
        return text
    lines = text.replace("\r\n", "\n")
    fault = _REFUSED[origin].search(lines)
    spot = fault.start() if fault else _unbalanced(lines)
    if spot is None:
        return lines
    raise WrongValue(
        Code.TEXT_CHARACTER,
        f"character {spot + 1} is U+{ord(lines[spot]):04X}, which cannot stand in a text",
        place,
        "delete it, or type the words anew instead of pasting them",
    )


def _unbalanced(text: str) -> int | None:
    """Where an isolate opens or closes without its partner in the same line; None where none does."""
    opened: list[int] = []
    for mark in _ISOLATES.finditer(text):
        if mark[0] == "\n" and opened:
            break
        if mark[0] == _END:
            if not opened:
                return mark.start()
            opened.pop()
        elif mark[0] != "\n":
            opened.append(mark.start())
    return opened[-1] if opened else None


def one_line(text: str) -> str:
    """The text on one line: each tab and each line end becomes a space."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
