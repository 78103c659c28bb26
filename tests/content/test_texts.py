"""What every text of every clause must be: whole, short, plain, warm to the ear, and free of promises.

New clauses, stances and texts are found by themselves: nothing here names one, but for rule R25.
"""

from __future__ import annotations

import re
from functools import cache
from statistics import mean

import pytest

from socialpolicy.library.clause import REASONS, Clause
from socialpolicy.library.documents import DOCUMENTS
from tests.content.practices import clauses, library
from tests.content.reading import grade, longest_sentence, mean_sentence, sentences, words
from tests.content.rendering import Rendering, documents_with, renderings, typical

pytestmark = pytest.mark.no_cover  # thousands of renderings go the ways that other tests go once

CLIENTS = tuple(name for name, audience in DOCUMENTS.items() if audience != "staff")
STANCES = [(clause, stance.id) for clause in clauses() for stance in clause.stances]
PRINTED = [
    (clause, stance, document) for clause, stance in STANCES for document in documents_with(clause, stance)
]
# what an addendum must hold for each client (rule R25)
MUST_STAND = (
    "purpose-and-scope", "confidentiality-online", "choice-and-withdrawal", "connection-requests",
    "professional-pages", "direct-messages", "practitioner-searches", "reviews", "approved-channels",
    "response-times", "crisis-and-emergencies", "electronic-records", "complaints", "review-and-changes",
    "acknowledgement",
)  # fmt: skip

# what no rendering may hold: what it is, and what it looks like
FAULTS = {
    "two blanks": r"  ",
    "a blank before a mark": r"\s[.,;:!?)]",
    "a mark twice": r"\.\.|,,|::|;;|\?\?|!!|[,;:]\.|\.[,;:]",
    "sentences without a blank between them": r"[a-z)”\"][.!?;:,][A-Z]|[a-z)][.!?][“\"]",
    "a mark left over": r"[{}\[\]|*]|(?:^|\n)\s*[.,;:!?)]|\(\s*\)|“”|\"\"",
    "an end without a mark": r"[a-z0-9)](?:\n|$)",
    "a sentence that begins small": r"(?:[.!?] |\n|^)[a-z]",
    "a verb for another number": r"\bI (?:are|is|has|were)\b|\b[Ww]e (?:am|is|has|was)\b",
    "a for an, or an for a": (
        r"\b[Aa] (?=[aeiAI]|o(?!ne\b|nce\b)|u(?!ni|s[ei]))"
        r"|\b[Aa]n (?![aeiouAEIO]|[“‘][aeiou]|hour|honest|8|11\b|18\b)"
    ),
    "the reader among those who treat": r"\b[Ww]e (?:both|together)\b|\b[Ll]et us\b|\b[Oo]ur sessions?\b",
    "a word twice": r"\b(\w+) \1\b(?<!that that)",
    "a quotation mark that is straight": r"[\"']",
}
# what must never be promised or asked (domain rules, and what a court would strike out)
NEVER = (
    r"(?:completely|totally|absolutely|100 ?%) (?:confidential|private|secure|anonymous|safe)",
    r"^(?!.*\b(?:no|not|never)\b).*\bfully (?:confidential|private|secure|anonymous|safe)",
    r"24/7|around the clock|at all hours",
    r"waive|waiver|indemnif|hold harmless|release (?:us|me|the practice) from",
    r"guarantee|we promise|I promise",
    r"must not (?:post|review|complain)|may not (?:post|review|complain)|agree not to",
    r"without (?:any )?notice|at (?:my|our) sole discretion",
    r"\bHIPAA\b|\bGDPR\b|lawful basis",
    r"monitor",
)

MOST = {"short": 45, "prompt": 50, "staff": 140}  # words of a rendering

SECTION = r"§|\b(?:s|ss|reg|cl|Art|Article|Sch) \d+|\b(?:Act|Regulations?) (?:19|20)\d\d\b"


@cache
def _printed(clause_id: str, stance: str, document: str) -> tuple[Rendering, ...]:
    clause = next(one for one in clauses() if one.id == clause_id)
    return tuple(renderings(clause, stance, document))


def _each() -> pytest.MarkDecorator:
    """Each text in each document; those of one clause go to one process, which renders them once."""
    return pytest.mark.parametrize(
        ("clause", "stance", "document"),
        PRINTED,
        ids=[f"{clause.id}-{stance}-{document}" for clause, stance, document in PRINTED],
    )


# ---------- whole ----------


@_each()
def test_a_text_prints_whole_sentences_wherever_it_stands(clause: Clause, stance: str, document: str) -> None:
    found = [
        f"{what}: {match[0]!r} in {one.where}:\n{one.text}"
        for one in _printed(clause.id, stance, document)
        for what, look in FAULTS.items()
        for match in re.finditer(look, one.text)
    ]
    assert not found, found[0]


@_each()
def test_a_text_leaves_no_blank_once_every_question_is_answered(
    clause: Clause, stance: str, document: str
) -> None:
    assert {one.blanks for one in _printed(clause.id, stance, document)} == {()}
    assert all(one.text for one in _printed(clause.id, stance, document))


@_each()
def test_a_text_promises_nothing_that_nobody_can_keep(clause: Clause, stance: str, document: str) -> None:
    if document in CLIENTS:
        found = [
            f"{match[0]!r} in {one.where}"
            for one in _printed(clause.id, stance, document)
            for sentence in sentences(one.text)
            for match in re.finditer("|".join(NEVER), sentence, re.IGNORECASE)
        ]
        assert not found, found[0]


