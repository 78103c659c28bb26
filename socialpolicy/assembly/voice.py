"""The words that follow the practice: "we" or "I", and what it calls the people it sees."""

from __future__ import annotations

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import value_words
from socialpolicy.library.voice import PERSON, PLURALS, SOLO_VOICE

__all__ = ["voice_word"]


def voice_word(composed: Composed, name: str) -> str | None:
    """The word for `{{we}}`, `{{Clients}}`, …, with a capital where the name has one; None for a value."""
    word = _lower(composed, name.lower())
    if word is None or name.islower():
        return word
    return word[0].upper() + word[1:]


def _lower(composed: Composed, name: str) -> str | None:
    if name in SOLO_VOICE:
        return SOLO_VOICE[name] if composed.values.get("practice_size") == "solo" else name
    if name not in PERSON:
        return None
    fact, several = PERSON[name]
    found = composed.find(fact)
    word = value_words(composed, *found) if found else ""
    if not word:
        return name
    return PLURALS.get(word, f"{word}s") if several else word
