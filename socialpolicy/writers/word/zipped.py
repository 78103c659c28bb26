"""The parts of a .docx as one file, with nothing in it of the clock or of the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

__all__ = ["zipped"]


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The file of these parts, in this order; every entry is dated 1980-01-01."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            file.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return stream.getvalue()
