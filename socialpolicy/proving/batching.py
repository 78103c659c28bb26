"""Batches: practices that answer what several searches found, so that few need composing for many claims."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.proving.claim import Claim

__all__ = ["Batch", "Batches"]

_OPEN = 12  # batches that may still be added to


@attrs.define
class Batch:
    """The claims of which one practice may show all, each with what its own search found."""

    found: list[tuple[Claim, Mapping[str, object]]]
    answers: dict[str, object]

    @classmethod
    def of(cls, found: list[tuple[Claim, Mapping[str, object]]]) -> Batch:
        """A batch of these claims, whose answers do not contradict each other."""
        answers: dict[str, object] = {}
        for _, more in found:
            answers.update(more)
        return cls(list(found), answers)

    def takes(self, answers: Mapping[str, object]) -> bool:
        """Whether these answers contradict none that it has."""
        return all(self.answers.get(key, value) == value for key, value in answers.items())

    def halves(self) -> tuple[Batch, Batch]:
        """Two batches of half the claims each."""
        middle = len(self.found) // 2
        return Batch.of(self.found[:middle]), Batch.of(self.found[middle:])


@attrs.define
class Batches:
    """Batches in the order in which they were begun."""

    all: list[Batch] = attrs.field(factory=list)

    def add(self, claim: Claim, answers: Mapping[str, object]) -> None:
        """Put a claim where its answers contradict none: into one of the last batches, or a new one."""
        for batch in self.all[-_OPEN:]:
            if batch.takes(answers):
                batch.found.append((claim, answers))
                batch.answers.update(answers)
                return
        self.all.append(Batch.of([(claim, answers)]))
