"""`prove`: what it prints where all holds, and where a pack breaks something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socialpolicy import Library, Profile, Refused, compose
from tests.cli.test_commands import run
from tests.composition.small import clause, small
from tests.proving.test_small import library as sound

PACK = 'name = "lawfirm"\nversion = "1.0.0"\nlicence = "proprietary"\n'
RULE = """
[Z1]
kind = "only"
where = 'has_staff'
clause = "reviews"
stances = ["report-only"]
because = "The firm has other reviews in mind."
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    folder.joinpath("pack.toml").write_text(PACK)
    folder.joinpath("rules.toml").write_text(RULE)
    return folder


@pytest.mark.no_cover
def test_the_bundled_library_holds() -> None:
    output = run("prove", "--on", "2026-12-01").output
    assert "all hold, for every practice that can be described" in output
    assert "Proving" not in output  # no bar where nobody looks


@pytest.mark.no_cover
def test_a_pack_that_breaks_something_is_shown_with_a_profile(pack: Path) -> None:
    output = run("prove", str(pack), "--on", "2026-12-01", exit_code=1).output
    assert "Rule Z1 is broken by a practice that overrides nothing" in output
    assert "has_staff = true" in output
    assert "rule-is-kept-by-default" in output
    assert "do not hold" in output.splitlines()[-1]


@pytest.mark.no_cover
def test_as_json_it_is_one_object_and_its_profile_can_be_built(pack: Path) -> None:
    printed = json.loads(run("prove", str(pack), "--on", "2026-12-01", "--json", exit_code=1).output)
    (wrong,) = (one for one in printed["wrong"] if one["subject"] == "Z1")
    assert printed["on"] == "2026-12-01"
    assert printed["claims"]["clause-can-stand"] == len(Library.bundled().clauses)
    assert (wrong["property"], wrong["verdict"]) == ("rule-is-kept-by-default", "fails")
    library = Library.bundled(packs=[pack])
    with pytest.raises(Refused):
        compose(library, Profile.parse(wrong["profile"], library))


def test_what_holds_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "bundled", lambda **_: sound())
    output = run("prove", "--on", "2026-06-01").output
    assert output.splitlines()[-1].endswith("all hold, for every practice that can be described.")


@pytest.fixture
def open_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of one clause, which has no stance for a practice without staff."""
    below = "[stances.a]\nlabel = \"l\"\ndefault_when = 'has_staff'\n"
    whole = small({"door": clause("Door", "Words.", below=below)})
    monkeypatch.setattr(Library, "bundled", lambda **_: whole)


@pytest.mark.usefixtures("open_door")
def test_what_fails_is_told_with_its_place_its_sentence_and_a_profile() -> None:
    output = run("prove", "--on", "2026-06-01", exit_code=1).output
    assert "[stance-stands-by-itself, fails]" in output
    assert "\n        effective_date = 2026-06-01\n" in output
    assert "do not hold." in output.splitlines()[-1]


@pytest.mark.usefixtures("open_door")
def test_what_fails_is_told_as_json() -> None:
    printed = json.loads(run("prove", "--on", "2026-06-01", "--json", exit_code=1).output)
    (wrong,) = (one for one in printed["wrong"] if one["property"] == "stance-stands-by-itself")
    assert wrong["profile"].startswith("effective_date = 2026-06-01\n")


def test_what_is_undecided_is_told() -> None:
    output = run("prove", "--steps", "1", exit_code=1).output
    assert "are undecided." in output
    assert "the search was given up" in output
