"""A covering set: few profiles that together show every stance and every block in every document."""

from __future__ import annotations

import datetime

import attrs

from socialpolicy.composition.composing import compose
from socialpolicy.composition.gates import Gate, all_allow
from socialpolicy.composition.profile import Profile
from socialpolicy.library.library import Library
from socialpolicy.proving.claim import Claim
from socialpolicy.proving.proof import Proving
from socialpolicy.proving.trying import Tried

__all__ = ["covered", "covering_set"]

_SHOWN = ("stance-can-be-taken", "outline-can-be-taken", "block-can-print", "consent-can-be-asked")

Way = tuple[Gate, ...]


def covering_set(library: Library, on: datetime.date) -> tuple[str, ...]:
    """Profiles as TOML, the one that shows most first; each shows something that none before it does.

    What only some clients see is shown by the documents of no client, which have all of it.
    """
    return _Covering(Proving(library, on)).chosen()


def covered(library: Library, on: datetime.date, profiles: tuple[str, ...]) -> tuple[int, int]:
    """How many stances and blocks in documents some profiles show, and how many there are to show."""
    covering = _Covering(Proving(library, on))
    return covering.shown_by(profiles), len(covering.there)


@attrs.define
class _Covering:
    proving: Proving
    there: dict[Way, Tried] = attrs.field(init=False)
    shown: dict[str, frozenset[Way]] = attrs.field(factory=dict, init=False)

    @there.default
    def _there(self) -> dict[Way, Tried]:
        """Each way in which something is shown, with a practice that shows it."""
        claims = [claim for claim in self.proving.claims() if claim.property in _SHOWN]
        ways = {way: claim for claim in claims for way in map(self._for_anyone, claim.ways)}
        found = ((way, self._practice(way, claim)) for way, claim in ways.items())
        return {way: tried for way, tried in found if tried}

    def _for_anyone(self, way: Way) -> Way:
        """The way without what is asked of clients."""
        facts = self.proving.library.facts
        clients = {name for name, fact in facts.items() if fact.about == "client"}
        return tuple(gate for gate in way if not clients & set(gate.reads))

    def _practice(self, way: Way, claim: Claim) -> Tried | None:
        claim = attrs.evolve(claim, ways=(way,))
        self.proving.result(claim)
        return next((one for one in self.proving.practices if one.shows(claim)), None)

    def chosen(self) -> tuple[str, ...]:
        """Always the practice that shows most of what is left, with what others show beside it."""
        practices = list({one.witnessed.toml(): one for one in self.there.values()}.values())
        left, chosen = set(self.there), list[str]()
        while left:
            best = max(practices, key=lambda one: len(self._shows(one) & left))
            practices.remove(best)
            for other in list(practices):
                if self._shows(other) & left - self._shows(best):
                    best = self._joined(best, other, left)
            left -= self._shows(best)
            chosen.append(best.witnessed.toml())
        return tuple(chosen)

    def _shows(self, practice: Tried) -> frozenset[Way]:
        toml = practice.witnessed.toml()
        if toml not in self.shown:
            self.shown[toml] = frozenset(way for way in self.there if all_allow(way, practice.values))
        return self.shown[toml]

    def _joined(self, one: Tried, other: Tried, left: set[Way]) -> Tried:
        """A practice that answers what both answer, if it shows more of what is left than the first."""
        answers, more = one.witnessed.answers, other.witnessed.answers
        if any(answers.get(key, value) != value for key, value in more.items()):
            return one
        both = self.proving.trying.of({**answers, **more})
        better = both.composed and len(self._shows(both) & left) > len(self._shows(one) & left)
        return both if better else one

    def shown_by(self, profiles: tuple[str, ...]) -> int:
        library, on = self.proving.library, self.proving.on
        values = [compose(library, Profile.parse(one, library), on=on).values for one in profiles]
        return sum(any(all_allow(way, one) for one in values) for way in self.there)
