"""Choosing, in one pass without cycles: versions, then inclusion, then stances, then the clauses' values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.composition.composed import Chosen, LeftOut
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.values import Values
from socialpolicy.conditions import Condition
from socialpolicy.errors import Code, Collector, NotFound, WrongValue
from socialpolicy.facts.fact import Fact, FromFact, Given
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.clause import Clause, Stance
from socialpolicy.library.library import Library

__all__ = ["Choice", "because", "choose"]


@attrs.frozen
class Choice:
    """The clauses that stand, those that do not, and the values that conditions read."""

    chosen: Mapping[str, Chosen]
    left_out: Mapping[str, LeftOut]
    values: Mapping[str, object]


def because(condition: Condition | None, values: Mapping[str, object]) -> str:
    """Why a condition holds, or does not: its deciding parts in words."""
    if condition is None or not condition.reads:
        return "always"
    return " and ".join(part.words() for part in condition.because(values))


def choose(
    library: Library, profile: Profile, answers: Values, *, on: datetime.date, found: Collector
) -> Choice:
    """What stands for a practice on a date; what stands in the way goes to `found`."""
    return _Choosing(library, profile, answers, on, found).choice()


@attrs.define
class _Choosing:
    library: Library
    profile: Profile
    answers: Values
    on: datetime.date
    found: Collector
    values: dict[str, object] = attrs.field(factory=dict)
    left_out: dict[str, LeftOut] = attrs.field(factory=dict)

    def choice(self) -> Choice:
        self.values.update(
            (name, answer.value)
            for name, answer in self.answers.items()
            if answer.standing is not Standing.UNANSWERED
        )
        standing = self._standing(self._versions())
        self._check_needs(standing)
        stances = {clause_id: self._stance(clause) for clause_id, clause in standing.items()}
        chosen = {
            clause_id: self._chosen(standing[clause_id], *stance)
            for clause_id, stance in stances.items()
            if stance is not None
        }
        return Choice(chosen, self.left_out, self.values)

    def _versions(self) -> dict[str, Clause]:
        versions = {}
        for clause_id, candidates in self.library.clauses.items():
            pin = self.profile.versions.get(clause_id)
            fit = [one for one in candidates if (one.version == pin if pin else one.effective <= self.on)]
            if fit:
                versions[clause_id] = fit[-1]
            else:
                self.left_out[clause_id] = LeftOut(clause_id, f"no version is in force on {self.on}")
        return versions

    def _standing(self, versions: Mapping[str, Clause]) -> dict[str, Clause]:
        standing = {}
        for clause_id, clause in versions.items():
            held = clause.when.holds(self.values)
            if held and clause_id not in self.profile.exclude:
                standing[clause_id] = clause
            else:
                why = "you leave it out" if held else f"not so: {because(clause.when, self.values)}"
                self.left_out[clause_id] = LeftOut(clause_id, why)
            self.values[clause_id] = clause_id in standing
        return standing

    def _check_needs(self, standing: Mapping[str, Clause]) -> None:
        """`requires` binds only where the other clause's own condition holds."""
        for clause in standing.values():
            for requirement in clause.requires:
                other = standing.get(requirement.clause)
                if other is None:
                    self._check_left_out(clause, requirement.clause)
                elif not requirement.allows(other.version):
                    message = (
                        f"`{clause.id}` {clause.version} needs `{other.id}` {requirement.versions}, "
                        f"and version {other.version} was chosen."
                    )
                    place = self.profile.place("versions", other.id)
                    self.found.add(WrongValue(Code.VERSION_CONFLICT, message, place))

    def _check_left_out(self, clause: Clause, needed: str) -> None:
        if needed in self.profile.exclude:
            message = f"`{needed}` cannot be left out: `{clause.id}` needs it."
            self.found.add(WrongValue(Code.CLAUSE_NEEDED, message, self.profile.place("exclude", needed)))
        elif needed not in self.values:
            message = f"`{clause.id}` needs `{needed}`, of which no version is in force on {self.on}."
            hint = "choose a later date with `--on`, or an effective_date"
            self.found.add(NotFound(Code.VERSION_NONE, message, self.profile.place("effective_date"), hint))

    def _stance(self, clause: Clause) -> tuple[Stance, str] | None:
        wanted = self.profile.stances.get(clause.id)
        if wanted is None:
            return self._default_stance(clause)
        if wanted not in [stance.id for stance in clause.stances]:
            message = f"`{clause.id}` {clause.version} has no stance `{wanted}`."
            place = self.profile.place("stances", clause.id)
            self.found.add(NotFound(Code.STANCE_REFUSED, message, place, self._allowed_hint(clause)))
            return None
        stance = clause.stance(wanted)
        if self._allows(stance):
            return stance, "you chose it"
        message = f"`{clause.id}` cannot take the stance `{wanted}`. {stance.because}"
        place = self.profile.place("stances", clause.id)
        self.found.add(WrongValue(Code.STANCE_REFUSED, message, place, self._allowed_hint(clause)))
        return None

    def _allows(self, stance: Stance) -> bool:
        return stance.allowed_when is None or stance.allowed_when.holds(self.values) is True

    def _allowed_hint(self, clause: Clause) -> str:
        allowed = [stance.id for stance in clause.stances if self._allows(stance)]
        return f"allowed here: {', '.join(allowed) or 'none'}"

    def _default_stance(self, clause: Clause) -> tuple[Stance, str] | None:
        fit = [stance for stance in clause.stances if stance.default_when and self._defaults(stance)]
        if len(fit) == 1:
            return fit[0], because(fit[0].default_when, self.values)
        standing = [stance for stance in clause.stances if stance.default]
        if not fit and standing and self._allows(standing[0]):
            return standing[0], "it stands by default"
        message = f"`{clause.id}` {clause.version} has no one default stance for this practice."
        hint = f"choose one under [stances]; {self._allowed_hint(clause)}"
        self.found.add(WrongValue(Code.STANCE_UNCLEAR, message, clause.place, hint))
        return None

    def _defaults(self, stance: Stance) -> bool:
        return bool(stance.default_when and stance.default_when.holds(self.values)) and self._allows(stance)

    def _chosen(self, clause: Clause, stance: Stance, why: str) -> Chosen:
        self.values[f"{clause.id}.stance"] = stance.id
        given = self.profile.clause_answers.get(clause.id, {})
        answers = {name: self._answer(fact, given) for name, fact in clause.facts.items()}
        self.values.update(
            (f"{clause.id}.{name}", answer.value)
            for name, answer in answers.items()
            if answer.standing is not Standing.UNANSWERED
        )
        pinned = clause.id in self.profile.versions
        return Chosen(
            clause=clause,
            stance=stance,
            answers=answers,
            why=because(clause.when, self.values),
            why_stance=why,
            why_version="you pinned it" if pinned else f"the newest in force on {self.on}",
        )

    def _answer(self, fact: Fact, given: Mapping[str, object]) -> Answer:
        if fact.name in given:
            return Answer(given[fact.name], Standing.ANSWERED, "your answer")
        match fact.default:
            case Given(value):
                return Answer(value, Standing.ASSUMED, "default")
            case FromFact(name) if self.answers[name].standing is not Standing.UNANSWERED:
                return Answer(self.answers[name].value, Standing.ASSUMED, f"same as {name}")
        return Answer(None, Standing.UNANSWERED, "")
