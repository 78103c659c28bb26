"""One open question: what it asks, and what its answer could change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from socialpolicy.composition.targets import What
from socialpolicy.facts.fact import Fact

__all__ = ["Effect", "Need", "Question"]

Need = Literal["decision", "value", "assumption"]

# what could change → how people are told
_SAID: dict[What, str] = {
    "clause": "which clauses stand: {}",
    "stance": "the stance of {}",
    "document": "which documents there are: {}",
    "words": "the words of {}",
    "value": "values that are printed by {}",
    "authorities": "the codes and laws that are named for {}",
    "rule": "what is allowed: {}",
}


@attrs.frozen
class Effect:
    """Something that an answer could change; `clause` and `document` are "" where it is of none.

    Of a rule, `clause` is its id. Not `proved`: the search for a practice where it does was given up.
    """

    what: What
    clause: str
    document: str
    proved: bool = True


@attrs.frozen(kw_only=True)
class Question:
    """One open question.

    `need`: a "decision" must be known before anything is composed; a "value" prints a blank until it is
    given; for an "assumption" the `default` stands meanwhile, here in words. `effects` are what an answer
    could change. `undecided`: the search was given up, so that it may turn out to change nothing.
    """

    fact: Fact
    need: Need
    default: str = ""
    effects: tuple[Effect, ...] = ()
    undecided: bool = False

    def why(self) -> Iterator[str]:
        """What an answer could change, a sentence for each kind of change, by clause and document."""
        for what, said in _SAID.items():
            for proved in (True, False):
                alike = [one for one in self.effects if one.what == what and one.proved is proved]
                if alike:
                    yield f"{'' if proved else 'perhaps '}{said.format(_listed(alike))}"


def _listed(effects: list[Effect]) -> str:
    """Clauses with the documents that they stand in, those of the same documents together; then documents."""
    by_documents: dict[tuple[str, ...], list[str]] = {}
    for clause in dict.fromkeys(one.clause for one in effects if one.clause):
        documents = tuple(one.document for one in effects if one.clause == clause and one.document)
        by_documents.setdefault(documents, []).append(clause)
    clauses = (_among(named, documents) for documents, named in by_documents.items())
    return "; ".join((*clauses, *(one.document for one in effects if not one.clause)))


def _among(clauses: list[str], documents: tuple[str, ...]) -> str:
    return f"{', '.join(clauses)} ({', '.join(documents)})" if documents else ", ".join(clauses)
