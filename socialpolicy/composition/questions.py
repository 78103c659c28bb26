"""The questions that are still open for a practice: each that can still change a document, and what of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.composing import effective_of
from socialpolicy.composition.gates import Gate, Printed, all_allow, conditions_of, reads_of
from socialpolicy.composition.gathering import space_of
from socialpolicy.composition.profile import Profile
from socialpolicy.composition.question import Effect, Need, Question
from socialpolicy.composition.supposing import Supposing
from socialpolicy.composition.targets import Target, targets
from socialpolicy.composition.values import Answers, choose_locale
from socialpolicy.conditions.searching import UNSAID, OutOfSteps, Steps, Witness, can_hold
from socialpolicy.errors import NotFound
from socialpolicy.facts.drafting import Manner, draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Standing
from socialpolicy.library.library import Library

__all__ = ["questions"]

_STEPS_FOR_ALL = 60_000
_STEPS = 1_000  # for one fact and one thing that it may change
_FEWEST = 100  # … once those for all are spent: what can be found is mostly found at once


def questions(library: Library, profile: Profile, *, on: datetime.date | None = None) -> tuple[Question, ...]:
    """Every question that is not answered and whose answer can still change a document.

    Decisions come first, then those that could change most, then the order of the library. What is only
    assumed rules no question out. A question whose `asked_when` can no longer hold is not asked.
    """
    asking = _Asking(library, Supposing(library, profile, on or effective_of(profile)))
    return tuple(sorted(asking.questions(), key=lambda one: (one.need != "decision", -len(one.effects))))


class _Settled(dict[str, object]):
    """What the given answers settle, found when it is asked for; what is assumed settles nothing."""

    def __init__(self, supposing: Supposing) -> None:
        super().__init__()
        self.supposing = supposing

    def get(self, key: str, default: object = None) -> object:
        """The value of a fact, a clause or a stance; None while it is open."""
        if key not in self:
            fact = self.supposing.fact(key)
            self[key] = self.supposing.answer(key) if fact else self.supposing.derived(key).rule(self)
        return self[key]


@attrs.define
class _Asking:
    library: Library
    supposing: Supposing
    settled: _Settled = attrs.field(init=False)
    effects: dict[str, dict[Effect, bool]] = attrs.field(factory=dict)  # whether it is proved
    found: dict[object, bool | None] = attrs.field(factory=dict)
    steps: Steps = attrs.field(factory=lambda: Steps(_STEPS_FOR_ALL))

    @settled.default
    def _all_settled(self) -> _Settled:
        return _Settled(self.supposing)

    def questions(self) -> Iterator[Question]:
        """Each question, in the order of the library: of the practice, then of its clauses."""
        for target in targets(self.supposing):
            self._weigh(target)
        for fact in self._facts():
            effects = self.effects.get(fact.key, {})
            needed = fact.required and self._may_be_asked(fact)
            if effects or needed:
                yield Question(
                    fact=fact,
                    need=self._need(fact),
                    default=self._default(fact),
                    effects=tuple(attrs.evolve(one, proved=proved) for one, proved in effects.items()),
                    undecided=not needed and not any(effects.values()),
                )

    def _facts(self) -> Iterator[Fact]:
        """Those that nobody answered."""
        own = (fact for clause in self.supposing.clauses.values() for fact in clause.facts.values())
        for fact in (*self.library.facts.values(), *own):
            if fact.about == "practice" and self.supposing.answer(fact.key) is None:
                yield fact

    # ---------- what an answer could change ----------

    def _weigh(self, target: Target) -> None:
        """Note a target for each fact that can still change it."""
        held = [gate.allows(self.settled) for gate in target.gates]
        if any(one is False for one in held):
            return
        gates = tuple(gate for gate, one in zip(target.gates, held, strict=True) if one is None)
        if target.outcome in gates:
            return
        effect = Effect(target.what, target.clause, target.document)
        for key in self._open_behind(target.outcome):
            known = self.effects.setdefault(key, {})
            if not known.get(effect):
                tells = self._tells(key, target.outcome, gates)
                known.update({} if tells is False else {effect: tells is True})

    def _open_behind(self, outcome: Gate | Printed) -> tuple[str, ...]:
        """The facts of the practice that can decide an outcome."""
        if isinstance(outcome, Printed):
            keys: Iterable[str] = self.supposing.open_behind(outcome.key)
        elif outcome.allows(self.settled) is not None:
            return ()
        else:
            keys = self.supposing.open_behind_all(outcome.reads)
        facts = ((key, self.supposing.fact(key)) for key in dict.fromkeys(keys))
        return tuple(key for key, fact in facts if fact and fact.about == "practice")

    def _tells(self, key: str, outcome: Gate | Printed, gates: tuple[Gate, ...]) -> bool | None:
        """Whether an answer can matter to an outcome, where its question comes up; None: not found out.

        What is printed changes with any answer; else two answers must be able to lead to different outcomes.
        """
        asked = self.supposing.asked_when(key)
        gates = tuple(dict.fromkeys((*([Gate.of(asked)] if asked else []), *gates)))
        search = (gates,) if isinstance(outcome, Printed) else (gates, key, outcome)
        if search not in self.found:
            steps = Steps(min(_STEPS, max(self.steps.left, _FEWEST)))
            before = steps.left
            try:
                self.found[search] = (
                    self._shown(gates, steps)
                    if isinstance(outcome, Printed)
                    else self._parts(key, outcome, gates, steps)
                )
            except OutOfSteps:
                self.found[search] = None
            self.steps.left -= before - steps.left
        return self.found[search]

    def _shown(self, gates: tuple[Gate, ...], steps: Steps) -> bool:
        if not gates:
            return True
        space = space_of(self.supposing, reads_of(gates), conditions_of(gates))
        return can_hold(lambda values: all_allow(gates, values), space, steps) is not None

    def _parts(self, key: str, outcome: Gate, gates: tuple[Gate, ...], steps: Steps) -> bool:
        several = (*gates, outcome)
        space = space_of(self.supposing, reads_of(several), conditions_of(several))
        variable = next(one for one in space.variables if one.key == key)

        def result(values: Mapping[str, object]) -> object:
            held = all_allow(gates, values)
            return UNSAID if held is False else None if held is None else outcome.allows(values)

        return Witness.find(variable, result, space, steps) is not None

    # ---------- how it is asked ----------

    def _may_be_asked(self, fact: Fact) -> bool:
        """Whether its question can still come up."""
        asked = self.supposing.asked_when(fact.key)
        gates = () if asked is None else (Gate.of(asked),)
        if fact.clause:
            gates = (Gate.of(self.supposing.clauses[fact.clause].when), *gates)
        return self._tells(fact.key, Printed(fact.key), gates) is not False

    def _need(self, fact: Fact) -> Need:
        if fact.required:
            return "decision"
        return "value" if fact.default is None else "assumption"

    def _default(self, fact: Fact) -> str:
        """What stands meanwhile, in words."""
        profile = self.supposing.profile
        try:
            locale = choose_locale(self.library, profile)
        except NotFound:
            locale = None
        answer = Answers(self.library, profile.answers, locale).default_of(fact)
        manner = Manner(locale.tag, locale.date) if locale else Manner("en-GB", "d MMMM y")
        if answer.standing is Standing.UNANSWERED:
            return ""
        return draft_words(fact, answer.value, "", manner) or "none"
