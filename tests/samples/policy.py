"""What a policy's documents refuse."""

from __future__ import annotations

from collections.abc import Callable

from socialpolicy.errors import Code
from tests.practice import policy_of

__all__ = ["SAMPLES"]


def _blank_left() -> object:
    """A practice that has not said its number, and wants a final addendum."""
    return policy_of(practice_phone=None).document("client-addendum").check_final()


SAMPLES: dict[Code, Callable[[], object]] = {Code.BLANK_LEFT: _blank_left}
