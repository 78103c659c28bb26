"""The example practices: each composes, and its documents are what a client there may expect.

A new file in `docs/examples` is tested by itself. What one practice alone must have is in STANCES and SAID.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from socialpolicy import Policy, Profile, compose
from socialpolicy import document as tree
from socialpolicy.assembly.fitting import counted
from socialpolicy.assembly.planning import choose_outline
from socialpolicy.library.bundled import examples_folder
from tests.content.practices import library
from tests.content.reading import grade, longest_sentence, mean_sentence
from tests.content.rendering import prose
from tests.content.test_texts import CLIENTS, MUST_STAND

EXAMPLES = sorted(path.stem for path in examples_folder().glob("*.toml"))
BOXED = "crisis-and-emergencies"  # stands in the box at the top, not among the numbered clauses
SHEET = "first-session"  # one page of prompts
# country → emergency number, paper, how the first of December is written
COUNTRY = {
    "AU": ("000", "A4", "1 December 2026"),
    "GB": ("999", "A4", "1 December 2026"),
    "US": ("911", "Letter", "December 1, 2026"),
    "CA": ("911", "Letter", "December 1, 2026"),
    "NZ": ("111", "A4", "1 December 2026"),
}
STANCES = {
    "p01": {
        "connection-requests": "decline-personal-allow-page",
        "professional-pages": "own-discretion",
        "reviews": "no-response",
        "practitioner-searches": "consent-or-safety",
    },
    "p06": {"connection-requests": "decline-personal-allow-page"},
    "p08": {
        "reviews": "no-response",
        "practitioner-searches": "consent-or-safety",
        "connection-requests": "decline-all",
    },
}
# what the addendum must say, and what no document for clients may
SAID = {
    "p01": (
        (
            "13 11 14",
            "Office of the Australian Information Commissioner",
            "Ahpra",
            "Health Care Complaints Commission",
        ),
        r"APS|Psychological Society|988|Samaritans",
    ),
    "p06": (
        ("116 123", "Information Commissioner’s Office", "UK Council for Psychotherapy"),
        r"FTC|Ahpra|911",
    ),
    "p08": (
        ("988", "Texas Behavioral Health Executive Council", "Office for Civil Rights"),
        r"ICO\b|Ahpra|counsellor",
    ),
}


@cache
def _policy(example: str, size: str = "") -> Policy:
    """The policy of an example as it is, or as it were with another `size`."""
    text = (examples_folder() / f"{example}.toml").read_text(encoding="utf-8")
    if size:
        text = re.sub(r'(?m)^practice_size = "\w+"', f'practice_size = "{size}"', text)
    return compose(library(), Profile.parse(text, library(), file=f"{example}.toml"))


def _for_clients(example: str, size: str = "") -> Iterator[tree.Document]:
    policy = _policy(example, size)
    for document in policy.documents:
        if document in CLIENTS:
            yield policy.document(document).tree


def _addendum(example: str) -> tree.Document:
    return _policy(example).document("client-addendum").tree


def _cells(document: tree.Document) -> str:
    tables = (node for node in tree.walk(document) if isinstance(node, tree.Table))
    return "\n".join(
        tree.plain(cell) for table in tables for row in (table.header, *table.rows) for cell in row
    )


def _whole(document: tree.Document) -> str:
    return f"{prose(document)}\n{_cells(document)}"


def _own_words(document: tree.Document) -> str:
    return re.sub(r" \([^()]*\)", "", prose(document))


pytestmark = pytest.mark.parametrize("example", EXAMPLES)


def test_the_example_composes_and_nothing_is_found(example: str) -> None:
    policy = _policy(example)
    assert policy.findings == ()
    public = {"website-policy"} if policy.composed.values["has_website"] else set()
    assert {"client-addendum", "cover-note"} | public <= set(policy.documents)
    assert public or "website-policy" not in policy.documents


def test_the_example_takes_the_stances_that_its_practice_needs(example: str) -> None:
    chosen, needed = _policy(example).composed.chosen, STANCES.get(example, {})
    assert {clause: chosen[clause].stance.id for clause in needed} == needed


def test_nothing_is_left_to_complete(example: str) -> None:
    policy = _policy(example)
    assert [blank for document in policy.documents for blank in policy.document(document).blanks] == []


def test_each_document_is_as_long_as_its_outline_says(example: str) -> None:
    policy = _policy(example)
    for document in policy.documents:
        outline = choose_outline(policy.composed, document)
        fewest, most = outline.length_for(policy.composed.values)
        assert fewest <= counted(policy.document(document).tree) <= most, document


def test_the_documents_for_clients_are_easy_to_read(example: str) -> None:
    for document in _for_clients(example):
        text = _own_words(document)
        assert grade(text) <= 8, document.id
        assert mean_sentence(text) <= 18, document.id
        # the sheet ends with a list of numbers, which nobody reads as a sentence
        assert longest_sentence(text) <= 35 or document.id == SHEET, document.id


def test_the_fifteen_stand_in_the_addendum(example: str) -> None:
    nodes = tuple(tree.walk(_addendum(example)))
    provisions = [node.id for node in nodes if isinstance(node, tree.Provision)]
    assert sorted([*provisions, BOXED]) == sorted({*provisions, *MUST_STAND})
    assert [node.kind for node in nodes if isinstance(node, tree.Box)] == ["emergency"]


def test_the_addendum_leads_from_clause_to_clause(example: str) -> None:
    numbers = [reference.number for reference in _references(_addendum(example)) if reference.number]
    assert len(numbers) >= 10
    assert len([number for number in numbers if "." in number]) >= 2


def test_each_reference_leads_to_something_that_stands(example: str) -> None:
    for document in _for_clients(example):
        keys = {getattr(node, "key", "") or getattr(node, "id", "") for node in tree.walk(document)}
        keys |= {node.kind for node in tree.walk(document) if isinstance(node, tree.Box)}
        for reference in _references(document):
            assert not reference.label or reference.target in keys, reference


def test_no_paragraph_sends_its_reader_in_every_direction(example: str) -> None:
    for node in tree.walk(_addendum(example)):
        if isinstance(node, tree.Paragraph):
            led = [one for one in node.inlines if isinstance(one, tree.Reference) and one.label]
            assert len(led) <= 2, node.key


def _references(document: tree.Document) -> Iterator[tree.Reference]:
    """The references outside the table at a glance."""

    def below(node: tree.Node) -> Iterator[tree.Node]:
        if isinstance(node, tree.Part):
            for block in node.blocks:
                yield from () if isinstance(block, tree.Table) else tree.walk(block)
        else:
            yield from tree.walk(node)

    for block in document.blocks:
        yield from (node for node in below(block) if isinstance(node, tree.Reference))


def test_at_a_glance_is_one_page_at_most(example: str) -> None:
    parts = [block for block in _addendum(example).blocks if isinstance(block, tree.Part)]
    (table,) = (block for part in parts for block in part.blocks if isinstance(block, tree.Table))
    assert 1 <= len(table.rows) <= 10


def test_help_in_an_emergency_comes_first_with_the_numbers_of_the_country(example: str) -> None:
    country = str(_policy(example).composed.values["region"]).partition("-")[0]
    number, paper, day = COUNTRY[country]
    for document in _for_clients(example):
        if document.id == SHEET:
            (table,) = (node for node in tree.walk(document) if isinstance(node, tree.Table))
            assert table.row_keys[0].startswith(BOXED)
            continue
        box = next(node for node in tree.walk(document) if isinstance(node, tree.Box))
        assert f"Call {number}." in prose(box)
        assert not re.search(rf"\bcall (?!{number}\b)(?:000|111|112|911|999)\b", prose(box), re.IGNORECASE)
        assert (document.paper, document.date, document.locale) == (paper, day, f"en-{country}")
        assert not any(isinstance(node, tree.Provision) for node in _before(document, box))


def _before(document: tree.Document, end: tree.Node) -> Iterator[tree.Node]:
    for node in tree.walk(document):
        if node is end:
            return
        yield node


def test_the_documents_name_the_bodies_of_their_place_and_no_others(example: str) -> None:
    needed, forbidden = SAID.get(example, ((), r"(?!)"))
    addendum = _whole(_addendum(example))
    assert [words for words in needed if words not in addendum] == []
    foreign = r"\bGDPR\b|\bAct (?:19|20)\d\d\b"
    if not _policy(example).composed.values["hipaa_covered"]:
        foreign += r"|\bHIPAA\b"
    for document in _for_clients(example):
        assert not re.search(f"{forbidden}|{foreign}", _whole(document)), document.id


def test_nothing_from_the_authorities_is_printed_for_clients(example: str) -> None:
    titles = [entry.title for entry in library().authorities.values()]
    for document in _for_clients(example):
        # the one code whose display is a duty, where it holds: unregistered practitioners in Australia
        text = _whole(document).replace("National Code of Conduct for health care workers", "")
        assert [title for title in titles if title in text] == []


def test_each_consent_is_apart_unticked_and_can_be_taken_back(example: str) -> None:
    consents = [node for node in tree.walk(_addendum(example)) if isinstance(node, tree.Consent)]
    # who can only be phoned asks for no consent to writing
    assert consents or _policy(example).composed.values["channels"] == ("phone",)
    for consent in consents:
        assert re.fullmatch(r"[A-Z].*\.", tree.plain(consent.asks))
        assert re.fullmatch(r"To stop, .*\.", tree.plain(consent.withdraw))
        signers = len({field.party for field in consent.fields})
        assert [field.kind for field in consent.fields] == ["tick", "initials"] * signers
        assert all(not field.inlines and not field.required for field in consent.fields)


def test_each_signer_has_a_name_a_signature_and_a_date(example: str) -> None:
    blocks = [node for node in tree.walk(_addendum(example)) if isinstance(node, tree.Execution)]
    assert blocks
    for block in blocks:
        assert "You give up no legal right." in tree.plain(block.statement)
        assert len(block.signers) >= 2
        for signer in block.signers:
            assert [field.kind for field in signer.fields] == ["name", "signature", "date"]


VOICES = {
    "solo": (r"\bI\b", r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves)\b"),
    "group": (r"\b[Ww]e\b", r"\bI\b|\b[Mm]y\b|\bme\b"),
}


def test_one_who_works_alone_says_i_and_several_say_we(example: str) -> None:
    for size, (right, wrong) in VOICES.items():
        for document in _for_clients(example, size):
            found = re.search(wrong, _whole(document))
            assert not found, f"{document.id}: {found}"
            assert re.search(right, _whole(document)), document.id
