"""The small library as a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.small import Small


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """A small library in a folder of its own, to change one thing in."""
    return Small.at(tmp_path / "small")
