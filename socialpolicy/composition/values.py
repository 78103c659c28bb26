"""Values: what a practice answered, what is assumed for it, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import Row
from socialpolicy.library.library import Library
from socialpolicy.library.locale import Locale, LocaleRow

__all__ = ["Values", "choose_locale", "practice_values"]

Values = Mapping[str, Answer]
_UNKNOWN = Answer(None, Standing.UNANSWERED, "")


def choose_locale(library: Library, answered: Mapping[str, object], wanted: str) -> Locale:
    """The locale that the practice names, or that of the country of its region; raises NotFound."""
    country = str(answered.get("region", "")).partition("-")[0]
    tag = wanted or f"en-{country}"
    if tag in library.locales:
        return library.locales[tag]
    hint = f"there is {', '.join(library.locales)}: say which to use with `locale`"
    message = f"There is no locale for {library.places.get(country, 'this place')}."
    raise NotFound(Code.LOCALE_NONE, message, Place(path="region"), hint)


def practice_values(library: Library, answered: Mapping[str, object], locale: Locale) -> dict[str, Answer]:
    """Every practice fact with its value and standing, in the order of the library."""
    values = _Values(library, answered, locale)
    return {name: values.of(name) for name, fact in library.facts.items() if fact.about == "practice"}


@attrs.define
class _Values:
    library: Library
    answered: Mapping[str, object]
    locale: Locale
    known: dict[str, Answer] = attrs.field(factory=dict)

    def of(self, name: str) -> Answer:
        if name not in self.known:
            self.known[name] = self._find(self.library.facts[name])
        return self.known[name]

    def _find(self, fact: Fact) -> Answer:
        if fact.name in self.answered:
            return Answer(self.answered[fact.name], Standing.ANSWERED, "your answer")
        match fact.default:
            case Given(value):
                return Answer(value, Standing.ASSUMED, "default")
            case FromFact(name):
                taken = self.of(name)
                if taken.standing is Standing.UNANSWERED:
                    return _UNKNOWN
                value = (
                    (taken.value,) if fact.is_list and not self.library.facts[name].is_list else taken.value
                )
                return Answer(value, Standing.ASSUMED, f"same as {name}")
            case FromLocale(name):
                return self._from_locale(fact, name)
            case None:
                return _UNKNOWN

    def _from_locale(self, fact: Fact, name: str) -> Answer:
        found: list[object] = []
        for locale in self._locales(fact):
            rows = [row for row in locale.values.get(name, ()) if self._stands(row)]
            if fact.is_list:
                found.extend(self._entries(rows, locale, fact))
            elif rows:
                found.append(rows[0].value)
                break
        source = f"locale {self.locale.tag}"
        if fact.is_list:
            return Answer(tuple(found), Standing.ASSUMED, source)
        return Answer(found[0], Standing.ASSUMED, source) if found else _UNKNOWN

    def _locales(self, fact: Fact) -> tuple[Locale, ...]:
        """The practice's own locale, and for lists those of every other country that it serves."""
        others = (self.library.locales.get(f"en-{country}") for country in self._countries())
        more = tuple(locale for locale in others if locale and locale.tag != self.locale.tag)
        return (self.locale, *more) if fact.is_list else (self.locale,)

    def _entries(self, rows: list[LocaleRow], locale: Locale, fact: Fact) -> Iterator[object]:
        """The entries of the rows, each with its country where people are served in several."""
        several = fact.each_country and len(self._countries()) > 1
        for row in rows:
            for entry in row.value:  # type: ignore[attr-defined]
                yield _in_country(entry, locale.name) if several else entry

    def _served(self) -> tuple[str, ...]:
        served = self.of("served_regions").value
        return served if isinstance(served, tuple) else ()

    def _countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(region.partition("-")[0] for region in self._served()))

    def _stands(self, row: LocaleRow) -> bool:
        inside = not row.within or any(
            region == row.within or region.startswith(f"{row.within}-") for region in self._served()
        )
        return inside and (row.when is None or row.when.holds(self._read_by(row.when)) is True)

    def _read_by(self, condition: Condition) -> dict[str, object]:
        answers = {name: self.of(name) for name in condition.reads}
        return {
            name: answer.value
            for name, answer in answers.items()
            if answer.standing is not Standing.UNANSWERED
        }


def _in_country(entry: object, country: str) -> object:
    if not isinstance(entry, Row):
        return entry
    first, *others = entry.cells.items()
    return Row({first[0]: f"{first[1]} ({country})", **dict(others)})
