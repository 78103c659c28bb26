"""Locks and records name the packs that something was made with, and say where a library has others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from socialpolicy import Library, Lock, Policy, Profile, Refused, compose, rebuild
from socialpolicy.errors import Code, Finding, NotFound, Place
from socialpolicy.keeping.lock import LOCK_NAME
from socialpolicy.keeping.locking import profile_of, record_of
from socialpolicy.keeping.packs import KeptPack
from socialpolicy.keeping.record import Record
from tests.keeping.libraries import pack_at
from tests.keeping.locks import changed
from tests.practice import BARE, LIBRARY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`firm` replaces `reviews`; `quiet`, which lies over it, brings a fact and no clause."""
    folder = tmp_path_factory.mktemp("packs")
    pack_at(folder, "firm", "1.2.0")
    pack_at(folder, "quiet", "2.0.0", clause="")
    return folder


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    return Library.bundled(packs=[folder / "firm", folder / "quiet"])


@pytest.fixture(scope="module")
def policy(library: Library) -> Policy:
    return compose(library, Profile.of(library, **BARE, of_quiet="Reed"))


@pytest.fixture(scope="module")
def lock(policy: Policy) -> Lock:
    name = "website-policy"
    return policy.lock({f"{name}.{to}": policy.document(name).bytes(to) for to in ("docx", "txt")})


@pytest.fixture
def other(tmp_path: Path) -> Callable[[str, str], Library]:
    """The library with one of the packs in another version, or ("") with the other pack alone."""

    def with_version(name: str, version: str) -> Library:
        packs = {"firm": "1.2.0", "quiet": "2.0.0", name: version}
        folders = [
            pack_at(tmp_path, one, number, clause="reviews" if one == "firm" else "")
            for one, number in packs.items()
            if number
        ]
        return Library.bundled(packs=folders)

    return with_version


def refusals(call: Callable[[], object]) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.findings


def test_a_lock_names_every_pack_by_its_version_the_lowest_first(lock: Lock) -> None:
    assert lock.packs == (KeptPack("firm", "1.2.0"), KeptPack("quiet", "2.0.0"))
    assert {name for name, kept in lock.clauses.items() if kept.pack} == {"reviews"}
    assert lock.clauses["reviews"].pack == "firm"
    assert Lock.parse(lock.written().decode(), Place(LOCK_NAME)) == lock


def test_a_record_names_only_packs_whose_clauses_print_in_its_document(policy: Policy) -> None:
    packs = {}
    for name in policy.documents:
        record = record_of(policy.composed, policy.document(name).tree)
        assert Record.parse(record.written(), Place(name)) == record
        packs[name] = (record.packs, "reviews" in record.clauses)
    assert packs["client-addendum"] == ((KeptPack("firm", "1.2.0"),), True)
    assert packs["cover-note"] == ((), False)
    assert all(bool(named) == prints for named, prints in packs.values())


def test_without_packs_none_is_named(policy: Policy) -> None:
    plain = compose(LIBRARY, Profile.of(LIBRARY, **BARE))
    assert plain.lock().packs == ()
    assert record_of(plain.composed, plain.document("client-addendum").tree).packs == ()


def test_composing_from_a_lock_with_packs_is_the_identity(lock: Lock, library: Library) -> None:
    again = compose(library, profile_of(lock, library), on=lock.on).lock()
    assert (again.packs, again.documents, again.facts) == (lock.packs, lock.documents, lock.facts)


@pytest.mark.parametrize("version", ["1.3.0", ""])
def test_a_profile_is_not_made_for_a_library_with_other_packs(
    version: str, lock: Lock, other: Callable[[str, str], Library]
) -> None:
    (finding,) = refusals(lambda: profile_of(lock, other("firm", version)))
    assert isinstance(finding, NotFound)
    assert (finding.code, finding.place.path) == (Code.PACK_DIFFERS, "packs[1]")
    if version:
        assert finding.message.endswith("the pack `firm` 1.2.0; over the library lies 1.3.0.")
    else:
        assert finding.message.startswith("The library is read without the pack `firm` 1.2.0")


def test_a_missing_pack_is_named_and_not_each_fact_that_it_brought(lock: Lock) -> None:
    codes = [finding.code for finding in refusals(lambda: profile_of(lock, LIBRARY))]
    assert codes == [Code.PACK_DIFFERS, Code.PACK_DIFFERS]


def test_files_are_rebuilt_whatever_packs_there_are(
    lock: Lock, library: Library, other: Callable[[str, str], Library], tmp_path: Path
) -> None:
    path = tmp_path / LOCK_NAME
    path.write_bytes(lock.written())
    assert rebuild(path, library=library).findings == ()
    rebuilt = rebuild(path)
    assert rebuilt.files[LOCK_NAME] == lock.written()
    # `reviews` is gone with its pack, and is not named beside it
    assert [one.place.path for one in rebuilt.findings] == ["packs[1]", "packs[2]"]
    (finding,) = rebuild(path, library=other("quiet", "2.0.1")).findings
    assert (finding.code, finding.severity, finding.place.path) == (Code.PACK_DIFFERS, "warn", "packs[2]")


def test_a_clause_of_a_pack_that_is_there_is_held_against_its_file(
    policy: Policy, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / LOCK_NAME
    path.write_bytes(changed(policy.lock(), {"clauses/reviews/digest/texts": "0" * 64}))
    (finding,) = rebuild(path, library=library).findings
    assert finding.code is Code.CLAUSE_DIFFERS


def test_a_lock_whose_packs_are_none_is_refused(lock: Lock) -> None:
    for wrong in ({"packs": {}}, {"packs/0/version": 1}, {"packs/0/stray": 1}, {"packs": ...}):
        assert refusals(lambda wrong=wrong: Lock.parse(changed(lock, wrong).decode(), Place(LOCK_NAME)))  # type: ignore[misc]
