from __future__ import annotations

from typing import Any

from socialpolicy import Library
from socialpolicy import document as tree
from tests.assembly.reading import found
from tests.composition.small import OUTLINE, clause, composed, small

SHEET = """
title = "To talk over"
when = 'always'
audience = "clients"
numbers = "none"
[[parts]]
kind = "prompts"
heading = ""
intro = "With {{client_name}}."
header = ["Topic", "Say", "Ask"]
rows = 2
take = ["section:main"]
"""
_TOP = 'texts = {{ client-addendum = "full", first-session = "prompt" }}\nprompt_rank = {}\n'


def _clause(name: str, rank: int, prompt: str) -> str:
    return clause(name, f"# full\nWords.\n\n# prompt\n{prompt}\n", top=_TOP.format(rank))


def _library(**clauses: str) -> Library:
    return small(clauses, outline=OUTLINE, files={"outlines/first-session/default.toml": SHEET})


def _sheet(library: Library, **values: Any) -> tree.Document:
    return composed(library, **values).document("first-session").tree


LIBRARY = _library(
    door=_clause("Door", 30, '"{{We}} knock."\n\nDo you?\n\nOr not?'),
    gate=_clause("Gate", 10, '"{{We}} wait."\n\nHow long?'),
    wall=_clause("Wall", 20, "[It stands.]{when has_staff}\n\n- a\n- b"),
    lamp=clause("Lamp"),
)


def _rows(document: tree.Document) -> list[list[str]]:
    (table,) = found(document, tree.Table)
    return [[tree.plain(cell) for cell in row] for row in table.rows]


def test_a_row_says_the_topic_to_tick_what_to_say_and_what_to_ask() -> None:
    assert _rows(_sheet(LIBRARY, exclude=["wall"])) == [
        ["☐ Gate", "‘I wait.’", "How long?"],
        ["☐ Door", "‘I knock.’", "Do you? Or not?"],
    ]


def test_there_is_room_for_the_first_by_rank_and_the_others_are_left_out() -> None:
    document = _sheet(LIBRARY, has_staff=True)
    assert [row[0] for row in _rows(document)] == ["☐ Gate", "☐ Wall"]
    (table,) = found(document, tree.Table)
    assert table.row_keys == ("gate:prompt", "wall:prompt")


def test_a_prompt_that_is_no_line_has_nothing_to_say() -> None:
    assert _rows(_sheet(LIBRARY))[1] == ["☐ Wall", "", ""]


def test_a_part_that_no_prompt_is_left_for_has_no_table() -> None:
    only = small(
        {"gate": _clause("Gate", 10, '"{{We}} wait."\n\nHow long?')},
        outline=OUTLINE,
        files={
            "outlines/first-session/default.toml": SHEET
            + '[[parts]]\nkind = "prose"\nheading = "First"\ntake = ["gate"]\n'
        },
    )
    document = _sheet(only)
    assert not found(document, tree.Table)
    assert [part.heading for part in found(document, tree.Part)] == ["First"]
