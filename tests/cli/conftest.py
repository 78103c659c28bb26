"""Every command reads the bundled library, which no test changes: here it is read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
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
