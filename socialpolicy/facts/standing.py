"""How a fact stands: what a practice said, what is assumed for it, what nobody has said."""

from __future__ import annotations

from enum import Enum

import attrs

__all__ = ["Answer", "Standing"]


class Standing(Enum):
    """Composing reads what is answered or assumed; questions and proofs read what is answered."""

    ANSWERED = "answered"
    ASSUMED = "assumed"
    UNANSWERED = "unanswered"


@attrs.frozen
class Answer:
    """The value of one fact, how it stands and where it comes from ("practice.toml", "the default").

    The value of an unanswered fact is None; the explicit "none" of an optional one is `NONE`.
    """

    value: object
    standing: Standing
    source: str = ""
