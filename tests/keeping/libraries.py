"""The bundled library, copied and changed: what it may have become years later."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from socialpolicy import Library
from socialpolicy.library.bundled import bundled_folder

__all__ = ["copied", "pack_at"]

_REVIEWS = "publicity/reviews/1.0.0.md"


def copied(folder: Path, changes: Mapping[str, tuple[str, str]]) -> Library:
    """A copy of the bundled library with words of some files replaced: file → (old, new)."""
    copy = folder / "clauses"
    shutil.copytree(bundled_folder(), copy, ignore=shutil.ignore_patterns("digests.toml"))
    for name, (old, new) in changes.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    return Library.read(copy)


def pack_at(folder: Path, name: str = "firm", version: str = "1.0.0", *, clause: str = "reviews") -> Path:
    """A pack with a fact; and with its own `reviews`, or where `clause` is "" with no clause at all."""
    pack = folder / name
    pack.mkdir(parents=True)
    about = f'name = "{name}"\nversion = "{version}"\nlicence = "CC0-1.0"\n'
    (pack / "pack.toml").write_text(about, encoding="utf-8")
    fact = f'[facts.of_{name}]\nkind = "words"\nquestion = "Which firm?"\n'
    (pack / "facts.toml").write_text(fact, encoding="utf-8")
    if clause:
        text = (bundled_folder() / _REVIEWS).read_text(encoding="utf-8")
        text = text.replace("+++\n", '+++\nreplaces = "reviews"\n', 1)
        (pack / _REVIEWS).parent.mkdir(parents=True)
        (pack / _REVIEWS).write_text(text, encoding="utf-8")
    return pack
