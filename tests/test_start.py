"""Starting is quick: importing the package, or asking the command line for help, loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import socialpolicy

HEAVY = ("docx", "docxtpl", "lxml", "markdown_it", "babel", "jinja2")
LOADED = "import sys; print(*sorted(sys.modules))"


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after a statement."""
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}; {LOADED}"], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_importing_the_package_loads_nothing_heavy_and_no_command_line() -> None:
    assert not modules_after("import socialpolicy") & {*HEAVY, "click", "attrs", "tomllib"}


def test_the_command_line_starts_without_the_writers_and_the_parser() -> None:
    assert not modules_after("import socialpolicy.cli.group") & set(HEAVY)


def test_a_text_file_is_written_without_word() -> None:
    statement = "from socialpolicy.writers import format_named; import socialpolicy.writers.text"
    assert not modules_after(statement) & {"docx", "docxtpl", "lxml", "markdown_it"}


def test_every_public_name_is_there() -> None:
    for name in socialpolicy.__all__:
        assert getattr(socialpolicy, name).__name__ == name
    assert dir(socialpolicy) == sorted(socialpolicy.__all__)


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        socialpolicy.nonsense  # noqa: B018  (the look-up itself is what is tried)
