"""Conformance tests without their tools are skipped by name, and fail where conformance is asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
TESTS = """
import pytest

@pytest.mark.conformance("soffice")
def test_by_mark():
    pass

@pytest.mark.conformance("pdftoppm")
def test_by_itself():
    pytest.skip("no reason at all")
"""


def outcome(folder: Path, wish: str, tools: tuple[str, ...]) -> str:
    """The closing line of a run in which just these tools are to be found."""
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(TESTS, encoding="utf-8")
    programs = folder / "bin"
    programs.mkdir()
    for tool in tools:
        (programs / tool).touch(mode=0o755)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = plain | {"PATH": str(programs), "SOCIALPOLICY_CONFORMANCE": wish, "OOXML_VALIDATOR": ""}
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", "-o", "markers=conformance"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ran.stdout


@pytest.mark.parametrize(
    ("wish", "tools", "expected"),
    [
        ("", (), "2 skipped"),
        ("", ("soffice", "pdftoppm"), "1 passed, 1 skipped"),
        ("0", ("soffice", "pdftoppm"), "2 skipped"),
        ("1", ("soffice", "pdftoppm"), "1 failed, 1 passed"),
    ],
)
def test_a_missing_tool_decides_as_the_wish_says(
    tmp_path: Path, wish: str, tools: tuple[str, ...], expected: str
) -> None:
    assert f" {expected} in " in outcome(tmp_path, wish, tools)


def test_a_skip_names_the_tool(tmp_path: Path) -> None:
    assert "conformance: needs soffice" in outcome(tmp_path, "", ("pdftoppm",))
