"""The digest of a clause file: what a lock, and one day the list of published versions, hold it against."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import attrs

from socialpolicy.errors import Finding
from socialpolicy.guarding.files import read_text
from socialpolicy.library.bundled import bundled_folder
from socialpolicy.library.clause import Clause

__all__ = ["ClauseDigest", "canonical_text", "digest_of", "digest_of_clause"]

_LIMIT = 32_768  # bytes, as for reading clauses

_FENCE = re.compile(r"\+\+\+\n(.*?)^\+\+\+\n?(.*)", re.DOTALL | re.MULTILINE)


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
    return ClauseDigest(_sha256(front), _sha256(texts.lstrip("\n")))


def digest_of_clause(clause: Clause) -> ClauseDigest:
    """The digest of the file that a clause was read from.

    A clause keeps its texts but not its front matter: that is read again, from the bundled library, and is
    "" where the clause comes from elsewhere.
    """
    rows = (row for name, source in clause.sources.items() for row in (f"# {name}", *source.lines))
    texts = _sha256(canonical_text("\n".join(rows)))
    try:
        digest = digest_of(read_text(bundled_folder() / clause.place.file, _LIMIT))
    except Finding:
        return ClauseDigest("", texts)
    return digest if digest.texts == texts else ClauseDigest("", texts)


def canonical_text(text: str) -> str:
    """The text in NFC, its lines ended by `\\n`, without blanks at their ends or empty lines at its own."""
    rows = re.split(r"\r\n|\r|\n", unicodedata.normalize("NFC", text))
    return "\n".join(row.rstrip(" \t") for row in rows).rstrip("\n") + "\n"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
