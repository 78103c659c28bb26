"""The bundled library holds for every practice that can be described, with nothing left undecided."""

from __future__ import annotations

from collections import Counter

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.proving.proof import Proof, prove
from tests.proving.planting import DAY, MUTATIONS

pytestmark = pytest.mark.no_cover  # small libraries go the same ways


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.bundled()


@pytest.fixture(scope="module")
def proof(library: Library) -> Proof:
    return prove(library, on=DAY)


def test_everything_holds(proof: Proof) -> None:
    assert [(one.verdict, one.claim.sentence, one.why, one.counterexample) for one in proof.wrong] == []


def test_there_is_something_to_each_property(proof: Proof, library: Library) -> None:
    counted = Counter(one.claim.property for one in proof.results)
    assert set(counted) == {one["by"] for one in MUTATIONS.values()} - {"reading"}
    assert counted["clause-can-stand"] == len(library.clauses)
    assert counted["stance-can-be-taken"] == sum(len(one[-1].stances) for one in library.clauses.values())
    assert counted["block-can-print"] > 500


def test_every_practice_on_the_way_can_be_saved_and_built(proof: Proof, library: Library) -> None:
    composed = [one for one in proof.practices if one.composed]
    assert len(composed) > 100
    for one in composed[::10]:
        assert one.composed is not None
        again = compose(library, Profile.parse(one.witnessed.toml(), library), on=DAY)
        assert again.composed.values == one.composed.values
