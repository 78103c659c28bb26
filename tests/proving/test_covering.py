"""The covering set in `tests/covering/` shows every stance and block in every document; all of it is sound.

`socialpolicy prove --on 2026-12-01 --cover tests/covering` writes it anew when the content has grown.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from socialpolicy import Library, Profile, compose
from socialpolicy.proving.covering import covered, covering_set
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.lint import lint
from tests.composition.small import clause, small
from tests.proving.planting import DAY

SET = sorted(Path(__file__).parents[1].joinpath("covering").glob("*.toml"))


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.bundled()


def test_the_set_covers_everything(library: Library) -> None:
    shown, there = covered(library, DAY, tuple(path.read_text(encoding="utf-8") for path in SET))
    assert there > 800
    assert shown == there


@pytest.mark.no_cover
@pytest.mark.parametrize("path", SET, ids=lambda path: path.stem)
def test_every_document_of_the_set_is_sound(path: Path, library: Library) -> None:
    policy = compose(library, Profile.read(path, library), on=DAY)
    assert all(finding.severity == "warn" for finding in policy.findings)
    for document in policy.documents:
        handle = policy.document(document)
        assert lint(prepare(handle.tree).fill({})) == ()
        assert handle.bytes("txt")
        assert handle.bytes("md")


def test_a_small_library_is_covered_by_few() -> None:
    other = '[stances.usual]\nlabel = "l"\ndefault = true\n[stances.other]\nlabel = "l"\n'
    door = clause("Door", "[In.]{when has_staff} [Out.]{when not has_staff} Words.", below=other)
    whole = small(
        {"door": door, "gate": clause("Gate", '[One.]{when channels has "sms"} Words.', below=other)}
    )
    profiles = covering_set(whole, DAY)
    assert 2 <= len(profiles) <= 3
    shown, there = covered(whole, DAY, profiles)
    assert shown == there
    assert covered(whole, DAY, profiles[:1])[0] < there
