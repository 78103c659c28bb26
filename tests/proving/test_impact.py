"""Which practices change when a library does."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Library
from socialpolicy.library.bundled import bundled_folder
from socialpolicy.proving.impact import Impact, Move, impact
from tests.cli.test_commands import run
from tests.composition.small import clause, small
from tests.proving.test_small import library as sound

DAY = date(2026, 6, 1)
PLAIN = 'practice_name = "Saltbush"\nregion = "AU-NSW"\n'
SAVED = {"plain": PLAIN, "staffed": PLAIN + "has_staff = true\n"}
TWO = '[stances.usual]\nlabel = "l"\ndefault = true\n[stances.other]\nlabel = "l"\n'
RULE = '[R1]\nkind = "only"\nwhere = \'has_staff\'\nclause = "door"\nstances = ["usual"]\nbecause = "So."\n'


def library(top: str = "", text: str = "Words.", **more: Any) -> Library:
    return small({"base": clause("Base"), "door": clause("Door", text, top=top, below=TWO)}, **more)


def found(old: Library, new: Library) -> Impact:
    return impact(old, new, SAVED, DAY)


def test_the_same_library_changes_nothing() -> None:
    nothing = found(library(), library())
    assert (nothing.changed, nothing.smallest, nothing.moves, nothing.undecided) == ({}, "", (), ())


def test_a_condition_that_is_narrowed_moves_those_who_are_left_out() -> None:
    one = found(library(), library("when = 'has_staff'"))
    gone = Move("door", "usual, 1.0.0", "")
    assert one.changed == {"plain": (gone,)}
    assert one.moves == (gone,)
    assert "has_staff" not in one.smallest  # its default is enough
    other = found(library("when = 'has_staff'"), library("when = 'practice_size == \"group\"'"))
    assert other.changed == {"staffed": (gone,)}
    assert len(other.smallest.splitlines()) == 4


def test_a_clause_that_comes_or_goes_moves_all_who_have_it() -> None:
    without = small({"base": clause("Base")})
    assert found(library(), without).changed.keys() == SAVED.keys()
    assert found(without, library("when = 'has_staff'")).changed.keys() == {"staffed"}


def test_other_words_are_told() -> None:
    one = found(library(), library(text="More words."))
    assert one.changed["plain"] == (Move("door", "usual, 1.0.0", "usual, 1.0.0, in other words"),)


def test_a_default_that_changes_moves_who_said_nothing() -> None:
    facts = '[facts.open]\nkind = "yes-no"\ndefault = {}\nquestion = "?"\n'
    old, new = (library("when = 'open'", facts=facts.format(one)) for one in ("false", "true"))
    assert found(old, new).changed.keys() == SAVED.keys()
    assert "open" not in found(old, new).smallest


def test_a_rule_that_changes_moves_whom_it_refuses() -> None:
    one = found(library(), library(files={"rules.toml": RULE}))
    assert one.changed == {}
    assert "has_staff = true" in one.smallest
    assert 'door = "other"' in one.smallest
    (move,) = [move for move in one.moves if move.clause == "(the whole policy)"]
    assert (move.before, move.after[:8]) == ("", "refused:")


def test_a_search_that_is_given_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialpolicy.proving.impact._STEPS", 0)
    assert "door" in found(library(), library("when = 'has_staff'")).undecided


# ---------- the command ----------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The bundled library before its last major version."""
    folder = tmp_path / "old"
    shutil.copytree(bundled_folder(), folder, ignore=shutil.ignore_patterns("digests.toml", "2.0.0.md"))
    return folder


def test_the_command_tells_what_changed(old: Path) -> None:
    output = run("prove", "--against", str(old), "--on", "2026-12-01").output
    assert (
        "trainees-and-supervisors: no-personal-connections, 1.0.0 → no-personal-connections, 2.0.0" in output
    )
    assert "has_trainees = true" in output
    assert "of 14 profiles change on 2026-12-01." in output
    same = run("prove", "--against", str(bundled_folder()), "--on", "2026-12-01").output
    assert same == "0 of 14 profiles change on 2026-12-01.\n"


def test_the_command_takes_other_profiles_and_prints_json(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    text = 'practice_name = "Hazel"\nregion = "GB-WLS"\nprofessions = ["counsellor"]\nhas_trainees = true\n'
    (saved / "hazel.toml").write_text(text)
    asked = ["prove", "--against", str(old), "--profiles", str(saved), "--on", "2026-12-01"]
    printed = json.loads(run(*asked, "--json").output)
    assert printed["profiles"] == 1
    assert printed["changed"]["hazel"][0]["clause"] == "trainees-and-supervisors"
    monkeypatch.setattr("socialpolicy.proving.impact._STEPS", 0)
    assert "the search was given up" in run(*asked).output


def test_counting_and_covering_are_options_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sound()
    monkeypatch.setattr(Library, "bundled", lambda **_: whole)
    cover = tmp_path / "cover"
    output = run("prove", "--on", "2026-06-01", "--count", "--cover", str(cover)).output
    assert "1 different policies where nothing is overridden." in output
    assert f"Wrote {len(list(cover.glob('*.toml')))} profiles" in output
    assert cover.joinpath("01.toml").is_file()
