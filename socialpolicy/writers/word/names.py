"""The names of Office Open XML that our parts use: namespaces, relationships, kinds of content."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["DECLARATION", "DECLARED", "NAMESPACES", "RELATION", "WORD_TYPE"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# what the kind of content of a Word part begins with: then comes ".header+xml" and the like
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# the prefixes of our own XML
NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": RELATION,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }
)
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in NAMESPACES.items())
