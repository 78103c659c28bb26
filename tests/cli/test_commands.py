"""The command line as a user meets it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from socialpolicy import Library
from socialpolicy.cli.building import _bar
from socialpolicy.cli.group import group
from tests.composition.small import clause
from tests.practice import EXAMPLES

HERE = Path(__file__).parent
P01, P20 = str(EXAMPLES[0]), str(EXAMPLES[-1])
DOCUMENTS = ("website-policy", "client-addendum", "staff-handbook", "first-session")


def run(*args: str, exit_code: int = 0) -> Result:
    """What a command did; it must end with this exit code and never with a traceback."""
    result = CliRunner().invoke(group, args)
    assert result.exit_code == exit_code, result.output
    assert "Traceback" not in result.output
    return result


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# ---------- demo, new, build ----------


def test_demo_builds_an_example_without_any_file(tmp_path: Path) -> None:
    result = run("demo")
    assert names(tmp_path / "demo") == {
        "website-policy.docx",
        "website-policy.html",
        "client-addendum.docx",
        "staff-handbook.docx",
        "first-session.docx",
        "cover-note.md",
        "socialpolicy.lock",
    }
    assert "Left out" not in result.output


def test_build_writes_each_document_in_each_format(tmp_path: Path) -> None:
    run("build", P01, "--to", "txt, md", "--out", "here/and/there")
    assert names(tmp_path / "here/and/there") == {
        *(f"{document}.{ending}" for document in DOCUMENTS for ending in ("txt", "md")),
        "cover-note.md",
        "socialpolicy.lock",
    }


def test_build_writes_the_website_as_a_page_where_no_format_is_asked_for(tmp_path: Path) -> None:
    run("build", P01, "--document", "website-policy", "--out", "one")
    assert names(tmp_path / "one") == {
        "website-policy.docx",
        "website-policy.html",
        "cover-note.md",
        "socialpolicy.lock",
    }
    run("build", P01, "--document", "website-policy", "--to", "json,fragment", "--out", "two")
    assert {"website-policy.json", "website-policy.fragment.html"} < names(tmp_path / "two")


def test_build_writes_in_large_print_what_can_be_and_says_where_nothing_can(tmp_path: Path) -> None:
    run("build", P01, "--document", "website-policy", "--to", "docx,html,txt", "--out", "usual")
    run(
        "build",
        P01,
        "--document",
        "website-policy",
        "--to",
        "docx,html,txt",
        "--large-print",
        "--out",
        "large",
    )
    same = {
        path.name: path.read_bytes() == (tmp_path / "usual" / path.name).read_bytes()
        for path in (tmp_path / "large").glob("website-policy.*")
    }
    assert same == {"website-policy.docx": False, "website-policy.html": False, "website-policy.txt": True}
    assert (
        "these have: docx, pdf, html" in run("build", P01, "--to", "md", "--large-print", exit_code=1).output
    )
    run("letterhead", "new", "mine.docx")
    refused = run("build", P01, "--large-print", "--letterhead", "mine.docx", exit_code=1).output
    assert refused.count("large-print-unused") == 1


def test_build_writes_only_the_documents_that_are_asked_for(tmp_path: Path) -> None:
    result = run("build", P01, "--document", "website-policy", "--to", "txt", "--out", "one")
    assert names(tmp_path / "one") == {"website-policy.txt", "cover-note.md", "socialpolicy.lock"}
    assert "Left out" not in result.output


def test_the_cover_note_can_be_asked_for_in_any_format(tmp_path: Path) -> None:
    run("build", P01, "--document", "cover-note", "--to", "md,txt", "--out", "one")
    assert names(tmp_path / "one") == {"cover-note.md", "cover-note.txt", "socialpolicy.lock"}


def test_a_build_may_be_one_file_which_is_the_same_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run("build", P01, "--to", "txt", "--out", folder, "--zip")
    assert names(tmp_path / "one") == {"policy.zip"}
    assert (tmp_path / "one/policy.zip").read_bytes() == (tmp_path / "two/policy.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one/policy.zip") as archive:
        inside = {*(f"{document}.txt" for document in DOCUMENTS), "cover-note.md", "socialpolicy.lock"}
        assert set(archive.namelist()) == inside


def test_on_a_terminal_a_bar_shows_how_far_a_build_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", terminal)
        with _bar(("website-policy", "client-addendum")) as shown:
            assert list(shown) == ["website-policy", "client-addendum"]
    assert "Building" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_build_answers_as_json() -> None:
    result = json.loads(run("build", P01, "--to", "txt", "--json").output)
    assert result["findings"] == []
    assert "policy/cover-note.md" in result["written"]
    assert result["left_out"] == []
    left_out = json.loads(run("build", P20, "--to", "txt", "--json").output)["left_out"]
    assert left_out == [["website-policy", "not for this practice"]]


def test_building_as_of_a_day_before_the_library_is_refused(tmp_path: Path) -> None:
    result = run("build", P01, "--on", "2020-01-01", exit_code=1)
    assert "version-none" in result.output
    assert not list(tmp_path.iterdir())


def test_building_long_after_the_review_warns_and_still_writes(tmp_path: Path) -> None:
    result = run("build", P01, "--on", "2030-01-01", "--to", "txt")
    assert "warning: " in result.output
    assert (tmp_path / "policy/client-addendum.txt").exists()


def test_a_final_build_refuses_blanks_and_writes_nothing(tmp_path: Path) -> None:
    text = EXAMPLES[0].read_text().replace('practice_phone = "02 5550 4417"', "")
    Path("mine.toml").write_text(text)
    result = run("build", "mine.toml", "--final", exit_code=1)
    assert "`practice_phone` is still to be completed" in result.output
    assert names(tmp_path) == {"mine.toml"}


def test_an_unknown_document_or_format_is_refused_with_a_hint(tmp_path: Path) -> None:
    assert (
        'did you mean "website-policy"?' in run("build", P01, "--document", "web-policy", exit_code=1).output
    )
    assert "docx, pdf, html" in run("build", P01, "--to", "odt", exit_code=1).output
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be made" in run("build", P01, "--to", "txt", "--out", "file/below", exit_code=1).output


def test_what_was_written_before_a_fault_is_said(tmp_path: Path) -> None:
    (tmp_path / "o" / "client-addendum.txt").mkdir(parents=True)
    output = run("build", P01, "--to", "txt", "--out", "o", exit_code=1).output
    assert "1 were written (o/website-policy.txt)" in output
    assert "nothing was written" not in output
    (tmp_path / "p" / "website-policy.txt").mkdir(parents=True)
    assert "0 were written." in run("build", P01, "--to", "txt", "--out", "p", exit_code=1).output


def test_a_new_profile_is_an_example_that_builds() -> None:
    run("new", "--example", "p08", "mine.toml")
    assert "no problems" in run("check", "mine.toml").output


def test_a_new_profile_asks_every_question_and_reads_as_toml() -> None:
    run("new", "mine.toml")
    text = Path("mine.toml").read_text()
    assert "What is the practice called?" in text
    assert '# reply_within = "2 working-days"' in text
    output = run("check", "mine.toml", exit_code=1).output
    assert "toml-syntax" not in output
    assert "mine.toml:" in output


def test_new_never_writes_over_a_file() -> None:
    Path("mine.toml").write_text("kept")
    assert "is there already" in run("new", "mine.toml", exit_code=2).output
    assert Path("mine.toml").read_text() == "kept"


def test_new_names_the_examples_that_there_are() -> None:
    there = ", ".join(path.stem for path in EXAMPLES)
    assert f"there is {there}" in run("new", "--example", "nonsense", "mine.toml", exit_code=1).output
    assert 'did you mean "p08"?' in run("new", "--example", "po8", "mine.toml", exit_code=1).output


# ---------- check, show, explain ----------

GROUP = {
    "pack.toml": 'name = "house"\nversion = "1.0.0"\nlicence = "CC0-1.0"\n',
    "facts.toml": '[facts.has_group]\nkind = "yes-no"\ndefault = false\nquestion = "Is there a group?"\n',
    "publicity/group/1.0.0.md": clause("Group", top="when = 'has_group'"),
}


def test_ten_mistakes_are_ten_findings_each_with_line_and_hint_and_nothing_is_written(tmp_path: Path) -> None:
    shutil.copy(HERE / "ten_mistakes.toml", "practice.toml")
    result = run("build", "practice.toml", exit_code=1)
    assert result.output == (HERE / "ten_mistakes.txt").read_text()
    assert names(tmp_path) == {"practice.toml"}
    findings = json.loads(run("build", "practice.toml", "--json", exit_code=1).output)["findings"]
    assert len(findings) == 10
    assert all(finding["line"] and finding["hint"] for finding in findings)


def test_a_clients_value_in_a_profile_is_not_repeated() -> None:
    shutil.copy(HERE / "ten_mistakes.toml", "practice.toml")
    assert "Sam Fern" not in run("build", "practice.toml", "--json", exit_code=1).output


def test_check_lists_what_is_still_to_complete() -> None:
    text = EXAMPLES[0].read_text().replace('practice_phone = "02 5550 4417"', "")
    Path("mine.toml").write_text(text)
    assert "To complete: practice_phone" in run("check", "mine.toml").output
    assert json.loads(run("check", "mine.toml", "--json").output)["blanks"] == ["practice_phone"]


def test_check_finds_a_file_that_is_not_there() -> None:
    assert "file-not-found" in run("check", "nowhere.toml", exit_code=1).output


def test_a_syntax_fault_is_shown_with_a_caret() -> None:
    Path("mine.toml").write_text('practice_name = "Hazel\n')
    output = run("check", "mine.toml", exit_code=1).output
    assert 'practice_name = "Hazel\n' in output
    assert output.splitlines()[2].strip() == "^"


def test_warnings_alone_end_well() -> None:
    text = EXAMPLES[0].read_text().replace("effective_date = 2026-12-01", "effective_date = 2030-01-01")
    Path("mine.toml").write_text(text)
    result = run("check", "mine.toml")
    assert "review-due" in result.output
    assert "warnings only" in result.output


def test_show_prints_a_clause_as_each_document_has_it() -> None:
    output = run("show", P01, "reviews").output
    assert "== website-policy ==" in output
    assert "== client-addendum ==" in output
    assert "== cover-note ==" not in output
    assert re.search(r"(?m)^\d+\.1  You are free", output)


def test_show_prints_a_clause_that_stands_in_a_box() -> None:
    output = run("show", P01, "crisis-and-emergencies", "--document", "client-addendum").output
    assert "Lifeline" in output


def test_show_and_explain_refuse_a_clause_that_is_not_there() -> None:
    assert 'did you mean "reviews"?' in run("show", P01, "review", exit_code=1).output
    assert 'did you mean "reviews"?' in run("explain", P01, "review", exit_code=1).output


def test_explain_says_why_for_one_clause_and_for_all() -> None:
    one = run("explain", P01, "direct-messages").output
    assert "direct-messages: stands, as it does for every practice" in one
    assert len(run("explain", P01).output) > 5 * len(one)


def test_explain_answers_as_json() -> None:
    clause = json.loads(run("explain", P01, "reviews", "--json").output)["clauses"][0]
    assert clause["stance"] == "no-response"
    assert clause["stands"] is True


def test_explain_of_a_clause_that_is_left_out_says_what_would_bring_it_in() -> None:
    for name, text in GROUP.items():
        Path("house", name).parent.mkdir(parents=True, exist_ok=True)
        Path("house", name).write_text(text)
    output = run("explain", P01, "group", "--pack", "house").output
    assert output.startswith("group: left out, because this is not so: the answer to")
    assert "    has_group = true   (answer" in output
    answer = json.loads(run("explain", P01, "group", "--pack", "house", "--json").output)
    change = answer["clauses"][0]["bring_in"]["changes"]
    assert change == [{"toml": "has_group = true", "says": 'answer "Is there a group?" with: yes'}]


# ---------- questions ----------


def test_questions_lists_what_is_open_the_most_decisive_first() -> None:
    output = run("questions", P01).output
    assert output.rstrip().endswith("open questions")
    Path("mine.toml").write_text('region = "AU-NSW"\nprofessions = ["counsellor"]\n')
    first, *_ = run("questions", "mine.toml").output.splitlines()
    assert first == "practice_name: What is the practice called?"
    output = run("questions", "mine.toml").output
    assert "  must be answered before anything is composed" in output
    assert "  prints a blank until it is answered" in output
    assert "  assumed: alone" in output
    assert "  one of: solo (alone), group (with others)" in output
    assert "  any of 22: `socialpolicy facts associations` lists them" in output
    assert "  could change " in output


def test_questions_answers_as_json() -> None:
    Path("mine.toml").write_text('region = "AU-NSW"\nprofessions = ["counsellor"]\n')
    asked = json.loads(run("questions", "mine.toml", "--json").output)["questions"]
    assert asked[0]["fact"] == "practice_name"
    assert asked[0]["need"] == "decision"
    size = next(one for one in asked if one["fact"] == "practice_size")
    assert size["options"] == {"solo": "alone", "group": "with others"}
    assert size["why"]
    assert size["effects"][0].keys() == {"what", "clause", "document", "proved"}


# ---------- clauses, facts ----------


def test_clauses_lists_describes_and_refuses() -> None:
    assert len(run("clauses").output.splitlines()) == len(Library.bundled().clauses)
    assert "stance no-response: " in run("clauses", "reviews").output
    assert run("clauses", "reviews@1.0.0").output == run("clauses", "reviews").output
    assert "there is 1.0.0" in run("clauses", "reviews@9.9.9", exit_code=1).output
    assert "write it like 1.0.0" in run("clauses", "reviews@one", exit_code=1).output
    assert 'did you mean "reviews"?' in run("clauses", "reviewz", exit_code=1).output
    assert json.loads(run("clauses", "--json").output)["clauses"][0]["clause"].strip()


def test_facts_lists_describes_and_refuses() -> None:
    assert "reply_within" in run("facts").output
    assert "option solo: " in run("facts", "practice_size").output
    assert "default: none: it must be answered" in run("facts", "practice_name").output
    assert "default: as practice_email" in run("facts", "privacy_email").output
    assert "of the locale" in run("facts", "emergency_number").output
    assert "default: none\n" in run("facts", "practice_phone").output
    assert "fact: reviews.contact_route" in run("facts", "reviews.contact_route").output
    assert 'did you mean "practice_name"?' in run("facts", "practice_nam", exit_code=1).output
    assert json.loads(run("facts", "reply_within", "--json").output)["facts"][0]["kind"] == "duration"


# ---------- authorities ----------


def test_authorities_are_listed_with_what_to_check() -> None:
    output = run("authorities").output
    assert len(re.findall(r"(?m)^\S.*\([a-z0-9-]+\)$", output)) == len(Library.bundled().authorities)
    assert "    check: see that this edition is still in force" in output
    assert "recalled only" in output


def test_the_authorities_of_a_practice_are_those_behind_its_clauses() -> None:
    rows = json.loads(run("authorities", "--for", P01, "--json").output)["authorities"]
    named = {row["authority"] for row in rows}
    assert {"au-nl-133", "au-psyba-code"} <= named
    assert not {name for name in named if name.startswith(("us-", "uk-"))}
    assert all(row["clauses"] and row["check"] for row in rows)
    assert "not seen: " in run("authorities", "--for", P01).output


# ---------- the group ----------


def test_lists_are_in_columns_and_their_json_is_not() -> None:
    assert run("clauses").output.splitlines()[0].startswith("choice-and-withdrawal             1.0.0  about")
    rows = (
        json.loads(run("clauses", "--json").output)["clauses"]
        + json.loads(run("facts", "--json").output)["facts"]
    )
    assert all(value == value.strip() for row in rows for value in row.values())


def test_the_name_of_a_file_does_not_steer_the_terminal() -> None:
    output = run("check", "\x1b[31mred\nok.toml: no problems", exit_code=1).output
    assert "\x1b" not in output
    assert "\nok.toml" not in output


def test_help_says_what_it_is_and_is_not() -> None:
    output = run("--help").output
    assert "not legal or clinical advice" in " ".join(output.split())
    for command in (
        "demo",
        "new",
        "build",
        "check",
        "show",
        "explain",
        "questions",
        "clauses",
        "facts",
        "rebuild",
    ):
        assert f"  {command} " in output


def test_wrong_usage_ends_with_two() -> None:
    run("build", exit_code=2)
    run("nonsense", exit_code=2)


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "socialpolicy", "--version"], capture_output=True, check=True
    )
    assert b"version" in done.stdout
