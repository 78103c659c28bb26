"""The smallest changes of facts that make a condition hold, the smallest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.conditions.condition import Condition
from socialpolicy.conditions.searching import Space, Steps

__all__ = ["Nearest"]

Made = tuple[dict[str, object], tuple[int, ...]]  # a change, and the places of its values
Sized = tuple[tuple[int, tuple[int, ...], tuple[int, ...]], dict[str, object]]


@attrs.frozen
class Nearest:
    """Looks for changes that make a condition hold.

    `now` is how each variable of the space stands, and `held` the value that it has by that. `behind` says
    which variables decide each key that the condition reads. Of two changes the smaller one is that of
    fewer facts, then that of fewer entries of lists; the rest goes by the order of variables and values.
    """

    condition: Condition
    space: Space
    now: Mapping[str, object]
    held: Mapping[str, object] = attrs.field(kw_only=True)
    behind: Mapping[str, frozenset[str]] = attrs.field(kw_only=True)
    steps: Steps = attrs.field(kw_only=True)

    def changes(self) -> Iterator[dict[str, object]]:
        """Each change, by the facts that it answers anew. Raises OutOfSteps."""
        for count in range(1, len(self.space.variables) + 1):
            found = [one for keys in self._sets(count) for one in self._of(keys)]
            yield from (change for _, change in sorted(found, key=lambda one: one[0]))

    # ---------- which facts ----------

    def _sets(self, count: int) -> list[frozenset[str]]:
        """Every set of so many facts by which it can come to hold.

        While some facts leave it false, whatever their answers, a change must touch a part that makes it
        so: only what decides such a part is tried next.
        """
        level: dict[frozenset[str], None] = {frozenset(): None}
        for _ in range(count):
            grown = (keys | {key} for keys in level for key in self._next(keys))
            level = dict.fromkeys(grown)
        return list(level)

    def _next(self, keys: frozenset[str]) -> tuple[str, ...]:
        values = self._values(keys)
        self.steps.take()
        able = self.space.open
        if self.condition.holds(values) is False:
            reads = {key for part in self.condition.because(values) for key in part.reads}
            able = frozenset().union(*(self.behind.get(key, frozenset()) for key in reads))
        return tuple(one.key for one in self.space.variables if one.key in able and one.key not in keys)

    def _values(self, freed: frozenset[str], change: Mapping[str, object] | None = None) -> dict[str, object]:
        """What is known while the answers to some facts are open, but for those that a change gives."""
        fixed = {key: value for key, value in self.now.items() if key not in freed}
        return self.space.values({**fixed, **(change or {})})

    # ---------- which answers ----------

    def _of(self, keys: frozenset[str]) -> Iterator[Sized]:
        """Every change of all these facts after which it holds, with its size."""
        places = tuple(place for place, one in enumerate(self.space.variables) if one.key in keys)
        for change, order in self._answered(keys, {}, places):
            entries = sum(_entries(self.held.get(key), value) for key, value in change.items())
            yield (entries, places, order), change

    def _answered(
        self, keys: frozenset[str], change: dict[str, object], left: tuple[int, ...]
    ) -> Iterator[Made]:
        self.steps.take()
        held = self.condition.holds(self._values(keys, change))
        if held and not left:
            yield change, ()
        if held is False or not left:
            return
        variable = self.space.variables[left[0]]
        for place, value in enumerate(variable.values):
            if value != self.now.get(variable.key):
                for made, order in self._answered(keys, {**change, variable.key: value}, left[1:]):
                    yield made, (place, *order)


def _entries(before: object, after: object) -> int:
    """How many entries come or go; 1 for what is no list."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        return sum(one not in after for one in before) + sum(one not in before for one in after)
    return 1
