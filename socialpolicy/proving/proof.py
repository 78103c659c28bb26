"""prove: every claim of a library tried, for every practice that can be described."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import islice

import attrs

from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions.searching import OutOfSteps, Steps
from socialpolicy.library.library import Library
from socialpolicy.proving.batching import Batch, Batches
from socialpolicy.proving.claim import Claim, Counterexample, Result
from socialpolicy.proving.claims import claims_of
from socialpolicy.proving.hunting import Hunting
from socialpolicy.proving.trying import Tried, Trying
from socialpolicy.proving.universes import Universe, universe_of

__all__ = ["Proof", "Proving", "prove"]

_STEPS = 100_000  # for one claim
_TRIES = 64  # practices that are composed for one claim
_GIVEN_UP = "the search was given up"
_SHRUNK = 4  # counterexamples of which the smallest is told


@attrs.frozen
class Proof:
    """What became of every claim; `practices` are those that were composed on the way."""

    results: tuple[Result, ...]
    practices: tuple[Tried, ...] = attrs.field(repr=False)

    @property
    def wrong(self) -> tuple[Result, ...]:
        """Every claim that fails or stays undecided."""
        return tuple(result for result in self.results if result.verdict != "holds")

    @property
    def failures(self) -> tuple[Result, ...]:
        """The claims that are not so."""
        return tuple(result for result in self.results if result.verdict == "fails")

    @property
    def undecided(self) -> tuple[Result, ...]:
        """The claims that the search was given up on."""
        return tuple(result for result in self.results if result.verdict == "undecided")


def prove(library: Library, *, on: datetime.date | None = None, steps: int = _STEPS) -> Proof:
    """Every claim of a library tried on a day (default: today), each with a budget of steps."""
    proving = Proving(library, on or datetime.date.today(), steps)
    claims = proving.claims()
    proving.prepare(claims)
    return proving.proof(claims)


@attrs.define
class Proving:
    """The work of proving one library on one day; what is found for one claim helps with the next."""

    library: Library
    on: datetime.date
    steps: int = _STEPS
    trying: Trying = attrs.field(init=False)
    practices: list[Tried] = attrs.field(factory=list, init=False)
    universes: dict[Universe, Supposing] = attrs.field(factory=dict, init=False)

    @trying.default
    def _tries(self) -> Trying:
        return Trying(self.library, self.on)

    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order in which they are told."""
        return tuple(claims_of(self.library, self.on))

    def proof(self, claims: Iterable[Claim]) -> Proof:
        """What becomes of some claims, one after the other; `prepare` makes it faster."""
        return Proof(tuple(map(self.result, claims)), tuple(self.practices))

    def prepare(self, claims: Iterable[Claim]) -> None:
        """Compose a few practices that show much of what some claims say can be."""
        batches = Batches()
        for claim in claims:
            if claim.can and not claim.rule:
                answers = self._hunting(claim).first()
                if answers is not None:
                    batches.add(claim, answers)
        for batch in batches.all:
            self._try(batch)

    def _try(self, batch: Batch) -> None:
        """Compose what all its claims ask for; where that is refused, each half."""
        tried = self.trying.of(batch.answers)
        if tried.composed:
            self.practices.append(tried)
        elif len(batch.found) > 1:
            for half in batch.halves():
                self._try(half)

    def result(self, claim: Claim) -> Result:
        """What becomes of a claim."""
        return self._can(claim) if claim.can else self._never(claim)

    # ---------- what can be ----------

    def _can(self, claim: Claim) -> Result:
        if any(self._does(claim, one) for one in self.practices):
            return Result(claim=claim, verdict="holds")
        seen: list[Tried] = []
        try:
            for tried in islice(self._hunting(claim).found(), _TRIES):
                seen.append(tried)
                if self._does(claim, tried):
                    self.practices.append(tried)
                    return Result(claim=claim, verdict="holds")
        except OutOfSteps:
            return Result(claim=claim, verdict="undecided", why=_GIVEN_UP)
        said = seen[-1].findings[0].message if seen and seen[-1].findings else "no answers allow it"
        return Result(claim=claim, verdict="undecided" if len(seen) == _TRIES else "fails", why=said)

    def _does(self, claim: Claim, tried: Tried) -> bool:
        return claim.rule in tried.broken if claim.property == "rule-can-be-broken" else tried.shows(claim)

    def _hunting(self, claim: Claim) -> Hunting:
        if claim.universe not in self.universes:
            self.universes[claim.universe] = universe_of(self.library, claim.universe, self.on)
        return Hunting(self.universes[claim.universe], self.trying, claim, Steps(self.steps))

    # ---------- what never is ----------

    def _never(self, claim: Claim) -> Result:
        against: list[Tried] = []
        tries = 0
        try:
            for tried in islice(self._hunting(claim).found(), _TRIES):
                tries += 1
                if self.trying.shown_against(claim, tried):
                    against.append(self._shrunk(claim, tried))
                if len(against) == _SHRUNK:
                    break
        except OutOfSteps:
            tries = _TRIES
        if against:
            return self._against(claim, min(against, key=lambda one: len(one.witnessed.answers)))
        if tries == _TRIES:
            return Result(claim=claim, verdict="undecided", why=_GIVEN_UP)
        return Result(claim=claim, verdict="holds")

    def _against(self, claim: Claim, least: Tried) -> Result:
        why = " ".join(finding.message for finding in least.findings)
        example = Counterexample(least.witnessed.toml())
        return Result(claim=claim, verdict="fails", why=why, counterexample=example)

    def _shrunk(self, claim: Claim, tried: Tried) -> Tried:
        """The same with every answer left out without which it is still shown."""
        for key in reversed(list(tried.witnessed.answers)):
            less = self.trying.of(tried.witnessed.without(key).answers)
            smaller = len(less.witnessed.answers) < len(tried.witnessed.answers)
            if smaller and self.trying.shown_against(claim, less):
                tried = less
        return tried
