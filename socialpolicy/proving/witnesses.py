"""Witnesses: the answers under which several gates all allow, one after the other until there are no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.gates import Gate, conditions_of, reads_of
from socialpolicy.composition.gathering import space_of
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions.searching import OutOfSteps, Space, Steps, Variable

__all__ = ["Witnesses", "behind"]


@attrs.frozen
class Witnesses:
    """Plain search: what the first gate that is not decided hangs on is tried first.

    A branch is left as soon as any gate bars it. What would follow from other facts is answered: whoever
    answers everything can be anyone. `deciding` are the variables of each gate.
    """

    gates: tuple[Gate, ...]
    space: Space
    deciding: tuple[tuple[Variable, ...], ...]
    steps: Steps

    @classmethod
    def of(cls, supposing: Supposing, gates: tuple[Gate, ...], steps: Steps) -> Witnesses:
        """Those of some gates in a universe."""
        gates = tuple(dict.fromkeys(gates))
        space = space_of(supposing, reads_of(gates), conditions_of(gates), all_answered=True)
        variables = {variable.key: variable for variable in space.variables}
        pairs = [(gate, tuple(behind(supposing, gate.reads, variables))) for gate in gates]
        pairs.sort(key=lambda pair: len(pair[1]))  # what hangs on little is soon decided
        return cls(tuple(gate for gate, _ in pairs), space, tuple(several for _, several in pairs), steps)

    def found(self) -> Iterator[dict[str, object]]:
        """Each witness. Raises OutOfSteps once the budget is spent, or a value was left away."""
        yield from self._below({})
        if not self.space.all:
            raise OutOfSteps

    def _below(self, chosen: dict[str, object]) -> Iterator[dict[str, object]]:
        self.steps.take()
        values = self.space.values(chosen)
        held = [gate.allows(values) for gate in self.gates]
        if any(one is False for one in held):
            return
        if all(held):
            yield chosen
            return
        open_ = (several for several, one in zip(self.deciding, held, strict=True) if one is None)
        variable = next((one for one in next(open_) if one.key not in chosen), None)
        for value in variable.values if variable else ():
            yield from self._below({**chosen, variable.key: value})  # type: ignore[union-attr]


def behind(
    supposing: Supposing, keys: Iterable[str], variables: Mapping[str, Variable]
) -> Iterator[Variable]:
    """The variables that decide some keys, in the order in which they are read, each once."""
    seen: set[str] = set()
    ahead = [*keys][::-1]
    while ahead:
        key = ahead.pop()
        if key not in seen:
            seen.add(key)
            if key in variables:
                yield variables[key]
            else:
                read = (one for condition in supposing.conditions(key) for one in sorted(condition.reads))
                ahead.extend(reversed(list(read)))
