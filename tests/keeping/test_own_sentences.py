"""A practice's own sentences come back from a lock, and stay through rebuilds and new versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Library, Policy, Profile, compose, rebuild
from socialpolicy import document as tree
from socialpolicy.errors import Place
from socialpolicy.keeping.lock import LOCK_NAME, Lock
from socialpolicy.keeping.locking import profile_of
from tests.keeping.libraries import copied
from tests.practice import BARE, LIBRARY, policy_of

OWN: dict[str, Any] = {
    "reviews": {"text": "One *star* {{x}}.\n\nTwo.", "documents": ["client-addendum"]},
    "complaints": {"text": "Ring the bell."},
}
REVIEWS = "publicity/reviews/1.0.0.md"


def own_paragraphs(policy: Policy) -> list[tuple[str, str]]:
    """The practice's own paragraphs in the addendum, and those of the clause that stand before them."""
    nodes = tree.walk(policy.document("client-addendum").tree)
    found = [(node.key, tree.plain(node.inlines)) for node in nodes if isinstance(node, tree.Paragraph)]
    return [one for one in found if ":own:" in one[0]]


def test_they_come_back_from_a_lock_as_they_were_typed() -> None:
    policy = policy_of(own=OWN)
    lock = Lock.parse(policy.lock().written().decode(), Place())
    assert profile_of(lock, LIBRARY).own == policy.composed.profile.own


def test_they_survive_a_rebuild_from_a_library_that_has_moved_on(tmp_path: Path) -> None:
    policy = policy_of(own=OWN)
    name = "client-addendum.txt"
    written = policy.document("client-addendum").bytes("txt")
    (tmp_path / LOCK_NAME).write_bytes(policy.lock({name: written}).written())
    moved_on = copied(tmp_path, {REVIEWS: ("# full\n", "# full\nA sentence more.\n\n")})
    rebuilt = rebuild(tmp_path / LOCK_NAME, library=moved_on)
    assert rebuilt.files[name] == written
    assert b"One *star* {{x}}." in written


@pytest.mark.parametrize("version", ["1.0.1", "1.1.0", "2.0.0"])
def test_they_survive_a_new_version_of_the_clause(version: str, tmp_path: Path) -> None:
    copied(tmp_path, {})
    old = tmp_path / "clauses" / REVIEWS
    text = old.read_text(encoding="utf-8").replace("# full\n", "# full\nA new paragraph.\n\n")
    old.with_name(f"{version}.md").write_text(text, encoding="utf-8")
    library = Library.read(tmp_path / "clauses")
    policy = compose(library, Profile.of(library, **BARE, own=OWN))
    assert str(policy.composed.chosen["reviews"].clause.version) == version
    before = policy_of(own=OWN)
    assert own_paragraphs(policy) == own_paragraphs(before)
    assert [key for key, _ in own_paragraphs(policy)] == [
        "reviews:own:1",
        "reviews:own:2",
        "complaints:own:1",
    ]
    assert len(_numbers(policy, "reviews")) == len(_numbers(before, "reviews")) + 1


def _numbers(policy: Policy, clause: str) -> list[str]:
    """The numbers of a clause's paragraphs, which count on through the practice's own."""
    nodes = tree.walk(policy.document("client-addendum").tree)
    numbers = [
        node.number
        for node in nodes
        if isinstance(node, tree.Paragraph) and node.key.startswith(f"{clause}:") and node.number
    ]
    last = [int(number.rpartition(".")[2]) for number in numbers]
    assert last == list(range(1, len(last) + 1))
    return numbers
