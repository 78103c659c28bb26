"""Profiles at random: any legal answer to any question of a library, and any choice that it offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from socialpolicy import Library
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import Clause
from socialpolicy.library.versions import Version

__all__ = ["REGIONS", "bundled", "grown", "profiles"]

# a place with a locale of its own, or one without
REGIONS = ("AU-NSW", "AU-WA", "GB-ENG", "GB-SCT", "US-TX", "US-CA", "AU", "IE-D", "CA-ON")
_WORDS = st.sampled_from(["Saltbush", "Tom & Jerry's", "{{x}} *b* <i>", "“q”", "centre", "9 am – 5 pm."])
# what a practice adds: the last of them is what no policy may say
_OWN = st.sampled_from(
    ["Ring *twice*.", "One {{x}}.\n\nTwo <b>.", "“Doors” & stairs.", "You waive all claims."]
)


@cache
def bundled() -> Library:
    """The library that comes with the package."""
    return Library.bundled()


@cache
def grown() -> Library:
    """The bundled library some years on: every third clause has a patch, a minor and a major version more.

    The patch was withdrawn; the major is one that those who need the clause do not work with.
    """
    library = bundled()
    many = set(sorted(library.clauses)[::3])
    clauses = {name: tuple(_later(versions[-1], many)) for name, versions in library.clauses.items()}
    return attrs.evolve(library, clauses=clauses)


def _later(clause: Clause, many: set[str]) -> Iterator[Clause]:
    needs = (attrs.evolve(one, versions="<2") if one.clause in many else one for one in clause.requires)
    clause = attrs.evolve(clause, requires=tuple(needs))
    yield clause
    if clause.id in many:
        ended = {"withdrawn": date(2027, 6, 1), "withdrawn_because": "It said too little."}
        patch = attrs.evolve(clause, version=Version(1, 0, patch=1), effective=date(2027, 1, 1), **ended)
        yield patch
        yield attrs.evolve(clause, version=Version(1, 1, patch=0), effective=date(2028, 1, 1))
        yield attrs.evolve(clause, version=Version(2, 0, patch=0), effective=date(2029, 6, 1))


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
    values["own"] = {name: {"text": draw(_OWN)} for name in chosen[-1:] if draw(st.booleans())}
    pinned = draw(st.sets(st.sampled_from(sorted(clauses)), max_size=2))
    values["versions"] = {
        name: str(draw(st.sampled_from(library.clauses[name])).version) for name in sorted(pinned)
    }
    return values
