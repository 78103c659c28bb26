"""Clause files → clauses, in two passes: stances and facts of all, then the conditions that read them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

import attrs

from socialpolicy.conditions import Condition, Vocabulary
from socialpolicy.errors import Code, NotFound, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import BENEFITS, REASONS, Clause, Stance
from socialpolicy.library.reading.claims import read_consents, read_norms, read_words
from socialpolicy.library.reading.clausefile import ClauseFile
from socialpolicy.library.reading.names import condition, must_be_condition, named
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.texts.source import TextSource
from socialpolicy.library.versions import Requirement, Version

__all__ = ["Draft", "Names", "read_clause"]

_NEVER = datetime.date(1970, 1, 1)


@attrs.frozen(kw_only=True)
class Draft:
    """What the first pass knows of a clause file: its name and place, its stances and its own facts."""

    id: str
    section: str
    version: Version
    table: Table
    file: ClauseFile
    stances: tuple[str, ...]
    facts: Mapping[str, Fact]


@attrs.frozen(kw_only=True)
class Names:
    """What conditions, texts and links of a clause may name."""

    vocabulary: Vocabulary
    documents: tuple[str, ...]
    clauses: tuple[str, ...]
    terms: tuple[str, ...]
    authorities: tuple[str, ...]
    norms: NormWords

    def of(self, draft: Draft, reads: str) -> Vocabulary:
        """The vocabulary of one clause at one stage: its own facts stand beside those of the practice."""
        facts = {**self.vocabulary.facts, **(draft.facts if reads == "chosen" else {})}
        return attrs.evolve(self.vocabulary, facts=facts, own=draft.id, reads=cast("Any", reads))


def read_clause(draft: Draft, names: Names) -> Clause:
    """The clause of a file; every fault goes to the collector of its table."""
    table, practice, chosen = draft.table, names.of(draft, "practice"), names.of(draft, "chosen")
    sources = _sources(draft, chosen)
    clause = Clause(
        id=draft.id,
        section=draft.section,
        version=draft.version,
        title=table.must("title", str, draft.id),
        heading=read_words(table, "heading", chosen),
        intent=table.must("intent", str, ""),
        when=must_be_condition(table, "when", practice),
        for_clients=condition(table, "for_clients", names.of(draft, "client")),
        reasons=_some(table, "reasons", REASONS),
        benefits=_some(table, "benefits", BENEFITS),
        texts=_taken_texts(table, names.documents, sources),
        requires=_requirements(table, names.clauses),
        authorities=table.texts("authorities", names.authorities),
        covers=_covers(table, sources),
        effective=table.must("effective", datetime.date, _NEVER),
        review_by=table.must("review_by", datetime.date, _NEVER),
        change=table.must("change", str, ""),
        stances=_stances(table, practice, names.documents, sources),
        facts=draft.facts,
        asked_when=_asked_when(table, draft.facts, chosen),
        consents=read_consents(table, draft.id, chosen, names.of(draft, "client")),
        norms=read_norms(table, draft.stances, chosen, names.norms),
        sources=sources,
        place=table.place(),
    )
    table.taken.add("facts")
    table.close()
    _one_default(clause, table)
    return clause


def _sources(draft: Draft, vocabulary: Vocabulary) -> dict[str, TextSource]:
    file = draft.file.front.file
    return {
        name: TextSource(
            lines, first, vocabulary=vocabulary, place=draft.table.place().at(file=file, path=name)
        )
        for name, (first, lines) in draft.file.texts.items()
    }


def _some(table: Table, key: str, options: tuple[str, ...]) -> tuple[str, ...]:
    table.must(key, list, [])
    return table.texts(key, options)


def _taken_texts(
    table: Table, documents: tuple[str, ...], sources: Mapping[str, TextSource]
) -> dict[str, str]:
    entry = table.table("texts")
    texts = {document: entry.one_of(document, ("none", *sources), "none") for document in entry.values}
    for document in texts:
        if document not in documents:
            message = f"There is no document `{document}`."
            table.report(NotFound(Code.NAME_UNKNOWN, message, entry.place(document)))
    return texts


def _requirements(table: Table, clauses: tuple[str, ...]) -> tuple[Requirement, ...]:
    requirements = []
    for number, text in enumerate(table.texts("requires")):
        try:
            requirement = Requirement.parse(text, table.place("requires", number))
        except WrongValue as finding:
            table.report(finding)
            continue
        if requirement.clause not in clauses:
            message = f"There is no clause `{requirement.clause}`."
            table.report(NotFound(Code.NAME_UNKNOWN, message, requirement.place))
        requirements.append(requirement)
    return tuple(requirements)


def _covers(table: Table, sources: Mapping[str, TextSource]) -> dict[str, str]:
    entry = table.table("covers")
    covers = {point: entry.take(point, str, "") for point in entry.values}
    for point, where in covers.items():
        text, _, ordinal = where.partition(":")
        if text not in sources or not ordinal.isdecimal():
            message = f'"{where}" does not name a paragraph of a text.'
            table.report(WrongValue(Code.VALUE_FORM, message, entry.place(point), 'write it like "full:2"'))
    return covers


def _stances(
    table: Table, vocabulary: Vocabulary, documents: tuple[str, ...], sources: Mapping[str, TextSource]
) -> tuple[Stance, ...]:
    return tuple(
        _stance(name, entry, vocabulary, documents, sources)
        for name, entry in named(table, table.tables("stances"), "stance")
    )


def _stance(
    name: str,
    table: Table,
    vocabulary: Vocabulary,
    documents: tuple[str, ...],
    sources: Mapping[str, TextSource],
) -> Stance:
    stance = Stance(
        name,
        table.must("label", str, name),
        default=table.take("default", bool, False),
        default_when=condition(table, "default_when", vocabulary),
        allowed_when=condition(table, "allowed_when", vocabulary),
        because=table.take("because", str, ""),
        texts=_taken_texts(table, documents, sources),
        place=table.place(),
    )
    if stance.allowed_when is not None and not stance.because:
        message = "`allowed_when` needs `because`: the sentence for those to whom it is refused."
        table.report(NotFound(Code.KEY_MISSING, message, table.place("allowed_when")))
    table.close()
    return stance


def _one_default(clause: Clause, table: Table) -> None:
    standing = [stance for stance in clause.stances if stance.default]
    if len(standing) > 1 or not clause.stances:
        message = "A clause has stances, and at most one of them with `default = true`."
        table.report(WrongValue(Code.STANCE_UNCLEAR, message, table.place("stances")))
    elif not standing and not any(stance.default_when for stance in clause.stances):
        message = "No stance stands by default: none has `default = true` or `default_when`."
        table.report(WrongValue(Code.STANCE_UNCLEAR, message, table.place("stances")))


def _asked_when(table: Table, facts: Mapping[str, Fact], vocabulary: Vocabulary) -> dict[str, Condition]:
    asked = {}
    for name, entry in table.tables("facts"):
        holds = condition(entry, "asked_when", vocabulary) if name in facts else None
        if holds is not None:
            asked[name] = holds
    return asked
