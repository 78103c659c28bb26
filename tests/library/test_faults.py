"""Every single fault in a library is found at reading: with its code, its line and column, and a hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.faulty import Case, cases, said
from tests.library.small import Small

CASES = tuple(cases(Path(__file__).parent / "faults"))


def test_the_small_library_has_no_fault(small: Small) -> None:
    assert small.findings() == ()


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_fault_is_found_at_its_place(case: Case, small: Small) -> None:
    case.make(small)
    assert "\n".join(map(said, small.findings())) == "\n".join(case.expected)
    assert case.expected


def test_there_are_many_cases_each_of_its_own() -> None:
    assert len({case.changes for case in CASES}) == len(CASES) > 150


def test_all_faults_of_all_files_come_at_once(small: Small) -> None:
    chosen = [case for case in CASES if case.title.startswith("together: ")]
    for case in chosen:
        case.make(small)
    found = [said(finding) for finding in small.findings()]
    assert sorted(found) == sorted(line for case in chosen for line in case.expected)
    assert len(found) == 10
