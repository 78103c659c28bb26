"""Faults planted in a copy of the bundled library, and what proving says of each."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from socialpolicy import Library
from socialpolicy.errors import Place
from socialpolicy.library.bundled import bundled_folder
from socialpolicy.library.versions import Version
from socialpolicy.proving.claim import Result
from socialpolicy.proving.proof import Proving

__all__ = ["DAY", "MUTATIONS", "failures", "mutated"]

DAY = date(2026, 12, 1)
MUTATIONS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("mutations.toml").read_text(encoding="utf-8")
)


def mutated(name: str, folder: Path) -> Library:
    """The library with one fault; raises Refused where reading finds it."""
    mutation = MUTATIONS[name]
    shutil.copytree(bundled_folder(), folder / "library", ignore=shutil.ignore_patterns("digests.toml"))
    path = folder / "library" / mutation["file"]
    if path.is_dir():  # a clause: its newest version
        path = max(path.glob("*.md"), key=lambda one: Version.parse(one.stem, Place()))
    text = path.read_text(encoding="utf-8")
    assert mutation["old"] in text, "the place is gone where the fault was planted"
    path.write_text(text.replace(mutation["old"], mutation["new"], 1), encoding="utf-8")
    return Library.read(folder / "library")


def failures(library: Library, *properties: str, on: date = DAY) -> Iterator[Result]:
    """What fails, one after the other, of the claims of these properties (none: of all)."""
    proving = Proving(library, on)
    for claim in proving.claims():
        if not properties or claim.property in properties:
            result = proving.result(claim)
            if result.verdict == "fails":
                yield result
