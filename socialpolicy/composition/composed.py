"""What composing chose for one practice, and a reason for each choice."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.errors import Finding
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import NONE
from socialpolicy.library.clause import Clause, Stance
from socialpolicy.library.library import Library
from socialpolicy.library.locale import Locale

__all__ = ["Chosen", "Composed", "LeftOut", "why_version"]


@attrs.frozen(kw_only=True)
class Chosen:
    """A clause that stands: its version, stance and own values, and why it and its stance were chosen."""

    clause: Clause
    stance: Stance
    answers: Mapping[str, Answer]
    why: str
    why_stance: str
    why_version: str


@attrs.frozen
class LeftOut:
    """A clause that does not stand, and why not; `version` is the one in force, None where none is."""

    clause: str
    why: str
    version: Clause | None = None


def why_version(profile: Profile, clause: str, on: datetime.date) -> str:
    """What chose the version of a clause."""
    return "you pinned it" if clause in profile.versions else f"the newest in force on {on}"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Composed:
    """Versions, stances and values of one practice, chosen once; every document is a view of it.

    `values` is what conditions read: fact, `clause.fact`, `clause.stance` and clause (whether it stands).
    """

    library: Library
    profile: Profile
    on: datetime.date
    locale: Locale
    answers: Mapping[str, Answer]
    chosen: Mapping[str, Chosen]
    left_out: Mapping[str, LeftOut]
    values: Mapping[str, object]
    findings: tuple[Finding, ...]
    # what is worked out of it once, by whoever does: nothing in it changes what was chosen
    worked_out: dict[tuple[str, str], object] = attrs.field(factory=dict, init=False)

    def find(self, name: str, clause: str = "") -> tuple[Fact, Answer] | None:
        """A fact that a text of `clause` names, with its answer; None for a clause that does not stand.

        `name` is a practice fact, a fact of the clause itself, or `clause.fact`.
        """
        owner, _, own = name.rpartition(".")
        chosen = self.chosen.get(owner or clause)
        if chosen is not None and own in chosen.clause.facts:
            return chosen.clause.facts[own], chosen.answers[own]
        if owner or name not in self.library.facts:
            return None
        fact = self.library.facts[name]
        return fact, self.answers.get(name, Answer(None, Standing.UNANSWERED, ""))

    def prints(self, name: str, clause: str = "") -> bool:
        """Whether a text of `clause` prints anything for this fact: a value, a blank or a hole."""
        found = self.find(name, clause)
        if found is None:
            return False
        answer = found[1]
        return answer.standing is Standing.UNANSWERED or answer.value not in (NONE, (), "")
