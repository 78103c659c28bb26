"""Each test stands in a folder of its own; the bundled library, which none of them changes, is read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Library


@pytest.fixture(scope="session")
def _read_once() -> Callable[..., Library]:
    read = Library.bundled
    plain = cache(read)
    return lambda **packs: read(**packs) if any(packs.values()) else plain()


@pytest.fixture(autouse=True)
def _one_library(monkeypatch: pytest.MonkeyPatch, _read_once: Callable[..., Any]) -> None:
    monkeypatch.setattr(Library, "bundled", _read_once)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
