"""Every hostile file is refused with its code, or read where it is only odd, in two seconds and 512 MiB."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from socialpolicy.errors import Code
from tests.guarding.hostile.made import Case
from tests.guarding.hostile.watched import cases

ROOT = Path(__file__).parents[3]
CASES = tuple(cases())
SECONDS = 2.0  # of the process itself: what else the machine does is left out


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[str | None, float]]:
    command = [sys.executable, "-m", "tests.guarding.hostile.watched"]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert child.returncode == 0, child.stderr
    found: dict[str, tuple[str | None, float]] = json.loads(child.stdout)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_refused_or_read_in_time(case: Case, outcomes: dict[str, tuple[str | None, float]]) -> None:
    code, seconds = outcomes[case.name]
    assert code == case.code
    assert seconds < SECONDS


def test_no_two_files_have_one_name() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_every_code_of_a_package_is_met() -> None:
    assert {case.code for case in CASES} == {None, *(code for code in Code if code.startswith("package-"))}
