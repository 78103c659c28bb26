"""What all tests share: patience of hypothesis, checked Word files, and the tools of conformance tests.

A conformance test is marked `conformance("soffice", …)` with the tools that it needs (all of them when it
names none) and may take their paths as fixtures. Where a tool is missing it is skipped by name. The
environment variable SOCIALPOLICY_CONFORMANCE decides: "1" makes such a skip a failure, "0" skips them all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer

from socialpolicy.writers.word.filling import PreparedWord
from tests.grouping import Grouped
from tests.writers.word.checked import Checked

# how long an example takes says something about the machine, not about the law
settings.register_profile("patient", deadline=None)
settings.register_profile("long", deadline=None, max_examples=2_000)
settings.load_profile("patient")


def _validator() -> str | None:
    path = os.environ.get("OOXML_VALIDATOR", "")
    return path if Path(path).is_file() else None


def _browser_tools() -> str | None:
    folder = os.environ.get("BROWSER_TOOLS", "")
    complete = all(Path(folder, name).is_dir() for name in ("playwright-core", "axe-core"))
    return folder if folder and complete and shutil.which("node") else None


TOOLS: dict[str, Callable[[], str | None]] = {
    "soffice": lambda: shutil.which("soffice"),
    "pdftoppm": lambda: shutil.which("pdftoppm"),
    "pdfinfo": lambda: shutil.which("pdfinfo"),
    "pdftotext": lambda: shutil.which("pdftotext"),
    "ooxml_validator": _validator,
    "chromium": lambda: shutil.which("chromium"),
    "browser_tools": _browser_tools,
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Grouped:
    """Tests that share what is costly to make go to one process."""
    return Grouped(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip each conformance test whose tools are not here."""
    wish = os.environ.get("SOCIALPOLICY_CONFORMANCE", "")
    for item in items:
        mark = item.get_closest_marker("conformance")
        if mark and wish != "1":
            missing = [name for name in mark.args or TOOLS if not TOOLS[name]()]
            why = "left out on purpose" if wish == "0" else f"needs {', '.join(missing)}"
            item.add_marker(pytest.mark.skipif(wish == "0" or bool(missing), reason=f"conformance: {why}"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail a conformance test that skips although conformance is asked for."""
    report = yield
    asked = os.environ.get("SOCIALPOLICY_CONFORMANCE") == "1"
    if asked and report.skipped and item.get_closest_marker("conformance"):
        report.outcome = "failed"
        report.longrepr = f"a conformance test may not be skipped here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def checked() -> Iterator[Checked]:
    """Every .docx that a test writes in this process is linted and read back, once for each document."""
    check = Checked()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PreparedWord, "fill", lambda prepared, words: check(prepared, words))
        yield check


def _path_of(name: str) -> Path:
    found = TOOLS[name]()
    if found is None:
        pytest.skip(f"conformance: needs {name}")
    return Path(found)


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice."""
    return _path_of("soffice")


@pytest.fixture(scope="session")
def pdftoppm() -> Path:
    """Poppler's pictures of pages."""
    return _path_of("pdftoppm")


@pytest.fixture(scope="session")
def pdfinfo() -> Path:
    """Tells what a PDF says of itself."""
    return _path_of("pdfinfo")


@pytest.fixture(scope="session")
def pdftotext() -> Path:
    """Poppler's text of pages."""
    return _path_of("pdftotext")


@pytest.fixture(scope="session")
def ooxml_validator() -> Path:
    """The Open XML SDK validator that OOXML_VALIDATOR names."""
    return _path_of("ooxml_validator")


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Chromium, as Debian packs it."""
    return _path_of("chromium")


@pytest.fixture(scope="session")
def browser_tools() -> Path:
    """The folder with playwright-core and axe-core that BROWSER_TOOLS names; node is there, too."""
    return _path_of("browser_tools")
