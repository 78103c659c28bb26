"""The schema of a practice's profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from socialpolicy.conditions import Condition
from socialpolicy.facts.fact import Fact
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.library import Library
from socialpolicy.schemas.facts import answer_schema
from socialpolicy.schemas.shaping import Schema, closed, listed, one_of, titled, top

__all__ = ["profile_schema"]

_OWN = 400  # characters of a practice's own sentences on one clause


def profile_schema(library: Library) -> Schema:
    """What a profile for a library may hold; TOML's dates are texts in it ("2026-12-01").

    What hangs on several answers at once (`asked_when`, rules, stances that are not allowed) is said in words
    only: composing decides it.
    """
    facts = {name: fact for name, fact in library.facts.items() if fact.about == "practice"}
    answers = {name: answer_schema(fact, library.asked_when.get(name)) for name, fact in facts.items()}
    choices = dict(_choices(library))
    schema = closed({**answers, **choices}, (name for name, fact in facts.items() if _must(fact, library)))
    return top("profile", f"A practice's profile for {library.name}, edition {library.edition}", schema)


def _must(fact: Fact, library: Library) -> bool:
    return fact.required and fact.name not in library.asked_when


def _choices(library: Library) -> Iterator[tuple[str, Schema]]:
    clauses = library.clauses
    ids = one_of({name: versions[-1].title for name, versions in clauses.items()})
    locales = one_of({tag: locale.name for tag, locale in library.locales.items()})
    yield "locale", titled(locales, "The locale that is written in")
    yield "exclude", titled(listed(ids), "Clauses that are left out")
    yield "stances", titled(_each(clauses, _stances), "Positions that differ from the usual one")
    yield "versions", titled(_each(clauses, _versions), "Versions that are kept")
    yield "facts", titled(_each(clauses, _own_facts), "Answers to the questions of single clauses")
    documents = one_of({name: name for name in DOCUMENTS if name != "cover-note"})
    own = closed(
        {"text": {"type": "string", "maxLength": _OWN}, "documents": listed(documents, least=1)}, ["text"]
    )
    yield "own", titled(_each(clauses, lambda versions: own), "Your own sentences on single clauses")


def _each(
    clauses: Mapping[str, tuple[Clause, ...]], schema: Callable[[tuple[Clause, ...]], Schema]
) -> Schema:
    made = ((name, schema(versions)) for name, versions in clauses.items())
    return closed({name: one for name, one in made if one})


def _stances(versions: tuple[Clause, ...]) -> Schema:
    former = {stance.was: stance.label for one in versions for stance in one.stances if stance.was}
    labels = {stance.id: stance.label for one in versions for stance in one.stances}
    return titled(one_of({**former, **labels}), versions[-1].title)


def _versions(versions: tuple[Clause, ...]) -> Schema:
    return titled(one_of({str(one.version): one.change for one in versions}), versions[-1].title)


def _own_facts(versions: tuple[Clause, ...]) -> Schema:
    facts: dict[str, tuple[Fact, Condition | None]] = {
        name: (fact, one.asked_when.get(name)) for one in versions for name, fact in one.facts.items()
    }
    made = {name: answer_schema(fact, asked) for name, (fact, asked) in facts.items()}
    return titled(closed(made), versions[-1].title) if made else {}
