"""Letterheads: a practice's own .docx that the documents are written on."""

from __future__ import annotations

from socialpolicy.writers.word.letterhead.annotating import annotated
from socialpolicy.writers.word.letterhead.checking import check
from socialpolicy.writers.word.letterhead.rendering import parts_on
from socialpolicy.writers.word.letterhead.starting import LOOKS, starter
from socialpolicy.writers.word.letterhead.tags import TAGS

__all__ = ["LOOKS", "TAGS", "annotated", "check", "parts_on", "starter"]
