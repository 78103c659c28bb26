"""Our pages in a real browser, held against axe-core: the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA.

Each page is looked at in light, in dark, as it is printed and 320 pixels wide. A usual run takes a quarter of
the pages, another one each day; the full run takes all.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from socialpolicy.document import Document
from socialpolicy.writers import FORMATS
from tests.conformance.documents import documents
from tests.practice import FULL

Report = Mapping[str, Any]

SCRIPT = Path(__file__).with_name("browser.cjs")
DOCUMENTS = documents()
LARGE = {f"large {name}": DOCUMENTS[name] for name in ("sample", "p01 client-addendum", "p06 website-policy")}
QUARTER = datetime.date.today().toordinal() % 4
PAGES = [name for place, name in enumerate((*DOCUMENTS, *LARGE)) if FULL or place % 4 == QUARTER]
MANNERS = ("light", "dark", "print", "narrow")
# what each page has in each manner, so that a run that looked at nothing is not taken for a good one
LOOKED_AT = {"color-contrast", "document-title", "html-has-lang", "html-lang-valid"}
pytestmark = [pytest.mark.conformance("chromium", "browser_tools"), pytest.mark.xdist_group("browser")]


def looked_at(pages: Mapping[str, bytes], chromium: Path, tools: Path, folder: Path) -> dict[str, Report]:
    """What the browser finds of each page."""
    paths = {name: folder / f"{place}.html" for place, name in enumerate(pages)}
    for name, path in paths.items():
        path.write_bytes(pages[name])
    environment = {**os.environ, "BROWSER_TOOLS": str(tools)}
    run = subprocess.run(
        ["node", SCRIPT, chromium, *paths.values()], env=environment, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr.decode()
    report = json.loads(run.stdout)
    return {name: report[str(path)] for name, path in paths.items()}


def page(document: Document, *, large_print: bool = False) -> bytes:
    return FORMATS["html"].prepare(document, large_print=large_print).fill({})


@pytest.fixture(scope="module")
def reports(
    chromium: Path, browser_tools: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Report]:
    usual = {name: page(DOCUMENTS[name]) for name in PAGES if name in DOCUMENTS}
    large = {name: page(LARGE[name], large_print=True) for name in PAGES if name in LARGE}
    pages = {**usual, **large}
    return looked_at(pages, chromium, browser_tools, tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("name", PAGES)
def test_nobody_is_kept_out(reports: dict[str, Report], name: str, manner: str) -> None:
    found = reports[name]["manners"][manner]
    assert found["violations"] == []
    assert set(found["passes"]) >= LOOKED_AT


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(reports: dict[str, Report], name: str, manner: str) -> None:
    assert reports[name]["manners"][manner]["wider"] <= 0


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_its_own_policy_blocks_nothing(
    reports: dict[str, Report], name: str
) -> None:
    assert reports[name]["said"] == []
    assert reports[name]["styled"] == 1


def test_a_fragment_keeps_nobody_out_of_the_site_that_it_is_pasted_into(
    chromium: Path, browser_tools: Path, tmp_path: Path
) -> None:
    names = ("sample", "p01 client-addendum", "p06 website-policy", "p01 first-session")
    sites = {name: site(DOCUMENTS[name]) for name in names}
    for found in looked_at(sites, chromium, browser_tools, tmp_path).values():
        assert [one["violations"] for one in found["manners"].values()] == [[]] * len(MANNERS)
        assert found["said"] == []


def site(document: Document) -> bytes:
    """A page of someone else, with a fragment in it; how far apart lines stand is its own affair."""
    style = b"<style>body { line-height: 1.6; } th, td { padding: 0.5em; }</style>"
    head = b'<head><meta charset="utf-8"><title>A site</title>' + style + b"</head>"
    return (
        b'<!doctype html><html lang="en">'
        + head
        + b"<body><main><h1>A site</h1>"
        + FORMATS["fragment"].prepare(document).fill({})
        + b"</main>"
    )


def test_a_planted_fault_of_each_kind_is_found(chromium: Path, browser_tools: Path, tmp_path: Path) -> None:
    good = page(DOCUMENTS["sample"])
    faint = good.replace(b"--ink: #1d2528", b"--ink: #ccd2d4")
    planted = {
        "contrast": faint.replace(b"Content-Security-Policy", b"x-nothing"),
        "blocked": faint,
        "asks": good.replace(b"</main>", b'<img src="a.png" alt=""></main>'),
        "wide": good.replace(b"</main>", b"<pre>" + b"x" * 200 + b"</pre></main>"),
    }
    assert good not in planted.values()
    found = looked_at(planted, chromium, browser_tools, tmp_path)
    assert any(
        one.startswith("color-contrast") for one in found["contrast"]["manners"]["light"]["violations"]
    )
    assert any("style-src" in said for said in found["blocked"]["said"])
    assert any("img-src" in said for said in found["asks"]["said"])
    assert found["wide"]["manners"]["narrow"]["wider"] > 0
