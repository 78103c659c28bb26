"""Choosing, in one pass without cycles: versions, then inclusion, then stances, then the clauses' values."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.composition.composed import Chosen, LeftOut, why_version
from socialpolicy.composition.deciding import Deciding, because
from socialpolicy.composition.needs import check_needs
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.stances import StanceChosen, choose_stance
from socialpolicy.composition.values import Answers, known
from socialpolicy.errors import Code, Collector, NotFound, Refused
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library

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
    wanted: set[str] = attrs.field(factory=set)  # whose condition holds, whether they stand or not
    standing: dict[str, Clause] = attrs.field(factory=dict)

    @property
    def found(self) -> Collector:
        return self.deciding.found

    @property
    def values(self) -> dict[str, object]:
        return self.deciding.values

    def choice(self) -> Choice:
        for versions in self.library.clauses.values():
            self._include(versions)
        needs = check_needs(
            self.library, self.profile, on=self.on, standing=self.standing, wanted=self.wanted
        )
        self.found.extend(needs)
        if not self.standing:
            self._report_nothing()
        stances = [(clause, choose_stance(clause, self.deciding)) for clause in self.standing.values()]
        chosen = {clause.id: self._chosen(clause, stance) for clause, stance in stances if stance}
        for one in chosen.values():
            self._check_answers(one)
        return Choice(chosen, self.left_out, self.values)

    # ---------- which clauses stand ----------

    def _in_force(self, versions: tuple[Clause, ...]) -> Clause | None:
        """The version that the practice pins, else the newest that is effective and not withdrawn."""
        pin = self.profile.versions.get(versions[0].id)
        fit = [one for one in versions if (one.version == pin if pin else one.stands_on(self.on))]
        return fit[-1] if fit else None

    def _include(self, versions: tuple[Clause, ...]) -> None:
        clause, clause_id = self._in_force(versions), versions[0].id
        when = (clause or versions[-1]).when
        if not self.deciding.holds(when):
            self._leave_out(clause_id, because(when, self.values), clause)
            return
        self.wanted.add(clause_id)
        if clause is None:
            self._leave_out(clause_id, f"no version is in force on {self.on}", None)
        elif clause_id in self.profile.exclude:
            self._leave_out(clause_id, "you leave it out", clause)
        else:
            self.standing[clause_id] = clause
            self.values[clause_id] = True

    def _leave_out(self, clause_id: str, why: str, version: Clause | None) -> None:
        self.left_out[clause_id] = LeftOut(clause_id, why, version)
        self.values[clause_id] = False

    def _report_nothing(self) -> None:
        message = f"No clause stands on {self.on}."
        hint = "choose another date with `--on`, or another effective_date"
        self.found.add(NotFound(Code.VERSION_NONE, message, self.profile.place("effective_date"), hint))

    # ---------- stances and values ----------

    def _chosen(self, clause: Clause, stance: StanceChosen) -> Chosen:
        answers = {name: self._answer(fact) for name, fact in clause.facts.items()}
        self.values[f"{clause.id}.stance"] = stance.stance.id
        self.values.update((f"{clause.id}.{name}", value) for name, value in known(answers).items())
        return Chosen(
            clause=clause,
            stance=stance.stance,
            answers=answers,
            why=because(clause.when, self.values),
            why_stance=stance.why,
            why_version=why_version(self.profile, clause.id, self.on),
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
            open_ = answer.standing is Standing.UNANSWERED and fact.required
            if open_ and (asked is None or asked.holds(self.values) is not False):
                self.deciding.need(fact)
