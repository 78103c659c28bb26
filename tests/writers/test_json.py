"""JSON: the whole tree comes back from it, and a filled hole is a hole with words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from socialpolicy.document import Document, Hole, Text, walk
from socialpolicy.document.canonical import json_bytes
from socialpolicy.errors import Code, Place, Refused, WrongValue
from socialpolicy.keeping.trees import tree_of_json
from socialpolicy.schemas import document_schema
from socialpolicy.writers.json import prepare
from tests.keeping.trees import documents
from tests.practice import EXAMPLES, example
from tests.writers.sample import sample_document
from tests.writers.test_markdown import WORDS
from tests.writers.text_sample import AWKWARD, document, para

SCHEMA = Draft202012Validator(document_schema())
LIKE_A_HOLE = '{"fact":"client_name","form":"","label":"","type":"hole"}'


def holes(value: Any) -> list[dict[str, str]]:
    """Every hole in what JSON holds, in reading order of a canonical file."""
    if isinstance(value, dict):
        here = [value] if value.get("type") == "hole" else []
        return here + [one for key in sorted(value) for one in holes(value[key])]
    return [one for entry in value for one in holes(entry)] if isinstance(value, list) else []


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_any_tree_comes_back_as_it_was(tree: Document) -> None:
    assert tree_of_json(json.loads(prepare(tree).fill({})), Place()) == tree


@given(WORDS)
def test_any_words_stand_in_their_hole_as_they_are(words: str) -> None:
    tree = document(para(Text(LIKE_A_HOLE), Hole("name", "short", LIKE_A_HOLE), Hole("other"), Text(words)))
    filled = json.loads(prepare(tree).fill({("name", "short"): words, ("name", ""): "no"}))
    assert [one.get("words") for one in holes(filled)] == [words, None]
    assert [one["label"] for one in holes(filled)] == [LIKE_A_HOLE, ""]
    assert filled["blocks"][0]["inlines"][-1] == {"type": "text", "text": words}


def test_a_filled_file_is_canonical() -> None:
    filled = prepare(sample_document()).fill({("client_name", ""): AWKWARD})
    assert json_bytes(json.loads(filled)) == filled
    assert len(holes(json.loads(filled))) == sum(isinstance(one, Hole) for one in walk(sample_document()))


@pytest.mark.parametrize("path", EXAMPLES[::5], ids=lambda path: path.stem)
def test_the_published_schema_accepts_every_document_open_and_filled(path: Any) -> None:
    policy = example(path)
    for name in policy.documents:
        prepared = policy.document(name).prepare("json")
        for words in ({}, {("client_name", ""): AWKWARD}):
            assert list(SCHEMA.iter_errors(json.loads(prepared.fill(words)))) == []


def test_what_a_client_said_is_no_tree_that_can_be_kept() -> None:
    filled = json.loads(prepare(sample_document()).fill({("client_name", ""): "Sam"}))
    with pytest.raises(Refused) as refused:
        tree_of_json(filled, Place())
    assert {finding.code for finding in refused.value.findings} == {Code.KEY_UNKNOWN}


def test_a_character_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(WrongValue):
        prepare(sample_document()).fill({("client_name", ""): "\ud800"})
