"""The words that follow the practice's size, its locale and its profession."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PERSON", "PLURALS", "SOLO_VOICE", "VOICE"]

# The first-person words of a text: as they are for a group, and as they become for one person.
SOLO_VOICE: Mapping[str, str] = {
    "we": "I",
    "our": "my",
    "ours": "mine",
    "us": "me",
    "ourselves": "myself",
    "are": "am",
    "were": "was",
    "have": "have",
}

# Words for the people a practice sees and those who treat them → (the fact, whether they are several).
PERSON: Mapping[str, tuple[str, bool]] = {
    "client": ("person_term", False),
    "clients": ("person_term", True),
    "clinician": ("clinician_term", False),
    "clinicians": ("clinician_term", True),
}
# Words for several people that do not end in s.
PLURALS: Mapping[str, str] = {"young person": "young people"}

VOICE: tuple[str, ...] = (*SOLO_VOICE, *PERSON)
