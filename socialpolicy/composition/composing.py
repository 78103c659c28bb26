"""compose: a library and a profile → what was chosen, or every reason why it cannot be."""

from __future__ import annotations

import datetime

import attrs

from socialpolicy.composition.ageing import aged
from socialpolicy.composition.checking import case_of, check_rules
from socialpolicy.composition.choosing import choose
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.decisions import open_decisions
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.values import Answers, choose_locale, uncovered
from socialpolicy.errors import Code, Collector, NotFound, Refused, WrongKind
from socialpolicy.library.library import Library

__all__ = ["compose", "effective_of"]


def compose(library: Library, profile: Profile, *, on: datetime.date | None = None) -> Composed:
    """What stands for a practice on a date (default: its `effective_date`, else today).

    Raises Refused with every decision that is open, stance that is refused and clause that is missing; and,
    once everything is chosen, with every rule that is broken.
    """
    found = Collector()
    if isinstance(on, datetime.datetime):
        found.add(WrongKind(Code.VALUE_KIND, "`on` is a day, not a moment.", hint="give a datetime.date"))
    found.extend(open_decisions(library, profile))
    found.refuse("Some questions must be answered first.")
    try:
        locale = choose_locale(library, profile)
    except NotFound as finding:
        raise Refused("The policy cannot be composed.", [finding]) from None
    on = on or effective_of(profile)
    answers = Answers(library, profile.answers, locale)
    choice = choose(library, profile, answers, on=on, found=found)
    found.refuse("The policy cannot be composed.")
    case = case_of(library, profile, answers.all(), choice.chosen, choice.values)
    found.extend(check_rules(library, profile, case))
    found.refuse("The policy cannot be composed.")
    composed = Composed(
        library=library,
        profile=profile,
        on=on,
        locale=locale,
        answers=answers.all(),
        chosen=choice.chosen,
        left_out=choice.left_out,
        values=choice.values,
        findings=(),
    )
    found.extend(uncovered(answers))
    found.extend(aged(composed, answers))
    return attrs.evolve(composed, findings=tuple(found.findings))


def effective_of(profile: Profile) -> datetime.date:
    """The day for which a practice's policy is composed where no other is asked for."""
    effective = profile.answers.get("effective_date")
    return effective if isinstance(effective, datetime.date) else datetime.date.today()
