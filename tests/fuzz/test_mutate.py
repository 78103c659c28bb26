"""The mutator changes documents without breaking the zip around them; some hundreds of its inputs, tried."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.fuzz.mutate import havoc, mutated
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS
from tests.guarding.hostile.made import Member, zip_of

SEEDS = {target: tuple(seeds(target)) for target in TARGETS}
INPUTS = {"package": 400, "reader": 400, "letterhead": 60, "agreement": 60}


def inputs(target: str) -> list[bytes]:
    """So many changed documents, each changed up to three times over."""
    found = []
    for number in range(INPUTS[target]):
        chance = Random(number)  # noqa: S311
        content = chance.choice(SEEDS[target])
        for _ in range(chance.randint(1, 3)):
            content = mutated(content, chance, havoc)
        found.append(content)
    return found


def test_one_seed_gives_one_input() -> None:
    assert inputs("package") == inputs("package")


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_but_findings_is_raised(target: str) -> None:
    for content in inputs(target):
        TARGETS[target](content)


@pytest.mark.parametrize(
    ("target", "content"), [(target, content) for target in TARGETS for content in SEEDS[target]]
)
def test_what_fuzzing_begins_with_is_read(target: str, content: bytes) -> None:
    assert TARGETS[target](content) == "read"


def test_inputs_get_past_the_zip_and_differ_in_why_they_are_refused() -> None:
    outcomes = Counter(map(TARGETS["package"], inputs("package")))
    assert outcomes["read"] > INPUTS["package"] / 10
    assert outcomes["package-xml"] > INPUTS["package"] / 10
    assert len(outcomes) > 12


@pytest.mark.parametrize("content", [b"", b"P", b"no zip", SEEDS["package"][0][:-9], b"PK\5\6" + bytes(18)])
def test_what_is_no_zip_is_changed_as_bytes(content: bytes) -> None:
    for number in range(50):
        assert isinstance(mutated(content, Random(number), havoc), bytes)  # noqa: S311


def test_a_name_that_grows_past_its_header_is_left_out() -> None:
    long = zip_of([Member(name=b"\xff" * 60_000), Member(name=b"word/document.xml", content=b"<a/>")])
    for number in range(50):
        assert isinstance(mutated(long, Random(number), havoc), bytes)  # noqa: S311
