"""Which release of this package keeps something: a constant, because asking the installed package is slow."""

from __future__ import annotations

__all__ = ["RELEASE"]

RELEASE = "0.1.0.dev0"
