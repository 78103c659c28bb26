"""A letterhead as it is given: the path of a .docx, or its bytes."""

from __future__ import annotations

import os

from socialpolicy.guarding.files import read_file

__all__ = ["LARGEST_LETTERHEAD", "Letterhead", "letterhead_bytes"]

Letterhead = str | os.PathLike[str] | bytes
LARGEST_LETTERHEAD = 10 << 20  # bytes; a letterhead with a large logo has one


def letterhead_bytes(letterhead: Letterhead) -> bytes:
    """The bytes of the letterhead; b"" for none. Raises a finding of the FILE_ codes."""
    return (
        letterhead if isinstance(letterhead, bytes) else read_file(os.fspath(letterhead), LARGEST_LETTERHEAD)
    )
