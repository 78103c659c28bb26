"""The decisions that must be made before anything can be composed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialpolicy.composition.profile import Profile
from socialpolicy.composition.values import Answers, choose_locale, known
from socialpolicy.errors import Code, NotFound
from socialpolicy.facts.fact import Fact
from socialpolicy.library.library import Library

__all__ = ["decision_open", "open_decisions"]


def open_decisions(library: Library, profile: Profile) -> tuple[NotFound, ...]:
    """A finding for each decision that the practice must make before anything can be composed.

    Those of clauses are left to composing, which knows which clauses stand.
    """
    try:
        locale = choose_locale(library, profile)
    except NotFound:
        locale = None
    values = known(Answers(library, profile.answers, locale).all())
    return tuple(decision_open(fact, profile) for fact in _required(library, profile, values))


def decision_open(fact: Fact, profile: Profile) -> NotFound:
    """The finding for a fact that must be known and is not."""
    path = ("facts", fact.clause, fact.name) if fact.clause else (fact.name,)
    message = f"`{fact.key}` is not answered: {fact.question}"
    return NotFound(Code.DECISION_OPEN, message, profile.place(*path))


def _required(library: Library, profile: Profile, values: Mapping[str, object]) -> Iterator[Fact]:
    for name, fact in library.facts.items():
        if fact.about == "practice" and fact.required and name not in profile.answers:
            asked = library.asked_when.get(name)
            if asked is None or asked.holds(values) is not False:
                yield fact
