"""The questions that are still open for a practice."""

from __future__ import annotations

from typing import Literal

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.errors import Code, NotFound
from socialpolicy.facts.fact import Fact, Given
from socialpolicy.library.library import Library

__all__ = ["Question", "open_decisions", "questions"]


@attrs.frozen
class Question:
    """One open question: "decision" must be answered before a policy can be composed, "value" may wait."""

    fact: Fact
    need: Literal["decision", "value"]


def questions(library: Library, profile: Profile) -> tuple[Question, ...]:
    """Every practice fact that is unanswered, has no default and still matters, decisions first."""
    known: dict[str, object] = {
        name: fact.default.value for name, fact in library.facts.items() if isinstance(fact.default, Given)
    }
    known.update(profile.answers)
    unanswered = [
        fact
        for fact in library.facts.values()
        if fact.about == "practice" and fact.name not in profile.answers and fact.default is None
    ]
    asked = [
        Question(fact, "decision" if fact.required else "value")
        for fact in unanswered
        if fact.name not in library.asked_when or library.asked_when[fact.name].holds(known) is not False
    ]
    return tuple(sorted(asked, key=lambda question: question.need))


def open_decisions(library: Library, profile: Profile) -> tuple[NotFound, ...]:
    """A finding for each decision that the practice must still make."""
    return tuple(
        NotFound(
            Code.DECISION_OPEN,
            f"`{question.fact.name}` is not answered: {question.fact.question}",
            profile.place(question.fact.name),
        )
        for question in questions(library, profile)
        if question.need == "decision"
    )
