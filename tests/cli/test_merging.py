"""`merge`: what it writes, prints and refuses, and the bar of a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from socialpolicy.cli import progress
from tests.cli.test_commands import run
from tests.practice import EXAMPLES, example

P02 = str(EXAMPLES[1])
TABLE = (
    "key,client_name,client_is_minor,client_unit,agreement_date\n"
    'a1,"Fern, Sam",no,individual,2026-03-02\na2,Ada,yes,,\n'
)


@pytest.fixture(autouse=True)
def _table() -> None:
    Path("clients.csv").write_text(TABLE, encoding="utf-8")


def files(folder: str = "out") -> set[str]:
    return {path.name for path in Path(folder).iterdir()}


def test_it_writes_a_file_for_each_client_and_says_how_many() -> None:
    result = run("merge", P02, "clients.csv", "--out", "out")
    assert result.output == "Wrote 2 documents to out.\n"
    assert files() == {"a1.docx", "a2.docx", "manifest.jsonl", "merge.json", "socialpolicy.lock"}
    single = (
        example(EXAMPLES[1])
        .document("client-addendum")
        .bytes("docx", {"client_name": "Ada", "client_is_minor": True})
    )
    assert Path("out/a2.docx").read_bytes() == single


def test_it_takes_lines_of_json_another_document_format_and_name() -> None:
    Path("clients.jsonl").write_text('{"client_name": "Sam"}\n', encoding="utf-8")
    run(
        "merge", P02, "clients.jsonl", "--out", "out", "--document", "website-policy", "--to", "md",
        "--name", "{number}-{client_name}.md", "--on", "2026-12-01",
    )  # fmt: skip
    assert "1-Sam.md" in files()


def test_it_writes_on_a_letterhead() -> None:
    run("letterhead", "new", "letterhead.docx", "--look", "modern")
    run("merge", P02, "clients.csv", "--out", "out", "--letterhead", "letterhead.docx")
    assert json.loads(Path("out/merge.json").read_text())["letterhead"].startswith("sha256:")


def test_a_bad_row_keeps_everything_from_being_written() -> None:
    Path("clients.csv").write_text(TABLE + "a3,Bo,perhaps,,\n", encoding="utf-8")
    result = run("merge", P02, "clients.csv", "--out", "out", exit_code=1)
    assert "clients.csv:4, client_is_minor: expected true or false [value-kind]" in result.output
    assert "1 problem; nothing was written." in result.output
    assert not Path("out").exists()


def test_an_agreement_is_no_file_of_clients() -> None:
    result = run("merge", P02, "agreement.docx", "--out", "out", exit_code=1)
    assert "[format-unknown]" in result.output


def test_bad_rows_are_skipped_and_listed_where_somebody_says_so() -> None:
    Path("clients.csv").write_text(TABLE + "a3,Bo,perhaps,,\n", encoding="utf-8")
    result = run("merge", P02, "clients.csv", "--out", "out", "--skip-bad", exit_code=1)
    assert "Wrote 2 documents to out.\nLeft out 1 client: see out/rejected.csv" in result.output
    told = run("merge", P02, "clients.csv", "--out", "out", "--skip-bad", "--resume", "--json", exit_code=1)
    counts = json.loads(told.output)
    assert (counts["written"], counts["kept"], counts["rejected"]) == (0, 2, 1)


def test_a_run_is_gone_on_with() -> None:
    run("merge", P02, "clients.csv", "--out", "out")
    again = run("merge", P02, "clients.csv", "--out", "out", exit_code=1)
    assert "[merge-begun]" in again.output
    Path("out/a1.docx").unlink()
    result = run("merge", P02, "clients.csv", "--out", "out", "--resume")
    assert result.output == "Wrote 1 documents to out; 1 were there already.\n"


def test_one_archive_is_written_and_never_gone_on_with() -> None:
    result = run("merge", P02, "clients.csv", "--out", "out", "--zip")
    assert result.output == "Wrote 2 documents to out/client-addendum.zip.\n"
    assert files() == {"client-addendum.zip"}
    refused = run("merge", P02, "clients.csv", "--out", "out", "--zip", "--resume", exit_code=2)
    assert "whole or not at all" in refused.output


# ---------- the bar ----------


def on_a_terminal(*arguments: str) -> str:
    """What a person sees."""
    main, other = pty.openpty()
    command = [sys.executable, "-m", "socialpolicy", *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=other) as child:
        os.close(other)
        seen = b""
        while True:
            try:
                some = os.read(main, 4096)
            except OSError:  # the other end is closed
                break
            seen += some
        child.wait()
    os.close(main)
    return seen.decode()


def test_a_terminal_shows_a_bar_with_rate_for_each_stage() -> None:
    seen = on_a_terminal("merge", P02, "clients.csv", "--out", "out")
    assert "Checking" in seen
    assert "Writing" in seen
    assert "2/2" in seen
    assert "a second" in seen


def test_elsewhere_nothing_is_shown() -> None:
    command = [sys.executable, "-m", "socialpolicy", "merge", P02, "clients.csv", "--out", "out", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert json.loads(done.stdout)["written"] == 2


def test_a_bar_looks_only_so_often_and_always_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress.progress_bar(lambda: 3) as told:
        assert told
        for done in (1, 2, 3):
            told("check", done, 0)
        told("write", 1, 3)
    with progress.progress_bar(lambda: 3) as told:
        assert told
    assert "Writing" in capfd.readouterr().err


def test_all_may_be_in_large_print() -> None:
    Path("clients.csv").write_text("key,client_name\na,Ada\n")
    for folder, more in (("usual", ()), ("large", ("--large-print",))):
        run("merge", P02, "clients.csv", "--to", "html", "--out", folder, *more)
    usual, large = (Path(folder, "a.html").read_text() for folder in ("usual", "large"))
    assert "Ada" in large
    assert usual != large
