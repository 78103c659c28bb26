"""`build` leaves a lock, and `rebuild` makes the same folder from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socialpolicy.writers import FORMATS
from tests.cli.test_commands import run
from tests.practice import EXAMPLES

P01 = str(EXAMPLES[0])


def contents(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_rebuild_writes_the_folder_of_the_build_once_more(path: Path) -> None:
    run("build", str(path), "--to", "docx,txt,md")
    result = run("rebuild", "policy/socialpolicy.lock")
    assert "Wrote rebuilt/client-addendum.docx" in result.output
    assert contents("rebuilt") == contents("policy")
    assert len(contents("policy")) > 4


def test_rebuild_writes_every_format_in_large_print_once_more() -> None:
    run("build", P01, "--to", ",".join(FORMATS), "--large-print")
    run("rebuild", "policy/socialpolicy.lock")
    assert contents("rebuilt") == contents("policy")
    assert {name.partition(".")[2] for name in contents("policy")} >= {
        one.extension for one in FORMATS.values()
    }


def test_rebuild_makes_the_page_at_a_glance_that_was_asked_for() -> None:
    run("build", P01, "--document", "at-a-glance", "--to", "docx,html")
    assert set(contents("policy")) == {
        "at-a-glance.docx",
        "at-a-glance.html",
        "cover-note.md",
        "socialpolicy.lock",
    }
    run("rebuild", "policy/socialpolicy.lock")
    assert contents("rebuilt") == contents("policy")


def test_build_names_the_lock_last() -> None:
    output = run("build", P01, "--to", "txt", "--out", "here").output
    assert [line for line in output.splitlines() if line.startswith("Wrote")][
        -1
    ] == "Wrote here/socialpolicy.lock"


def test_a_lock_that_was_changed_is_refused_and_nothing_is_written() -> None:
    run("build", P01, "--to", "txt")
    lock = Path("policy/socialpolicy.lock")
    lock.write_bytes(lock.read_bytes().replace(b"Lifeline", b"Lifelime"))
    result = run("rebuild", str(lock), "--out", "again", exit_code=1)
    assert "output-differs" in result.output
    assert not Path("again").exists()


def test_what_has_moved_on_is_a_warning() -> None:
    run("build", P01, "--to", "txt")
    lock = json.loads(Path("policy/socialpolicy.lock").read_bytes())
    lock["clauses"]["reviews"]["digest"]["texts"] = "0" * 64
    Path("moved.lock").write_text(json.dumps(lock))
    assert "warning: The texts of `reviews`" in run("rebuild", "moved.lock").output
    said = json.loads(run("rebuild", "moved.lock", "--json").output)
    assert [finding["code"] for finding in said["findings"]] == ["clause-differs"]
    assert "rebuilt/cover-note.md" in said["written"]


def test_what_is_no_lock_is_said() -> None:
    Path("a.lock").write_text("{")
    assert "json-syntax" in run("rebuild", "a.lock", exit_code=1).output
    assert "file-not-found" in run("rebuild", "b.lock", exit_code=1).output
