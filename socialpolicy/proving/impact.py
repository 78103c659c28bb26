"""Impact: which practices get another policy when a library changes, clause by clause."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.composition.composing import compose
from socialpolicy.composition.gates import Gate
from socialpolicy.composition.gathering import space_of
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.supposing import Supposing
from socialpolicy.conditions.searching import OutOfSteps, Space, Steps
from socialpolicy.errors import Refused
from socialpolicy.library.library import Library
from socialpolicy.proving.claims.rules import breaking
from socialpolicy.proving.profiles import Witnessed
from socialpolicy.proving.trying import Trying
from socialpolicy.proving.universes import stands, universe_of
from socialpolicy.proving.witnesses import Witnesses

__all__ = ["Impact", "Move", "impact"]

_STEPS = 20_000  # for one clause or rule
_REFUSED = "(the whole policy)"
_NOTHING = ("", "")


@attrs.frozen
class Move:
    """A clause with what it was and what it is: its stance and version, "" where it is left out."""

    clause: str
    before: str
    after: str


@attrs.frozen
class Impact:
    """The moves of each saved profile that changes, and the smallest profile found that does.

    `smallest` is TOML, "" where none was found. The search for those in `undecided` was given up.
    """

    changed: Mapping[str, tuple[Move, ...]]
    smallest: str
    moves: tuple[Move, ...]
    undecided: tuple[str, ...] = ()


def impact(old: Library, new: Library, profiles: Mapping[str, str], on: datetime.date) -> Impact:
    """What changes between two libraries for saved profiles (name → TOML), and for any other."""
    between = _Between(old, new, on)
    moves = {name: between.moves(toml) for name, toml in profiles.items()}
    smallest = between.smallest()
    return Impact(
        changed={name: some for name, some in moves.items() if some},
        smallest=smallest,
        moves=between.moves(smallest) if smallest else (),
        undecided=tuple(between.undecided),
    )


@attrs.define
class _Between:
    old: Library
    new: Library
    on: datetime.date
    undecided: list[str] = attrs.field(factory=list)

    # ---------- one profile ----------

    def moves(self, toml: str) -> tuple[Move, ...]:
        """What moves for the practice of a profile."""
        before, after = (self._state(library, toml) for library in (self.old, self.new))
        names = dict.fromkeys((*before, *after))
        pairs = ((name, before.get(name, _NOTHING), after.get(name, _NOTHING)) for name in names)
        return tuple(_move(name, was, now) for name, was, now in pairs if was != now)

    def _state(self, library: Library, toml: str) -> dict[str, tuple[str, str]]:
        """Each clause that stands, by its stance and version, and its digest; or why nothing does."""
        try:
            composed = compose(library, Profile.parse(toml, library), on=self.on)
        except Refused as refused:
            return {_REFUSED: (f"refused: {refused.findings[0].message}", "")}
        return {
            name: (f"{one.stance.id}, {one.clause.version}", one.clause.digest.texts)
            for name, one in composed.chosen.items()
        }

    # ---------- any profile ----------

    def smallest(self) -> str:
        """The profile with the fewest answers of all that were found to change."""
        found = [self._shrunk(one) for one in self._found()]
        least = min(found, key=lambda one: len(one.answers), default=None)
        return least.toml() if least else ""

    def _found(self) -> Iterator[Witnessed]:
        """For each clause and rule that differs, a practice for which that matters."""
        trying = Trying(self.new, self.on)
        for name, supposing, way in (("", self._new(), ()), *self._differing()):
            steps = Steps(_STEPS)
            try:
                for answers in Witnesses.of(supposing, way, steps).found():
                    witnessed = trying.of(answers).witnessed
                    if self.moves(witnessed.toml()):
                        yield witnessed
                        break
            except OutOfSteps:
                self.undecided.append(name)

    def _new(self) -> Supposing:
        return universe_of(self.new, "defaults", self.on)

    def _differing(self) -> Iterator[tuple[str, Supposing, tuple[Gate, ...]]]:
        before, after = universe_of(self.old, "defaults", self.on), self._new()
        for name in dict.fromkeys((*before.clauses, *after.clauses)):
            if name not in after.clauses:
                yield name, before, (stands(before, name),)
            elif name not in before.clauses or before.clauses[name].digest != after.clauses[name].digest:
                yield name, after, (_differs(before, after, name),)
                yield name, after, (stands(after, name),)
        yield from self._rules()

    def _rules(self) -> Iterator[tuple[str, Supposing, tuple[Gate, ...]]]:
        """A practice that breaks a rule which only one of the libraries has like this."""
        sides = [universe_of(library, "overrides", self.on) for library in (self.old, self.new)]
        for side, other in (sides, reversed(sides)):
            there = {(rule.id, rule.where.text, repr(rule.demand)) for rule in other.library.rules}
            for rule in side.library.rules:
                if (rule.id, rule.where.text, repr(rule.demand)) not in there:
                    yield from ((rule.id, side, way) for way in breaking(side, rule))

    def _shrunk(self, witnessed: Witnessed) -> Witnessed:
        for key in list(witnessed.answers):
            less = witnessed.without(key)
            if self.moves(less.toml()) and not self._is_refused(less):
                witnessed = less
        return witnessed

    def _is_refused(self, witnessed: Witnessed) -> bool:
        """Whether neither library makes anything of it: then it shows only that it lacks something."""
        return all(_REFUSED in self._state(library, witnessed.toml()) for library in (self.old, self.new))


def _move(clause: str, was: tuple[str, str], now: tuple[str, str]) -> Move:
    return Move(clause, was[0], now[0] if now[0] != was[0] else f"{now[0]}, in other words")


def _differs(before: Supposing, after: Supposing, clause: str) -> Gate:
    """That a clause stands in one library and not in the other, or with another stance."""
    keys = (clause, f"{clause}.stance")
    spaces = tuple(space_of(one, keys, (), all_answered=True) for one in (before, after))
    conditions = tuple(each for one in (before, after) for key in keys for each in one.conditions(key))
    reads = tuple(dict.fromkeys(variable.key for space in spaces for variable in space.variables))

    def allows(values: Mapping[str, object]) -> object:
        told = [_told(space, keys, values) for space in spaces]
        return None if None in told else told[0] != told[1]

    return Gate(reads, allows, conditions, ("differs", clause))


def _told(space: Space, keys: tuple[str, str], values: Mapping[str, object]) -> object:
    """The stance of a clause, "" where it does not stand, None for not yet."""
    known = {key: value for key, value in values.items() if key in space.open}
    found = space.values(known)
    held = found.get(keys[0])
    return held if held is None else found.get(keys[1]) if held else ""
