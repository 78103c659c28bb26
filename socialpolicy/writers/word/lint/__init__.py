"""Faults of a .docx that no validator sees, and that Word may meet with "unreadable content"."""

from __future__ import annotations

from collections import Counter

from socialpolicy.writers.word.lint.across import ACROSS
from socialpolicy.writers.word.lint.faults import Fault, Opened, opened
from socialpolicy.writers.word.lint.markup import CHECKS
from socialpolicy.writers.word.lint.members import MEMBERS

__all__ = ["Fault", "lint", "new_faults"]


def lint(file: bytes) -> tuple[Fault, ...]:
    """Every fault of the file that our own checks know. It is ours, or one that the guard let pass."""
    return _faults(opened(file))


def new_faults(after: bytes, before: bytes) -> tuple[Fault, ...]:
    """The faults of a file that another one, from which it was made, did not have as often."""
    return tuple((Counter(lint(after)) - Counter(lint(before))).elements())


def _faults(file: Opened) -> tuple[Fault, ...]:
    inside = (
        Fault(name, part, which)
        for part, tree in file.trees.items()
        for check in CHECKS
        for name, which in check(tree)
    )
    whole = (fault for check in (*MEMBERS, *ACROSS) for fault in check(file))
    return (*inside, *whole)
