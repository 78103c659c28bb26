"""What is said of a name that leads nowhere, and how names from a file are shown."""

from __future__ import annotations

from collections.abc import Iterable

from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["no_such", "shown"]

_FEW = 12  # so many names are listed where none is close
_LONGEST = 60


def shown(word: str) -> str:
    """A word from a file, fit to be printed on a terminal: short, and without control characters."""
    plain = word
    if not word.isprintable():  # nearly every word is: asked once, not letter by letter
        plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in word)
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def no_such(what: str, name: str, known: Iterable[str], place: Place) -> NotFound:
    """The finding for a name that is none of those known; its hint is the closest of them, or lists them."""
    names = tuple(dict.fromkeys(known))
    hint = did_you_mean(name, names)
    if not hint and 0 < len(names) <= _FEW:
        hint = f"one of: {', '.join(names)}"
    return NotFound(Code.NAME_UNKNOWN, f"There is no {what} `{shown(name)}`.", place, hint)
