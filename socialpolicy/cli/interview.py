"""An interview: the questions that still matter, one by one, and the profile that comes of the answers.

It knows no terminal: the wizard shows it, and so could any other program.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.composition.question import Question
from socialpolicy.composition.questions import questions
from socialpolicy.errors import Place
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.toml import as_toml
from socialpolicy.library.library import Library

__all__ = ["BEGUN", "Interview"]

BEGUN = "# Asked by `socialpolicy new --ask`, which goes on with it and writes it anew: keep notes elsewhere."
_LEFT = "# left as usual: "
_LEFT_LINE = re.compile(rf"^{_LEFT}(\S+)$", re.MULTILINE)


@attrs.define
class Interview:
    """The answers so far, by the key of their fact, in the order in which they were given.

    None stands for a question that was left as usual. `begun` is the profile that it goes on from.
    """

    library: Library
    begun: Profile
    answers: dict[str, object] = attrs.field(factory=dict)

    @classmethod
    def begin(cls, library: Library) -> Interview:
        """One without any answer."""
        return cls(library, Profile.of(library))

    @classmethod
    def resume(cls, text: str, library: Library, *, file: str = "") -> Interview:
        """One that goes on from a profile, which keeps all that it says; raises Refused."""
        interview = cls(library, Profile.parse(text, library, file=file))
        interview.answers = dict.fromkeys(_LEFT_LINE.findall(text))
        return interview

    # ---------- asking ----------

    def next(self) -> Question | None:
        """The most decisive question that can still change something; None where there is none left."""
        return next(iter(self.open()), None)

    def open(self) -> tuple[Question, ...]:
        """Every question that can still change something and was not left as usual."""
        found = questions(self.library, self.profile())
        return tuple(question for question in found if question.fact.key not in self.answers)

    def answer(self, fact: Fact, raw: object) -> None:
        """Take an answer, as a profile would have it; raises Refused, and then nothing is taken."""
        self.answers[fact.key] = read_value(fact, raw, Place(path=fact.key))

    def leave(self, fact: Fact) -> None:
        """Leave a question as usual: what the library or the locale assumes stands."""
        self.answers[fact.key] = None

    def back(self) -> str:
        """Forget the last answer; its key, or "" where there is none."""
        return self.answers.popitem()[0] if self.answers else ""

    # ---------- what comes of it ----------

    def profile(self) -> Profile:
        """The profile with all answers so far."""
        facts = dict(self.begun.answers)
        own = {clause: dict(values) for clause, values in self.begun.clause_answers.items()}
        for key, value in self.answers.items():
            clause, _, name = key.rpartition(".")
            if value is not None:
                (own.setdefault(clause, {}) if clause else facts)[name] = value
        return attrs.evolve(self.begun, answers=facts, clause_answers=own)

    def text(self) -> str:
        """The profile as TOML, each answer below its question."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        profile = self.profile()
        yield BEGUN
        for name, value in profile.answers.items():
            yield from _entry(self.library.facts[name], value)
        for key, value in self.answers.items():
            if value is None:
                yield f"{_LEFT}{key}"
        if profile.locale:
            yield f"locale = {as_toml(profile.locale)}"
        if profile.exclude:
            yield f"exclude = {as_toml(profile.exclude)}"
        yield from _table("stances", profile.stances)
        yield from _table("versions", {name: str(one) for name, one in profile.versions.items()})
        for clause, values in profile.clause_answers.items():
            facts = {name: fact for one in self.library.clauses[clause] for name, fact in one.facts.items()}
            yield from ("", f"[facts.{clause}]") if values else ()
            for name, value in values.items():
                yield from _entry(facts[name], value)
        for clause, one in profile.own.items():
            yield from _table(f"own.{clause}", {"text": one.text, "documents": one.documents})


def _entry(fact: Fact, value: object) -> Iterator[str]:
    yield from textwrap.wrap(fact.question, 100, initial_indent="# ", subsequent_indent="# ")
    yield f"{fact.name} = {as_toml(value)}"


def _table(name: str, values: object) -> Iterator[str]:
    if isinstance(values, dict) and values:
        yield from ("", f"[{name}]", *(f"{key} = {as_toml(value)}" for key, value in values.items()))
