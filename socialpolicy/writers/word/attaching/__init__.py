"""An addendum as a new section of an agreement that a practice has already, which stays as it is."""

from __future__ import annotations

from socialpolicy.writers.word.attaching.attaching import attach

__all__ = ["attach"]
