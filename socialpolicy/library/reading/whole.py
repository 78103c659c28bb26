"""A folder of clauses → a library: vocabularies first, then every clause, then the outlines."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import attrs

from socialpolicy.conditions import Condition, NamedCondition, Vocabulary
from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, Refused, WrongValue
from socialpolicy.facts.fact import Fact, FromFact
from socialpolicy.guarding.files import read_text
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.library import Library
from socialpolicy.library.locale import Locale
from socialpolicy.library.outline import Outline
from socialpolicy.library.reading.clausefile import parse_clause_file
from socialpolicy.library.reading.clauses import Draft, Names, read_clause
from socialpolicy.library.reading.facts import read_facts, read_places
from socialpolicy.library.reading.linking import check_links, known_to
from socialpolicy.library.reading.names import condition, is_id
from socialpolicy.library.reading.outlines import OutlineNames, read_outline
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import parse_toml
from socialpolicy.library.reading.words import (
    read_authorities,
    read_locale,
    read_norm_words,
    read_terms,
)
from socialpolicy.library.versions import Version

__all__ = ["read_library"]

_LIMIT = 262_144  # bytes a file; a pack is hostile until read
_NOT_SECTIONS = frozenset({"outlines", "locales"})


def read_library(folder: str | os.PathLike[str], *, texts: Literal["at once", "when chosen"]) -> Library:
    """The library in a folder; raises Refused with every fault that was met.

    Texts are parsed (and their faults found) at once, or each when it is first chosen.
    """
    reading = _Folder(Path(folder), Collector())
    library = reading.library()
    if texts == "at once" and not reading.found.findings:
        check_links(library, reading.found)
    reading.found.refuse("The clause library cannot be read.")
    return library


@attrs.define
class _Folder:
    folder: Path
    found: Collector

    def table(self, *path: str) -> Table:
        """A TOML file as a table; an empty one where it cannot be read (then reported)."""
        file = self.folder.joinpath(*path)
        name = "/".join(path)
        try:
            return Table.of(parse_toml(read_text(file, _LIMIT), name), self.found)
        except Refused as refused:
            self.found.extend(refused.findings)
        except Finding as finding:
            self.found.add(finding)
        self.found.refuse("The clause library cannot be read.")
        raise AssertionError("unreachable")  # pragma: no cover

    def library(self) -> Library:
        top, table = self.table("library.toml"), self.table("facts.toml")
        places = read_places(table)
        facts = read_facts(table, {}, places)
        self._check_defaults(facts)
        drafts = tuple(self._drafts(facts, places))
        vocabulary = _vocabulary(facts, drafts)
        named_conditions = self._conditions(table, vocabulary)
        table.close()
        vocabulary = attrs.evolve(vocabulary, named=named_conditions)
        asked = _asked_when(Table.of(table.source, self.found), facts, vocabulary)
        terms = read_terms(self.table("terms.toml"), vocabulary)
        authorities = read_authorities(self.table("authorities.toml"), vocabulary)
        norms = read_norm_words(self.table("norms.toml"))
        names = Names(
            vocabulary=vocabulary,
            documents=tuple(DOCUMENTS),
            clauses=tuple(draft.id for draft in drafts),
            terms=tuple(terms),
            authorities=tuple(authorities),
            norms=norms,
        )
        clauses = _by_id(read_clause(draft, names) for draft in drafts)
        library = Library(
            name=top.must("name", str, ""),
            edition=top.must("edition", str, ""),
            checked_on=top.must("checked_on", datetime.date, datetime.date(1970, 1, 1)),
            licence=top.must("licence", str, ""),
            notice=top.take("notice", str, ""),
            sections=self._words(top.table("sections")),
            facts=facts,
            asked_when=asked,
            conditions=named_conditions,
            places=places,
            terms=terms,
            norms=norms,
            authorities=authorities,
            locales=self._locales(facts, vocabulary),
            spelling=self._spelling(),
            outlines={},
            clauses=clauses,
        )
        top.close()
        return attrs.evolve(library, outlines=self._outlines(library, vocabulary))

    def _check_defaults(self, facts: Mapping[str, Fact]) -> None:
        for fact in facts.values():
            seen, step = {fact.name}, fact
            while isinstance(step.default, FromFact):
                name = step.default.fact
                if name not in facts or facts[name].kind != fact.kind:
                    message = f"`{name}`, the default, is no fact of the same kind."
                    self.found.add(NotFound(Code.NAME_UNKNOWN, message, fact.place))
                    break
                if name in seen:
                    message = "The defaults of these facts go round in a circle."
                    self.found.add(WrongValue(Code.DEFAULT_CYCLE, message, fact.place))
                    break
                seen.add(name)
                step = facts[name]

    def _drafts(self, facts: Mapping[str, Fact], places: Mapping[str, str]) -> Iterator[Draft]:
        for file in sorted(self.folder.glob("*/*/*.md")):
            section, clause_id = file.parent.parent.name, file.parent.name
            if section in _NOT_SECTIONS:
                continue
            name = f"{section}/{clause_id}/{file.name}"
            for part in (section, clause_id):
                if not is_id(part):
                    message = f'"{part}" cannot be the name of a section or clause.'
                    self.found.add(WrongValue(Code.NAME_FORM, message, Place(name)))
            try:
                version = Version.parse(file.stem, Place(name))
                text = read_text(file, _LIMIT)
            except Finding as finding:
                self.found.add(finding)
                continue
            parsed = parse_clause_file(text, name, self.found)
            if parsed is not None:
                table = Table.of(parsed.front, self.found)
                own = read_facts(table, facts, places, clause_id)
                stances = tuple(parsed.front.values.get("stances", {}))
                yield Draft(
                    id=clause_id,
                    section=section,
                    version=version,
                    table=table,
                    file=parsed,
                    stances=stances,
                    facts=own,
                )

    def _conditions(self, table: Table, vocabulary: Vocabulary) -> dict[str, NamedCondition]:
        """Named conditions, each of which may read those before it."""
        known: dict[str, NamedCondition] = {}
        for name, entry in table.tables("conditions"):
            holds = condition(entry, "is", attrs.evolve(vocabulary, named=known))
            words = entry.must("words", str, name)
            entry.close()
            if holds is not None:
                known[name] = NamedCondition(name, holds, words=words)
        return known

    def _locales(self, facts: Mapping[str, Fact], vocabulary: Vocabulary) -> dict[str, Locale]:
        files = sorted((self.folder / "locales").glob("*.toml"))
        locales = (read_locale(self.table("locales", file.name), facts, vocabulary) for file in files)
        return {locale.tag: locale for locale in locales}

    def _spelling(self) -> dict[str, str]:
        table = self.table("spelling.toml")
        words = self._words(table.table("pairs"))
        table.close()
        return words

    def _words(self, table: Table) -> dict[str, str]:
        return {name: table.take(name, str, name) for name in table.values}

    def _outlines(self, library: Library, vocabulary: Vocabulary) -> dict[str, tuple[Outline, ...]]:
        names = OutlineNames(
            practice=vocabulary,
            chosen=attrs.evolve(vocabulary, reads="chosen"),
            client=attrs.evolve(vocabulary, reads="client"),
            clauses=tuple(library.clauses),
            sections=tuple(library.sections),
            known=known_to(library),
        )
        outlines: dict[str, tuple[Outline, ...]] = {}
        for file in sorted((self.folder / "outlines").glob("*/*.toml")):
            document = file.parent.name
            table = self.table("outlines", document, file.name)
            outline = read_outline(table, document, file.stem, names)
            outlines[document] = (*outlines.get(document, ()), outline)
        return outlines


def _vocabulary(facts: Mapping[str, Fact], drafts: tuple[Draft, ...]) -> Vocabulary:
    stances: dict[str, tuple[str, ...]] = {}
    clause_facts: dict[str, Fact] = {}
    for draft in drafts:
        stances[draft.id] = tuple(dict.fromkeys((*stances.get(draft.id, ()), *draft.stances)))
        clause_facts.update({fact.key: fact for fact in draft.facts.values()})
    return Vocabulary(facts=facts, clause_facts=clause_facts, stances=stances, named={}, reads="practice")


def _asked_when(table: Table, facts: Mapping[str, Fact], vocabulary: Vocabulary) -> dict[str, Condition]:
    asked = {}
    for name, entry in table.tables("facts"):
        if name in facts:
            reads: Any = "client" if facts[name].about == "client" else "practice"
            holds = condition(entry, "asked_when", attrs.evolve(vocabulary, reads=reads))
            if holds is not None:
                asked[name] = holds
    return asked


def _by_id(clauses: Iterator[Clause] | Any) -> dict[str, tuple[Clause, ...]]:
    by_id: dict[str, tuple[Clause, ...]] = {}
    for clause in clauses:
        versions = (*by_id.get(clause.id, ()), clause)
        by_id[clause.id] = tuple(sorted(versions, key=lambda one: one.version))
    return by_id
