"""The questions that are still open for a practice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.composition.values import Answers, choose_locale, known
from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, NotFound
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library

__all__ = ["Question", "decision_open", "open_decisions", "questions"]


@attrs.frozen
class Question:
    """One open question: "decision" must be answered before a policy can be composed, "value" may wait."""

    fact: Fact
    need: Literal["decision", "value"]


def questions(library: Library, profile: Profile) -> tuple[Question, ...]:
    """Every question that is not answered, has no usual answer and may still matter, decisions first.

    What was only assumed rules no question out. Those of a clause follow those of the practice.
    """
    asked = [
        *_of_practice(library, profile, profile.answers),
        *(fact for clause in _newest(library, profile) for fact in _of_clause(clause, profile)),
    ]
    found = [Question(fact, "decision" if fact.required else "value") for fact in asked]
    return tuple(sorted(found, key=lambda question: question.need))


def open_decisions(library: Library, profile: Profile) -> tuple[NotFound, ...]:
    """A finding for each decision that the practice must make before anything can be composed.

    Those of clauses are left to composing, which knows which clauses stand.
    """
    try:
        locale = choose_locale(library, profile)
    except NotFound:
        locale = None
    values = known(Answers(library, profile.answers, locale).all())
    asked = _of_practice(library, profile, values)
    return tuple(decision_open(fact, profile) for fact in asked if fact.required)


def decision_open(fact: Fact, profile: Profile) -> NotFound:
    """The finding for a fact that must be known and is not."""
    path = ("facts", fact.clause, fact.name) if fact.clause else (fact.name,)
    message = f"`{fact.key}` is not answered: {fact.question}"
    return NotFound(Code.DECISION_OPEN, message, profile.place(*path))


def _of_practice(library: Library, profile: Profile, values: Mapping[str, object]) -> Iterator[Fact]:
    for name, fact in library.facts.items():
        unanswered = fact.about == "practice" and fact.default is None and name not in profile.answers
        if unanswered and _may_hold(library.asked_when.get(name), values):
            yield fact


def _newest(library: Library, profile: Profile) -> Iterator[Clause]:
    """The newest version of each clause that may stand."""
    for clause_id, versions in library.clauses.items():
        if clause_id not in profile.exclude and _may_hold(versions[-1].when, profile.answers):
            yield versions[-1]


def _of_clause(clause: Clause, profile: Profile) -> Iterator[Fact]:
    given = profile.clause_answers.get(clause.id, {})
    values = {**profile.answers, **{f"{clause.id}.{name}": value for name, value in given.items()}}
    if clause.id in profile.stances:
        values[f"{clause.id}.stance"] = profile.stances[clause.id]
    for name, fact in clause.facts.items():
        if fact.default is None and name not in given and _may_hold(clause.asked_when.get(name), values):
            yield fact


def _may_hold(condition: Condition | None, values: Mapping[str, object]) -> bool:
    return condition is None or condition.holds(values) is not False
