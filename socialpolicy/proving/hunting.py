"""Hunting: one practice after the other that should show a claim, each tried out.

What composing says teaches the search. The rule that refused a practice is kept from then on, and so is what
other clauses need of one that was left out; what kept a practice from showing the claim is barred.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import suppress

import attrs

from socialpolicy.composition.gates import Gate, all_allow, takes_stance
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions.searching import OutOfSteps, Steps
from socialpolicy.errors import Code
from socialpolicy.proving.claim import Claim
from socialpolicy.proving.claims.rules import kept, none_of
from socialpolicy.proving.trying import Tried, Trying
from socialpolicy.proving.universes import CHOOSE, EXCLUDE, left_out, stands
from socialpolicy.proving.witnesses import Witnesses

__all__ = ["Hunting"]


@attrs.define
class Hunting:
    """The practices that should show one claim."""

    supposing: Supposing
    trying: Trying
    claim: Claim
    steps: Steps
    learned: dict[str, Gate] = attrs.field(factory=dict)

    def found(self) -> Iterator[Tried]:
        """Each of them, by every way of the claim. Raises OutOfSteps."""
        for way in self.claim.ways:
            more = True
            while more:
                more = yield from self._by(way)

    def first(self) -> dict[str, object] | None:
        """The answers that a search finds first, not tried out; None where it finds none in its steps."""
        searches = (Witnesses.of(self.supposing, way, self.steps) for way in self.claim.ways)
        with suppress(OutOfSteps):
            return next((answers for search in searches for answers in search.found()), None)
        return None

    def _by(self, way: tuple[Gate, ...]) -> Generator[Tried, None, bool]:
        """Those by one way; True where something was learned, and the search should begin anew."""
        gates = (*self.learned.values(), *way)
        for answers in Witnesses.of(self.supposing, gates, self.steps).found():
            tried = self.trying.of(answers)
            yield tried
            if self._learns(tried):
                return True
        return False

    def _learns(self, tried: Tried) -> bool:
        """Whether a refusal says what the search should keep to, and did not."""
        before = len(self.learned)
        if tried.composed is not None:
            self._bar(tried)
            return len(self.learned) > before
        for rule in self.supposing.library.rules:
            if rule.id in tried.broken and rule.severity == "refuse" and rule.id != self.claim.rule:
                self.learned.setdefault(rule.id, kept(self.supposing, rule))
        for key, value in tried.witnessed.answers.items():
            owner, _, clause = key.partition(".")
            if owner == EXCLUDE and value and tried.refused_for(Code.CLAUSE_NEEDED):
                self.learned.setdefault(key, self._needed(clause))
            elif owner == CHOOSE and tried.refused_for(Code.STANCE_REFUSED):
                self.learned.setdefault(key, self._allowed(clause))
        return len(self.learned) > before

    def _bar(self, tried: Tried) -> None:
        """Bar the first way by which the claim did not happen."""
        for place, way in enumerate(self.claim.unless):
            if all_allow(way, tried.values):
                self.learned[f"unless {place}"] = none_of((way,))
                return

    def _allowed(self, clause: str) -> Gate:
        """That a clause takes no stance that is refused."""
        stances = tuple(stance.id for stance in self.supposing.clauses[clause].stances)
        refused = takes_stance(self.supposing, clause, stances)
        return none_of(((stands(self.supposing, clause), none_of(((refused,),))),))

    def _needed(self, clause: str) -> Gate:
        """That no clause stands that needs one that is left out."""
        out = left_out(self.supposing, clause)
        needing = (
            one.id
            for one in self.supposing.clauses.values()
            if any(requirement.clause == clause for requirement in one.requires)
        )
        return none_of(tuple((*out, stands(self.supposing, one)) for one in needing))
