"""The generated page on coverage: it is what the library says, and nothing in it is empty."""

from __future__ import annotations

import re

from tests.content.making import DOCS, maker
from tests.content.practices import library


def _page() -> str:
    return (DOCS / "coverage.md").read_text(encoding="utf-8")


def test_the_page_is_what_its_script_makes() -> None:
    assert _page() == maker("make_coverage").page(library()), "run docs/make_coverage.py"


def test_no_row_and_no_column_is_empty() -> None:
    tables = [table.strip().split("\n") for table in re.findall(r"(?m)(?:^\|.*\n)+", _page())]
    assert len(tables) == 4
    for table in tables:
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
        for row in rows[2:]:
            assert any(cell not in ("", "–") for cell in row[1:]), row[0]
        for column in zip(*rows[2:], strict=True):
            assert any(cell not in ("", "–") for cell in column)
    assert all(table[2:] for table in tables)


def test_every_authority_stands_behind_a_clause() -> None:
    behind = {name for versions in library().clauses.values() for name in versions[-1].authorities}
    assert set(library().authorities) - behind == set()
