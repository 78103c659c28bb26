"""What comes in as an Office file."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, WrongValue
from socialpolicy.guarding.package import read_package
from socialpolicy.writers.word.zipped import zipped


def test_the_members_stand_in_the_order_of_the_file() -> None:
    package = read_package(zipped([("b", b"1"), ("a", b"2")]))
    assert list(package.members.items()) == [("b", b"1"), ("a", b"2")]


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(WrongValue) as refused:
        read_package(b"no zip")
    assert refused.value.code is Code.PACKAGE_REFUSED
