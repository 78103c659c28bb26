"""What a practice could answer otherwise or still, and what follows from what."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.composition.stances import StanceFollows
from socialpolicy.composition.values import Answers, choose_locale
from socialpolicy.conditions import Condition
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.conditions.nodes import Expression
from socialpolicy.conditions.samples import Samples, samples
from socialpolicy.conditions.searching import Derived
from socialpolicy.errors import NotFound
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.facts.standing import Standing
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library

__all__ = ["PLACES", "Supposing"]

PLACES = ("region", "served_regions")  # what decides which values of locales stand


@attrs.define
class Supposing:
    """One practice on a date, and what it could answer otherwise or still.

    `now` are the values that answers begin from, where the practice gave none and the library has none.
    `clauses` are those that can stand, in the versions that would.
    """

    library: Library
    profile: Profile
    on: datetime.date
    now: Mapping[str, object] = attrs.field(factory=dict)
    clauses: Mapping[str, Clause] = attrs.field(init=False)
    sampled: dict[tuple[str, tuple[Expression, ...]], Samples] = attrs.field(factory=dict, init=False)

    @clauses.default
    def _clauses(self) -> dict[str, Clause]:
        pins = self.profile.versions
        found = {}
        for name, versions in self.library.clauses.items():
            pin = pins.get(name)
            fit = [one for one in versions if (one.version == pin if pin else one.stands_on(self.on))]
            if fit and name not in self.profile.exclude:
                found[name] = fit[-1]
        return found

    # ---------- facts ----------

    def fact(self, key: str) -> Fact | None:
        """The fact of this key; None for a clause, a stance and what no clause that can stand has."""
        clause, _, name = key.rpartition(".")
        if not clause:
            return self.library.facts.get(key)
        return self.clauses[clause].facts.get(name) if clause in self.clauses else None

    def answer(self, key: str) -> object:
        """What the practice answered; None where it did not."""
        clause, _, name = key.rpartition(".")
        given = self.profile.clause_answers.get(clause, {}) if clause else self.profile.answers
        return given.get(name)

    def usual(self, key: str) -> object:
        """What the practice answered, else the default that stands in the library, else what it has now."""
        answer, fact = self.answer(key), self.fact(key)
        if answer is None and fact is not None and isinstance(fact.default, Given):
            return fact.default.value
        return self.now.get(key) if answer is None else answer

    def asked_when(self, key: str) -> Condition | None:
        """When the question matters, as its author says; None for always."""
        clause, _, name = key.rpartition(".")
        return (self.clauses[clause].asked_when if clause else self.library.asked_when).get(name)

    def taken_from(self, fact: Fact) -> tuple[str, ...]:
        """The facts from which a value follows that nobody gave."""
        match fact.default:
            case FromFact(name):
                return (name,)
            case FromLocale(name):
                rows = (row.when for one in self.library.locales.values() for row in one.values.get(name, ()))
                read = (key for when in rows if when for key in sorted(when.reads))
                return tuple(dict.fromkeys((*filter(self.library.facts.__contains__, PLACES), *read)))
        return ()

    def behind(self, fact: Fact) -> Iterator[str]:
        """The facts that decide the value of one: itself, and where nobody gave it those it follows from."""
        yield fact.key
        for source in self.taken_from(fact) if self.answer(fact.key) is None else ():
            yield from self.behind(self.library.facts[source])

    def open_behind(self, key: str) -> Iterator[str]:
        """Those of them without an answer."""
        fact = self.fact(key)
        if fact is not None:
            yield from (one for one in self.behind(fact) if self.answer(one) is None)

    # ---------- what follows ----------

    def conditions(self, key: str) -> tuple[Condition, ...]:
        """What decides a key that is no fact: whether a clause stands, or its stance."""
        clause = self.clauses.get(key.removesuffix(".stance"))
        if clause is None:
            return ()
        if clause.id == key:
            return (clause.when,)
        wanted = self.profile.stances.get(clause.id)
        asked = [
            (one.allowed_when,) if wanted else (one.default_when, one.allowed_when)
            for one in clause.stances
            if not wanted or one.id == wanted
        ]
        return tuple(condition for several in asked for condition in several if condition)

    def derived(self, key: str) -> Derived:
        """How a key that is no fact follows from what its conditions read."""
        clause = self.clauses.get(key.removesuffix(".stance"))
        if clause is None:
            return Derived(key, lambda values: False)
        stands = clause.when.holds
        if clause.id == key:
            return Derived(key, stands)
        return Derived(key, StanceFollows(clause, self.profile.stances.get(clause.id, "")))

    def following(self, fact: Fact) -> Derived:
        """How the value of a fact follows that nobody gave."""
        sources = self.taken_from(fact)

        def rule(values: Mapping[str, object]) -> object:
            if any(values.get(source) is None for source in sources):
                return None
            return self._default(fact, {source: values[source] for source in sources})

        return Derived(fact.key, rule)

    def _default(self, fact: Fact, answers: Mapping[str, object]) -> object:
        profile = attrs.evolve(self.profile, answers=answers)
        try:
            locale = choose_locale(self.library, profile) if "region" in answers else None
        except NotFound:
            return None
        found = Answers(self.library, answers, locale).default_of(fact)
        return None if found.standing is Standing.UNANSWERED else found.value

    # ---------- what can be searched ----------

    def samples(self, key: str, fact: Fact, mentions: Mentions) -> Samples:
        """The values of a fact that these mentions tell apart; those once made are kept."""
        around = (key, mentions.around(key))
        if around not in self.sampled:
            usual = map(self.usual, mentions.linked(key))
            near = [value for value in usual if value is not None]
            self.sampled[around] = samples(fact, mentions, self.usual(key), near)
        return self.sampled[around]

    def open_behind_all(self, keys: Iterable[str]) -> Iterator[str]:
        """The facts without an answer that decide any of these keys, clauses and stances among them."""
        for key in keys:
            if self.fact(key) is not None:
                yield from self.open_behind(key)
            else:
                read = (sorted(condition.reads) for condition in self.conditions(key))
                yield from self.open_behind_all(one for several in read for one in several)
