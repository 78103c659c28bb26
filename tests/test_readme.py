"""The README keeps its word: its example runs, its commands and links exist."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from socialpolicy.cli.group import group
from socialpolicy.errors import Code

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str, page: Path = PAGES[0]) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


SETUPS = [block.strip() for block in blocks("sh") if "-m venv" in block]
NAMED = sorted({*re.findall(r"`socialpolicy ([a-z]+)", README)})


def test_two_commands_near_the_top_each_set_up_all_they_need_in_one_line() -> None:
    assert len(SETUPS) == 2
    assert all("\n" not in line and line.startswith("python3 -m venv .venv && ") for line in SETUPS)
    assert all(README.index(line) < 1_500 for line in SETUPS)
    demo, tests = SETUPS
    assert demo.endswith(".venv/bin/socialpolicy demo")
    assert tests.endswith(".venv/bin/python -m pytest")


def test_the_extras_and_the_program_of_the_setups_exist() -> None:
    words = [word for line in SETUPS for word in shlex.split(line)]
    extras = {extra for word in words for extra in re.findall(r"^\.\[(.+)\]$", word)}
    assert extras == {"test"}
    assert extras <= set(PROJECT["optional-dependencies"])
    assert {Path(word).name for word in words if word.startswith(".venv/bin/")} == {
        "pip",
        "python",
        "socialpolicy",
    }
    assert "socialpolicy" in PROJECT["scripts"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    (pattern,) = re.findall(
        r"grep -m 1 -E '(.+)' README\.md", (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    )
    (line,) = [line for line in README.splitlines() if re.search(pattern, line)]
    assert line == SETUPS[1]


@pytest.mark.parametrize("name", NAMED)
def test_each_command_of_the_readme_exists(name: str) -> None:
    assert isinstance(group, click.Group)
    assert name in group.list_commands(click.Context(group))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_do_what_they_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [line for block in blocks("sh", page) for line in block.splitlines() if line not in SETUPS]
    for line in lines:
        program, *arguments = shlex.split(line)
        assert Path(program).name == "socialpolicy"
        ran = CliRunner().invoke(group, arguments)
        assert ran.exit_code == 0, ran.output


def test_the_example_in_python_writes_the_addendum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "docs" / "examples" / "p01.toml", tmp_path / "practice.toml")
    monkeypatch.chdir(tmp_path)
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 – our own page
    assert zipfile.is_zipfile(tmp_path / "client-addendum.docx")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_code_is_explained_and_no_other() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)`", page, re.MULTILINE)) == {code.value for code in Code}
