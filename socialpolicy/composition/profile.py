"""A profile: what a practice says of itself and chooses. Nothing about a client is in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from socialpolicy.composition.own import OwnSentences, read_own
from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, Refused, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.guarding.files import read_text
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import Source, parse_toml
from socialpolicy.library.versions import Version

__all__ = ["CHOICES", "Profile"]

PROFILE_LIMIT = 262_144  # bytes
# keys of a profile that are no facts
CHOICES = ("stances", "facts", "versions", "exclude", "own", "locale")


@attrs.frozen(kw_only=True, repr=False)
class Profile:
    """A practice's answers and choices, read and checked on their own.

    `answers` are practice fact → value; `clause_answers` clause → fact → value; `stances` and
    `versions` clause → choice; `exclude` the clauses that the practice leaves out; `locale` a tag or "";
    `own` clause → the sentences that the practice adds. `places` say where each of them stands in its
    file, for findings.
    """

    answers: Mapping[str, object]
    clause_answers: Mapping[str, Mapping[str, object]]
    stances: Mapping[str, str]
    versions: Mapping[str, Version]
    exclude: tuple[str, ...]
    locale: str
    own: Mapping[str, OwnSentences] = attrs.field(factory=dict)
    file: str
    places: Mapping[tuple[str, ...], Place] = attrs.field(eq=False)

    @classmethod
    def read(cls, path: str | os.PathLike[str], library: Library) -> Profile:
        """The profile in a TOML file; raises Refused with every problem, each with its line."""
        return cls.parse(read_text(Path(path), PROFILE_LIMIT), library, file=os.fspath(path))

    @classmethod
    def parse(cls, text: str, library: Library, *, file: str = "") -> Profile:
        """The profile that a TOML text holds; raises Refused with every problem, each with its line."""
        return _read(parse_toml(text, file), library)

    @classmethod
    def of(cls, library: Library, **values: Any) -> Profile:
        """The profile with these facts and choices (as they would stand in TOML); raises Refused."""
        return _read(Source("", values, spots={}, lines=()), library)

    def place(self, *path: str) -> Place:
        """Where something that the practice wrote stands."""
        return self.places.get(path, Place(self.file, ".".join(path)))

    def __repr__(self) -> str:
        return f"Profile({len(self.answers)} answers, {len(self.stances)} stances)"


def _read(source: Source, library: Library) -> Profile:
    reading = _Reading(Table.of(source, Collector()), library)
    profile = reading.profile()
    reading.table.found.refuse("The profile cannot be used as it stands.")
    return profile


@attrs.define
class _Reading:
    table: Table
    library: Library
    places: dict[tuple[str, ...], Place] = attrs.field(factory=dict)

    def profile(self) -> Profile:
        versions = self._versions()
        profile = Profile(
            answers=self._answers(),
            clause_answers=self._clause_answers(versions),
            stances=self._stances(),
            versions=versions,
            exclude=self._exclude(),
            locale=self.table.one_of("locale", self.library.locales, ""),
            own=self._own(),
            file=self.table.source.file,
            places=self.places,
        )
        self._strays()
        self.table.close(*self._practice_facts(), *CHOICES)
        return profile

    def _note(self, table: Table, name: str) -> Place:
        """The place of a key, which is kept for findings that come later."""
        place = self.places[tuple(map(str, (*table.path, name)))] = table.place(name)
        return place

    # ---------- facts ----------

    def _practice_facts(self) -> Mapping[str, Fact]:
        return {name: fact for name, fact in self.library.facts.items() if fact.about == "practice"}

    def _answers(self) -> dict[str, object]:
        for name, fact in self.library.facts.items():
            if fact.about == "client" and name in self.table.values:
                message = f"`{name}` is about a client: it does not belong in a profile."
                hint = "client facts are given when documents are filled, and kept nowhere"
                self._refuse(name, message, hint)
        return self._values(self.table, self._practice_facts())

    def _values(self, table: Table, facts: Mapping[str, Fact]) -> dict[str, object]:
        values: dict[str, object] = {}
        for name, fact in facts.items():
            if name not in table.values:
                continue
            table.taken.add(name)
            place = self._note(table, name)
            try:
                values[name] = read_value(fact, table.values[name], place)
            except Refused as refused:
                table.found.extend(_with_hint(finding, fact) for finding in refused.findings)
        return values

    def _clause_answers(self, pins: Mapping[str, Version]) -> dict[str, dict[str, object]]:
        answers = {}
        for clause, entry in self.table.tables("facts"):
            versions = self._versions_of(clause, entry.place())
            if versions:
                # which version will stand is not known yet: the pinned one, or else the newest goes first
                ordered = sorted(versions, key=lambda one: (one.version == pins.get(one.id), one.version))
                facts = {name: fact for one in ordered for name, fact in one.facts.items()}
                answers[clause] = self._values(entry, facts)
                entry.close(*facts)
        return answers

    # ---------- choices ----------

    def _versions_of(self, clause: str, place: Place) -> tuple[Clause, ...]:
        versions = self.library.clauses.get(clause, ())
        if not versions:
            hint = did_you_mean(clause, self.library.clauses)
            self.table.report(NotFound(Code.NAME_UNKNOWN, f"There is no clause `{clause}`.", place, hint))
        return versions

    def _stances(self) -> dict[str, str]:
        entry = self.table.table("stances")
        stances = {}
        for clause in entry.values:
            versions = self._versions_of(clause, self._note(entry, clause))
            names = {stance.id: stance.id for one in versions for stance in one.stances}
            former = {stance.was: stance.id for one in versions for stance in one.stances if stance.was}
            stance = entry.one_of(clause, {**names, **former}, "") if versions else ""
            if stance:
                stances[clause] = names.get(stance) or former[stance]
        return stances

    def _versions(self) -> dict[str, Version]:
        entry = self.table.table("versions")
        pins = {}
        for clause in entry.values:
            place = self._note(entry, clause)
            versions = self._versions_of(clause, place)
            text = entry.take(clause, str, "")
            if versions and text:
                pin = self._pin(text, versions, place)
                if pin is not None:
                    pins[clause] = pin
        return pins

    def _pin(self, text: str, versions: tuple[Clause, ...], place: Place) -> Version | None:
        try:
            version = Version.parse(text, place)
        except Finding as finding:
            self.table.report(finding)
            return None
        if version in [one.version for one in versions]:
            return version
        hint = f"there is {', '.join(str(one.version) for one in versions)}"
        message = f"`{versions[0].id}` has no version {version}."
        self.table.report(NotFound(Code.VERSION_NONE, message, place, hint))
        return None

    def _exclude(self) -> tuple[str, ...]:
        exclude = self.table.texts("exclude", self.library.clauses)
        for number, clause in enumerate(exclude):
            self.places["exclude", clause] = self.table.place("exclude", number)
        return exclude

    def _own(self) -> dict[str, OwnSentences]:
        own = read_own(self.table, self.library)
        for clause in own:
            self.places["own", clause, "text"] = self.table.place("own", clause, "text")
        return own

    # ---------- keys that stand in the wrong place ----------

    def _strays(self) -> None:
        """A fact of a clause among those of the practice: say where it belongs."""
        for name in self.table.values:
            newest = (versions[-1] for versions in self.library.clauses.values())
            owners = " or ".join(f"[facts.{clause.id}]" for clause in newest if name in clause.facts)
            if owners and name not in self.table.taken:
                self._refuse(name, f"`{name}` is a fact of a clause.", f"write it under {owners}")

    def _refuse(self, name: str, message: str, hint: str) -> None:
        self.table.taken.add(name)
        place = self.table.place(name).at(excerpt="")  # the line may hold a client's value
        self.table.report(WrongValue(Code.KEY_UNKNOWN, message, place, hint))


def _with_hint(finding: Finding, fact: Fact) -> Finding:
    """The finding, with where to read on if it has no hint of its own."""
    hint = finding.hint or f"`socialpolicy facts {fact.key}` says what it takes"
    return attrs.evolve(finding, hint=hint)
