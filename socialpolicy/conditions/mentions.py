"""What conditions mention: the values that they tell apart, and the facts that they compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.conditions.condition import Condition
from socialpolicy.conditions.evaluation import Judge, judge_of
from socialpolicy.conditions.nodes import Compare, Expression, Has, HasAny, In, Literal, leaves, names
from socialpolicy.facts.fact import Fact

__all__ = ["Mentions"]


@attrs.frozen
class Mentions:
    """The smallest parts of some conditions, by the facts that they look at."""

    leaves: tuple[Expression, ...]
    by_key: Mapping[str, tuple[Expression, ...]] = attrs.field(init=False, repr=False)

    @classmethod
    def of(cls, conditions: Iterable[Condition]) -> Mentions:
        """Those of all these conditions."""
        found = (leaf for condition in conditions for leaf in leaves(condition.expression))
        return cls(tuple(dict.fromkeys(found)))

    @by_key.default
    def _by_key(self) -> dict[str, tuple[Expression, ...]]:
        found: dict[str, list[Expression]] = {}
        for leaf in self.leaves:
            for name in names(leaf):
                found.setdefault(name.key, []).append(leaf)
        return {key: tuple(parts) for key, parts in found.items()}

    def alone(self, key: str) -> tuple[Judge, ...]:
        """What decides each part that looks at this fact and at no other."""
        parts = (leaf for leaf in self.by_key.get(key, ()) if len(names(leaf)) == 1)
        return tuple(map(judge_of, parts))

    def linked(self, key: str) -> tuple[str, ...]:
        """The facts that this one is compared with, directly or through others; without itself."""
        found, waiting = {key: None}, [key]
        while waiting:
            for leaf in self.by_key.get(waiting.pop(), ()):
                fresh = [name.key for name in names(leaf) if name.key not in found]
                found.update(dict.fromkeys(fresh))
                waiting += fresh
        return tuple(found)[1:]

    def around(self, key: str) -> tuple[Expression, ...]:
        """Every part that looks at this fact, or at one that it is linked with."""
        found = (leaf for one in (key, *self.linked(key)) for leaf in self.by_key.get(one, ()))
        return tuple(dict.fromkeys(found))

    def group(self, key: str) -> tuple[Fact, ...]:
        """This fact and those that it is linked with, as far as a condition names them."""
        found = {name.key: name.fact for leaf in self.around(key) for name in names(leaf)}
        return tuple(found.values())

    def values(self, key: str) -> Iterator[object]:
        """Every value that this fact, or one linked with it, is compared with."""
        for leaf in self.around(key):
            yield from _written_out(leaf)


def _written_out(leaf: Expression) -> Iterator[object]:
    match leaf:
        case Compare(_, _, other=Literal(value)) | Has(_, Literal(value)):
            yield value
        case In(_, among) | HasAny(_, among):
            yield from (literal.value for literal in among)