# ---------- short and plain ----------


@_each()
def test_a_text_is_no_longer_than_its_kind_may_be(clause: Clause, stance: str, document: str) -> None:
    for one in _printed(clause.id, stance, document):
        assert len(words(one.text)) <= MOST.get(one.name, 110), one.where


@_each()
def test_a_text_has_no_sentence_that_runs_out_of_breath(clause: Clause, stance: str, document: str) -> None:
    worst = max(_printed(clause.id, stance, document), key=lambda one: longest_sentence(_own_words(one.text)))
    assert longest_sentence(_own_words(worst.text)) <= 35, worst.where


@_each()
def test_a_text_for_clients_is_plain(clause: Clause, stance: str, document: str) -> None:
    if document in CLIENTS:
        for one in _printed(clause.id, stance, document):
            assert grade(_own_words(one.text)) <= 10, one.where
            assert mean_sentence(_own_words(one.text)) <= 18, one.where


def _own_words(text: str) -> str:
    """The text without what stands in brackets: that is a number, an address or a name to look at."""
    return re.sub(r" \([^()]*\)", "", text)


@pytest.mark.parametrize(("text", "most"), [("full", 70), ("short", 27), ("prompt", 40), ("staff", 90)])
def test_texts_are_short_on_average(text: str, most: int) -> None:
    lengths = [
        len(words(one.text))
        for clause in clauses()
        for document in {name: doc for doc, name in clause.texts.items()}.values()
        if clause.texts[document] == text and (one := typical(clause, document))
    ]
    assert lengths
    assert mean(lengths) <= most


# ---------- at a glance ----------


@pytest.mark.parametrize(
    ("clause", "stance"), STANCES, ids=[f"{clause.id}-{stance}" for clause, stance in STANCES]
)
def test_each_stance_has_one_row_at_a_glance(clause: Clause, stance: str) -> None:
    if "client-addendum" not in documents_with(clause, stance):  # what no client reads has no row there
        return
    assert "glance" in clause.sources
    for one in _printed(clause.id, stance, "client-addendum"):
        topic, *cells = one.glance
        assert topic
        assert len(cells) == 2
        for cell in cells:
            assert 1 <= len(words(cell)) <= 14, cell
            assert re.fullmatch(r"[A-Z][^|{}\[\]]*\.", cell), cell


@pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)
def test_a_title_is_in_nobodys_voice(clause: Clause) -> None:
    assert not re.search(r"\b(?:we|us|our|I|me|my)\b", clause.title)


@_each()
def test_a_heading_is_a_question_that_a_client_would_ask(clause: Clause, stance: str, document: str) -> None:
    for one in _printed(clause.id, stance, document) if document in CLIENTS else ():
        assert re.fullmatch(r"[A-Z][^?]*\?", one.heading), one.heading
        assert not re.search(r"\b(?:Do|Will|Should|May) (?:I|we)\b", one.heading), one.heading


# ---------- what a clause owes ----------


@pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)
def test_each_point_that_a_clause_must_cover_names_a_paragraph_that_is_there(clause: Clause) -> None:
    assert clause.covers
    for point, where in clause.covers.items():
        text, _, ordinal = where.partition(":")
        assert 1 <= int(ordinal) <= len(clause.sources[text].passage.units), point


@pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)
def test_a_clause_tells_staff_what_to_do(clause: Clause) -> None:
    assert clause.texts["staff-handbook"] == "staff"
    assert "staff" in clause.sources


@pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)
def test_each_stance_asserts_a_norm(clause: Clause) -> None:
    asserted = {stance for norm in clause.norms for stance in norm.stances}
    assert asserted == {stance.id for stance in clause.stances}


@pytest.mark.parametrize("document", CLIENTS)
def test_what_clients_read_serves_all_five_reasons(document: str) -> None:
    served = {
        reason
        for clause in clauses()
        if clause.texts.get(document, "none") != "none"
        for reason in clause.reasons
    }
    assert served == set(REASONS)


def test_the_fifteen_stand_in_every_addendum() -> None:
    standing = {clause.id: clause for clause in clauses()}
    assert set(MUST_STAND) <= set(standing)
    for clause_id in MUST_STAND:
        clause = standing[clause_id]
        assert not clause.when.reads, "stands for every practice"
        assert clause.for_clients is None, "stands for every client"
        assert all("client-addendum" in documents_with(clause, stance.id) for stance in clause.stances)


@_each()
def test_no_code_or_law_is_cited_to_clients(clause: Clause, stance: str, document: str) -> None:
    """Rule R28: what was not opened at its source is not printed. Rule R27 names one code, which was."""
    if document in CLIENTS:
        titles = [entry.title for entry in library().authorities.values()]
        for one in _printed(clause.id, stance, document):
            said = one.text.replace("National Code of Conduct for health care workers", "")
            assert not [title for title in titles if title in said], one.where
            assert not re.search(SECTION, said), one.where


def test_definitions_are_whole_and_say_what_they_define() -> None:
    for term in library().terms.values():
        said = "".join(map(str, (getattr(piece, "text", "") for piece in term.means.units[0].pieces)))
        assert said[:1].isupper(), term.words
        assert said.endswith("."), term.words
