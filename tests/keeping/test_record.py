"""A record tells what its own file prints, and which clauses that came from. It tells nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from socialpolicy import Policy, PolicyDocument, Refused
from socialpolicy.composition.explaining import value_words
from socialpolicy.document import (
    Blank,
    Consent,
    Consents,
    Document,
    Hole,
    Paragraph,
    Table,
    Value,
    plain,
    walk,
)
from socialpolicy.document.canonical import json_bytes
from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer
from socialpolicy.keeping.canonical import LARGEST
from socialpolicy.keeping.clauses import KeptClause, clauses_in
from socialpolicy.keeping.locking import record_of
from socialpolicy.keeping.record import Record
from socialpolicy.library.digests import ClauseDigest
from socialpolicy.library.documents import DOCUMENTS, SHOWN_TO
from socialpolicy.writers.word.record import read_record
from tests.conformance.validator import schema_errors
from tests.practice import EXAMPLES, example, policy_of
from tests.writers.sample import sample_document

PLACE = Place("client-addendum.docx")
POLICIES = {path.stem: example(path) for path in EXAMPLES}
EVERY = [(practice, name) for practice, policy in POLICIES.items() for name in policy.documents]
CANARY = "CANARY-77d1"


@pytest.fixture(params=EVERY, ids=[" ".join(one) for one in EVERY])
def document(request: pytest.FixtureRequest) -> PolicyDocument:
    """Every document of every example."""
    practice, name = request.param
    return POLICIES[practice].document(name)


def written(document: PolicyDocument) -> str:
    return record_of(document.composed, document.tree).written().decode()


def strings(value: object) -> Iterator[str]:
    """Every text and key of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for entry in value.values():
            yield from strings(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from strings(entry)


def printed(tree: Document) -> str:
    """Every word of a document: its lines of text, and what is printed beside those."""
    lines = [tree.title, tree.practice, tree.version, tree.date, tree.edition]
    for node in walk(tree):
        for name in ("inlines", "heading", "words", "asks", "withdraw", "statement", "subtitle", "label"):
            said = getattr(node, name, "")
            lines.append(said if isinstance(said, str) else plain(said))
        if isinstance(node, Table):
            lines += [plain(cell) for row in (node.header, *node.rows) for cell in row]
    return squeezed(" ".join(lines))


def squeezed(text: str) -> str:
    return " ".join(text.split())


def facts_of(policy: Policy) -> Iterator[tuple[Fact, Answer]]:
    """Every fact of the practice and of its clauses, with its answer."""
    composed = policy.composed
    for name, answer in composed.answers.items():
        yield composed.library.facts[name], answer
    for chosen in composed.chosen.values():
        yield from ((chosen.clause.facts[name], answer) for name, answer in chosen.answers.items())


def bare(document: PolicyDocument) -> Document:
    """Its tree, without what only a letterhead prints: not every file does."""
    return attrs.evolve(document.tree, details=())


# ---------- what a record holds ----------


def test_it_holds_its_own_tree_the_edition_and_the_digests_of_its_clauses(document: PolicyDocument) -> None:
    record = record_of(document.composed, document.tree)
    library = document.composed.library
    assert record.document == bare(document)
    assert (record.library.name, record.library.edition) == (library.name, library.edition)
    for name, kept in record.clauses.items():
        assert kept.version == str(document.composed.chosen[name].clause.version)
        assert len(kept.digest.front) == len(kept.digest.texts) == 64


def test_it_comes_back_as_it_was(document: PolicyDocument) -> None:
    record = record_of(document.composed, document.tree)
    assert Record.parse(record.written(), PLACE) == record


def test_it_names_the_clauses_that_have_words_in_the_document(document: PolicyDocument) -> None:
    record = record_of(document.composed, document.tree)
    keys = {node.key.partition(":")[0] for node in walk(document.tree) if isinstance(node, Paragraph)}
    assert {key for key in keys if key in document.composed.chosen} <= set(record.clauses)


def test_a_clause_in_a_box_is_named_too() -> None:
    document = policy_of().document("client-addendum")
    assert "crisis-and-emergencies" in record_of(document.composed, document.tree).clauses


def test_a_clause_that_only_asks_for_a_consent_is_named_too() -> None:
    consent = Consent("texts", "text-messages", asks=(), withdraw=(), fields=())
    document = sample_document(blocks=(Consents((consent,)),))
    kept = KeptClause("1.0.0", ClauseDigest("", ""), "")
    assert set(clauses_in(document, {"text-messages": kept, "reviews": kept})) == {"text-messages"}


# ---------- what it does not hold ----------


def test_beside_the_tree_there_is_nothing_but_names_versions_and_digests(document: PolicyDocument) -> None:
    value: dict[str, Any] = json.loads(written(document))
    assert set(value) == {"record", "library", "packs", "clauses", "document"}
    assert value["packs"] == []
    library = document.composed.library
    known = {"name", "edition", "version", "digest", "front", "texts", library.name, library.edition}
    for kept in value["clauses"].values():
        known |= {kept["version"], *kept["digest"].values(), "pack", ""}
    assert {*strings(value["clauses"]), *strings(value["library"])} <= known | set(value["clauses"])
    named = {word for node in walk(document.tree) for word in _ids(node)}
    assert set(value["clauses"]) <= named


def _ids(node: object) -> Iterator[str]:
    for field in ("id", "clause", "key"):
        yield str(getattr(node, field, "")).partition(":")[0]
    yield from (key.partition(":")[0] for key in getattr(node, "row_keys", ()))


def test_no_fact_is_named_whose_value_is_not_printed(document: PolicyDocument) -> None:
    shown = {node.source for node in walk(document.tree) if isinstance(node, Value | Blank)}
    shown |= {node.fact for node in walk(document.tree) if isinstance(node, Hole)}
    found = set(strings(json.loads(written(document))))
    library = document.composed.library
    for name in library.facts:
        assert name not in found or name in shown or name in printed(document.tree)
    for chosen in document.composed.chosen.values():
        assert not {fact.key for fact in chosen.clause.facts.values()} & found - shown


def test_no_value_stands_in_it_that_the_document_does_not_print(document: PolicyDocument) -> None:
    record, text = squeezed(written(document)), printed(document.tree)
    for fact, answer in facts_of(Policy(document.composed)):
        words = squeezed(value_words(document.composed, fact, answer) or "")
        # a short word ("yes", "client") is a word of anything; a longer one is nobody's by chance
        assert len(words) < 7 or words in text or words not in record


def test_no_value_stands_in_it_that_its_readers_may_not_see(document: PolicyDocument) -> None:
    seen = SHOWN_TO[DOCUMENTS[document.tree.id]]
    facts = {fact.key: fact for fact, _ in facts_of(Policy(document.composed))}
    for node in walk(document.tree):
        if isinstance(node, Value) and document.tree.id != "cover-note":
            assert facts[node.source].shown in seen


def test_no_sentence_of_another_document_stands_in_it(document: PolicyDocument) -> None:
    policy = Policy(document.composed)
    own = printed(document.tree)
    record = squeezed(written(document))
    others = (policy.document(name).tree for name in policy.documents if name != document.tree.id)
    sentences = {
        squeezed(plain(node.inlines))
        for other in others
        for node in walk(other)
        if isinstance(node, Paragraph)
    }
    foreign = {sentence for sentence in sentences if sentence not in own}
    assert len(foreign) > 10
    assert [sentence for sentence in foreign if json_bytes(sentence).decode().strip('"\n') in record] == []


def test_the_record_of_a_filled_file_is_that_of_the_open_one() -> None:
    document = policy_of().document("client-addendum")
    filled = document.bytes("docx", {"client_name": f"{CANARY} Fern"})
    record = read_record(filled)
    assert CANARY.encode() not in record
    assert (
        record == read_record(document.bytes("docx")) == record_of(document.composed, document.tree).written()
    )


# ---------- how it rides ----------


def test_it_rides_in_word_files_alone() -> None:
    document = policy_of().document("website-policy")
    assert Record.parse(read_record(document.bytes("docx")), PLACE).document == bare(document)
    assert read_record(document.prepare("docx").fill({})) == read_record(document.bytes("docx"))
    for extension in ("txt", "md"):
        assert b"urn:socialpolicy" not in document.bytes(extension)


def test_awkward_values_ride_unchanged() -> None:
    name = "Tom & Jerry's <b>*{{x}}*</b> ]]> <?hole a||line?> \\ \" \U0001f33f"
    document = policy_of(practice_name=name).document("client-addendum")
    file = document.bytes("docx", {"client_name": "A"})
    assert Record.parse(read_record(file), PLACE).document == bare(document)
    assert document.tree.practice == name


@pytest.mark.conformance("ooxml_validator")
def test_the_sdk_finds_no_error_in_a_file_with_a_record(
    ooxml_validator: Path, tmp_path: Path, document: PolicyDocument
) -> None:
    assert schema_errors(ooxml_validator, document.bytes("docx"), tmp_path) == []


# ---------- what is no record ----------


def test_what_is_no_record_is_refused() -> None:
    record = record_of(policy_of().composed, policy_of().document("website-policy").tree).written()
    with pytest.raises(Refused):
        Record.parse(record.replace(b'"record":1', b'"record":2'), PLACE)
    with pytest.raises(Refused):
        Record.parse(record.replace(b'"record":1', b'"stray":1'), PLACE)
    with pytest.raises(WrongValue) as syntax:
        Record.parse(b"", PLACE)
    assert syntax.value.code is Code.JSON_SYNTAX
    with pytest.raises(WrongValue) as size:
        Record.parse(b" " * (LARGEST + 1), PLACE)
    assert size.value.code is Code.FILE_TOO_LARGE


def test_bytes_that_are_no_text_are_refused() -> None:
    record = record_of(policy_of().composed, policy_of().document("website-policy").tree).written()
    with pytest.raises(Refused) as refused:
        Record.parse(record.replace(b'"edition":"', b'"edition":"\xff', 1), PLACE)
    assert {finding.code for finding in refused.value.findings} == {Code.TEXT_CHARACTER}
