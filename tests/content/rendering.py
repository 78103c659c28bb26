"""What every text of every clause prints in each document: its renderings, and the words a person reads.

Nothing here names a clause, a stance or a text: what the library holds is found in it, and each fact that a
condition of a text reads is tried in all its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

import attrs

from socialpolicy import document as tree
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import Clause
from tests.content.practices import PLACES, SIZES, answers, candidates, fit, library, own_answers, policy_of

__all__ = ["Rendering", "called", "documents_with", "prose", "renderings", "typical"]

_MOST = 32  # renderings of one text, beyond which facts are varied one by one
_CONDITION = re.compile(r"\{when ([^{}]+)\}|^:::(?: or)? when (.+)$", re.MULTILINE)
_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")


@attrs.frozen
class Rendering:
    """What a clause prints in one document; `where` says for whom."""

    where: str
    text: str
    name: str  # of the text
    blanks: tuple[str, ...] = ()
    heading: str = attrs.field(default="", kw_only=True)
    glance: tuple[str, ...] = attrs.field(default=(), kw_only=True)  # the cells of its row, topic and all


def documents_with(clause: Clause, stance: str) -> tuple[str, ...]:
    """The documents that print something of the clause under a stance."""
    return tuple(document for document in clause.texts if clause.text_for(document, stance) != "none")


def prose(*nodes: tree.Node) -> str:
    """What a person reads below some nodes, a line for each paragraph, item, heading and box to tick.

    Tables are left out, and the "(section 5)" of references.
    """
    return "\n".join(tree.plain(tuple(map(_bare, inlines))) for inlines in _lines(*nodes))


def _lines(*nodes: tree.Node) -> Iterator[tree.Inlines]:
    for node in nodes:
        match node:
            case tree.Table():
                continue
            case tree.Paragraph() | tree.Party() | tree.Definition():
                yield node.inlines
            case tree.Provision() | tree.Box():
                yield node.heading
                yield from _lines(*node.blocks)
            case tree.Consent():
                yield from (node.asks, node.withdraw)
            case tree.Execution():
                yield node.statement
            case _:
                below = ("blocks", "items", "parties", "entries", "boxes")
                yield from _lines(*(child for name in below for child in getattr(node, name, ())))


def _bare(inline: tree.Inline) -> tree.Inline:
    return attrs.evolve(inline, label="") if isinstance(inline, tree.Reference) else inline


# ---------- renderings ----------


def renderings(clause: Clause, stance: str, document: str) -> Iterator[Rendering]:
    """What the document prints: in every place and size, and for every answer that the text depends on.

    A full text is rendered once more as the short one that may stand in its place.
    """
    for short in _depths(clause, stance, document):
        for locale, size in product(PLACES, SIZES):
            yield from _rendered(clause, stance, document, locale, size, {}, short=short)
        for size, changes in product(SIZES, _variations(clause, stance, document)):
            yield from _rendered(clause, stance, document, "en-AU", size, changes, short=short)


def _depths(clause: Clause, stance: str, document: str) -> tuple[bool, ...]:
    gives_way = clause.text_for(document, stance) == "full" and "short" in clause.sources
    return (False, True) if gives_way else (False,)


def called(
    clause: Clause, stance: str, document: str, size: str, terms: Mapping[str, object]
) -> Iterator[Rendering]:
    """What the document prints where people go by other words."""
    yield from _rendered(clause, stance, document, "en-AU", size, terms)


def typical(clause: Clause, document: str) -> Rendering | None:
    """What most practices print: one person, every usual stance and answer."""
    policy = policy_of(clause.id, answers("en-AU", "solo"), own_answers(clause), "")
    assert policy is not None
    chosen = policy.composed.chosen.get(clause.id)
    stances = (chosen.stance,) if chosen else clause.stances
    texts = [stance.id for stance in stances if clause.text_for(document, stance.id) != "none"]
    return next(_rendered(clause, texts[0], document, "en-AU", "solo", {}), None) if texts else None


def _rendered(
    clause: Clause,
    stance: str,
    document: str,
    locale: str,
    size: str,
    changes: Mapping[str, object],
    *,
    short: bool = False,
) -> Iterator[Rendering]:
    values, own = dict(fit(clause.id, stance, locale, size)), own_answers(clause)
    for key, raw in changes.items():
        owner, _, name = key.rpartition(".")
        (own if owner else values)[name] = raw
    policy = policy_of(clause.id, values, own, stance, short=short)
    if policy is not None and clause.id in policy.composed.chosen:
        handle = policy.document(document)
        blocks = [node for node in tree.walk(handle.tree) if isinstance(node, tree.Provision)]
        parts = [block for part in handle.tree.blocks for block in getattr(part, "blocks", ())]
        rows = [row for block in parts if isinstance(block, tree.Table) for row in block.rows]
        said = ", ".join((document, locale, size, *(f"{key} = {raw}" for key, raw in changes.items())))
        yield Rendering(
            f"{clause.id} = {stance}: {said}",
            prose(*(block for provision in blocks for block in provision.blocks)),
            "short" if short else clause.text_for(document, stance),
            tuple(blank.source for blank in handle.blanks),
            heading=tree.plain(blocks[0].heading),
            glance=tuple(map(tree.plain, rows[0])) if rows else (),
        )


def _variations(clause: Clause, stance: str, document: str) -> Iterator[Mapping[str, object]]:
    """Other answers, by key: all together, or where that would be too many, one by one."""
    choices = {fact.key: candidates(fact) for fact in _read_by(clause, stance, document) if candidates(fact)}
    if prod(map(len, choices.values())) <= _MOST:
        yield from (dict(zip(choices, raws, strict=True)) for raws in product(*choices.values()))
        return
    first = {key: raws[0] for key, raws in choices.items()}
    for key, raws in choices.items():
        for raw in raws:
            yield {key: raw}
            yield {**first, key: raw}


def _read_by(clause: Clause, stance: str, document: str) -> Iterator[Fact]:
    """The facts that the conditions of what the document prints read, by their names in the source."""
    sources = {clause.text_for(document, stance), "short", "glance"} & set(clause.sources)
    written = "\n".join(line for text in sorted(sources) for line in clause.sources[text].lines)
    conditions = " ".join(map("".join, _CONDITION.findall(written)))
    names = dict.fromkeys(_NAME.findall(re.sub(r'"[^"]*"', "", conditions)))
    for name in list(names):
        if name in library().conditions:
            names.update(dict.fromkeys(sorted(library().conditions[name].condition.reads)))
    facts = {**library().facts, **clause.facts}
    yield from (facts[name] for name in names if name in facts and name not in ("region", "practice_size"))
