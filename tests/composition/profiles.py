"""Profiles at random: any legal answer to any question of a library, and any choice that it offers."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from socialpolicy import Library
from socialpolicy.facts.fact import Fact

__all__ = ["REGIONS", "bundled", "profiles"]

# a place with a locale of its own, or one without
REGIONS = ("AU-NSW", "AU-WA", "GB-ENG", "GB-SCT", "US-TX", "US-CA", "AU", "IE-D", "CA-ON")
_WORDS = st.sampled_from(["Saltbush", "Tom & Jerry's", "{{x}} *b* <i>", "“q”", "centre", "9 am – 5 pm."])


@cache
def bundled() -> Library:
    """The library that comes with the package."""
    return Library.bundled()


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    given = _given(fact)
    return st.one_of(given, st.just("none")) if fact.optional else given


def _given(fact: Fact) -> st.SearchStrategy[Any]:
    low, high = fact.range or (1, 9)
    least = max(fact.at_least, 0)
    match fact.kind:
        case "yes-no":
            return st.booleans()
        case "choice":
            return st.sampled_from(list(fact.options))
        case "choices":
            return st.lists(st.sampled_from(list(fact.options)), min_size=least, max_size=4, unique=True)
        case "whole" | "duration":
            return st.integers(low, high)
        case "money":
            return st.just("120.00 AUD")
        case "date":
            return st.dates(date(2026, 11, 22), date(2030, 1, 1))
        case "list of words":
            return st.lists(_WORDS, min_size=least, max_size=3, unique=True)
        case "email":
            return st.just("a@b.example")
        case "phone":
            return st.just("02 5550 4417")
        case "url":
            return st.just("https://b.example/x")
        case "place":
            one = st.sampled_from(REGIONS)
            return st.lists(one, min_size=1, max_size=3, unique=True) if fact.many else one
        case "rows":
            cells = {name: _value(column) for name, column in fact.columns.items()}
            return st.lists(st.fixed_dictionaries(cells), min_size=least, max_size=2)
    return _WORDS


@st.composite
def profiles(draw: st.DrawFn, library: Library) -> dict[str, Any]:
    """What `Profile.of` takes: the required answers, some of the others, some choices of clauses."""
    facts = [fact for fact in library.facts.values() if fact.about == "practice"]
    some = draw(st.sets(st.sampled_from([fact.name for fact in facts]), max_size=25))
    values = {fact.name: draw(_value(fact)) for fact in facts if fact.required or fact.name in some}
    values.setdefault("effective_date", date(2026, 12, 1))
    if draw(st.booleans()):
        values["locale"] = draw(st.sampled_from(sorted(library.locales)))
    clauses = {name: versions[-1] for name, versions in library.clauses.items()}
    chosen = sorted(draw(st.sets(st.sampled_from(sorted(clauses)), max_size=4)))
    values["stances"] = {
        name: draw(st.sampled_from([stance.id for stance in clauses[name].stances])) for name in chosen[:2]
    }
    values["facts"] = {
        name: {fact.name: draw(_value(fact)) for fact in clauses[name].facts.values() if draw(st.booleans())}
        for name in chosen
    }
    values["exclude"] = draw(st.lists(st.sampled_from(sorted(clauses)), max_size=1))
    return values
