"""How often a law is tried that composes whole policies: on a few in a usual run, on many in the full one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

from tests.practice import FULL

__all__ = ["costly"]

_MORE = 20


def costly(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """So many examples, twenty times as many in the full run; they go the ways that other tests cover."""

    def marked(law: Callable[..., Any]) -> Callable[..., None]:
        tried = settings(max_examples=examples * (_MORE if FULL else 1), deadline=None)(law)
        marked: Callable[..., None] = pytest.mark.no_cover(tried)
        return marked

    return marked
