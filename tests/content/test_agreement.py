"""One source, many practices: each text agrees with its locale, its size and its words for people.

Every text of every stance is rendered in every locale, for one person and for several, and for each word
that a practice may use for the people it sees and for those who treat them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from socialpolicy.library.clause import Clause
from tests.content.practices import SIZES, library
from tests.content.rendering import Rendering, called
from tests.content.test_texts import FAULTS, _each, _printed

pytestmark = pytest.mark.no_cover  # thousands of renderings go the ways that other tests go once

PERSONS = [term for term in library().facts["person_term"].options if term != "client"]
CLINICIANS = [term for term in library().facts["clinician_term"].options if term != "psychologist"]
# words for people that a text may not hold where the practice uses another one
OTHERS = r"\b(?:[Cc]lients?|[Pp]sychologists?)\b"
# words that are the same in all places, whatever a table of pairs says of them
BOTH = {
    "practice",
    "check",
    "checks",
    "inquiry",
    "program",
    "programs",
    "license",
    "licenses",
    "story",
    "stories",
}

BRITISH = {word.lower() for word in library().spelling}
AMERICAN = {word.lower() for word in library().spelling.values()} - BOTH - BRITISH


def _words(text: str) -> set[str]:
    """The words of a text in small letters, without addresses."""
    for options in (library().facts[name].options for name in ("registration_bodies", "associations")):
        for name in options.values():  # a body is called as it calls itself
            text = text.replace(name, " ")
    plain = re.sub(r"\S*[@/]\S*|\S+\.\S+", " ", text)
    return {word.lower() for word in re.findall(r"[A-Za-z]+", plain)}


def _faults(one: Rendering) -> Iterator[str]:
    for what, look in FAULTS.items():
        for match in re.finditer(look, one.text):
            yield f"{what}: {match[0]!r}"


@_each()
def test_a_text_is_spelled_as_its_locale_spells(clause: Clause, stance: str, document: str) -> None:
    for one in _printed(clause.id, stance, document):
        tag = one.where.partition(f"{document}, ")[2].partition(",")[0]
        foreign = {"american": BRITISH, "british": AMERICAN}.get(library().locales[tag].spelling, set())
        assert not _words(f"{one.heading} {one.text}") & foreign, one.where


@pytest.mark.parametrize("size", SIZES)
@_each()
def test_a_text_agrees_with_the_words_for_people(
    clause: Clause, stance: str, document: str, size: str
) -> None:
    for place in range(max(len(PERSONS), len(CLINICIANS))):
        terms = {
            "person_term": PERSONS[place % len(PERSONS)],
            "clinician_term": CLINICIANS[place % len(CLINICIANS)],
        }
        for one in called(clause, stance, document, size, terms):
            found = [*_faults(one), *re.findall(OTHERS, f"{one.heading} {one.text}")]
            assert not found, f"{found[0]} in {one.where}:\n{one.text}"


@_each()
def test_one_who_works_alone_never_says_we(clause: Clause, stance: str, document: str) -> None:
    """Outside "you and I", one person has no "we"; a prompt may quote none either."""
    for one in _printed(clause.id, stance, document):
        if ", solo" in one.where:
            found = re.findall(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s|[Oo]urselves)\b", f"{one.heading} {one.text}")
            assert not found, one.where
