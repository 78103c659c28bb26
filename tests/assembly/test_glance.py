from __future__ import annotations

from typing import Any

import pytest

from socialpolicy import Library
from socialpolicy import document as tree
from tests.assembly.reading import found
from tests.composition.small import OUTLINE, clause, small, tree_of

_OUTLINE = OUTLINE.replace(
    "[[parts]]",
    '[[parts]]\nkind = "at-a-glance"\nheading = "At a glance"\nrows = 2\n'
    'header = ["Topic", "{{We}} do", "You can"]\n'
    'take = ["gate", "door", "wall"]\n[[parts]]',
    1,
)
_DOOR = """# full
Words.

# glance
::: when has_staff
We do | Open it.
You can | Knock, {{motto}} or ring.
::: otherwise
We do | **Open** it.

You can | Ring.
:::
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small(
        {
            "door": clause("Door", _DOOR),
            "gate": clause("Gate", "# full\nW.\n\n# glance\nWe do | **Shut** it.\\\nYou can | Ask {{us}}.\n"),
            "wall": clause("Wall", "# full\nW.\n\n# glance\nWe do | Build.\nYou can | {{phone}}.\n"),
        },
        outline=_OUTLINE,
    )


def _rows(library: Library, **values: Any) -> list[list[str]]:
    (table,) = found(tree_of(library, **values), tree.Table)
    return [[tree.plain(cell) for cell in row] for row in table.rows]


def test_each_clause_has_a_row_in_the_order_of_the_outline(library: Library) -> None:
    assert _rows(library, has_staff=True) == [
        ["Gate (section 2)", "Shut it.", "Ask me."],
        ["Door (section 1)", "Open it.", "Knock, or ring."],
    ]


def test_no_more_rows_stand_than_the_outline_says(library: Library) -> None:
    assert [row[0] for row in _rows(library)] == ["Gate (section 2)", "Door (section 1)"]
    assert _rows(library, exclude=["gate"]) == [
        ["Door (section 1)", "Open it.", "Ring."],
        ["Wall (section 2)", "Build.", "[TO COMPLETE: phone]."],
    ]


def test_the_header_speaks_with_the_voice_of_the_practice(library: Library) -> None:
    (table,) = found(tree_of(library), tree.Table)
    assert [tree.plain(cell) for cell in table.header] == ["Topic", "I do", "You can"]


def test_without_rows_there_is_no_part(library: Library) -> None:
    only = {"door": clause("Door", _DOOR), "lamp": clause("Lamp")}
    document = tree_of(
        small(only, outline=_OUTLINE.replace(', "wall"', "").replace('"gate", ', "")), exclude=["door"]
    )
    assert [part.heading for part in document.blocks] == ["All of it"]
