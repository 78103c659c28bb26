"""How large, how many and how deep: what a package may hold, and the hints that several findings share.

Each bound is several times what agreements and letterheads need; together they keep whoever reads the package
afterwards within 512 MiB. `docs/trust.md` lists them.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ATTRIBUTES",
    "ATTRIBUTES_EACH",
    "CHAIN",
    "COPY_AGAIN",
    "DEPTH",
    "EXTRA",
    "FILE",
    "LONGEST",
    "MEDIA",
    "MEMBERS",
    "NAME",
    "NAMESPACES",
    "NODES",
    "RATIO",
    "RATIO_FROM",
    "SAVE_AGAIN",
    "TOTAL",
    "WORD",
    "XML_PART",
    "mib",
]

_MIB = 1024 * 1024

# bytes
FILE: Final = 25 * _MIB
XML_PART: Final = 16 * _MIB
MEDIA: Final = 25 * _MIB
TOTAL: Final = 64 * _MIB
RATIO: Final = 200  # times its packed size, for what is larger than RATIO_FROM
RATIO_FROM: Final = _MIB
NAME: Final = 255
EXTRA: Final = 2_048  # of extra fields; Word leaves itself some 500 to grow into

# a package
MEMBERS: Final = 2_000
NODES: Final = 400_000  # elements, comments, instructions, CDATA sections
ATTRIBUTES: Final = 1_000_000
CHAIN: Final = 32  # relationships one after the other; python-docx follows them by recursion

# an element
DEPTH: Final = 200  # libxml2 gives up at 256
ATTRIBUTES_EACH: Final = 256
NAMESPACES: Final = 256  # declared where it stands

# characters
LONGEST: Final = 2_000_000  # of a value, or of a text without a tag; libxml2 gives up at 10 MB
WORD: Final = 10_000  # of a name with its namespace; libxml2 gives up at 50,000

SAVE_AGAIN: Final = "open it in Word, choose Save As, pick “Word Document (.docx)”, and use the new file"
COPY_AGAIN: Final = "copy or download it again; if Word cannot open it either, ask for a new copy"


def mib(size: int) -> str:
    """A number of bytes in words: `25 MiB`."""
    return f"{size // _MIB} MiB"
