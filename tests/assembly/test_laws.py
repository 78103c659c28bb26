from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from hypothesis import given

from socialpolicy import Profile, Refused, compose
from socialpolicy import document as tree
from socialpolicy.facts.standing import Standing
from tests.assembly.reading import check, found, keys
from tests.composition.profiles import bundled, profiles
from tests.laws import costly


@costly(15)
@given(profiles(bundled()))
def test_every_document_of_any_policy_assembles_into_a_sound_tree(values: dict[str, Any]) -> None:
    try:
        policy = compose(bundled(), Profile.of(bundled(), **{**values, "stances": {}}))
    except Refused:
        return
    for document in policy.documents:
        handle = policy.document(document)
        check(handle.tree)
        assert policy.document(document).tree == handle.tree
        _check_values(handle.tree, values)


def _check_values(document: tree.Document, values: dict[str, Any]) -> None:
    """What the practice typed stands as it was typed."""
    for value in found(document, tree.Value):
        typed = values.get(value.source)
        if isinstance(typed, str) and bundled().facts[value.source].kind == "words":
            assert value.text == typed


@costly(4)
@given(profiles(bundled()))
def test_keys_do_not_move_when_another_clause_falls_away(values: dict[str, Any]) -> None:
    values = {**values, "stances": {}, "exclude": []}
    try:
        whole = compose(bundled(), Profile.of(bundled(), **values))
    except Refused:
        return
    before = _texts(whole.document("client-addendum").tree)
    for clause in bundled().clauses:
        try:
            policy = compose(bundled(), Profile.of(bundled(), **{**values, "exclude": [clause]}))
        except Refused:
            continue
        after = _texts(policy.document("client-addendum").tree)
        for key, text in before.items():
            assert after.get(key, text) == text or key.startswith(clause) or _speaks_of(text, after[key])


def _texts(document: tree.Document) -> dict[str, str]:
    """Key → words, without the references that follow other clauses."""
    return {one.key: "".join(_bare(one.inlines)) for one in found(document, tree.Paragraph)}


def _bare(inlines: tree.Inlines) -> list[str]:
    return [inline.text for inline in inlines if isinstance(inline, tree.Text)]


def _speaks_of(before: str, after: str) -> bool:
    """A paragraph may lose or change a sentence about the other clause, but stays the same paragraph."""
    return before[:12] == after[:12] or after in before


def test_every_part_of_a_value_that_is_known_has_a_source() -> None:
    policy = compose(bundled(), Profile.of(bundled(), **_PRACTICE))
    answers = policy.composed.answers
    assert all(answer.source for answer in answers.values() if answer.standing is not Standing.UNANSWERED)


_PRACTICE: dict[str, Any] = {"practice_name": "S", "region": "AU-NSW", "professions": ["counsellor"]}
_PRINT = """
from datetime import date
from socialpolicy import Library, Profile, compose
library = Library.bundled()
values = dict(practice_name="S", region="AU-NSW", professions=["counsellor"])
policy = compose(library, Profile.of(library, **values, effective_date=date(2026, 12, 1)))
print([policy.document(name).tree for name in policy.documents])
print([policy.explain(name) for name in library.clauses])
"""


def test_two_interpreters_with_other_hash_seeds_make_the_same_trees() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(next(iter(outputs))) > 10_000


def test_the_keys_of_a_document_are_many() -> None:
    policy = compose(bundled(), Profile.of(bundled(), **_PRACTICE))
    assert len(list(keys(policy.document("client-addendum").tree))) > 50
