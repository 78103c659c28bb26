"""A table of contents: a line for each heading of the document as it stands."""

from __future__ import annotations

import pytest

from socialpolicy import document as tree
from socialpolicy.assembly.fitting import counted
from socialpolicy.errors import Code, Refused
from tests.assembly.reading import found
from tests.composition.small import OUTLINE, clause, small, tree_of

_CONTENTS = '[[parts]]\nkind = "contents"\nheading = "In this document"\n'
_CLAUSES = {"door": clause("Door"), "more/window": clause("Window")}
_MORE = """
[[parts]]
heading = ""
take = ["section:more"]
[[parts]]
kind = "text"
heading = ""
text = "The end."
"""


def lines(levels: str = "", clauses: dict[str, str] = _CLAUSES) -> list[tuple[str, str, str]]:
    document = tree_of(
        small(clauses, outline=OUTLINE.replace("[[parts]]", _CONTENTS + levels + "[[parts]]", 1) + _MORE)
    )
    return [(one.key, one.number, tree.plain(one.inlines)) for one in found(document, tree.ContentsLine)]


def test_it_lists_the_parts_that_have_a_heading() -> None:
    assert lines() == [("outline/prose-1", "", "All of it")]


def test_with_two_levels_it_lists_the_provisions_too() -> None:
    assert lines("levels = 2\n") == [
        ("outline/prose-1", "", "All of it"),
        ("door", "1", "Door?"),
        ("window", "2", "Window?"),
    ]


def test_a_document_without_headings_has_none() -> None:
    assert lines(clauses={"more/window": clause("Window")}) == []


def test_it_does_not_count_as_length() -> None:
    outline = OUTLINE + _MORE
    bare = tree_of(small(_CLAUSES, outline=outline))
    listed = tree_of(small(_CLAUSES, outline=outline.replace("[[parts]]", _CONTENTS + "[[parts]]", 1)))
    assert counted(listed) == counted(bare)


def test_it_has_one_or_two_levels() -> None:
    with pytest.raises(Refused) as caught:
        lines("levels = 3\n")
    (finding,) = caught.value.findings
    assert finding.code is Code.VALUE_RANGE
