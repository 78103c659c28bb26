"""Checking what was chosen against the rules of the library: what breaks one, why, and what would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.composition.alternatives import Alternatives
from socialpolicy.composition.composed import Chosen
from socialpolicy.composition.profile import Profile
from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import Row
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.rules.case import Breach, Case, Typed
from socialpolicy.library.rules.contradictions import contradictions
from socialpolicy.library.rules.rule import Rule
from socialpolicy.library.rules.typed_text import TypedText

__all__ = ["case_of", "check_rules", "typed_by"]


def case_of(
    library: Library,
    profile: Profile,
    answers: Mapping[str, Answer],
    chosen: Mapping[str, Chosen],
    values: Mapping[str, object],
) -> Case:
    """What rules look at: the choices of a practice, and every text that it typed."""
    own = (_Spoken(one.clause.facts, one.answers, ("facts", name)) for name, one in chosen.items())
    spoken = (_Spoken(library.facts, answers, ()), *own)
    return Case(
        clauses={name: one.clause for name, one in chosen.items()},
        values=values,
        outlines=library.outlines,
        words=library.norms,
        typed=(*(typed for one in spoken for typed in one.typed(profile)), *_sentences(profile)),
    )


def _sentences(profile: Profile) -> Iterator[Typed]:
    for clause, one in profile.own.items():
        for paragraph in one.paragraphs:
            yield Typed(paragraph, profile.place("own", clause, "text"))


def typed_by(library: Library, profile: Profile, clauses: Mapping[str, Clause]) -> Case:
    """The case of a practice of which no more is known than what it typed, also for these clauses."""
    own = (
        _said(one.facts, profile.clause_answers.get(name, {}), ("facts", name))
        for name, one in clauses.items()
    )
    spoken = (_said(library.facts, profile.answers, ()), *own)
    typed = (*(typed for one in spoken for typed in one.typed(profile)), *_sentences(profile))
    return Case(clauses={}, values={}, outlines={}, words=library.norms, typed=typed)


def _said(facts: Mapping[str, Fact], given: Mapping[str, object], path: tuple[str, ...]) -> _Spoken:
    known = {name: value for name, value in given.items() if name in facts}
    return _Spoken(facts, {name: Answer(value, Standing.ANSWERED) for name, value in known.items()}, path)


@attrs.frozen
class _Spoken:
    """The answers to some facts, and where a profile has them."""

    facts: Mapping[str, Fact]
    answers: Mapping[str, Answer]
    path: tuple[str, ...]

    def typed(self, profile: Profile) -> Iterator[Typed]:
        for name, answer in self.answers.items():
            if answer.standing is Standing.ANSWERED:
                for text in _texts(self.facts[name], answer.value):
                    yield Typed(text, profile.place(*self.path, name))


def _texts(fact: Fact, value: object) -> Iterator[str]:
    """The words that people typed for a fact: not options, numbers or addresses."""
    match value:
        case str() if fact.kind in ("words", "list of words"):
            yield value
        case Row(cells):
            for name, cell in cells.items():
                yield from _texts(fact.columns[name], cell)
        case tuple():
            for entry in value:
                yield from _texts(fact, entry)


def check_rules(library: Library, profile: Profile, case: Case) -> tuple[Finding, ...]:
    """A finding for each way in which the case breaks a rule, for each pair of clauses that contradict
    each other, and for own sentences that nothing prints.
    """
    checking = _Checking(library, profile, case)
    broken = [finding for rule in library.rules for finding in checking.findings(rule)]
    against = map(checking.contradicted, contradictions(case))
    return (*broken, *against, *_unprinted(profile, case))


def _unprinted(profile: Profile, case: Case) -> Iterator[Finding]:
    for clause, own in profile.own.items():
        if not any(clause in (case.held(document) or ()) for document in own.documents):
            message = f"No document prints your own sentences on `{clause}`: none of them holds it."
            place = profile.place("own", clause, "text")
            yield WrongValue(Code.OWN_UNUSED, message, place, severity="warn")


@attrs.frozen
class _Checking:
    library: Library
    profile: Profile
    case: Case

    def findings(self, rule: Rule) -> Iterator[Finding]:
        for breach in rule.breaches(self.case):
            parts = (f"{rule.because} {breach.says}", self._source(rule, breach))
            code = Code.RULE_WARNING if rule.severity == "warn" else Code.RULE_BROKEN
            yield WrongValue(
                Code.TYPED_TEXT if isinstance(rule.demand, TypedText) else code,
                " ".join(parts),
                breach.place or self._place(breach.keys),
                self._instead(rule, breach),
                rule.severity,
            )

    def contradicted(self, breach: Breach) -> Finding:
        """That two clauses contradict each other."""
        stances = " and ".join(map(self._said, breach.keys))
        message = f"Two clauses contradict each other. {breach.says} (On {stances}.)"
        return WrongValue(Code.NORMS_CONTRADICT, message, self._place(breach.keys))

    def _source(self, rule: Rule, breach: Breach) -> str:
        """The rule, the values that decided, and the authorities that this practice is under."""
        keys = " and ".join(map(self._said, breach.keys))
        titles = [one.title for one in rule.authorities if one.when.holds(self.case.values)]
        words = [f"Rule {rule.id}", *([f"on {keys}"] if keys else []), *(f"see {title}" for title in titles)]
        return f"({', '.join(words)})"

    def _said(self, key: str) -> str:
        stance = self.case.stance(key.removesuffix(".stance")) if key.endswith(".stance") else ""
        return f"`{key}`" + (f' ("{stance}")' if stance else "")

    def _place(self, keys: tuple[str, ...]) -> Place:
        """Where the practice chose, or else answered, what decided it."""
        pins = [("versions", key.partition(".")[0]) for key in keys]
        paths = [*map(self._path, keys), *(path for path in pins if path in self.profile.places)]
        written = [path for path in paths if path in self.profile.places]
        chosen = [path for path in written if len(path) > 1]
        best = (*chosen, *written, *paths)
        return self.profile.place(*best[0]) if best else Place(self.profile.file)

    def _path(self, key: str) -> tuple[str, ...]:
        clause, _, name = key.rpartition(".")
        if clause:
            return ("stances", clause) if name == "stance" else ("facts", clause, name)
        return ("exclude", key) if key in self.library.clauses else (key,)

    def _instead(self, rule: Rule, breach: Breach) -> str:
        if breach.instead:
            return breach.instead
        others = Alternatives(self.library, self.case, rule).said(breach)
        return f"allowed instead: {others}" if others else ""
