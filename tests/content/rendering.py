"""Every text of every clause, as a practice of each size and country would print it.

Nothing here names a clause, a stance or a text: what the library holds is found in it. A stance that needs
certain facts gets them (`_fit`), and a fact that conditions of a text read is tried in all its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice, product
from typing import Any

import attrs

from socialpolicy import Library, Policy, Profile, Refused, compose
from socialpolicy import document as tree
from socialpolicy.assembly.blocks import blocks_of
from socialpolicy.assembly.standing import standing_units
from socialpolicy.assembly.wording import Writer
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Standing
from socialpolicy.library.clause import Clause
from socialpolicy.library.texts.passage import Branch, When

__all__ = ["PLACES", "Rendering", "clauses", "lines", "prose", "render", "renderings", "typical"]

Raw = dict[str, Any]

# locale → a region of it
PLACES = {"en-AU": "AU-NSW", "en-GB": "GB-ENG", "en-US": "US-TX"}
_PRACTICE: Raw = {
    "practice_name": "Tidewater Rooms",
    "practitioner_name": "Maya Ellison",
    "professions": ["psychologist"],
    "registration_bodies": ["ahpra-psychology"],
    "practice_phone": "02 5550 4417",
    "practice_email": "hello@tidewater.example",
    "retention_period": "7 years after your last contact",
    "retention_if_young": "until you turn 25",
    "channels": ["phone", "email"],
    "delivery": ["in-person", "video"],
    "effective_date": date(2026, 12, 1),
    "professional_accounts": [
        {"platform": "Instagram", "handle": "@tidewater", "url": "https://i.example/t"}
    ],
    "services": [{"name": "Harbourline", "purpose": "records", "place": "Australia", "contract": True}],
}
_MOST = 48  # renderings of one text, beyond which facts are varied one by one


@attrs.frozen
class Rendering:
    """One text as it prints; `where` says for whom."""

    where: str
    blocks: tuple[tree.Block, ...] = attrs.field(repr=False)

    @property
    def text(self) -> str:
        """The prose, one line a paragraph or item, without tables."""
        return prose(*self.blocks)


@cache
def library() -> Library:
    return Library.bundled()


def clauses() -> tuple[Clause, ...]:
    """The newest version of every clause."""
    return tuple(versions[-1] for versions in library().clauses.values())


def lines(*nodes: tree.Node) -> Iterator[tree.Inlines]:
    """The lines of prose below some nodes: whatever holds words, but not the cells of tables."""
    for node in nodes:
        if isinstance(node, tree.Table):
            continue
        if isinstance(node, (tree.Paragraph, tree.Party, tree.Definition)):
            yield node.inlines
            continue
        if isinstance(node, (tree.Provision, tree.Box)):
            yield node.heading
        if isinstance(node, tree.Consent):
            yield from (node.asks, node.withdraw)
        if isinstance(node, tree.Execution):
            yield node.statement
        yield from lines(*_below(node))


def _below(node: tree.Node) -> Iterator[tree.Node]:
    for name in ("blocks", "items", "parties", "entries", "boxes"):
        yield from getattr(node, name, ())


def prose(*nodes: tree.Node) -> str:
    """The lines of some nodes, without the "(section 5)" of their references."""
    return "\n".join(tree.plain(tuple(map(_bare, inlines))) for inlines in lines(*nodes))


def _bare(inline: tree.Inline) -> tree.Inline:
    return attrs.evolve(inline, label="") if isinstance(inline, tree.Reference) else inline


# ---------- practices ----------


def _sample(fact: Fact) -> object:
    """An answer to a question that has no usual one: its own example where it gives one."""
    example = re.search(r"for example:? \"?([^\")]+)", f"{fact.question} {fact.help}", re.IGNORECASE)
    by_kind: Mapping[str, object] = {
        "yes-no": True,
        "whole": (fact.range or (1, 1))[0],
        "duration": (fact.range or (1, 1))[0],
        "email": "hello@tidewater.example",
        "phone": "02 5550 4417",
        "url": "https://tidewater.example",
    }
    if fact.kind == "rows":
        return [{name: _sample(column) for name, column in fact.columns.items()}]
    if fact.kind in ("choice", "choices"):
        first = next(iter(fact.options))
        return first if fact.kind == "choice" else [first]
    if fact.kind == "list of words":
        return ["Saltbush"]
    return by_kind.get(fact.kind, example[1] if example else "some words")


def _candidates(fact: Fact) -> tuple[object, ...]:
    """The answers that conditions tell apart."""
    if fact.kind == "yes-no":
        return (True, False)
    if fact.kind == "choice":
        return tuple(fact.options)
    if fact.kind == "choices":
        least = ([],) if fact.at_least == 0 else ()
        usual = _PRACTICE.get(fact.name, [])
        return (
            *least,
            *([*usual, one] for one in fact.options if one not in usual),
            list(usual or fact.options),
        )
    if fact.kind in ("rows", "list of words"):
        return (_sample(fact), []) if fact.at_least == 0 else (_sample(fact),)
    return (_sample(fact), "none") if fact.optional else ()


def _compose(values: Raw, own: Mapping[str, Raw], stances: Mapping[str, str]) -> Policy | None:
    profile = Profile.of(library(), **values, facts=dict(own), stances=dict(stances))
    try:
        return compose(library(), profile)
    except Refused as refused:
        if any(finding.code != Code.STANCE_REFUSED for finding in refused.findings):
            raise
        return None


@cache
def _answers(locale: str, size: str) -> Raw:
    """Every question answered, so that no blank is left."""
    values: Raw = {**_PRACTICE, "region": PLACES[locale], "practice_size": size}
    policy = _compose(values, {}, {})
    assert policy is not None
    for name, answer in policy.composed.answers.items():
        if answer.standing is Standing.UNANSWERED:
            values[name] = _sample(library().facts[name])
    return values


def _own(clause: Clause) -> Raw:
    return {name: _sample(fact) for name, fact in clause.facts.items() if fact.default is None}


@cache
def _fit(clause_id: str, stance: str, locale: str, size: str) -> Raw:
    """Answers under which a practice may take the stance."""
    values, clause = _answers(locale, size), library().clauses[clause_id][-1]
    allowed = clause.stance(stance).allowed_when
    facts = [library().facts[name] for name in sorted(allowed.reads)] if allowed else []
    for chosen in product(*((None, *_candidates(fact)) for fact in facts)):
        tried = {
            **values,
            **{fact.name: raw for fact, raw in zip(facts, chosen, strict=True) if raw is not None},
        }
        if _compose(tried, {clause.id: _own(clause)}, {clause.id: stance}):
            return tried
    raise AssertionError(f"no practice may take {clause.id} = {stance} in {locale}")


# ---------- renderings ----------


def render(policy: Policy, clause: Clause, text: str) -> tuple[tree.Block, ...]:
    """The blocks of one text of a clause under a policy, where no other clause stands around it."""
    units = standing_units(clause.sources[text].passage, policy.composed.values)
    return blocks_of(((key, "", unit) for key, unit in units), Writer(policy.composed), clause.id)


def _read_by(clause: Clause, text: str) -> tuple[Fact, ...]:
    """The facts that the conditions of a text read."""
    reads: dict[str, None] = {}
    for condition in _conditions(clause.sources[text].passage):
        reads.update(dict.fromkeys(sorted(condition.reads)))
    own = {fact.key: fact for fact in clause.facts.values()}
    facts = {**library().facts, **own}
    fixed = ("region", "practice_size")
    return tuple(facts[name] for name in reads if name in facts and name not in fixed)


def _conditions(node: object) -> Iterator[Any]:
    if isinstance(node, (When, Branch)) and node.condition:
        yield node.condition
    if isinstance(node, tuple):
        for entry in node:
            yield from _conditions(entry)
    elif attrs.has(type(node)):
        for name in ("units", "pieces", "items", "branches", "rows", "header"):
            yield from _conditions(getattr(node, name, ()))


def _variations(clause: Clause, text: str) -> Iterator[Mapping[str, object]]:
    """Which answers are put in place of the usual ones, by key: all together, or one by one where they are many."""
    facts = [fact for fact in _read_by(clause, text) if _candidates(fact)]
    sizes = [len(_candidates(fact)) for fact in facts]
    keys = [fact.key for fact in facts]
    total = 1
    for size in sizes:
        total *= size
    if total <= _MOST:
        yield from (dict(zip(keys, raws, strict=True)) for raws in product(*map(_candidates, facts)))
        return
    full = {fact.key: _candidates(fact)[0] for fact in facts}
    for fact in facts:
        for raw in _candidates(fact):
            yield {fact.key: raw}
            yield {**full, fact.key: raw}


def renderings(clause: Clause, stance: str, text: str) -> Iterator[Rendering]:
    """A text under a stance: in every place and size, and for every answer that it depends on."""
    for locale, size in product(PLACES, ("solo", "group")):
        yield from _rendered(clause, stance, text, locale, size, {})
    for size, changes in product(("solo", "group"), _variations(clause, text)):
        yield from _rendered(clause, stance, text, "en-AU", size, changes)


def _rendered(
    clause: Clause, stance: str, text: str, locale: str, size: str, changes: Mapping[str, object]
) -> Iterator[Rendering]:
    values, own = dict(_fit(clause.id, stance, locale, size)), _own(clause)
    for key, raw in changes.items():
        owner, _, name = key.rpartition(".")
        (own if owner else values)[name] = raw
    policy = _compose(values, {clause.id: own}, {clause.id: stance})
    if policy:
        where = ", ".join(
            [f"{clause.id}={stance} {text}", locale, size, *(f"{k}={v}" for k, v in changes.items())]
        )
        yield Rendering(where, render(policy, clause, text))


def typical(clause: Clause, text: str) -> Rendering | None:
    """A text as most practices print it: one person, every usual stance and answer."""
    policy = _compose(_answers("en-AU", "solo"), {}, {})
    assert policy is not None
    stance = policy.composed.chosen[clause.id].stance.id
    return next(islice(renderings(clause, stance, text), 1)) if text in clause.sources else None
