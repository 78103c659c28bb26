"""The wizard, typed at: each kind of question, the way back, the way out, and the summary."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from socialpolicy import Library, Profile
from socialpolicy.cli import beginning, wizard
from socialpolicy.cli.interview import Interview
from socialpolicy.cli.wizard import run_wizard
from socialpolicy.composition.question import Question
from tests.cli.test_commands import run
from tests.composition.small import clause, small

DOWN, ENTER, SPACE, STOP = "\x1b[B", "\r", " ", "\x03"
FACTS = """
[facts.since]
kind = "date"
required = true
question = "Since when?"
[facts.rooms]
kind = "rows"
columns = { name = { kind = "words" }, beds = { kind = "whole", optional = true }, key = { kind = "yes-no" } }
default = []
shown = "public"
question = "Which rooms?"
[facts.nicknames]
kind = "list of words"
default = []
shown = "public"
question = "Which nicknames?"
[facts.years]
kind = "whole"
range = [0, 20]
default = 3
shown = "public"
help = "Whole years."
question = "For how many years?"
"""
OPTIONS = """[Many.]{when practice_size == "group"} [So.]{when professions has "psychologist"} \
[Here.]{when served_regions has region}"""
TEXT = (
    "Since {{since}}, {{years}} years. {{nicknames as list}} [Both.]{when has_staff} "
    + OPTIONS
    + "\n\n{{rooms as list}}"
)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture(scope="module")
def library() -> Library:
    facts = FACTS.replace('kind = "date"', 'kind = "date"\nshown = "public"')
    return small({"door": clause("Door", TEXT)}, facts=facts)


def typed(keys: PipeInput, library: Library, file: Path, *strokes: str, begun: str = "") -> bool:
    """The wizard with these keys typed."""
    keys.send_text("".join(strokes))
    return run_wizard(Interview.resume(begun, library), file)


REST = 'practice_name = "Saltbush"\nregion = "AU-NSW"\n'


def questions_of(library: Library, begun: str) -> list[str]:
    return [question.fact.name for question in Interview.resume(begun, library).open()]


def test_all_kinds_are_asked_and_summed_up(
    keys: PipeInput, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    only = [name for name in questions_of(library, REST) if name in FACTS or name == "has_staff"]
    left = [name for name in questions_of(library, REST) if name not in only]
    begun = REST + "".join(f"# left as usual: {name}\n" for name in left)
    strokes = {
        "since": f"soon{ENTER}2020-02-30{ENTER}2020-02-03{ENTER}",
        "rooms": f"{ENTER}Attic{ENTER}2{ENTER}y{ENTER}Cellar{ENTER}{ENTER}n{DOWN}{ENTER}",
        "nicknames": f"Owl, Fox,{ENTER}",
        "years": f"40{ENTER}4{ENTER}",
        "has_staff": ENTER,
    }
    order = questions_of(library, begun)
    assert set(order) == set(strokes)
    assert typed(keys, library, file, *(strokes[name] for name in order), begun=begun)
    profile = Profile.read(file, library)
    assert str(profile.answers["since"]) == "2020-02-03"
    assert [row.cells["name"] for row in profile.answers["rooms"]] == ["Attic", "Cellar"]  # type: ignore[attr-defined]
    assert profile.answers["nicknames"] == ("Owl", "Fox")
    assert (profile.answers["years"], profile.answers["has_staff"]) == (4, True)
    printed = capsys.readouterr().out
    assert "5 answers" in printed
    assert "a value from 0 to 20" in printed
    assert "Whole years." in printed
    assert "This one could change" in printed


def asked_only(library: Library, *names: str) -> str:
    """A profile in which all questions but these are answered or left as usual."""
    begun = REST + ("" if "since" in names else "since = 2020-02-03\n")
    left = (name for name in questions_of(library, begun) if name not in names)
    return begun + "".join(f"# left as usual: {name}\n" for name in left)


@pytest.mark.parametrize(
    ("name", "strokes", "value"),
    [
        ("practice_size", f"{DOWN}{ENTER}", "group"),
        ("practice_size", f"{DOWN}{DOWN}{ENTER}", None),  # as usual
        ("practice_size", f"{DOWN}{DOWN}{DOWN}{ENTER}", None),  # all others as usual
        ("professions", f"{ENTER}{SPACE}{DOWN}{SPACE}{ENTER}", ("counsellor", "psychologist")),
        ("professions", f"{DOWN}{ENTER}", None),
        ("served_regions", f"{ENTER}{SPACE}{ENTER}", ("AU",)),
        ("rooms", f"{DOWN}{DOWN}{ENTER}", None),
        ("rooms", f"{DOWN}{ENTER}", ()),
        ("nicknames", ENTER, None),
        ("years", f"={ENTER}", None),
        ("years", f"!{ENTER}", None),
        ("has_staff", f"{DOWN}{ENTER}", False),
        ("since", f"={ENTER}2020-01-01{ENTER}", "2020-01-01"),  # what must be known is not left as usual
    ],
)
def test_a_question_is_answered_or_left(
    keys: PipeInput, library: Library, tmp_path: Path, name: str, strokes: str, value: object
) -> None:
    file = tmp_path / "mine.toml"
    begun = asked_only(library, name)
    assert questions_of(library, begun) == [name]
    assert typed(keys, library, file, strokes, begun=begun)
    answer = Profile.read(file, library).answers.get(name)
    assert (str(answer) if name == "since" else answer) == value


def test_the_way_back_asks_once_more(keys: PipeInput, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    begun = asked_only(library, "years", "practice_size")
    first, second = questions_of(library, begun)
    ways = {"practice_size": (ENTER, f"{DOWN * 4}{ENTER}"), "years": (f"5{ENTER}", f"<{ENTER}")}
    typed(keys, library, file, ways[first][0], ways[second][1], ways[first][0], ways[second][0], begun=begun)
    answers = Profile.read(file, library).answers
    assert (answers["years"], answers["practice_size"]) == (5, "solo")


def test_one_of_many_options_is_found_by_typing(keys: PipeInput, tmp_path: Path) -> None:
    options = ", ".join(f'o{number} = "Option {number}"' for number in range(30))
    facts = f'[facts.colour]\nkind = "choice"\noptions = {{ {options} }}\nrequired = true\nshown = "public"\n'
    whole = small({"door": clause("Door", "It is {{colour}}.")}, facts=facts + 'question = "Which?"\n')
    left = (name for name in questions_of(whole, REST) if name != "colour")
    begun = REST + "".join(f"# left as usual: {name}\n" for name in left)
    file = tmp_path / "mine.toml"
    assert typed(keys, whole, file, "Option 29", ENTER, begun=begun)
    assert Profile.read(file, whole).answers["colour"] == "o29"


def test_a_decision_that_changes_nothing_by_itself_says_why_it_is_asked(library: Library) -> None:
    asked = Question(fact=library.facts["practice_name"], need="decision")
    assert wizard._why(asked) == "must be known before anything is composed"


# ---------- the command ----------


@pytest.fixture
def _somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(beginning, "_somebody_is_there", lambda: True)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_somebody")
def test_new_asks_a_person_and_goes_on_where_it_was_stopped(keys: PipeInput) -> None:
    keys.send_text("Wales" + ENTER + STOP)
    assert "Saved in mine.toml" in run("new", "mine.toml").output
    assert "region" in Path("mine.toml").read_text()
    assert "is there already" in run("new", "mine.toml", exit_code=2).output
    Path("notes.toml").write_text('# mine\nregion = "GB-WLS"\n')
    assert "would lose its notes" in run("new", "--ask", "notes.toml", exit_code=2).output
    assert Path("notes.toml").read_text().startswith("# mine")
    keys.send_text(STOP)
    assert "Saved in mine.toml" in run("new", "--ask", "mine.toml").output
    keys.send_text("".join([ENTER, SPACE, ENTER, "Hazel", ENTER, DOWN * 3, ENTER]))
    assert "Next: socialpolicy build mine.toml" in run("new", "--ask", "mine.toml").output
    assert "no problems" in run("check", "mine.toml").output


@pytest.mark.usefixtures("_somebody")
def test_new_can_begin_with_an_example_or_ask_nothing(keys: PipeInput) -> None:
    keys.send_text(STOP)
    run("new", "--ask", "--example", "p01", "mine.toml")
    assert "practice_name" in Path("mine.toml").read_text()
    assert "Wrote blank.toml" in run("new", "--blank", "blank.toml").output


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(beginning, "find_spec", lambda name: None)
    assert "socialpolicy[wizard]" in run("new", "--ask", "mine.toml", exit_code=2).output
    assert not beginning._somebody_is_there()


def test_stopping_saves_and_says_how_to_go_on(
    keys: PipeInput, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    assert not typed(keys, library, file, STOP, begun=REST)
    assert "socialpolicy new --ask" in capsys.readouterr().out
    assert Profile.read(file, library).answers["region"] == "AU-NSW"
