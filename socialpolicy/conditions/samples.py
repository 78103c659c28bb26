"""A few values of a fact that stand for all: conditions tell no others apart than they tell among these."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice

import attrs

from socialpolicy.conditions.durations import comparable, measure
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import NONE, Duration, Money, Row

__all__ = ["Samples", "samples"]

_MOST = 1_024  # values of one fact: what a list of ten options that are all told apart can be
_WORDS = {"email": "name@example.com", "phone": "000 000", "url": "https://example.com"}
_END = object()
_DAY = datetime.date(2026, 1, 1)  # where no condition names a day, any will do


@attrs.define(eq=False)
class Samples:
    """Values of one fact, those nearest to where it starts first, made as far as somebody asks for them.

    Not `all`: somebody asked for more than there may be, and those that were left away may differ.
    """

    _source: Iterator[object]
    _made: list[object] = attrs.field(factory=list, init=False)
    all: bool = attrs.field(default=True, init=False)

    def __iter__(self) -> Iterator[object]:
        place = 0
        while place < len(self._made) or self._more():
            yield self._made[place]
            place += 1

    def _more(self) -> bool:
        value = next(self._source, _END)
        if value is _END:
            return False
        self.all = len(self._made) < _MOST
        self._made += [value] if self.all else []
        return self.all


def samples(fact: Fact, mentions: Mentions, start: object = None, near: Iterable[object] = ()) -> Samples:
    """The values that stand for all others of a fact.

    `start` is the value that it has, None for none; `near` are those of facts that it is compared with.
    """
    optional = (NONE,) if fact.optional else ()
    sampling = _Sampling(fact, mentions, start, tuple(near))
    return Samples(_distinct(chain(optional, sampling.values()), fact))


def _distinct(values: Iterable[object], fact: Fact) -> Iterator[object]:
    """Each value once, where it stands first; rows have no hash."""
    found: list[object] | set[object] = [] if fact.kind == "rows" else set()
    for value in values:
        if value not in found:
            found.append(value) if isinstance(found, list) else found.add(value)
            yield value


@attrs.frozen
class _Sampling:
    fact: Fact
    mentions: Mentions
    start: object
    near: tuple[object, ...]

    @property
    def _links(self) -> int:
        return len(self.mentions.linked(self.fact.key))

    def values(self) -> Iterator[object]:
        if self.start is not None and self.start is not NONE:
            yield self.start
        match self.fact.kind:
            case "yes-no":
                yield from (False, True)
            case "choice" | "choices" | "place":
                yield from self._subsets() if self.fact.is_list else (one for one, *_ in self._alike())
            case "whole":
                yield from self._wholes()
            case "duration":
                yield from self._durations()
            case "date":
                yield from self._days()
            case "money":
                yield from (*self._of(Money), Money(Decimal(100), "EUR"), Money(Decimal(200), "EUR"))
            case _:
                yield from self._texts()

    # ---------- options ----------

    def _alike(self) -> list[list[str]]:
        """The options in groups: within one, no condition tells any from any other.

        Nor does one on a fact that this one is compared with, and that must be able to be the same.
        """
        groups: dict[tuple[object, ...], list[str]] = {}
        facts = self.mentions.group(self.fact.key) if self._links else (self.fact,)
        for option in sorted(self.fact.options, key=self._is_wide):
            values = _Standing({fact.key: (option,) if fact.is_list else option for fact in facts})
            told = (judge(values) for fact in facts for judge in self.mentions.alone(fact.key))
            groups.setdefault(tuple(told), []).append(option)
        if not self._links:
            return list(groups.values())
        return [[option] for option in self._told_apart(groups.values())]

    def _is_wide(self, option: str) -> bool:
        """Whether it is a country: a practice names its region."""
        return self.fact.kind == "place" and "-" not in option

    def _told_apart(self, groups: Iterable[list[str]]) -> list[str]:
        """Where facts are compared with each other: enough of each group to differ, and to be the same."""
        if self.fact.kind != "place":
            return list(self.fact.options)
        few = [place for group in groups for place in group[: 1 + self._links]]
        known = [one for value in self.near for one in (value if isinstance(value, tuple) else (value,))]
        countries = [str(place).partition("-")[0] for place in (*few, *known)]
        named = dict.fromkeys((*few, *known, *countries))
        return [str(place) for place in named if place in self.fact.options]

    def _subsets(self) -> Iterator[tuple[object, ...]]:
        """What the list has now with the entries of some groups taken in or out: the fewest first."""
        groups = self._alike()
        now = self.start if isinstance(self.start, tuple) else ()
        for count in range(len(groups) + 1):
            for some in combinations(groups, count):
                turned = _turned(now, some)
                whole = _filled(turned, groups, self.fact.at_least)
                if len(whole) >= self.fact.at_least:
                    yield whole

    # ---------- what has an order ----------

    def _of(self, kind: type) -> list[object]:
        """The values of a kind to begin from: those mentioned; of linked facts also what they are."""
        now = (self.start, *self.near) if self._links else ()
        given = (*self.mentions.values(self.fact.key), *now)
        return [value for value in given if isinstance(value, kind) and not isinstance(value, bool)]

    def _wholes(self) -> Iterator[int]:
        points = [value for value in self._of(int) if isinstance(value, int)]
        points += [bound for _, bound in self._bounds()]
        around = self._within(_around(points or [0], 1 + self._links))
        now = self.start if isinstance(self.start, int) else 0
        yield from sorted(around, key=lambda one: (abs(one - now), one))

    def _bounds(self) -> Iterator[tuple[str, int]]:
        """Where the ranges of the facts that are compared begin and end, each in its unit."""
        key = self.fact.key
        alone = () if self.mentions.by_key.get(key) else (self.fact,)
        facts = self.mentions.group(key) if self._links else alone
        yield from ((fact.unit, bound) for fact in facts for bound in fact.range or ())

    def _within(self, numbers: Iterable[int]) -> Iterator[int]:
        low, high = self.fact.range or (None, None)
        for one in numbers:
            if (low is None or one >= low) and (high is None or one <= high):
                yield one

    def _durations(self) -> Iterator[Duration]:
        known = [value for value in self._of(Duration) if isinstance(value, Duration)]
        units = [fact.unit for fact in self.mentions.group(self.fact.key) if fact.unit] if self._links else []
        known += [Duration(bound, unit or "days") for unit, bound in self._bounds()]
        known += [Duration(number, unit) for unit in units for number in range(3 + self._links)]
        given = dict.fromkeys((*(one.unit for one in known), *units)) or ("days",)
        for unit in (self.fact.unit,) if self.fact.unit else given:
            yield from self._in_unit(unit, [one for one in known if comparable(unit, one.unit)])

    def _in_unit(self, unit: str, known: Sequence[Duration]) -> Iterator[Duration]:
        size = measure(Duration(1, unit))[1]
        points = [measure(one)[1] // size for one in known] or [1]
        # one more above: what is a whole number of hours may lie between two of days
        around = {*_around(points, 1 + self._links), *(point + 2 for point in points)}
        now = measure(self.start)[1] // size if isinstance(self.start, Duration) else 0
        fit = (one for one in self._within(around) if one >= 0)
        yield from (Duration(one, unit) for one in sorted(fit, key=lambda one: (abs(one - now), one)))

    def _days(self) -> Iterator[datetime.date]:
        given = [value for value in self._of(datetime.date) if isinstance(value, datetime.date)]
        numbers = _around([one.toordinal() for one in given or [_DAY]], 1 + self._links)
        now = (self.start if isinstance(self.start, datetime.date) else _DAY).toordinal()
        near = sorted((one for one in numbers if one > 0), key=lambda one: (abs(one - now), one))
        yield from map(datetime.date.fromordinal, near)

    # ---------- what conditions cannot look into ----------

    def _texts(self) -> Iterator[object]:
        """Words, and lists that are only asked whether they are empty."""
        count = max(self.fact.at_least, 1)
        if self.fact.is_list and not self.fact.at_least:
            yield ()
        if self.fact.kind == "rows":
            yield (_row(self.fact.columns),) * count
        elif self.fact.is_list:
            yield tuple(f"… {number}" if number else "…" for number in range(count))
            yield from ((str(value),) for value in self._of(str))
        else:
            yield from self._of(str)
            yield from (_written(self.fact, number) for number in range(1 + self._links))


class _Standing(dict[str, object]):
    """One value; every clause that it may hang on stands."""

    def get(self, key: str, default: object = None) -> object:
        return super().get(key, True)


def _around(points: Iterable[int], by: int) -> set[int]:
    return {point + step for point in points for step in range(-by, by + 1)}


def _turned(now: tuple[object, ...], groups: tuple[list[str], ...]) -> tuple[object, ...]:
    """The list with these groups turned: out, where any entry of one is in it; else its first entry in."""
    gone = {option for group in groups for option in group}
    fresh = [group[0] for group in groups if not any(option in now for option in group)]
    return (*(one for one in now if one not in gone), *fresh)


def _filled(entries: tuple[object, ...], groups: list[list[str]], least: int) -> tuple[object, ...]:
    """The list with more entries of the groups that it has, up to the least that it must have."""
    spare = (one for group in groups if any(option in entries for option in group) for one in group)
    return (*entries, *islice((one for one in spare if one not in entries), max(least - len(entries), 0)))


def _written(fact: Fact, number: int) -> str:
    sample = _WORDS.get(fact.kind, "…")
    if not number:
        return sample
    return f"{number}{sample}" if fact.kind != "url" else f"{sample}/{number}"


def _row(columns: Mapping[str, Fact]) -> Row:
    """One row, with what is the least that each column takes."""
    cells = (
        (name, NONE if column.optional else next(iter(samples(column, Mentions(())))))
        for name, column in columns.items()
    )
    return Row(dict(cells))
