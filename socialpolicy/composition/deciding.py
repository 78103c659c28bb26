"""Asking conditions of what is known: a decision that hangs on an open answer is reported, never guessed."""

from __future__ import annotations

import attrs

from socialpolicy.composition.decisions import decision_open
from socialpolicy.composition.profile import Profile
from socialpolicy.conditions import Condition
from socialpolicy.errors import Collector
from socialpolicy.facts.fact import Fact
from socialpolicy.library.library import Library

__all__ = ["Deciding", "because"]


def because(condition: Condition, values: dict[str, object]) -> str:
    """Why a condition holds, or does not: its deciding parts in words."""
    if not condition.reads:
        return "always"
    parts = [part.words() for part in condition.because(values)]
    if condition.holds(values):
        return " and ".join(parts)
    return f"this is not so: {parts[0]}" if len(parts) == 1 else f"none of this is so: {'; '.join(parts)}"


@attrs.define
class Deciding:
    """The values that conditions read while choosing goes on, and the findings that stand in its way."""

    library: Library
    profile: Profile
    values: dict[str, object]
    found: Collector
    asked: set[str] = attrs.field(factory=set, init=False)

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition holds (None: always); what it still waits for is reported once."""
        held = condition.holds(self.values) if condition else True
        if condition and held is None:
            parts = condition.because(self.values)
            self._report({key for part in parts for key in part.reads if key not in self.values})
        return held is True

    def _report(self, keys: set[str]) -> None:
        for key in sorted(keys - self.asked):
            self.need(self.library.facts[key])

    def need(self, fact: Fact) -> None:
        """Report a fact that must be known and is not."""
        self.asked.add(fact.key)
        self.found.add(decision_open(fact, self.profile))
