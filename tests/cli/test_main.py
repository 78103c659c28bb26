"""The two ways in: the command, and the package run as a module."""

from __future__ import annotations

import runpy
import sys

import pytest

from socialpolicy.cli import main
from socialpolicy.cli.printing import show_findings
from socialpolicy.errors import Code, Place, WrongValue


def test_the_command_runs_the_group(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["socialpolicy", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "version" in capsys.readouterr().out


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["socialpolicy", "--version"])
    monkeypatch.delitem(sys.modules, "socialpolicy.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("socialpolicy", run_name="__main__")
    assert ended.value.code == 0
    assert "version" in capsys.readouterr().out


def test_a_line_without_a_column_has_no_caret(capsys: pytest.CaptureFixture[str]) -> None:
    show_findings([WrongValue(Code.TOML_SYNTAX, "Wrong.", Place("a.toml", line=2, excerpt="a = "))])
    assert capsys.readouterr().err == "a.toml:2: Wrong. [toml-syntax]\n    a = \n"
