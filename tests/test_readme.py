"""The README and the pages of docs/ keep their word: every block of theirs is run or read, and links lead on.

`<!-- file: name -->` above a block writes it to the page's folder. Without it `sh` must succeed, `console`
must print what stands below each `$`, `python` is run (with `>>>` compared), `toml` is a practice's profile
for the bundled library. `text` is for people only.
"""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import click
import pytest
from click.testing import CliRunner, Result

from socialpolicy import Library, Profile
from socialpolicy.cli.group import group
from socialpolicy.errors import Code

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)

BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n+)?```(?P<language>.*)\n(?P<text>(?s:.*?))^```$", re.MULTILINE
)


@attrs.define
class Running:
    """The blocks of a page, run in their order; what one defines the next ones see."""

    page: Path
    names: dict[str, Any] = attrs.field(factory=dict)

    def run(self, block: re.Match[str]) -> None:
        if block["file"]:
            file = Path(block["file"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["text"], encoding="utf-8")
        else:
            line = self.page.read_text(encoding="utf-8").count("\n", 0, block.start("text"))
            RUN[block["language"]](self, block["text"], line)

    def sh(self, text: str, line: int) -> None:
        for command in text.splitlines():
            if command not in SETUPS:
                assert ran(command).exit_code == 0, command

    def console(self, text: str, line: int) -> None:
        for entry in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, wanted = entry.partition("\n")
            command, _, status = command.partition("; ")
            result = ran(command)
            said = result.output + (f"{result.exit_code}\n" if status == "echo $?" else "")
            fits = doctest.OutputChecker().check_output(wanted, said, doctest.ELLIPSIS)
            assert fits, f"{self.page.name}, block at line {line}: `{command}` prints\n{said}"

    def python(self, text: str, line: int) -> None:
        if ">>>" not in text:
            exec(compile("\n" * line + text, self.page.name, "exec"), self.names)  # noqa: S102 – our own page
            return
        test = doctest.DocTestParser().get_doctest(text, self.names, self.page.name, str(self.page), line)
        heard: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
        runner.run(test, out=heard.append, clear_globs=False)
        assert not runner.failures, "".join(heard)
        self.names |= test.globs

    def toml(self, text: str, line: int) -> None:
        Profile.parse(text, Library.bundled(), file=f"{self.page.name}, block at line {line}")

    def text(self, text: str, line: int) -> None:
        """Nothing can be held against it."""


RUN: Mapping[str, Callable[[Running, str, int], None]] = {
    "sh": Running.sh,
    "console": Running.console,
    "python": Running.python,
    "toml": Running.toml,
    "text": Running.text,
}


def ran(command: str) -> Result:
    """What a command of ours did."""
    program, *arguments = shlex.split(command)
    assert Path(program).name == "socialpolicy"
    return CliRunner().invoke(group, arguments)


def blocks(page: Path) -> Iterator[re.Match[str]]:
    return BLOCK.finditer(page.read_text(encoding="utf-8"))


SETUPS = [
    block["text"].strip()
    for block in blocks(PAGES[0])
    if block["language"] == "sh" and "-m venv" in block["text"]
]
NAMED = sorted({*re.findall(r"`socialpolicy ([a-z]+)", README)})


@each_page
def test_every_block_of_a_page_holds(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    running = Running(page)
    for block in blocks(page):
        running.run(block)
    assert page != PAGES[0] or zipfile.is_zipfile("client-addendum.docx")


@each_page
def test_every_block_of_a_page_is_found(page: Path) -> None:
    fences = re.findall(r"^\s*```", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) == 2 * len([*blocks(page)])


@pytest.mark.parametrize(
    "text",
    [
        "```console\n$ socialpolicy facts practice_name\nno such words\n```\n",
        "```sh\nsocialpolicy facts practice_nam\n```\n",
        "```python\n>>> 1 + 1\n3\n```\n",
        "```python\nassert not 1\n```\n",
        '```toml\nregion = "Nowhere"\n```\n',
        "```ruby\nputs 1\n```\n",
    ],
)
def test_a_block_that_does_not_hold_is_noticed(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text)
    running = Running(page)
    with pytest.raises((AssertionError, ExceptionGroup, KeyError)):
        running.run(next(blocks(page)))


def test_two_commands_near_the_top_each_set_up_all_they_need_in_one_line() -> None:
    assert len(SETUPS) == 2
    assert all("\n" not in line and line.startswith("python3 -m venv .venv && ") for line in SETUPS)
    assert all(README.index(line) < 1_500 for line in SETUPS)
    demo, tests = SETUPS
    assert demo.endswith(".venv/bin/socialpolicy demo")
    assert tests.endswith(".venv/bin/python -m pytest -n auto")


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


@each_page
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    links = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_leads_to_every_page() -> None:
    assert [page.name for page in PAGES[1:] if f"](docs/{page.name})" not in README] == []


def test_every_code_is_explained_and_no_other() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)`", page, re.MULTILINE)) == {code.value for code in Code}
