"""Which facts matter to a policy: those that its clauses, outlines and authorities read or print."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.composition.composed import Chosen, Composed
from socialpolicy.conditions import Condition
from socialpolicy.facts.fact import Fact, FromFact
from socialpolicy.library.outline import Outline
from socialpolicy.library.texts.passage import Named
from socialpolicy.library.voice import PERSON, SOLO_VOICE

__all__ = ["used_facts"]


def used_facts(composed: Composed) -> frozenset[str]:
    """The keys of the facts that could show in, or decide, any document of this policy."""
    outlines = tuple(_outlines(composed))
    keys = {"served_regions"}  # decides which rows of a locale stand
    keys.update(key for outline in outlines for key in _named_in(outline, ""))
    for chosen in composed.chosen.values():
        keys.update(_used_by(chosen, {outline.document for outline in outlines}, composed))
    for locale in composed.library.locales.values():
        keys.update(_named_in(tuple(locale.values.values()), ""))
    return frozenset(_with_sources(composed, keys))


def _outlines(composed: Composed) -> Iterator[Outline]:
    for outlines in composed.library.outlines.values():
        standing = (outline for outline in outlines if outline.when.holds(composed.values))
        yield from (outline for outline in (next(standing, None),) if outline)


def _used_by(chosen: Chosen, documents: set[str], composed: Composed) -> Iterator[str]:
    clause = chosen.clause
    taken = {clause.text_for(document, chosen.stance.id) for document in documents} | {"glance"}
    texts = tuple(clause.sources[name].passage for name in sorted(taken & clause.sources.keys()))
    authorities = tuple(composed.library.authorities[name] for name in clause.authorities)
    claims = (clause.when, clause.for_clients, clause.stances, clause.consents, clause.heading)
    yield from _named_in((*claims, texts, authorities), clause.id)


def _named_in(node: object, clause: str) -> Iterator[str]:
    """The keys of every fact that a condition below a node reads, or a text prints."""
    if isinstance(node, Condition):
        yield from node.reads
    elif isinstance(node, Named):
        yield from (_fact_behind(node.name.lower()), f"{clause}.{node.name}")
    elif isinstance(node, tuple):
        for entry in node:
            yield from _named_in(entry, clause)
    elif attrs.has(type(node)):
        for field in attrs.fields(type(node)):  # type: ignore[arg-type]  # attrs.has says so
            yield from _named_in(getattr(node, field.name), clause)


def _fact_behind(name: str) -> str:
    """The fact that a word of the voice follows; any other name is a fact's own."""
    if name in SOLO_VOICE:
        return "practice_size"
    return PERSON[name][0] if name in PERSON else name


def _with_sources(composed: Composed, keys: set[str]) -> Iterator[str]:
    """The keys, and the facts that their defaults are taken from."""
    for key in keys:
        yield key
        found = composed.find(key)
        fact: Fact | None = found[0] if found else None
        while fact is not None and isinstance(fact.default, FromFact):
            yield fact.default.fact
            fact = composed.library.facts[fact.default.fact]
