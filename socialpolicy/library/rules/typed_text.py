"""typed-text: what nothing that a practice types may say."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.wording import Look

__all__ = ["TypedText"]


@attrs.frozen
class TypedText:
    """No text that the practice typed says any of these."""

    looks_for: tuple[Look, ...]

    def breaches(self, case: Case) -> Iterator[Breach]:
        """Each text that does, and the words that say so."""
        for typed in case.typed:
            for look in self.looks_for:
                said = look.found(typed.text)
                if said:
                    says = f"This text {look.says} (“{' … '.join(said)}”)."
                    yield Breach(says, place=typed.place, instead=look.instead)
