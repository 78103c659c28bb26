"""Where elements lie in the bytes of a part."""

from __future__ import annotations

import pytest

from socialpolicy.writers.word.attaching.scanning import scan

PART = b"""<?xml version="1.0"?><!-- <c> --><a xmlns="u" q="a>b"><z/><b><c/><d x='>'/></b>t<e></e></a>"""


def test_the_children_of_the_root() -> None:
    opened = scan(PART)
    assert [PART[one.start : one.end] for one in opened.children] == [
        b"<z/>", b"<b><c/><d x='>'/></b>", b"<e></e>",
    ]  # fmt: skip
    assert [one.name for one in opened.named("{u}e")] == ["{u}e"]


def test_the_children_of_a_child() -> None:
    assert [PART[one.start : one.end] for one in scan(PART, "{u}b").children] == [b"<c/>", b"<d x='>'/>"]


def test_nothing_of_that_name() -> None:
    with pytest.raises(LookupError):
        scan(PART, "{u}y")


@pytest.mark.parametrize(
    ("part", "grown"),
    [
        (b"<a><b/></a>", b"<a><b/><n/></a>"),
        (b"<a></a>", b"<a><n/></a>"),
        (b"<x:a xmlns:x='u' />", b"<x:a xmlns:x='u' ><n/></x:a>"),
    ],
)
def test_more_is_put_at_the_end(part: bytes, grown: bytes) -> None:
    assert scan(part).with_last(part, b"<n/>") == grown
