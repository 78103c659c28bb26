"""Ageing: what should be looked at again before a practice relies on it. It warns; nothing is refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.values import Answers
from socialpolicy.errors import Code, Finding, WrongValue
from socialpolicy.facts.standing import Standing

__all__ = ["aged"]

_STALE = datetime.timedelta(days=365)


def aged(composed: Composed, answers: Answers) -> Iterator[Finding]:
    """A warning for each clause that is withdrawn or due for review, and each old value of a locale."""
    yield from _clauses(composed)
    yield from _locales(composed, answers)


def _clauses(composed: Composed) -> Iterator[Finding]:
    for chosen in composed.chosen.values():
        clause = chosen.clause
        if clause.withdrawn and clause.withdrawn <= composed.on:
            message = (
                f"`{clause.id}` {clause.version}, which you pinned, was withdrawn on {clause.withdrawn}:"
            )
            message += f" {clause.withdrawn_because}"
            place = composed.profile.place("versions", clause.id)
            yield WrongValue(Code.VERSION_WITHDRAWN, message, place, severity="warn")
        if clause.review_by < composed.on:
            message = f"`{clause.id}` {clause.version} was to be reviewed by {clause.review_by}."
            yield WrongValue(Code.REVIEW_DUE, message, clause.place, severity="warn")


def _locales(composed: Composed, answers: Answers) -> Iterator[Finding]:
    """What was looked at more than twelve months ago, of the locale itself and of what was taken from any."""
    if composed.on - composed.locale.checked_on > _STALE:
        message = f"The locale {composed.locale.tag} was last checked on {composed.locale.checked_on}."
        hint = "check the words and forms that it gives"
        yield WrongValue(Code.REVIEW_DUE, message, hint=hint, severity="warn")
    for name, answer in composed.answers.items():
        rows = answers.rows_behind(name) if answer.standing is Standing.ASSUMED else ()
        oldest = min((row.checked_on for row in rows), default=composed.on)
        if composed.on - oldest > _STALE:
            message = f"What a locale says for `{name}` was last checked on {oldest}."
            hint = f"check it, and answer `{name}` yourself"
            yield WrongValue(Code.REVIEW_DUE, message, hint=hint, severity="warn")
