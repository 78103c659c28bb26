"""Trying out: what composing says of the practice that a search found. Nothing is believed before that."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property

import attrs

from socialpolicy.composition.checking import case_of
from socialpolicy.composition.choosing import choose
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.composing import compose
from socialpolicy.composition.gates import all_allow
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.values import Answers, choose_locale
from socialpolicy.errors import Code, Collector, Finding, NotFound, Refused
from socialpolicy.library.library import Library
from socialpolicy.library.rules.case import Case
from socialpolicy.library.rules.never import Never
from socialpolicy.proving.claim import Claim
from socialpolicy.proving.profiles import Witnessed

__all__ = ["Tried", "Trying"]

_OURS = {Code.STANCE_UNCLEAR, Code.NORMS_CONTRADICT, Code.RULE_BROKEN}  # what a library can be at fault for


@attrs.frozen(slots=False)
class Tried:
    """A practice that was composed, or what it was refused with; `broken` are the rules that it breaks."""

    witnessed: Witnessed
    composed: Composed | None = None
    findings: tuple[Finding, ...] = ()
    broken: frozenset[str] = frozenset()

    @cached_property
    def values(self) -> Mapping[str, object]:
        """What conditions read; nothing where it was refused."""
        return {**self.composed.values, **self.witnessed.clients} if self.composed else {}

    def shows(self, claim: Claim) -> bool:
        """Whether it was composed and a way of the claim is open."""
        values = self.values
        happens = self.composed is not None and any(all_allow(way, values) for way in claim.ways)
        return happens and not any(all_allow(way, values) for way in claim.unless)

    def refused_for(self, code: Code) -> bool:
        """Whether it was refused with such a finding."""
        return any(finding.code is code for finding in self.findings)


@attrs.define
class Trying:
    """Composes practices, each once."""

    library: Library
    on: datetime.date
    tried: dict[str, Tried] = attrs.field(factory=dict)

    def of(self, answers: Mapping[str, object]) -> Tried:
        """What becomes of a practice with these answers, once its open decisions have any answer."""
        tried = self._composed(Witnessed(self.library, self.on, answers))
        while (fuller := tried.witnessed.with_open(tried.findings)) != tried.witnessed:
            tried = self._composed(fuller)
        return tried

    def _composed(self, witnessed: Witnessed) -> Tried:
        text = witnessed.toml()
        if text not in self.tried:
            self.tried[text] = self._new(witnessed)
        return attrs.evolve(self.tried[text], witnessed=witnessed)  # what clients answer is not in the text

    def _new(self, witnessed: Witnessed) -> Tried:
        profile = witnessed.profile()
        try:
            composed = compose(self.library, profile, on=self.on)
        except Refused as refused:
            return Tried(witnessed, findings=refused.findings, broken=self._broken(profile))
        case = case_of(self.library, profile, composed.answers, composed.chosen, composed.values)
        return Tried(witnessed, composed, broken=self._broken_by(case))

    def _broken(self, profile: Profile) -> frozenset[str]:
        """The rules that a practice breaks, whatever else stands in its way."""
        try:
            answers = Answers(self.library, profile.answers, choose_locale(self.library, profile))
        except NotFound:
            return frozenset()
        choice = choose(self.library, profile, answers, on=self.on, found=Collector())
        case = case_of(self.library, profile, answers.all(), choice.chosen, choice.values)
        return self._broken_by(case)

    def _broken_by(self, case: Case) -> frozenset[str]:
        return frozenset(rule.id for rule in self.library.rules if rule.breaches(case))

    def shown_against(self, claim: Claim, tried: Tried) -> bool:
        """Whether a practice shows what should never be.

        Where nothing is overridden, what composing refuses is the library's fault, but for what a rule says
        of the facts themselves. Where something is overridden, to be refused is right.
        """
        if claim.property == "guard-is-never-broken":
            return claim.rule in tried.broken
        if tried.composed or claim.universe == "overrides":
            return tried.shows(claim)
        rules = (rule for rule in self.library.rules if rule.severity == "refuse")
        of_facts = {rule.id for rule in rules if isinstance(rule.demand, Never)}
        return not tried.broken & of_facts and all(finding.code in _OURS for finding in tried.findings)
