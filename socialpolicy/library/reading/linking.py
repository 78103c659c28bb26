"""What only the whole library can tell: that every text names what there is, and prints what it may."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from typing import Any, cast

import attrs

from socialpolicy.errors import Code, Collector, NotFound, WrongValue
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import DOCUMENTS, SHOWN_TO, most_public
from socialpolicy.library.library import Library
from socialpolicy.library.outline import Outline
from socialpolicy.library.reading.glances import check_glance
from socialpolicy.library.texts.checking import Known, check_line, check_passage

__all__ = ["check_links", "documents_of", "known_to", "parse_texts"]


def known_to(clauses: Mapping[str, tuple[Clause, ...]], known: Known) -> Known:
    """Everything that a text of these clauses may name, in addition to what is known."""
    facts = {fact.key: fact for versions in clauses.values() for fact in versions[-1].facts.values()}
    texts = {
        clause_id: {name: _count(version, name) for version in versions for name in version.sources}
        for clause_id, versions in clauses.items()
    }
    return attrs.evolve(known, facts={**known.facts, **facts}, clauses=texts)


def _count(clause: Clause, text: str) -> int | None:
    """How many paragraphs a text has; None where it is not parsed, or could not be."""
    source = clause.sources[text]
    return (len(source.passage.units) or None) if "passage" in vars(source) else None


def parse_texts(clauses: Mapping[str, tuple[Clause, ...]], found: Collector) -> None:
    """Parse every text of every clause, and report the faults in it."""
    for versions in clauses.values():
        for clause in versions:
            for name, source in clause.sources.items():
                source.read(found)
                if not any(map(str.strip, source.lines)):
                    found.add(NotFound(Code.TEXT_MISSING, f"The text `{name}` is empty.", source.place))


def documents_of(clause: Clause) -> frozenset[str]:
    """The documents that take a text of a clause, under any of its stances; "glance" where it has that."""
    taken = {document for takes in _takes(clause) for document, name in takes.items() if name != "none"}
    return frozenset(taken | ({"glance"} & set(clause.sources)))


def _takes(clause: Clause) -> Iterator[Mapping[str, str]]:
    yield clause.texts
    yield from (stance.texts for stance in clause.stances)


def check_links(library: Library, known: Known, found: Collector) -> None:
    """Report what the parsed texts of a library name and print that they may not."""
    glances = _with_part(library, "at-a-glance")
    for versions in library.clauses.values():
        for clause in versions:
            # not copied: the facts of all clauses, once for each clause, would be very many
            own = attrs.evolve(known, facts=ChainMap(*cast("Any", (clause.facts, known.facts))))
            _check_clause(clause, own, glances, found)
        found.extend(_not_taken(versions[-1], library))
    defined = _for_documents(known, _with_part(library, "definitions"))
    for term in library.terms.values():
        check_line(term.means, defined, found)


def _check_clause(clause: Clause, known: Known, glances: tuple[str, ...], found: Collector) -> None:
    for name, source in clause.sources.items():
        documents = glances if name == "glance" else _documents_with(clause, name)
        check_passage(source.passage, _for_documents(known, documents), found)
    if "glance" in clause.sources:
        check_glance(clause, found)
    documents = tuple(document for document in DOCUMENTS if document in documents_of(clause))
    check_line(clause.heading, _for_documents(known, documents), found)
    for consent in clause.consents:
        for passage in (consent.asks, consent.withdraw):
            check_line(passage, _for_documents(known, ("client-addendum",)), found)
    for point, where in clause.covers.items():
        text, _, ordinal = where.partition(":")
        if not 1 <= int(ordinal) <= len(clause.sources[text].passage.units):
            message = f'"{where}", which covers "{point}", is not there.'
            found.add(NotFound(Code.TEXT_MISSING, message, clause.places[f"covers.{point}"]))


def _documents_with(clause: Clause, text: str) -> tuple[str, ...]:
    """The documents that may print a text; a short one may stand in the place of a full one."""
    names = (text, "full") if text == "short" else (text,)
    return tuple(document for takes in _takes(clause) for document, name in takes.items() if name in names)


def _for_documents(known: Known, documents: tuple[str, ...]) -> Known:
    """What may be printed in all of some documents; holes only where each is for one client."""
    clients = all(DOCUMENTS[document] == "clients" for document in documents)
    return attrs.evolve(known, shown=SHOWN_TO[most_public(documents)], clients=clients)


def _with_part(library: Library, kind: str) -> tuple[str, ...]:
    return tuple(
        document
        for document, outlines in library.outlines.items()
        if any(part.kind == kind for outline in outlines for part in outline.parts)
    )


def _not_taken(clause: Clause, library: Library) -> Iterator[WrongValue]:
    """The outlines of documents that a clause has texts for, and that have no place for it."""
    for document in sorted(documents_of(clause) & set(library.outlines)):
        outlines = library.outlines[document]
        lacking = [outline for outline in outlines if not _takes_clause(outline, clause)]
        if len(lacking) < len(outlines):
            # a pack does not write the outlines of others: for its clauses one that takes them is enough
            lacking = [] if clause.pack else [outline for outline in lacking if not outline.partial]
        for outline in lacking:
            message = f"No part of outlines/{document}/{outline.variant}.toml takes this clause."
            hint = f"take it, or section:{clause.section}"
            place = clause.places.get(f"texts.{document}", clause.place)
            yield WrongValue(Code.TEXT_UNUSED, message, place, hint)


def _takes_clause(outline: Outline, clause: Clause) -> bool:
    wanted = {clause.id, f"section:{clause.section}"}
    return any(wanted & set(part.take) for part in outline.parts if part.kind != "at-a-glance")
