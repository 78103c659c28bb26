"""Values: what a practice answered, what is assumed for it, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

__all__ = ["Answers", "choose_locale", "known", "uncovered"]

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
        source = f"locale {self.locale.tag}"
        if fact.is_list:
            entries = tuple(self._entries(fact, name, self.locale))
            # to have none for the places where people are is not an answer but a gap that must show
            return (
                _UNKNOWN if fact.each_country and not entries else Answer(entries, Standing.ASSUMED, source)
            )
        rows = (row for row in self.locale.values.get(name, ()) if self._stands(row))
        first = next(rows, None)
        return Answer(first.value, Standing.ASSUMED, source) if first else _UNKNOWN

    def _entries(self, fact: Fact, name: str, own: Locale) -> Iterator[object]:
        """The entries of the practice's own locale, then of every other country that it serves.

        Each comes once, and with its country where people are served in several.
        """
        seen: list[object] = []
        several = fact.each_country and len(self._countries()) > 1
        for locale in (own, *(one for one in self._served_locales() if one.tag != own.tag)):
            for row in filter(self._stands, locale.values.get(name, ())):
                for entry in row.value:  # type: ignore[attr-defined]  # a row of a list holds a tuple
                    shown = _in_country(entry, locale.name) if several else entry
                    if shown not in seen:
                        seen.append(shown)
                        yield shown

    def _served(self) -> tuple[str, ...]:
        served = self.of("served_regions").value if "served_regions" in self.library.facts else None
        return served if isinstance(served, tuple) else ()

    def _countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(country_of, self._served())))

    def _served_locales(self) -> Iterator[Locale]:
        tags = (f"en-{country}" for country in self._countries())
        return (self.library.locales[tag] for tag in tags if tag in self.library.locales)

    def _stands(self, row: LocaleRow) -> bool:
        inside = not row.within or any(_meet(region, row.within) for region in self._served())
        return inside and (row.when is None or row.when.holds(self._read_by(row.when)) is True)

    def _read_by(self, condition: Condition) -> dict[str, object]:
        return known({name: self.of(name) for name in condition.reads})

    def uncovered(self) -> tuple[str, ...]:
        """The names of the countries where people are served and for which there is no locale."""
        have = {self.locale.country if self.locale else "", *(one.country for one in self._served_locales())}
        return tuple(self.library.places.get(one, one) for one in self._countries() if one not in have)


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
