"""What the clauses that stand need of each other's versions: gathered and judged in one pass."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.errors import Code, Finding, NotFound, Place, WrongValue
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.versions import Requirement

__all__ = ["check_needs"]


@attrs.frozen
class _Need:
    """What one clause that stands requires of another."""

    clause: Clause
    requirement: Requirement

    def __str__(self) -> str:
        versions = self.requirement.versions or "in any version"
        return f"`{self.clause.id}` {self.clause.version} needs `{self.requirement.clause}` {versions}"


@attrs.frozen(kw_only=True)
class _Needs:
    library: Library
    profile: Profile
    on: datetime.date
    standing: Mapping[str, Clause]
    wanted: frozenset[str]

    def findings(self) -> Iterator[Finding]:
        """What stands in the way, for each clause that is needed: one finding, naming all who need it."""
        needs: dict[str, list[_Need]] = {}
        for clause in self.standing.values():
            for requirement in clause.requires:
                needs.setdefault(requirement.clause, []).append(_Need(clause, requirement))
        for needed, several in needs.items():
            chosen = self.standing.get(needed)
            # `requires` binds only where the other clause's own condition holds
            if chosen is None and needed in self.wanted:
                yield self._missing(needed, several)
            elif chosen is not None and not _all_allow(several, chosen):
                yield self._unmet(chosen, several)

    def _missing(self, needed: str, needs: list[_Need]) -> Finding:
        clauses = " and ".join(f"`{need.clause.id}`" for need in needs)
        verb = "needs" if len(needs) == 1 else "need"
        if needed in self.profile.exclude:
            message = f"`{needed}` cannot be left out: {clauses} {verb} it."
            return WrongValue(Code.CLAUSE_NEEDED, message, self.profile.place("exclude", needed))
        message = f"{clauses} {verb} `{needed}`, of which no version is in force on {self.on}."
        hint = "choose a later date with `--on`, or a later effective_date"
        return NotFound(Code.VERSION_NONE, message, self.profile.place("effective_date"), hint)

    def _unmet(self, chosen: Clause, needs: list[_Need]) -> Finding:
        """Some would do with another version; or none fits one of them; or no version fits all."""
        versions = self.library.clauses[chosen.id]
        unmet = [need for need in needs if not need.requirement.allows(chosen.version)]
        place = self._place(chosen, unmet)
        alone = next((need for need in needs if not any(_all_allow([need], one) for one in versions)), None)
        if alone:
            hint = f"there is {', '.join(str(one.version) for one in versions)}"
            return NotFound(Code.VERSION_NONE, f"There is no such version: {alone}.", place, hint)
        fit = [one for one in versions if _all_allow(needs, one)]
        if fit:
            message = f"{_listed(unmet)}, and `{chosen.id}` {chosen.version} was chosen."
            hint = f'pin one that will do under [versions]: {chosen.id} = "{_best(fit, self.on).version}"'
            return WrongValue(Code.VERSION_CONFLICT, message, place, hint)
        pair = _disagreeing(needs, versions)
        said = "These two disagree" if len(pair) == 2 else "These disagree"
        message = f"{said}: {_listed(pair)}; no version of `{chosen.id}` is both."
        hint = "pin another version of one of them under [versions], or leave one of them out"
        return WrongValue(Code.VERSION_CONFLICT, message, place, hint)

    def _place(self, chosen: Clause, unmet: list[_Need]) -> Place:
        pins = [one for one in (chosen.id, *(n.clause.id for n in unmet)) if one in self.profile.versions]
        return self.profile.place("versions", pins[0]) if pins else unmet[0].requirement.place


def check_needs(
    library: Library,
    profile: Profile,
    *,
    on: datetime.date,
    standing: Mapping[str, Clause],
    wanted: Iterable[str],
) -> tuple[Finding, ...]:
    """Each need of a clause that stands which is not met; `wanted` are those whose own condition holds."""
    needs = _Needs(library=library, profile=profile, on=on, standing=standing, wanted=frozenset(wanted))
    return tuple(needs.findings())


def _all_allow(needs: Iterable[_Need], clause: Clause) -> bool:
    return all(need.requirement.allows(clause.version) for need in needs)


def _best(fit: list[Clause], on: datetime.date) -> Clause:
    """The newest of those that stand on the day, else the newest of all."""
    return ([one for one in fit if one.stands_on(on)] or fit)[-1]


def _listed(needs: Iterable[_Need]) -> str:
    return ", and ".join(map(str, needs))


def _disagreeing(needs: list[_Need], versions: tuple[Clause, ...]) -> list[_Need]:
    """Two needs that no version meets at once, where two are enough; else all that narrow the choice.

    Found in one pass: the first need that leaves nothing over, then one before it that it cannot go with.
    """
    left, seen, ahead = list(versions), list[_Need](), iter(needs)
    while left:
        seen.append(next(ahead))
        left = [one for one in left if _all_allow(seen[-1:], one)]
    *before, need = seen
    for other in before:
        if not any(_all_allow([other, need], one) for one in versions):
            return [other, need]
    return [one for one in (*before, need) if one.requirement.versions]
