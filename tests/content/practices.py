"""Practices of each size and country, with every question answered, that can take a given stance.

What a question may be answered with is found in the library; nothing here names a clause or a stance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import attrs

from socialpolicy import Library, Policy, Profile, Refused, compose
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Standing
from socialpolicy.library.clause import Clause

__all__ = [
    "PLACES",
    "SIZES",
    "Raw",
    "answers",
    "candidates",
    "clauses",
    "fit",
    "library",
    "own_answers",
    "policy_of",
]

Raw = dict[str, Any]

# locale → a region of it
PLACES = {
    "en-AU": "AU-NSW",
    "en-CA": "CA-ON",
    "en-GB": "GB-ENG",
    "en-IE": "IE-D",
    "en-NZ": "NZ-CAN",
    "en-US": "US-TX",
}
_PRACTICE: Raw = {
    "practice_name": "Tidewater Rooms",
    "practitioner_name": "Maya Ellison",
    "professions": ["psychologist"],
    "registration_bodies": ["ahpra-psychology"],
    "practice_phone": "02 5550 4417",
    "practice_email": "hello@tidewater.example",
    "retention_period": "7 years after the last contact",
    "retention_if_young": "until the age of 25",
    "channels": ["phone", "email"],
    "delivery": ["in-person", "video"],
    "effective_date": date(2026, 12, 1),
    "professional_accounts": [
        {"platform": "Instagram", "handle": "@tidewater", "url": "https://i.example/t"}
    ],
    "services": [{"name": "Harbourline", "purpose": "records", "place": "Australia", "contract": True}],
}
SIZES = ("solo", "group")


@cache
def library() -> Library:
    """The library that is shipped."""
    return Library.bundled()


def clauses() -> tuple[Clause, ...]:
    """The newest version of every clause."""
    return tuple(versions[-1] for versions in library().clauses.values())


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
        "choice": next(iter(fact.options), ""),
        "choices": list(fact.options)[:1],
        "list of words": ["Saltbush"],
        "rows": [{name: _sample(column) for name, column in fact.columns.items()}],
    }
    return by_kind.get(fact.kind, example[1] if example else "some words")


def candidates(fact: Fact) -> tuple[object, ...]:
    """The answers that conditions tell apart; none for a fact that cannot be varied so."""
    if fact.kind == "yes-no":
        return (True, False)
    if fact.kind == "choice":
        return tuple(fact.options)
    if fact.kind == "choices":
        usual = _PRACTICE.get(fact.name, [])
        more = [[*usual, one] for one in fact.options if one not in usual]
        more += [[one] for one in usual] if len(usual) > 1 else []
        return (*more, list(usual or [*fact.options][:3]), *([] if fact.at_least else [[]]))
    if fact.kind in ("rows", "list of words"):
        return (_sample(fact),) if fact.at_least else (_sample(fact), [])
    return (_sample(fact), "none") if fact.optional else ()


@cache
def _alone(clause_id: str, short: bool) -> Library:
    """The library with outlines that take one clause and nothing else, for every document that prints it.

    It has no rules: those say what clauses are together. `short`: full texts give way to short ones.
    """
    outlines = library().outlines["client-addendum"]
    parts = {part.kind: attrs.evolve(part, take=(clause_id,)) for part in outlines[0].parts if part.take}
    clause = library().clauses[clause_id][-1]
    kinds = ("at-a-glance", "prose") if "glance" in clause.sources else ("prose",)
    plain = attrs.evolve(
        outlines[0],
        numbers="none",
        references="",
        box_reference="",
        length=(0, 0),
        lengths=(),
        gives_way=(clause_id,) if short else (),
        stays_full=(),
        parts=tuple(parts[kind] for kind in kinds),
    )
    return attrs.evolve(
        library(),
        outlines={document: (attrs.evolve(plain, document=document),) for document in clause.texts},
        rules=(),
    )


def policy_of(clause_id: str, values: Raw, own: Raw, stance: str, *, short: bool = False) -> Policy | None:
    """The policy of a practice, None if it may not take the stance; "" is the stance that it gets.

    `short`: its documents have no room for full texts.
    """
    stances = {clause_id: stance} if stance else {}
    alone = _alone(clause_id, short)
    profile = Profile.of(alone, **values, facts={clause_id: own}, stances=stances)
    try:
        return compose(alone, profile)
    except Refused as refused:
        if any(finding.code != Code.STANCE_REFUSED for finding in refused.findings):
            raise
        return None


@cache
def answers(locale: str, size: str) -> Raw:
    """Every question answered, so that no blank is left."""
    values: Raw = {**_PRACTICE, "region": PLACES[locale], "practice_size": size}
    composed = compose(library(), Profile.of(library(), **values)).composed
    for name, answer in composed.answers.items():
        if answer.standing is Standing.UNANSWERED:
            values[name] = _sample(library().facts[name])
    return values


def own_answers(clause: Clause) -> Raw:
    return {name: _sample(fact) for name, fact in clause.facts.items() if fact.default is None}


@cache
def fit(clause_id: str, stance: str, locale: str, size: str) -> Raw:
    """Answers under which a practice may take the stance."""
    values, clause = answers(locale, size), library().clauses[clause_id][-1]
    allowed = clause.stance(stance).allowed_when
    read = sorted({*clause.when.reads, *(allowed.reads if allowed else ())})
    facts = [library().facts[name] for name in read if name != "region"]
    for raws in product(*((None, *candidates(fact)) for fact in facts)):
        chosen = {fact.name: raw for fact, raw in zip(facts, raws, strict=True) if raw is not None}
        policy = policy_of(clause_id, {**values, **chosen}, own_answers(clause), stance)
        if policy and clause_id in policy.composed.chosen:
            return {**values, **chosen}
    raise AssertionError(f"no practice may take {clause_id} = {stance} in {locale}")
