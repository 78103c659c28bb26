"""Trees go to JSON and come back as they were; what is none is refused with its path."""

from __future__ import annotations

import contextlib
import inspect
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from socialpolicy import document as tree
from socialpolicy.document import Document, Items, Paragraph, Part, Provision, Strong, Text, walk
from socialpolicy.document.canonical import Json, json_bytes
from socialpolicy.errors import Code, Finding, Place, Refused
from socialpolicy.keeping.canonical import DEEPEST, json_value
from socialpolicy.keeping.shapes import MOST
from socialpolicy.keeping.trees import NODES, json_of_tree, tree_of_json
from socialpolicy.writers import FORMATS
from tests.keeping.trees import documents
from tests.writers.sample import sample_document

PLACE = Place("socialpolicy.lock")


def again(document: Document) -> Document:
    return tree_of_json(json_value(json_bytes(json_of_tree(document)).decode(), PLACE), PLACE)


def faults(change: Any, *path: str | int) -> tuple[Finding, ...]:
    """What is found in the sample with the value at a path changed ("..." takes it away)."""
    value: Any = json_of_tree(sample_document())
    inside = value
    for step in path[:-1]:
        inside = inside[step]
    if change is ...:
        del inside[path[-1]]
    else:
        inside[path[-1]] = change
    return refusal(value)


def refusal(value: Json) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as refused:
        tree_of_json(value, PLACE)
    assert {finding.place.file for finding in refused.value.findings} == {"socialpolicy.lock"}
    return refused.value.findings


# ---------- there and back ----------


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_any_tree_comes_back_as_it_was(document: Document) -> None:
    assert again(document) == document


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_any_tree_that_can_be_read_can_be_written(document: Document) -> None:
    for name, form in FORMATS.items():
        # a PDF prints no sign that no font has, and says so
        with contextlib.suppress(Refused) if name == "pdf" else contextlib.nullcontext():
            form.prepare(document).fill({})


def test_the_sample_comes_back_as_it_was_and_has_every_node() -> None:
    document = sample_document()
    assert again(document) == document
    assert {type(node) for node in walk(document)} == set(NODES.classes.values())


def test_every_class_of_the_tree_has_a_name_in_json() -> None:
    classes = {kind for _, kind in inspect.getmembers(tree, inspect.isclass) if attrs.has(kind)}
    assert set(NODES.classes.values()) == classes


def test_every_field_is_written_so_that_its_default_may_change() -> None:
    value = NODES.plain(Paragraph("a", (Text("b"),)))
    assert value == {
        "type": "paragraph",
        "key": "a",
        "inlines": [{"type": "text", "text": "b"}],
        "number": "",
    }


def test_a_field_that_has_a_default_may_be_missing() -> None:
    value: Any = json_of_tree(sample_document(subtitle=()))
    del value["subtitle"]
    assert tree_of_json(value, PLACE) == sample_document(subtitle=())


def test_the_deepest_tree_that_a_text_can_make_is_read_inside_a_lock() -> None:
    marks: Text | Strong = Text("deep")
    for _ in range(10):
        marks = Strong((marks,))
    block: Paragraph | Items = Paragraph("", (marks,))
    for _ in range(5):
        block = Items("", (tree.Item("", (block,)),))
    provision = Provision("a", "1.0.0", heading=(), blocks=(block,))
    document = sample_document(blocks=(Part("", (provision,)),))
    lock = json_bytes({"documents": {"client-addendum": json_of_tree(document)}}).decode()
    assert json_value(lock, PLACE)
    assert depth(lock) == 51 < DEEPEST


def depth(text: str) -> int:
    deepest = now = 0
    for letter in text:
        now += (letter in "[{") - (letter in "]}")
        deepest = max(deepest, now)
    return deepest


# ---------- what is no tree ----------


@pytest.mark.parametrize(
    ("change", "path", "code", "where"),
    [
        (..., ("title",), Code.KEY_MISSING, ""),
        (1, ("title",), Code.VALUE_KIND, "title"),
        (None, ("title",), Code.VALUE_KIND, "title"),
        ("a\x00", ("title",), Code.TEXT_CHARACTER, "title"),
        ("\ud800", ("title",), Code.TEXT_CHARACTER, "title"),
        ("x", ("stray",), Code.KEY_UNKNOWN, ""),
        ("policy", ("type",), Code.VALUE_OPTION, "type"),
        (..., ("type",), Code.VALUE_OPTION, "type"),
        ("A5", ("paper",), Code.VALUE_OPTION, "paper"),
        ("2026-13-01", ("dated",), Code.NAME_FORM, "dated"),
        ("20261201", ("dated",), Code.NAME_FORM, "dated"),
        ("../x", ("id",), Code.NAME_FORM, "id"),
        ("x", ("blocks",), Code.VALUE_KIND, "blocks"),
        ("x", ("blocks", 0), Code.VALUE_KIND, "blocks[0]"),
        ({}, ("blocks", 0), Code.VALUE_OPTION, "blocks[0].type"),
        ({"type": []}, ("blocks", 0), Code.VALUE_OPTION, "blocks[0].type"),
        ({"type": "text", "text": "x"}, ("blocks", 0), Code.VALUE_OPTION, "blocks[0].type"),
        (
            {"type": "link", "words": [], "url": "javascript:x"},
            ("subtitle", 0),
            Code.NAME_FORM,
            "subtitle[0].url",
        ),
        ({"type": "hole", "fact": "a?><x"}, ("subtitle", 0), Code.NAME_FORM, "subtitle[0].fact"),
        ({"type": "hole", "fact": "a", "form": "|"}, ("subtitle", 0), Code.NAME_FORM, "subtitle[0].form"),
        (
            {"type": "table", "key": "", "header": [[]], "rows": [[]]},
            ("blocks", 0),
            Code.NAME_FORM,
            "blocks[0]",
        ),
        ({"type": "items", "key": "", "items": [1]}, ("blocks", 0), Code.VALUE_KIND, "blocks[0].items[0]"),
        (
            {"type": "items", "key": "", "items": [], "ordered": 1},
            ("blocks", 0),
            Code.VALUE_KIND,
            "blocks[0].ordered",
        ),
    ],
)
def test_what_is_no_tree_is_refused_with_its_path(
    change: Any, path: tuple[str | int, ...], code: Code, where: str
) -> None:
    (finding,) = faults(change, *path)
    assert (finding.code, finding.place.path) == (code, where)


def test_another_thing_than_an_object_is_refused() -> None:
    for value in ([], "x", 1, None):
        assert refusal(value)[0].code is Code.VALUE_KIND


def test_several_faults_come_at_once_but_not_by_the_thousand() -> None:
    value: Any = json_of_tree(sample_document())
    assert len(refusal({**value, "title": 1, "version": 2, "stray": 3})) == 3
    assert len(refusal({**value, "blocks": [{}] * 5_000})) == MOST


def test_a_stray_key_comes_with_what_was_meant() -> None:
    value: Any = json_of_tree(sample_document())
    value["titel"] = value.pop("title")
    assert {finding.hint for finding in refusal(value)} == {"", 'did you mean "title"?'}
