"""Packs, histories and editions at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import P01, run
from tests.library.small import RECORDS, Small
from tests.practice import EXAMPLES

CLAUSE = Path(__file__).parents[2] / "clauses" / "publicity" / "reviews" / "1.0.0.md"


@pytest.fixture
def pack(tmp_path: Path) -> Small:
    """A pack with its own `reviews`, in two versions of which one is withdrawn."""
    pack = Small(tmp_path / "firm")
    pack.put("pack.toml", 'name = "firm"\nversion = "1.0.0"\nlicence = "CC0-1.0"\n')
    pack.put("facts.toml", '[facts.firm]\nkind = "words"\nquestion = "Which firm?"\n')
    text = CLAUSE.read_text(encoding="utf-8").replace("+++\n", '+++\nreplaces = "reviews"\n', 1)
    pack.put("publicity/reviews/1.0.0.md", text.replace("You are free to share", "Feel free to share"))
    withdrawn = 'withdrawn = 2026-11-30\nwithdrawn_because = "A slip."\nchange ='
    pack.put("publicity/reviews/1.0.1.md", text.replace("change =", withdrawn, 1))
    return pack


def test_every_command_that_reads_a_library_takes_packs(pack: Small) -> None:
    assert "Feel free to share" in run("show", P01, "reviews", "--pack", "firm").output
    assert "no problems" in run("check", P01, "--pack", "firm").output
    assert "version 1.0.0: the newest" in run("explain", P01, "reviews", "--pack", "firm").output
    assert "Which firm?" in run("facts", "firm", "--pack", "firm").output
    assert "pack: pack firm 1.0.0" in run("clauses", "reviews", "--pack", "firm").output
    run("build", P01, "--pack", "firm", "--to", "txt")
    assert "Feel free to share" in Path("policy/client-addendum.txt").read_text()


def test_rebuild_holds_packs_against_the_lock(pack: Small) -> None:
    run("build", P01, "--pack", "firm", "--to", "txt")
    assert "warning" not in run("rebuild", "policy/socialpolicy.lock", "--pack", "firm").output
    output = run("rebuild", "policy/socialpolicy.lock").output
    assert "without the pack `firm` 1.0.0" in output
    assert "pack-differs" in output
    assert Path("rebuilt/client-addendum.txt").read_bytes() == Path("policy/client-addendum.txt").read_bytes()


def test_a_faulty_pack_is_refused_without_a_traceback(pack: Small) -> None:
    pack.put("facts.toml", "[facts")
    assert "firm/facts.toml:1" in run("check", P01, "--pack", "firm", exit_code=1).output
    assert "there is no" in run("check", P01, "--pack", "nowhere", exit_code=1).output.lower()
    assert "name-unknown" in run("check", P01, "--installed-pack", "nowhere", exit_code=1).output


def test_the_history_of_a_clause_names_versions_dates_and_changes(pack: Small) -> None:
    assert run("clauses", "reviews", "--history").output == "1.0.0  from 2026-11-22  First edition.\n"
    output = run("clauses", "reviews", "--history", "--pack", "firm").output
    assert output == (
        "1.0.1  from 2026-11-22  pack firm 1.0.0  withdrawn 2026-11-30: A slip.  First edition.\n"
        "1.0.0  from 2026-11-22  pack firm 1.0.0  First edition.\n"
    )
    rows = json.loads(run("clauses", "reviews", "--history", "--json").output)["clauses"]
    assert rows == [{"version": "1.0.0", "effective": "from 2026-11-22", "change": "First edition."}]


def test_a_history_is_that_of_one_clause() -> None:
    assert "--history needs a clause" in run("clauses", "--history", exit_code=2).output
    assert 'did you mean "reviews"?' in run("clauses", "reviewz", "--history", exit_code=1).output


def test_an_edition_is_written_and_holds(tmp_path: Path) -> None:
    small = Small.at(tmp_path / "small")
    assert "not" in run("edition", "small", "--name", "2027.1", exit_code=1).output
    assert "Wrote small/digests.toml" in run("edition", "small", "--name", "1").output
    small.replace(RECORDS, "keep a record", "keep records")
    assert "clause-published" in run("edition", "small", "--name", "1", exit_code=1).output


def test_a_pack_has_editions_too(pack: Small) -> None:
    run("edition", "firm", "--name", "1.0.0")
    assert pack.text("digests.toml").count("[reviews.") == 2
    assert "no problems" in run("check", str(EXAMPLES[0]), "--pack", "firm").output
