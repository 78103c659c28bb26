from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy import Library, Profile
from socialpolicy.errors import Code, Finding
from socialpolicy.library.versions import Version
from tests.composition.refusing import findings, only
from tests.composition.small import clause, small

_STANCES = """
[stances.open]
label = "l"
default = true
[stances.shut]
label = "l"
[facts.lasts]
kind = "duration"
unit = "days"
range = [1, 9]
default = 2
shown = "clients"
question = "How long?"
"""
_OLDER = """
[stances.open]
label = "l"
default = true
[facts.spoken]
kind = "yes-no"
default = true
question = "Is it spoken?"
[facts.lasts]
kind = "whole"
default = 2
shown = "clients"
question = "How long?"
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"door": clause("Door", below=_OLDER), "door@1.1.0": clause("Door", below=_STANCES)})


def _found(library: Library, text: str) -> tuple[Finding, ...]:
    return findings(lambda: Profile.parse(text, library, file="practice.toml"))


def test_a_profile_holds_what_was_answered_and_chosen(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "practice.toml"
    file.write_text(
        'practice_name = "Saltbush"\nexclude = ["door"]\nlocale = "en-US"\n'
        '[stances]\ndoor = "shut"\n[versions]\ndoor = "1.1.0"\n[facts.door]\nlasts = 3\n'
    )
    profile = Profile.read(file, library)
    assert profile.answers == {"practice_name": "Saltbush"}
    assert profile.stances == {"door": "shut"}
    assert profile.versions == {"door": Version(1, 1, patch=0)}
    assert (profile.exclude, profile.locale) == (("door",), "en-US")
    assert profile.place("exclude", "door").line == 2
    assert profile.place("facts", "door", "lasts").line == 9
    assert repr(profile) == "Profile(1 answers, 1 stances)"


def test_what_was_not_written_still_has_a_place(library: Library) -> None:
    profile = Profile.parse("", library, file="practice.toml")
    assert str(profile.place("stances", "door")) == "practice.toml, stances.door"


def test_every_problem_comes_at_once_with_its_line(library: Library) -> None:
    found = _found(
        library,
        """\
practise_name = "Saltbush"
has_staff = "yes"
practice_size = "sole"
professions = ["counsellor", "baker"]
exclude = ["dor"]
locale = "en-UK"
[stances]
dor = "open"
door = "ajar"
[versions]
dor = "1.0.0"
door = "9.9.9"
[facts.dor]
lasts = 1
[facts.door]
lasts = 99
last = 1
""",
    )
    lines = {(finding.place.line, finding.code): finding.hint for finding in found}
    assert lines[1, Code.KEY_UNKNOWN] == 'did you mean "practice_name"?'
    assert (2, Code.VALUE_KIND) in lines
    assert (3, Code.VALUE_OPTION) in lines
    assert (4, Code.VALUE_OPTION) in lines
    assert lines[5, Code.VALUE_OPTION] == 'did you mean "door"?'
    assert 'did you mean "en-' in lines[6, Code.VALUE_OPTION]
    assert lines[8, Code.NAME_UNKNOWN] == 'did you mean "door"?'
    assert (9, Code.VALUE_OPTION) in lines
    assert lines[11, Code.NAME_UNKNOWN] == 'did you mean "door"?'
    assert lines[12, Code.VERSION_NONE] == "there is 1.0.0, 1.1.0"
    assert lines[13, Code.NAME_UNKNOWN] == 'did you mean "door"?'
    assert (16, Code.VALUE_RANGE) in lines
    assert lines[17, Code.KEY_UNKNOWN] == 'did you mean "lasts"?'
    assert len(found) == len(lines) == 13


def test_a_fact_about_a_client_is_refused_without_its_value(library: Library) -> None:
    (finding,) = _found(library, 'client_name = "Quenby"\n')
    assert finding.code == Code.KEY_UNKNOWN
    assert "about a client" in finding.message
    assert "Quenby" not in str(finding)


def test_a_fact_of_a_clause_among_those_of_the_practice_is_told_where_it_belongs(library: Library) -> None:
    (finding,) = _found(library, "lasts = 3\n")
    assert finding.hint == "write it under [facts.door]"


@pytest.mark.parametrize(("pin", "code"), [('"one"', Code.NAME_FORM), ("1", Code.VALUE_KIND)])
def test_a_pin_is_a_version_in_quotes(library: Library, pin: str, code: Code) -> None:
    (finding,) = _found(library, f"[versions]\ndoor = {pin}\n")
    assert finding.code == code


def test_facts_are_those_of_the_newest_version_or_of_the_one_that_is_pinned(library: Library) -> None:
    newest = Profile.of(library, facts={"door": {"lasts": 3, "spoken": False}})
    assert str(newest.clause_answers["door"]["lasts"]).startswith("Duration")
    pinned = Profile.of(library, facts={"door": {"lasts": 30}}, versions={"door": "1.0.0"})
    assert pinned.clause_answers["door"] == {"lasts": 30}


def test_values_given_in_python_are_as_strict(library: Library) -> None:
    finding = only(lambda: Profile.of(library, has_staff=1))
    assert (finding.code, finding.place.path) == (Code.VALUE_KIND, "has_staff")
