"""The hint that names what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean"]

_LONGEST = 80  # difflib is quadratic, and nobody mistypes more than this


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A question that names the closest candidate, or "" where none is close.

    >>> did_you_mean("Practise size", ["practice_size", "practice_name"])
    'did you mean "practice_size"?'
    """
    if len(word) > _LONGEST:
        return ""
    spelt = {_plain(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    close = get_close_matches(_plain(word), spelt, n=1)
    return f'did you mean "{spelt[close[0]]}"?' if close else ""


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
