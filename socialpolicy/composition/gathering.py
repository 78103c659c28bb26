"""From the keys that a search will ask for to its space: the facts behind them, and what follows."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from socialpolicy.composition.supposing import PLACES, Supposing
from socialpolicy.conditions import Condition
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.conditions.nodes import Literal, Name, Within
from socialpolicy.conditions.searching import Derived, Space, Variable
from socialpolicy.facts.fact import Fact, FromLocale

__all__ = ["space_of"]


def space_of(
    supposing: Supposing,
    keys: Iterable[str],
    conditions: Iterable[Condition],
    *,
    given: bool = False,
    all_answered: bool = False,
) -> Space:
    """The facts behind these keys that are open; with `given`, those that are answered as well.

    `conditions` are those that the search will ask. `all_answered`: no value follows from other facts, as
    if the practice answered each question itself.
    """
    return _Gathering(supposing, given, all_answered).space(tuple(keys), tuple(conditions))


@attrs.define
class _Gathering:
    supposing: Supposing
    given: bool
    all_answered: bool
    known: dict[str, object] = attrs.field(factory=dict)
    open: dict[str, Fact] = attrs.field(factory=dict)
    derived: list[Derived] = attrs.field(factory=list)
    asked: list[Condition] = attrs.field(factory=list)
    seen: set[str] = attrs.field(factory=set)

    def space(self, keys: tuple[str, ...], conditions: tuple[Condition, ...]) -> Space:
        for key in keys:
            self._take(key)
        mentions = Mentions.of((*conditions, *self.asked))
        variables = (self._variable(key, fact, mentions) for key, fact in self.open.items())
        return Space(self.known, tuple(variables), tuple(self.derived))

    def _take(self, key: str) -> None:
        """A key, and before it all that it follows from."""
        if key in self.seen:
            return
        self.seen.add(key)
        fact = self.supposing.fact(key)
        if fact is None:
            self._take_all(self.supposing.conditions(key))
            self.derived.append(self.supposing.derived(key))
            return
        answer = self.supposing.answer(key)
        if answer is not None and not self.given:
            self.known[key] = answer
            return
        follows = answer is None and not self.all_answered
        sources = self.supposing.taken_from(fact) if follows else ()
        for source in sources:
            self._take(source)
        self.open[key] = fact
        if sources:
            self.derived.append(self.supposing.following(fact))
            self._tell_places_apart(fact)

    def _take_all(self, conditions: tuple[Condition, ...]) -> None:
        self.asked.extend(conditions)
        for condition in conditions:
            for key in sorted(condition.reads):
                self._take(key)

    def _tell_places_apart(self, fact: Fact) -> None:
        """The places on which a value of a locale hangs, and the conditions of its rows."""
        if not isinstance(fact.default, FromLocale):
            return
        facts = self.supposing.library.facts
        for locale in self.supposing.library.locales.values():
            rows = locale.values.get(fact.default.name, ())
            self.asked.extend(row.when for row in rows if row.when)
            for area in dict.fromkeys((locale.country, *(row.within for row in rows if row.within))):
                self.asked.extend(_lies_in(place, area) for place in map(facts.get, PLACES) if place)

    def _variable(self, key: str, fact: Fact, mentions: Mentions) -> Variable:
        follows = any(one.key == key for one in self.derived)
        return Variable(key, self.supposing.samples(key, fact, mentions), follows=follows)


def _lies_in(place: Fact, area: str) -> Condition:
    return Condition(Within(Name(place.key, place.key, fact=place), Literal(area)))
