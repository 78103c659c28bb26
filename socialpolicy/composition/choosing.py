"""Choosing, in one pass without cycles: versions, then inclusion, then stances, then the clauses' values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.composition.composed import Chosen, LeftOut
from socialpolicy.composition.deciding import Deciding, because
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.stances import StanceChosen, choose_stance
from socialpolicy.composition.values import Answers, known
from socialpolicy.errors import Code, Collector, Finding, NotFound, Refused, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.versions import Requirement

__all__ = ["Choice", "choose"]


@attrs.frozen
class Choice:
    """The clauses that stand, those that do not, and the values that conditions read."""

    chosen: Mapping[str, Chosen]
    left_out: Mapping[str, LeftOut]
    values: Mapping[str, object]


def choose(
    library: Library, profile: Profile, answers: Answers, *, on: datetime.date, found: Collector
) -> Choice:
    """What stands for a practice on a date; what stands in the way goes to `found`."""
    deciding = Deciding(library, profile, known(answers.all()), found)
    return _Choosing(library, profile, answers, on, deciding).choice()


@attrs.define
class _Choosing:
    library: Library
    profile: Profile
    answers: Answers
    on: datetime.date
    deciding: Deciding
    left_out: dict[str, LeftOut] = attrs.field(factory=dict)
    standing: dict[str, Clause] = attrs.field(factory=dict)

    @property
    def found(self) -> Collector:
        return self.deciding.found

    @property
    def values(self) -> dict[str, object]:
        return self.deciding.values

    def choice(self) -> Choice:
        for clause_id, versions in self.library.clauses.items():
            self._include(clause_id, self._in_force(versions))
        for clause in self.standing.values():
            for requirement in clause.requires:
                self._check_need(clause, requirement)
        if not self.standing:
            self._report_nothing()
        stances = {clause_id: choose_stance(clause, self.deciding) for clause_id, clause in self.standing.items()}
        chosen = {
            clause_id: self._chosen(self.standing[clause_id], stance)
            for clause_id, stance in stances.items()
            if stance is not None
        }
        for one in chosen.values():
            self._check_answers(one)
        return Choice(chosen, self.left_out, self.values)

    # ---------- which clauses stand ----------

    def _in_force(self, versions: tuple[Clause, ...]) -> Clause | None:
        """The version that the practice pins, else the newest that is effective."""
        pin = self.profile.versions.get(versions[0].id)
        fit = [one for one in versions if (one.version == pin if pin else one.effective <= self.on)]
        return fit[-1] if fit else None

    def _include(self, clause_id: str, clause: Clause | None) -> None:
        if clause is None:
            why = f"no version is in force on {self.on}"
        elif not self.deciding.holds(clause.when):
            why = because(clause.when, self.values)
        elif clause_id in self.profile.exclude:
            why = "you leave it out"
        else:
            why = ""
            self.standing[clause_id] = clause
        if why:
            self.left_out[clause_id] = LeftOut(clause_id, why)
        self.values[clause_id] = clause_id in self.standing

    def _report_nothing(self) -> None:
        message = f"No clause stands on {self.on}."
        hint = "choose another date with `--on`, or another effective_date"
        self.found.add(NotFound(Code.VERSION_NONE, message, self.profile.place("effective_date"), hint))

    # ---------- what clauses need of each other ----------

    def _check_need(self, clause: Clause, requirement: Requirement) -> None:
        """`requires` binds only where the other clause's own condition holds."""
        other, versions = self.standing.get(requirement.clause), self.library.clauses.get(requirement.clause, ())
        if other is not None:
            if not requirement.allows(other.version):
                self.found.add(self._conflict(clause, other, requirement))
        elif any(one.when.holds(self.values) for one in versions[-1:]):
            self.found.add(self._missing(clause, requirement.clause))

    def _conflict(self, clause: Clause, other: Clause, requirement: Requirement) -> Finding:
        message = (
            f"`{clause.id}` {clause.version} needs `{other.id}` {requirement.versions}, "
            f"and `{other.id}` {other.version} was chosen."
        )
        pins = [one for one in (other.id, clause.id) if one in self.profile.versions]
        place = self.profile.place("versions", pins[0]) if pins else requirement.place
        fit = [one.version for one in self.library.clauses[other.id] if requirement.allows(one.version)]
        hint = f'pin it under [versions]: {other.id} = "{fit[-1]}"' if fit else "pin another version of the first"
        return WrongValue(Code.VERSION_CONFLICT, message, place, hint)

    def _missing(self, clause: Clause, needed: str) -> Finding:
        if needed in self.profile.exclude:
            message = f"`{needed}` cannot be left out: `{clause.id}` needs it."
            return WrongValue(Code.CLAUSE_NEEDED, message, self.profile.place("exclude", needed))
        message = f"`{clause.id}` needs `{needed}`, of which no version is in force on {self.on}."
        hint = "choose a later date with `--on`, or a later effective_date"
        return NotFound(Code.VERSION_NONE, message, self.profile.place("effective_date"), hint)

    # ---------- stances and values ----------

    def _chosen(self, clause: Clause, stance: StanceChosen) -> Chosen:
        answers = {name: self._answer(fact) for name, fact in clause.facts.items()}
        self.values[f"{clause.id}.stance"] = stance.stance.id
        self.values.update((f"{clause.id}.{name}", value) for name, value in known(answers).items())
        pinned = clause.id in self.profile.versions
        return Chosen(
            clause=clause,
            stance=stance.stance,
            answers=answers,
            why=because(clause.when, self.values),
            why_stance=stance.why,
            why_version="you pinned it" if pinned else f"the newest in force on {self.on}",
        )

    def _answer(self, fact: Fact) -> Answer:
        given = self.profile.clause_answers.get(fact.clause, {})
        if fact.name not in given:
            return self.answers.default_of(fact)
        try:  # the profile was read without knowing which version would be chosen
            value = read_value(fact, given[fact.name], self.profile.place("facts", fact.clause, fact.name))
        except Refused as refused:
            self.found.extend(refused.findings)
            value = given[fact.name]
        return Answer(value, Standing.ANSWERED, "your answer")

    def _check_answers(self, chosen: Chosen) -> None:
        """A fact that conditions read must be known wherever its question is asked."""
        for name, answer in chosen.answers.items():
            fact, asked = chosen.clause.facts[name], chosen.clause.asked_when.get(name)
            if answer.standing is Standing.UNANSWERED and fact.required:
                if asked is None or asked.holds(self.values) is not False:
                    self.deciding.need(fact)
