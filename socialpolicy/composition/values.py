"""Values: what a practice answered, what is assumed for it, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, Finding, NotFound
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import Row
from socialpolicy.library.library import Library
from socialpolicy.library.locale import Locale, LocaleRow
from socialpolicy.library.voice import PERSON

__all__ = ["Answers", "choose_locale", "known", "uncovered"]

# facts whose words are those of the language that is written, wherever the practice is
_FOR_PEOPLE = frozenset(fact for fact, _ in PERSON.values())
_UNKNOWN = Answer(None, Standing.UNANSWERED, "")


def known(answers: Mapping[str, Answer]) -> dict[str, object]:
    """The values that composing reads: what is answered, and what is assumed."""
    return {
        name: answer.value for name, answer in answers.items() if answer.standing is not Standing.UNANSWERED
    }


def country_of(place: str) -> str:
    """The country of a place (ISO 3166-2): "AU" for "AU-NSW", and for "AU" itself."""
    return place.partition("-")[0]


def choose_locale(library: Library, profile: Profile) -> Locale:
    """The locale that the practice names, or that of the country of its region; raises NotFound."""
    region = Answers(library, profile.answers).of("region") if "region" in library.facts else _UNKNOWN
    country = country_of(str(region.value or ""))
    tag = profile.locale or f"en-{country}"
    if tag in library.locales:
        return library.locales[tag]
    hint = f"there is {', '.join(library.locales)}: say which to use with `locale`"
    message = f"There is no locale for {library.places.get(country, 'this place')}."
    raise NotFound(Code.LOCALE_NONE, message, profile.place("region"), hint)


@attrs.define
class Answers:
    """Finds the answer to each fact of a practice; without a locale, its values are not known."""

    library: Library
    answered: Mapping[str, object]
    locale: Locale | None = None
    found: dict[str, Answer] = attrs.field(factory=dict)

    def all(self) -> dict[str, Answer]:
        """Every practice fact with its answer, in the order of the library."""
        return {name: self.of(name) for name, fact in self.library.facts.items() if fact.about == "practice"}

    def of(self, name: str) -> Answer:
        """The answer to a practice fact."""
        if name in self.answered:
            return Answer(self.answered[name], Standing.ANSWERED, "your answer")
        if name not in self.found:
            self.found[name] = _UNKNOWN  # for defaults that go round in a circle
            self.found[name] = self.default_of(self.library.facts[name])
        return self.found[name]

    def default_of(self, fact: Fact) -> Answer:
        """What is assumed for a fact of the practice, or of a clause, that nobody answered."""
        match fact.default:
            case Given(value):
                return Answer(value, Standing.ASSUMED, "default")
            case FromFact(name):
                return self._as(name, fact)
            case FromLocale(name):
                return self._of_locale(fact, name)
            case _:
                return _UNKNOWN

    def _as(self, name: str, fact: Fact) -> Answer:
        taken = self.of(name)
        if taken.standing is Standing.UNANSWERED:
            return _UNKNOWN
        single = fact.is_list and not self.library.facts[name].is_list
        return Answer((taken.value,) if single else taken.value, Standing.ASSUMED, f"same as {name}")

    # ---------- values of locales ----------

    def _of_locale(self, fact: Fact, name: str) -> Answer:
        if self.locale is None:
            return _UNKNOWN
        value = self._entries(fact, name) if fact.is_list else self._one(fact, name)
        # to have none for the places where people are is not an answer but a gap that must show
        if value is None or (fact.each_country and not value):
            return _UNKNOWN
        return Answer(value, Standing.ASSUMED, f"locale {self.locale.tag}")

    def _entries(self, fact: Fact, name: str) -> tuple[object, ...]:
        """The entries of the locales of all places, each once; with its country where these are several."""
        several = fact.each_country and len(self._countries()) > 1
        entries: list[object] = []
        for locale in self._locales(fact):
            for row in self._rows(locale, name):
                for entry in cast("tuple[object, ...]", row.value):
                    shown = _in_country(entry, locale.name) if several else entry
                    entries += [shown] if shown not in entries else []
        return tuple(entries)

    def _one(self, fact: Fact, name: str) -> object:
        """The value of the locale; "000 (Australia) or 999 (the United Kingdom)" where countries differ."""
        locales = self._locales(fact)
        if fact.each_country and len(locales) < len(self._countries()):
            return None
        found = {locale.name: value for locale in locales if (value := self._first(locale, name)) is not None}
        if not fact.each_country or len(set(found.values())) < 2:
            return next(iter(found.values()), None)
        return " or ".join(f"{value} ({country})" for country, value in found.items())

    def _first(self, locale: Locale, name: str) -> object:
        return next((row.value for row in self._rows(locale, name)), None)

    def _rows(self, locale: Locale, name: str) -> Iterator[LocaleRow]:
        return filter(self._stands, locale.values.get(name, ()))

    def rows_behind(self, name: str) -> Iterator[LocaleRow]:
        """The rows of locales that a fact of the practice takes its default from, if it takes it from any."""
        fact = self.library.facts[name]
        if self.locale and isinstance(fact.default, FromLocale):
            for locale in self._locales(fact):
                rows = self._rows(locale, fact.default.name)
                yield from rows if fact.is_list else islice(rows, 1)

    def _locales(self, fact: Fact) -> tuple[Locale, ...]:
        """Where a value may come from.

        Words for people are of the locale that is written in. Numbers and bodies are of the country
        where the practice is, or (`each_country`, and lists) of those where people are served.
        """
        if fact.name in _FOR_PEOPLE:
            return (cast(Locale, self.locale),)
        served = tuple(filter(None, map(self._locale_of, self._countries())))
        if fact.each_country:
            return served
        home = self._locale_of(
            country_of(str(self.of("region").value)) if "region" in self.library.facts else ""
        )
        others = (one for one in served if one is not home) if fact.is_list else ()
        return (*filter(None, (home,)), *others)

    def _locale_of(self, country: str) -> Locale | None:
        """The locale of a country: the one that is written in, if it is of that country."""
        own = cast(Locale, self.locale)
        return own if own.country == country or not country else self.library.locales.get(f"en-{country}")

    def _served(self) -> tuple[str, ...]:
        served = self.of("served_regions").value if "served_regions" in self.library.facts else None
        return served if isinstance(served, tuple) else ()

    def _countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(country_of, self._served())))

    def _stands(self, row: LocaleRow) -> bool:
        inside = not row.within or any(_meet(region, row.within) for region in self._served())
        return inside and (row.when is None or row.when.holds(self._read_by(row.when)) is True)

    def _read_by(self, condition: Condition) -> dict[str, object]:
        return known({name: self.of(name) for name in condition.reads})

    def uncovered(self) -> tuple[str, ...]:
        """The names of the countries where people are served and for which there is no locale."""
        missing = (one for one in self._countries() if self.locale and self._locale_of(one) is None)
        return tuple(self.library.places.get(one, one) for one in missing)


def uncovered(answers: Answers) -> Iterator[Finding]:
    """A warning for each country where people are served, but whose numbers this library does not know."""
    assumed = [
        name
        for name, fact in answers.library.facts.items()
        if fact.each_country and isinstance(fact.default, FromLocale) and name not in answers.answered
    ]
    for country in answers.uncovered() if assumed else ():
        message = f"There is no locale for {country}, where you see people."
        hint = f"answer {', '.join(f'`{name}`' for name in assumed)} yourself"
        yield NotFound(Code.LOCALE_NONE, message, hint=hint, severity="warn")


def _meet(one: str, other: str) -> bool:
    """Whether two places have ground in common: one is the other, or lies in it."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _in_country(entry: object, country: str) -> object:
    first, *others = cast(Row, entry).cells.items()  # only rows are told apart by country
    return Row({first[0]: f"{first[1]} ({country})", **dict(others)})
