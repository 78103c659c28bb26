"""What only the whole library can tell: that every text names what there is, and prints what it may."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.errors import Code, Collector, NotFound, WrongValue
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import SHOWN_TO, most_public
from socialpolicy.library.library import Library
from socialpolicy.library.texts.checking import Known, check_passage

__all__ = ["check_links", "known_to"]


def known_to(library: Library) -> Known:
    """Everything that a text of a library may name, outside a clause, printed for staff."""
    clauses: Mapping[str, tuple[str, ...]] = {
        clause_id: tuple({name: None for version in versions for name in version.sources})
        for clause_id, versions in library.clauses.items()
    }
    facts = {**library.facts}
    for versions in library.clauses.values():
        facts.update({fact.key: fact for fact in versions[-1].facts.values()})
    return Known(facts=facts, clauses=clauses, terms=tuple(library.terms), shown=SHOWN_TO["staff"])


def check_links(library: Library, found: Collector) -> None:
    """Parse every text of every clause and report the faults in it."""
    known = known_to(library)
    for versions in library.clauses.values():
        for clause in versions:
            own = attrs.evolve(known, facts={**known.facts, **clause.facts})
            _check_clause(clause, own, library, found)


def _check_clause(clause: Clause, known: Known, library: Library, found: Collector) -> None:
    for name, source in clause.sources.items():
        audience = _audience(clause, name, library)
        fit = attrs.evolve(known, shown=SHOWN_TO[audience])
        passage = source.read(found)
        check_passage(passage, fit, source.place, found)
        if not passage.units:
            message = f"The text `{name}` is empty."
            found.add(NotFound(Code.TEXT_MISSING, message, source.place))
    for point, where in clause.covers.items():
        text, _, ordinal = where.partition(":")
        if not 1 <= int(ordinal) <= len(clause.sources[text].passage.units):
            message = f'"{where}", which covers "{point}", is not there.'
            found.add(WrongValue(Code.TEXT_MISSING, message, clause.place))
    everywhere = attrs.evolve(known, shown=SHOWN_TO[most_public(tuple(clause.texts))])
    check_passage(clause.heading, everywhere, clause.place, found)
    clients = attrs.evolve(known, shown=SHOWN_TO["clients"])
    for consent in clause.consents:
        check_passage(consent.asks, clients, clause.place, found)
        check_passage(consent.withdraw, clients, clause.place, found)


def _audience(clause: Clause, text: str, library: Library) -> str:
    if text == "glance":
        return most_public(_with_glance(library))
    takes = [clause.texts, *(stance.texts for stance in clause.stances)]
    return most_public(tuple(doc for take in takes for doc, name in take.items() if name == text))


def _with_glance(library: Library) -> tuple[str, ...]:
    return tuple(
        document
        for document, outlines in library.outlines.items()
        if any(part.kind == "at-a-glance" for outline in outlines for part in outline.parts)
    )
