"""Text to XML, escaped once and only here, and the names that Word needs for keys."""

from __future__ import annotations

import hashlib
from xml.sax.saxutils import escape, quoteattr

__all__ = ["LONGEST_TAG", "attribute", "bookmark_name", "element_text", "tag_value", "text"]

# Word refuses a longer tag (and no validator says so)
LONGEST_TAG = 64


def text(words: str) -> str:
    """The words as the content of a run: a line break for a newline, a space for a tab."""
    lines = words.replace("\t", " ").split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def element_text(words: str) -> str:
    """The words as the content of any element."""
    return escape(words)


def attribute(words: str) -> str:
    """The words as an attribute's value, with its quotes."""
    return quoteattr(words)


def bookmark_name(key: str) -> str:
    """The hidden bookmark of a key: stable, and within Word's forty characters."""
    return "_sp_" + _digest(key)


def tag_value(words: str) -> str:
    """The words as a content control's tag; a long one is cut and ends in its digest."""
    if len(words) <= LONGEST_TAG:
        return words
    return f"{words[: LONGEST_TAG - 11]}~{_digest(words)}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:10]
