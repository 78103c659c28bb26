"""Schedules: parts with a number of their own, each on a page of its own."""

from __future__ import annotations

from socialpolicy import document as tree
from tests.assembly.reading import found, said
from tests.composition.small import OUTLINE, clause, small, tree_of

_SCHEDULES = """
[[parts]]
kind = "schedule"
heading = "Windows"
take = ["section:more"]
[[parts]]
kind = "schedule"
heading = "Numbers"
text = "Call {{practice_name}}."
"""


def schedules(**clauses: str) -> list[tree.Part]:
    files = {"door": clause("Door"), **{f"more/{name}": text for name, text in clauses.items()}}
    return [
        one for one in found(tree_of(small(files, outline=OUTLINE + _SCHEDULES)), tree.Part) if one.number
    ]


def test_they_are_numbered_and_take_clauses_or_have_a_text() -> None:
    first, second = schedules(window=clause("Window"))
    assert [first.title, second.title] == ["Schedule 1: Windows", "Schedule 2: Numbers"]
    assert [one.number for one in found(first, tree.Provision)] == ["2"]
    assert said(second) == ["Call Saltbush."]


def test_one_with_nothing_to_say_leaves_no_gap() -> None:
    (only,) = schedules()
    assert only.title == "Schedule 1: Numbers"
