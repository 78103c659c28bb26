"""Clause files → clauses: the second pass, in which conditions read the stances and facts of all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, NotFound, Place, WrongValue
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.clause import BENEFITS, REASONS, Clause
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.reading.claims import read_consents, read_norms, read_words
from socialpolicy.library.reading.drafts import Draft
from socialpolicy.library.reading.facts import read_asked_when
from socialpolicy.library.reading.names import condition, must_be_condition
from socialpolicy.library.reading.stances import check_one_default, read_stances
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.taking import read_taken_texts
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.texts.source import TextSource
from socialpolicy.library.versions import Requirement, Version

__all__ = ["Names", "read_clauses"]

_NEVER = datetime.date(1970, 1, 1)
_MIDDLE, _LAST = 50, 99  # ranks of prompts


@attrs.frozen(kw_only=True)
class Names:
    """What the clauses of a library may name; `clauses` are id → versions."""

    vocabulary: Vocabulary
    clauses: Mapping[str, tuple[Version, ...]]
    authorities: tuple[str, ...]
    norms: NormWords


def read_clauses(
    drafts: Iterable[Draft], vocabulary: Vocabulary, authorities: Iterable[str], norms: NormWords
) -> dict[str, tuple[Clause, ...]]:
    """Every clause in every version, the oldest first; faults go to the collectors of their tables."""
    drafts = sorted(drafts, key=lambda draft: draft.version)
    versions: dict[str, tuple[Version, ...]] = {}
    for draft in drafts:
        versions[draft.id] = (*versions.get(draft.id, ()), draft.version)
    names = Names(vocabulary=vocabulary, clauses=versions, authorities=tuple(authorities), norms=norms)
    clauses: dict[str, tuple[Clause, ...]] = {}
    for draft in drafts:
        clauses[draft.id] = (*clauses.get(draft.id, ()), _clause(draft, names))
    return dict(sorted(clauses.items(), key=lambda entry: (entry[1][0].section, entry[0])))


def _clause(draft: Draft, names: Names) -> Clause:
    table = draft.table
    practice = draft.names(names.vocabulary, "practice")
    chosen = draft.names(names.vocabulary, "chosen")
    client = draft.names(names.vocabulary, "client")
    sources = _sources(draft, chosen)
    clause = Clause(
        id=draft.id,
        section=draft.section,
        version=draft.version,
        title=table.must("title", str, draft.id),
        heading=read_words(table, "heading", chosen),
        intent=table.must("intent", str, ""),
        when=must_be_condition(table, "when", practice),
        for_clients=condition(table, "for_clients", client),
        reasons=table.must_names("reasons", REASONS, "reason"),
        benefits=table.must_names("benefits", BENEFITS, "benefit"),
        texts=read_taken_texts(table, sources, needed=True),
        requires=_requirements(table, draft.id, names.clauses),
        authorities=table.names("authorities", names.authorities, "authority"),
        covers=_covers(table, sources),
        effective=table.must("effective", datetime.date, _NEVER),
        review_by=table.must("review_by", datetime.date, _NEVER),
        change=table.must("change", str, ""),
        prompt_rank=_rank(table),
        withdrawn=table.take("withdrawn", datetime.date),
        withdrawn_because=table.take("withdrawn_because", str, ""),
        pack=draft.pack,
        replaces=draft.replaces,
        digest=draft.file.digest,
        stances=read_stances(table, practice, sources),
        facts=draft.facts,
        asked_when=read_asked_when(table, draft.facts, chosen, chosen),
        consents=read_consents(table, draft.id, chosen, client),
        norms=read_norms(table, draft.stances, chosen, names.norms),
        sources=sources,
        place=table.place(),
        places=_places(table),
    )
    table.taken.update(("facts", "replaces"))
    table.close()
    _check(clause, table)
    return clause


def _sources(draft: Draft, vocabulary: Vocabulary) -> dict[str, TextSource]:
    file = draft.file.front.file
    return {
        name: TextSource(lines, first, vocabulary=vocabulary, place=Place(file, name, line=first - 1))
        for name, (first, lines) in draft.file.texts.items()
    }


def _places(table: Table) -> dict[str, Place]:
    tables = ((key, table.values.get(key)) for key in ("texts", "covers"))
    return {
        f"{key}.{name}": table.place(key, name)
        for key, values in tables
        if isinstance(values, dict)
        for name in values
    }


def _rank(table: Table) -> int:
    rank = table.take("prompt_rank", int, _MIDDLE)
    if not 1 <= rank <= _LAST:
        table.wrong(Code.VALUE_RANGE, f"`prompt_rank` is from 1 to {_LAST}.", "prompt_rank")
    return rank


def _requirements(
    table: Table, own: str, clauses: Mapping[str, tuple[Version, ...]]
) -> tuple[Requirement, ...]:
    requirements: list[Requirement] = []
    for number, text in enumerate(table.texts("requires")):
        try:
            requirement = Requirement.parse(text, table.place("requires", number))
        except WrongValue as finding:
            table.report(finding)
            continue
        table.found.extend(_faults_of(requirement, own, clauses))
        if requirement.clause in [other.clause for other in requirements]:
            table.wrong(Code.VALUE_REPEATED, f"`{requirement.clause}` stands here twice.", "requires", number)
        requirements.append(requirement)
    return tuple(requirements)


def _faults_of(
    requirement: Requirement, own: str, clauses: Mapping[str, tuple[Version, ...]]
) -> Iterable[NotFound | WrongValue]:
    versions = clauses.get(requirement.clause)
    if versions is None:
        yield no_such("clause", requirement.clause, clauses, requirement.place)
    elif requirement.clause == own:
        yield WrongValue(Code.NAME_UNKNOWN, "A clause cannot require itself.", requirement.place)
    elif not any(requirement.allows(version) for version in versions):
        message = f"No version of `{requirement.clause}` is {requirement.versions}."
        hint = f"there is {', '.join(map(str, versions))}"
        yield WrongValue(Code.VERSION_NONE, message, requirement.place, hint)


def _taken(values: Mapping[str, object]) -> Iterator[str]:
    """The names of texts that a clause and its stances take, right or wrong."""
    stances = values.get("stances")
    for table in (values, *(stances.values() if isinstance(stances, dict) else ())):
        texts = table.get("texts") if isinstance(table, dict) else None
        yield from map(str, texts.values() if isinstance(texts, dict) else ())


def _covers(table: Table, sources: Mapping[str, TextSource]) -> dict[str, str]:
    """Point → "text:number", of those whose text is there; linking counts its paragraphs."""
    entry = table.table("covers")
    covers = {}
    for point in entry.values:
        where = entry.must(point, str, "")
        text, _, ordinal = where.partition(":")
        if not (ordinal.isascii() and ordinal.isdecimal() and len(ordinal) < 3):
            message = f'"{shown(where)}" does not name a paragraph of a text.'
            entry.wrong(Code.VALUE_FORM, message, point, hint='write it like "full:2"')
        elif text not in sources:
            hint = did_you_mean(text, sources)
            message = f"This file has no text `{shown(text)}`."
            entry.report(NotFound(Code.TEXT_MISSING, message, entry.place(point), hint))
        else:
            covers[point] = where
    return covers


def _check(clause: Clause, table: Table) -> None:
    check_one_default(clause.stances, table)
    if clause.review_by < clause.effective and "review_by" in table.values:
        table.wrong(Code.VALUE_RANGE, "`review_by` lies before `effective`.", "review_by")
    _check_withdrawn(clause, table)
    taken = set(_taken(table.values))
    known = {*clause.sources, "none"}
    for name, source in clause.sources.items():
        used = name in taken or name == "glance" or (name == "short" and "full" in taken)
        # a name that leads nowhere may have meant this text
        if not used and taken and taken <= known:
            message = f"No document takes the text `{name}`."
            hint = "name it in `texts`, or delete it"
            table.report(WrongValue(Code.TEXT_UNUSED, message, source.place, hint))


def _check_withdrawn(clause: Clause, table: Table) -> None:
    """A withdrawn version says from when, and why."""
    if clause.withdrawn is None:
        if "withdrawn" not in table.values and clause.withdrawn_because:
            table.must_have("withdrawn")
        return
    table.must("withdrawn_because", str, "")
    if clause.withdrawn < clause.effective:
        message = "`withdrawn` lies before `effective`."
        table.wrong(Code.VALUE_RANGE, message, "withdrawn")
