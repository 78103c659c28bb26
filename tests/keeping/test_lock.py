"""A lock holds everything that a policy was made from, the same bytes for the same policy, and no client."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from socialpolicy import Lock, Refused
from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.facts.values import NONE, Duration, Money, Row
from socialpolicy.facts.written import as_written
from socialpolicy.keeping.release import RELEASE
from tests.keeping.locks import changed, files_of, locked
from tests.practice import EXAMPLES, LIBRARY, example, policy_of

CANARY = "CANARY-4c02"
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
PROGRAM = """
import sys
from socialpolicy import Library, Profile, compose
library = Library.bundled()
policy = compose(library, Profile.read(sys.argv[1], library))
files = {"cover-note.docx": policy.document("cover-note").bytes("docx")}
sys.stdout.buffer.write(policy.lock(files).written())
"""


def parse(content: bytes) -> Lock:
    return Lock.parse(content.decode(), Place("socialpolicy.lock"))


def faults(changes: dict[str, Any]) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as refused:
        parse(changed(locked(), changes))
    return refused.value.findings


# ---------- what it holds ----------


@each_example
def test_it_comes_back_as_it_was(path: Path) -> None:
    policy = example(path)
    lock = policy.lock(files_of(policy))
    assert parse(lock.written()) == lock
    assert len(lock.outputs) == 3 * len(policy.documents)


@each_example
def test_it_holds_every_tree_every_answer_and_every_choice(path: Path) -> None:
    policy = example(path)
    composed, lock = policy.composed, policy.lock()
    assert lock.documents == {name: policy.document(name).tree for name in policy.documents}
    assert (lock.socialpolicy, lock.on, lock.locale) == (RELEASE, composed.on, composed.locale.tag)
    for name, answer in composed.answers.items():
        assert lock.facts[name].standing == answer.standing.value
        assert lock.facts[name].value == as_written(answer.value)
    for clause, chosen in composed.chosen.items():
        assert lock.clauses[clause].version == str(chosen.clause.version)
        assert lock.stances[clause] == chosen.stance.id
        assert {f"{clause}.{name}" for name in chosen.answers} <= set(lock.facts)
    assert lock.choices.stances == composed.profile.stances
    assert lock.choices.exclude == composed.profile.exclude


def test_it_keeps_what_was_said_of_a_clause_that_does_not_stand() -> None:
    clause = LIBRARY.clauses["reviews"][0]
    name = next(iter(clause.facts))
    policy = policy_of()
    profile = attrs.evolve(
        policy.composed.profile, clause_answers={"reviews": {name: "kept"}}, exclude=("reviews",)
    )
    chosen = {key: one for key, one in policy.composed.chosen.items() if key != "reviews"}
    composed = attrs.evolve(policy.composed, profile=profile, chosen=chosen)
    lock = attrs.evolve(policy, composed=composed).lock()
    assert lock.facts[f"reviews.{name}"].value == "kept"


def test_a_document_in_which_no_clause_stands_is_left_out() -> None:
    policy = policy_of()
    composed = attrs.evolve(policy.composed, chosen={})
    assert "website-policy" not in attrs.evolve(policy, composed=composed).lock().documents


def test_values_stand_in_it_as_a_profile_has_them() -> None:
    day = datetime.date(2026, 12, 1)
    values = (True, 3, "words", ("a", "b"), Duration(30, "days"), Money(Decimal("120.00"), "AUD"), day, NONE)
    written = [True, 3, "words", ["a", "b"], "30 days", "120.00 AUD", "2026-12-01", "none"]
    assert as_written(values) == written
    assert as_written(Row({"name": "A", "from": day})) == {"name": "A", "from": "2026-12-01"}
    assert as_written(None) is None


def test_it_says_in_words_what_it_is() -> None:
    assert repr(locked()) == f"Lock({len(locked().documents)} documents on {locked().on})"


def test_the_release_is_that_of_the_project() -> None:
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == RELEASE


# ---------- no client ----------


def test_no_fact_about_a_client_is_in_it() -> None:
    policy = policy_of()
    document = policy.document("client-addendum")
    file = document.bytes("docx", {"client_name": f"{CANARY} Fern"})
    lock = policy.lock({"client-addendum.docx": file})
    assert CANARY.encode() in b"".join(files_of(policy).values()) + CANARY.encode()
    assert CANARY.encode() not in lock.written()
    clients = {name for name, fact in LIBRARY.facts.items() if fact.about == "client"}
    assert clients
    assert not clients & set(lock.facts)


# ---------- the same bytes ----------


def test_two_processes_write_the_same_lock(tmp_path: Path) -> None:
    folder = str(Path(__file__).parents[2])
    locks = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(EXAMPLES[0])],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": folder},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4242", "Pacific/Auckland"))
    }
    assert len(locks) == 1


def test_where_the_profile_lies_does_not_show(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_bytes(EXAMPLES[0].read_bytes())
    assert example(other).lock().written() == example(EXAMPLES[0]).lock().written()


# ---------- what is no lock ----------


@pytest.mark.parametrize(
    ("changes", "code", "where"),
    [
        ({"lock": ...}, Code.KEY_MISSING, ""),
        ({"lock": "1"}, Code.VALUE_OPTION, "lock"),
        ({"lock": True}, Code.VALUE_OPTION, "lock"),
        ({"stray": 1}, Code.KEY_UNKNOWN, ""),
        ({"on": "soon"}, Code.VALUE_KIND, "on"),
        ({"on": 1}, Code.VALUE_KIND, "on"),
        ({"on": "20261201"}, Code.VALUE_KIND, "on"),
        ({"facts": []}, Code.VALUE_KIND, "facts"),
        ({"facts/practice_name/standing": "known"}, Code.VALUE_OPTION, "facts.practice_name.standing"),
        ({"facts/practice_name/value": "\u202e"}, Code.TEXT_CHARACTER, "facts.practice_name.value"),
        ({"facts/practice_name/value": ["\x00"]}, Code.TEXT_CHARACTER, "facts.practice_name.value[0]"),
        ({"facts/practice_name/value": {"a": "\x00"}}, Code.TEXT_CHARACTER, "facts.practice_name.value.a"),
        ({"facts/\x00": {"standing": "assumed", "value": 1}}, Code.TEXT_CHARACTER, "facts"),
        ({"choices/exclude": ["a", 1]}, Code.VALUE_KIND, "choices.exclude[1]"),
        ({"documents/website-policy/title": 1}, Code.VALUE_KIND, "documents.website-policy.title"),
        ({"documents/website-policy/id": "cover-note"}, Code.NAME_UNKNOWN, "documents"),
        ({"outputs/..%2fx.txt": "sha256:0"}, Code.NAME_UNKNOWN, "outputs"),
        ({"outputs/website-policy.exe": "sha256:0"}, Code.NAME_UNKNOWN, "outputs"),
        ({"outputs/another-page.txt": "sha256:0"}, Code.NAME_UNKNOWN, "outputs"),
        ({"outputs/website-policy.txt": "sha256:0"}, Code.NAME_FORM, "outputs.website-policy.txt"),
    ],
)
def test_what_is_no_lock_is_refused_with_its_path(changes: dict[str, Any], code: Code, where: str) -> None:
    (finding,) = faults(changes)
    assert (finding.code, finding.place.path) == (code, where)


def test_a_document_of_another_name_is_refused() -> None:
    tree = {**json.loads(locked().written())["documents"]["website-policy"], "id": "poem"}
    assert {finding.code for finding in faults({"documents/poem": tree})} == {Code.NAME_UNKNOWN}


@pytest.mark.parametrize("content", [b"[]", b'"lock"', b"1", b"null"])
def test_another_thing_than_an_object_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        parse(content)
    assert refused.value.findings[0].code is Code.VALUE_KIND


def test_another_format_is_refused_before_anything_else_is_said() -> None:
    with pytest.raises(WrongValue) as caught:
        parse(b'{"lock": 2, "unheard": "of"}')
    assert caught.value.code is Code.LOCK_FORMAT
    assert RELEASE in caught.value.message
