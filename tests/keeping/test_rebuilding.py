"""A lock's files come out as they were, whatever has become of the library; what has is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Finding, Lock, Policy, Refused, rebuild
from socialpolicy.errors import Code, NotFound, NotWritten
from socialpolicy.keeping import rebuilding
from socialpolicy.keeping.lock import LOCK_NAME
from tests.keeping.libraries import copied
from tests.keeping.locks import changed, files_of, locked
from tests.practice import EXAMPLES, example

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
REVIEWS = "publicity/reviews/1.0.0.md"


def kept(policy: Policy, folder: Path) -> tuple[Path, dict[str, bytes]]:
    """The lock of a policy of which everything was written, in a file, and those files."""
    files = files_of(policy)
    path = folder / LOCK_NAME
    path.write_bytes(policy.lock(files).written())
    return path, {**files, LOCK_NAME: path.read_bytes()}


def altered(folder: Path, changes: dict[str, Any]) -> Path:
    path = folder / LOCK_NAME
    path.write_bytes(changed(locked(), changes))
    return path


@each_example
def test_every_file_comes_out_byte_for_byte(path: Path, tmp_path: Path) -> None:
    lock, files = kept(example(path), tmp_path)
    rebuilt = rebuild(lock)
    assert rebuilt.files == files
    assert list(rebuilt.files)[-1] == LOCK_NAME
    assert rebuilt.findings == ()


def test_files_come_out_as_they_were_when_facts_outlines_and_clauses_have_moved_on(tmp_path: Path) -> None:
    lock, files = kept(example(EXAMPLES[0]), tmp_path)
    library = copied(
        tmp_path,
        {
            REVIEWS: ("# full\n", "# full\nA sentence more.\n\n"),
            "facts.toml": ("What is the practice called?", "By what name is it known?"),
            "outlines/website-policy/default.toml": ("[[parts]]", "# moved on\n[[parts]]"),
            "locales/en-AU.toml": ("000", "111"),
        },
    )
    rebuilt = rebuild(lock, library=library)
    assert rebuilt.files == files
    (finding,) = rebuilt.findings
    assert (finding.code, finding.severity) == (Code.CLAUSE_DIFFERS, "warn")
    assert finding.place.path == "clauses.reviews"
    assert "The texts of `reviews` 1.0.0" in finding.message


def test_a_clause_that_is_gone_is_named(tmp_path: Path) -> None:
    lock = json.loads(locked().written())
    gone = {"version": "9.9.9", "digest": lock["clauses"]["reviews"]["digest"], "pack": ""}
    findings = rebuild(altered(tmp_path, {"clauses/gone": gone, "clauses/reviews/version": "0.9.0"})).findings
    assert {finding.place.path for finding in findings} == {"clauses.gone", "clauses.reviews"}
    assert all(isinstance(finding, NotFound) and finding.severity == "warn" for finding in findings)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"clauses/reviews/digest/front": "0" * 64}, "The front matter of"),
        ({"clauses/reviews/digest/texts": "0" * 64}, "The texts of"),
        (
            {"clauses/reviews/digest/front": "0" * 64, "clauses/reviews/digest/texts": "0" * 64},
            "The front matter and texts of",
        ),
    ],
)
def test_it_says_which_half_of_a_clause_differs(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    (finding,) = rebuild(altered(tmp_path, changes)).findings
    assert finding.message.startswith(words)


# ---------- a lock that was changed, or that another release wrote ----------


@pytest.mark.parametrize(
    "changes",
    [
        {"documents/website-policy/title": "Another title"},
        {"outputs/website-policy.txt": f"sha256:{'0' * 64}"},
        {"outputs/website-policy.txt": f"parts-sha256:{'0' * 64}"},
    ],
)
def test_a_lock_that_was_changed_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        rebuild(altered(tmp_path, changes))
    (finding,) = refused.value.findings
    assert (finding.code, finding.place.path) == (Code.OUTPUT_DIFFERS, "outputs.website-policy.txt")


def test_a_file_that_another_release_wrote_otherwise_comes_with_a_warning(tmp_path: Path) -> None:
    path = altered(tmp_path, {"socialpolicy": "0.0.1", "outputs/website-policy.txt": f"sha256:{'0' * 64}"})
    (finding,) = rebuild(path).findings
    assert (finding.code, finding.severity) == (Code.OUTPUT_DIFFERS, "warn")
    assert "0.0.1" in finding.hint


def test_a_file_that_another_release_wrote_the_same_comes_without(tmp_path: Path) -> None:
    assert rebuild(altered(tmp_path, {"socialpolicy": "0.0.1"})).findings == ()


def test_a_lock_that_an_editor_laid_out_is_rebuilt_in_its_one_form(tmp_path: Path) -> None:
    path = tmp_path / LOCK_NAME
    path.write_text(json.dumps(json.loads(locked().written()), indent=4), encoding="utf-8")
    assert rebuild(path).files[LOCK_NAME] == locked().written()
    assert Lock.read(path) == locked()


# ---------- files ----------


def test_the_files_are_written_into_a_folder(tmp_path: Path) -> None:
    lock = altered(tmp_path, {})
    (tmp_path / "out").mkdir()
    rebuilt = rebuild(lock)
    rebuilt.write(tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == rebuilt.files
    assert repr(rebuilt) == "Rebuilt(website-policy.txt, socialpolicy.lock)"
    with pytest.raises(NotWritten):
        rebuilt.write(tmp_path / "nowhere")


def test_a_lock_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Finding) as caught:
        rebuild(tmp_path / "none.lock")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_lock_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialpolicy.keeping.lock.LARGEST", 1_000)
    with pytest.raises(Finding) as caught:
        rebuild(altered(tmp_path, {}))
    assert caught.value.code is Code.FILE_TOO_LARGE
    assert rebuilding.__all__ == ["Rebuilt", "rebuild"]
