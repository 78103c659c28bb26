"""Reading without the collector of garbage, which looks again and again through all that is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """No collection of garbage within; afterwards it is on if it was on, whatever was raised.

    For work that makes many things and keeps them: measured in docs/performance.md.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
