"""Conformance tests without their tools are skipped by name, and fail where conformance is asked for."""

from __future__ import annotations

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
BOTH = ("soffice", "pdftoppm")


@pytest.fixture
def folder(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makepyfile(TESTS)
    pytester.makeini("[pytest]\nmarkers = conformance(*tools): needs tools")
    pytester.mkdir("bin")
    return pytester


def run(
    folder: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, wish: str, tools: tuple[str, ...]
) -> pytest.RunResult:
    """A run in which just these tools are to be found."""
    for tool in tools:
        (folder.path / "bin" / tool).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(folder.path / "bin"))
    monkeypatch.setenv("SOCIALPOLICY_CONFORMANCE", wish)
    return folder.runpytest_inprocess("-rs", "-p", "no:cacheprovider")


@pytest.mark.parametrize(
    ("wish", "tools", "expected"),
    [
        ("", (), {"skipped": 2}),
        ("", BOTH, {"passed": 1, "skipped": 1}),
        ("0", BOTH, {"skipped": 2}),
        ("1", BOTH, {"passed": 1, "failed": 1}),
    ],
)
def test_a_missing_tool_decides_as_the_wish_says(
    folder: pytest.Pytester,
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
    tools: tuple[str, ...],
    expected: dict[str, int],
) -> None:
    run(folder, monkeypatch, wish, tools).assert_outcomes(**expected)


def test_a_skip_names_the_tool(folder: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    output = run(folder, monkeypatch, "", ("pdftoppm",))
    output.stdout.fnmatch_lines(["*conformance: needs soffice"])
