"""The bundled library, copied and changed: what it may have become years later."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from socialpolicy import Library
from socialpolicy.library.bundled import bundled_folder

__all__ = ["copied"]


def copied(folder: Path, changes: Mapping[str, tuple[str, str]]) -> Library:
    """A copy of the bundled library with words of some files replaced: file → (old, new)."""
    copy = folder / "clauses"
    shutil.copytree(bundled_folder(), copy)
    for name, (old, new) in changes.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    return Library.read(copy)
