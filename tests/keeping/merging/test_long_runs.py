"""Long runs: many bad rows are all told, and a run that is killed again and again ends as if it never was."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from socialpolicy import Refused
from socialpolicy.errors import Code
from socialpolicy.keeping.merging.clientfile import ClientFile
from tests.keeping.merging.making import addendum, contents
from tests.practice import FULL, LIBRARY

HEADER = ["key", "client_name", "client_is_minor", "client_unit", "agreement_date", "start_date"]
ROWS, KILLS = (10_000, 10) if FULL else (300, 4)

# ten ways in which a row can be bad; each is given the cells of a good one
FAULTS: tuple[tuple[Code, Callable[[list[str]], list[str]]], ...] = (
    (Code.VALUE_KIND, lambda row: [*row[:4], "31/12/2026", *row[5:]]),
    (Code.VALUE_KIND, lambda row: [*row[:4], "2026-02-30", *row[5:]]),
    (Code.VALUE_KIND, lambda row: [*row[:2], "perhaps", *row[3:]]),
    (Code.VALUE_OPTION, lambda row: [*row[:3], "trio", *row[4:]]),
    (Code.TEXT_CHARACTER, lambda row: [row[0], f"{row[1]}\x07", *row[2:]]),
    (Code.TEXT_CHARACTER, lambda row: [row[0], f"{row[1]}\u202e", *row[2:]]),
    (Code.ROW_SHAPE, lambda row: row[:3]),
    (Code.ROW_SHAPE, lambda row: [*row, "more"]),
    (Code.NAME_TAKEN, lambda row: ["C1", *row[1:]]),
    (Code.VALUE_RANGE, lambda row: [row[0], "x" * 10_001, *row[2:]]),
)


def cells(number: int) -> list[str]:
    minor = ("no", "yes", "")[number % 3]
    unit = ("individual", "", "couple")[number % 3]
    return [f"c{number}", f"Sam {number}", minor, unit, f"2026-03-{number % 28 + 1:02}", ""]


def test_fifty_bad_rows_of_ten_kinds_among_five_thousand_are_all_told(tmp_path: Path) -> None:
    rows, wanted = [], []
    for number in range(5_000):
        row = cells(number)
        if number % 100 == 99:
            code, spoil = FAULTS[number // 100 % len(FAULTS)]
            row = spoil(row)
            wanted.append((number + 2, code))
        rows.append(row)
    table = tmp_path / "clients.csv"
    with open(table, "w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    with pytest.raises(Refused) as refused:
        addendum().merge_into(tmp_path / "out", ClientFile.read(table, LIBRARY), "txt")
    assert len(wanted) == 50
    assert [(found.place.line, found.code) for found in refused.value.findings] == wanted
    assert "Sam" not in str(refused.value.findings)
    assert not (tmp_path / "out").exists()


RUN = """
import sys
from tests.keeping.merging.making import addendum, clients
addendum().merge_into(sys.argv[1], list(clients(int(sys.argv[2]))), resume=True)
"""


@pytest.mark.full
def test_a_run_that_is_killed_again_and_again_ends_as_an_unbroken_one(tmp_path: Path) -> None:
    chance = random.Random(8)  # noqa: S311 – moments to kill at
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    subprocess.run([sys.executable, "-c", RUN, str(whole), str(ROWS)], check=True)
    killed = 0
    while killed < KILLS:
        child = subprocess.Popen([sys.executable, "-c", RUN, str(broken), str(ROWS)])
        _wait_for_files(child, broken, before=_count(broken))
        time.sleep(chance.random() * ROWS / KILLS * 0.0004)
        if child.poll() is None:
            os.kill(child.pid, signal.SIGKILL)
            killed += 1
        child.wait()
        assert not _halves(broken, whole)
        if _count(broken) == ROWS:  # it was quicker than the killing: what it wrote is taken away again
            for path in list(broken.glob("c*.docx"))[: ROWS // 2]:
                path.unlink()
    subprocess.run([sys.executable, "-c", RUN, str(broken), str(ROWS)], check=True)
    assert contents(broken) == contents(whole)


def _count(folder: Path) -> int:
    return len(list(folder.glob("c*.docx")))


def _wait_for_files(child: subprocess.Popen[bytes], folder: Path, before: int) -> None:
    """Until the run has written something of its own, or has ended."""
    while child.poll() is None and _count(folder) <= before:
        time.sleep(0.005)


def _halves(folder: Path, whole: Path) -> list[str]:
    """Files that are there and are not what they should be."""
    return [
        path.name for path in folder.glob("c*.docx") if path.read_bytes() != (whole / path.name).read_bytes()
    ]
