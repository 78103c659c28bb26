"""Composing from a lock gives the policy of the lock, or says what of it this library has not."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest

from socialpolicy import Lock, Profile, Refused, compose
from socialpolicy.errors import Place
from socialpolicy.keeping.locking import profile_of
from tests.composition import small
from tests.keeping.libraries import copied
from tests.keeping.locks import changed, locked
from tests.practice import BARE, EXAMPLES, LIBRARY, example, policy_of

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def parse(content: bytes) -> Lock:
    return Lock.parse(content.decode(), Place("socialpolicy.lock"))


@each_example
def test_composing_from_a_lock_is_the_identity(path: Path) -> None:
    lock = example(path).lock()
    again = compose(LIBRARY, profile_of(lock, LIBRARY), on=lock.on).lock()
    pinned = {name: kept.version for name, kept in lock.clauses.items()}
    assert again == attrs.evolve(lock, choices=attrs.evolve(lock.choices, versions=pinned))
    once_more = compose(LIBRARY, profile_of(parse(again.written()), LIBRARY), on=again.on).lock()
    assert once_more.written() == again.written()


def test_composing_from_a_lock_brings_dates_rows_and_choices_back() -> None:
    policy = policy_of(
        effective_date=datetime.date(2026, 12, 1),
        crisis_lines=[{"service": "A line", "number": "13 11 14", "when": "day and night"}],
        reply_within="3 working-days",
        locale="en-AU",
        exclude=[],
        facts={"reviews": {"contact_route": "reviews@hazel.example"}},
    )
    profile = profile_of(policy.lock(), LIBRARY)
    assert profile.answers == policy.composed.profile.answers
    assert profile.clause_answers == policy.composed.profile.clause_answers
    assert profile.locale == "en-AU"


def test_a_pinned_version_stands_where_the_library_has_a_newer_one(tmp_path: Path) -> None:
    lock = locked()
    library = copied(tmp_path, {})
    folder = tmp_path / "clauses/publicity/reviews"
    text = (folder / "1.0.0.md").read_text(encoding="utf-8")
    (folder / "1.0.1.md").write_text(text.replace("# full\n", "# full\nMore words.\n\n"), encoding="utf-8")
    library = type(library).read(tmp_path / "clauses")
    newest = compose(library, Profile.of(library, **BARE), on=lock.on)
    assert str(newest.composed.chosen["reviews"].clause.version) == "1.0.1"
    same = compose(library, profile_of(lock, library), on=lock.on)
    assert {name: same.document(name).tree for name in ("website-policy", "client-addendum")} == {
        name: lock.documents[name] for name in ("website-policy", "client-addendum")
    }


def test_a_pin_that_keeps_a_clause_from_standing_comes_back_too() -> None:
    old, new = small.clause("Door", top="when = 'has_staff'"), small.clause("Door")
    library = small.small({"door@1.0.0": old, "door@1.1.0": new, "desk": small.clause("Desk")})
    lock = small.composed(library, versions={"door": "1.0.0"}).lock()
    assert set(lock.clauses) == {"desk"}
    again = compose(library, profile_of(lock, library), on=lock.on).lock()
    assert again.documents == lock.documents


def test_a_fact_that_the_library_does_not_know_any_more_is_named() -> None:
    lock = parse(changed(locked(), {"facts/practice_nam": {"standing": "answered", "value": "x"}}))
    with pytest.raises(Refused) as refused:
        profile_of(lock, LIBRARY)
    (finding,) = refused.value.findings
    assert "practice_nam" in finding.message
    assert finding.hint == 'did you mean "practice_name"?'


def test_a_value_that_the_library_would_not_take_is_refused() -> None:
    for value in (7, {"a": "b"}, [["x"]], None, "2026-99-99"):
        locked_fact = {"standing": "answered", "value": value}
        lock = parse(changed(locked(), {"facts/effective_date": locked_fact}))
        with pytest.raises(Refused):
            profile_of(lock, LIBRARY)
