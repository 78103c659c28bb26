"""The digest of a clause file: what a lock, and the list of published versions, hold it against."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import attrs

__all__ = ["ClauseDigest", "canonical_text", "digest_of"]

_FENCE = re.compile(r"\+\+\+\n(.*?)^\+\+\+\n?(.*)", re.DOTALL | re.MULTILINE)
# a version is withdrawn after it was published: these keys, which stand above every table, may come later
_WITHDRAWN = re.compile(r"^withdrawn(?:_because)?[ \t]*=.*\n", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@attrs.frozen
class ClauseDigest:
    """The sha256 of a clause file's front matter and of its texts, in hex, each of its canonical text."""

    front: str
    texts: str


def digest_of(text: str) -> ClauseDigest:
    """The digest of a clause file; one without front matter is all texts.

    >>> digest_of("+++\\n+++\\n# full\\nYes.\\n") == digest_of("+++\\r\\n+++ \\r\\n# full  \\r\\nYes.")
    True
    """
    canonical = canonical_text(text)
    halves = _FENCE.fullmatch(canonical)
    front, texts = halves.groups() if halves else ("", canonical)
    return ClauseDigest(_sha256(_as_published(front)), _sha256(texts.lstrip("\n")))


def _as_published(front: str) -> str:
    """Front matter without what says that the version was withdrawn."""
    table = _TABLE.search(front)
    end = table.start() if table else len(front)
    return _WITHDRAWN.sub("", front[:end]) + front[end:]


def canonical_text(text: str) -> str:
    """The text in NFC, its lines ended by `\\n`, without blanks at their ends or empty lines at its own."""
    rows = re.split(r"\r\n|\r|\n", unicodedata.normalize("NFC", text))
    return "\n".join(row.rstrip(" \t") for row in rows).rstrip("\n") + "\n"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
