"""What follows from answers that a practice could still give."""

from __future__ import annotations

from datetime import date

import pytest

from socialpolicy import Library, Profile
from socialpolicy.composition.supposing import Supposing
from tests.composition.small import clause, small


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"door": clause("Door")})


def _follows(library: Library, region: str) -> object:
    supposing = Supposing(library, Profile.of(library), date(2026, 6, 1))
    known = {"region": region, "served_regions": (region,), "has_staff": False}
    return supposing.following(library.facts["lines"]).rule(known)


def test_a_value_of_a_locale_follows_from_the_place(library: Library) -> None:
    assert len(_follows(library, "AU-NSW")) == 2  # type: ignore[arg-type]


def test_where_there_is_no_locale_nothing_follows(library: Library) -> None:
    assert _follows(library, "IE-D") is None
