"""Versions and the ranges that others ask for."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.library.versions import Requirement, Version

PLACE = Place("a.md", line=1)


def test_a_version_reads_and_writes_alike() -> None:
    assert str(Version.parse("1.20.3", PLACE)) == "1.20.3"


def test_versions_have_an_order_of_numbers() -> None:
    versions = [Version.parse(text, PLACE) for text in ("1.10.0", "1.9.9", "10.0.0", "1.9.10")]
    assert list(map(str, sorted(versions))) == ["1.9.9", "1.9.10", "1.10.0", "10.0.0"]
    assert Version(1, 0, patch=0) <= Version(1, 0, patch=0)


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0 ", "1.0.0\n", "1.0.٢", "-1.0.0"]
)
def test_other_texts_are_no_versions(text: str) -> None:
    with pytest.raises(WrongValue) as fault:
        Version.parse(text, PLACE)
    assert (fault.value.code, fault.value.place) == (Code.NAME_FORM, PLACE)


@pytest.mark.parametrize(
    ("text", "version", "allowed"),
    [
        ("email", "0.0.1", True),
        ("email >=1.0", "1.0.0", True),
        ("email >=1.0", "0.9.9", False),
        ("email >=1.0,<2", "2.0.0", False),
        ("email\t==1.2.*", "1.2.9", True),
        ("email ~=1.2", "1.9.0", True),
    ],
)
def test_a_requirement_allows_the_versions_of_its_range(text: str, version: str, allowed: bool) -> None:
    requirement = Requirement.parse(text, PLACE)
    assert requirement.clause == "email"
    assert requirement.allows(Version.parse(version, PLACE)) is allowed


@pytest.mark.parametrize(
    "text", ["", "Email", "email 1.0", "email>=1", "email >=", "email >=1.0\n", "a" * 49]
)
def test_other_texts_are_no_requirements(text: str) -> None:
    with pytest.raises(WrongValue) as fault:
        Requirement.parse(text, PLACE)
    assert fault.value.code == Code.NAME_FORM
    assert fault.value.hint
