"""Where the bundled library and the examples lie: in an installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["bundled_folder", "examples_folder"]

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_folder() -> Path:
    """The folder of the bundled clauses."""
    return _beside("clauses", _PACKAGE.parent / "clauses")


def examples_folder() -> Path:
    """The folder of the example practices."""
    return _beside("examples", _PACKAGE.parent / "docs" / "examples")


def _beside(name: str, checkout: Path) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else checkout
