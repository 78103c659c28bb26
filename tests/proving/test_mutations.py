"""Each fault that is planted in the library is caught, by reading or by the property that it breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy import Library, Profile, Refused, compose
from socialpolicy.errors import Code
from tests.proving.planting import DAY, MUTATIONS, failures, mutated

pytestmark = pytest.mark.no_cover  # whole libraries, over and over

READ = [name for name, mutation in MUTATIONS.items() if mutation["by"] == "reading"]
PROVED = [name for name in MUTATIONS if name not in READ]
OURS = {Code.STANCE_UNCLEAR, Code.RULE_BROKEN, Code.NORMS_CONTRADICT}


def test_there_are_enough_of_them_and_of_each_property() -> None:
    assert len(PROVED) >= 40
    assert len({mutation["by"] for mutation in MUTATIONS.values()}) == 18  # seventeen properties, and reading


@pytest.mark.parametrize("name", READ)
def test_a_fault_that_can_be_read_is_refused_at_reading(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        mutated(name, tmp_path)


@pytest.mark.parametrize("name", PROVED)
def test_a_fault_is_proved(name: str, tmp_path: Path) -> None:
    library = mutated(name, tmp_path)
    found = next(failures(library, MUTATIONS[name]["by"]), None)
    assert found is not None
    assert found.claim.can is (found.counterexample is None)
    if found.counterexample:
        assert _codes(library, found.counterexample.toml) <= OURS


def _codes(library: Library, toml: str) -> set[Code]:
    """What composing says of the practice that is told; nothing where it does not refuse it."""
    try:
        compose(library, Profile.parse(toml, library), on=DAY)
    except Refused as refused:
        return {finding.code for finding in refused.findings}
    return set()
