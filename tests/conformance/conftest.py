"""LibreOffice for the conformance tests: one profile for the whole run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.office import Office


@pytest.fixture(scope="session")
def office(soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, ready to compute."""
    return Office.start(soffice, tmp_path_factory.mktemp("office"))
