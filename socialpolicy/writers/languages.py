"""Which way a language is written."""

from __future__ import annotations

__all__ = ["direction", "is_right_to_left"]

_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def is_right_to_left(locale: str) -> bool:
    """Whether a language tag is that of a language written from right to left.

    >>> is_right_to_left("he-IL"), is_right_to_left("en-AU")
    (True, False)
    """
    return locale.partition("-")[0].lower() in _LANGUAGES


def direction(locale: str) -> str:
    """What HTML calls it where it has to be said: "rtl", or "".

    >>> direction("ur-PK")
    'rtl'
    """
    return "rtl" if is_right_to_left(locale) else ""
