"""At a glance alone: a page of its own that leads nowhere else, made on request."""

from __future__ import annotations

import attrs
import pytest

from socialpolicy.assembly.extracting import extracted
from socialpolicy.document import (
    Box,
    Document,
    Emphasis,
    Paragraph,
    Part,
    Provision,
    Reference,
    Table,
    Term,
    Text,
    plain,
    walk,
)
from socialpolicy.errors import Code, NotFound
from tests.practice import EXAMPLES, example
from tests.writers.sample import sample_document, words
from tests.writers.text_sample import document, para, text

NAME = "at-a-glance"


def glance(*cells: tuple[object, ...]) -> Part:
    rows = tuple(tuple(words(cell) for cell in row) for row in cells)  # type: ignore[arg-type]
    return Part("At a glance", (Table(f"outline/{NAME}-1", (), rows=rows),))


def cells(tree: Document) -> list[str]:
    return [
        plain(cell) for node in walk(tree) if isinstance(node, Table) for row in node.rows for cell in row
    ]


def test_it_is_the_part_of_the_addendum_under_its_own_heading() -> None:
    whole = document(glance(("Texts", "Stop")), Part("More", (para("Not this."),)))
    alone = extracted(whole, NAME)
    assert (alone.id, alone.title, plain(alone.subtitle)) == (NAME, "At a glance", whole.title)
    assert cells(alone) == ["Texts", "Stop"]
    (part,) = alone.blocks
    assert isinstance(part, Part)
    assert part.heading == ""


def test_its_table_is_one_that_has_to_fit_on_one_page() -> None:
    part = attrs.evolve(glance(("a",)), blocks=(para("Read it."), *glance(("a",)).blocks))
    (alone,) = extracted(document(part), NAME).blocks
    assert isinstance(alone, Part)
    assert [block.kind for block in alone.blocks if isinstance(block, Table)] == ["prompts"]


def test_what_leads_out_of_it_is_words_alone() -> None:
    section = Reference(text("Email"), "email", number="4", label=" (section 4)")
    bare = Reference((), "email", number="4", label="4")
    term = Term((Text("personal "), Emphasis(text("account"))), "personal-account")
    boxed = Reference(text("who to call"), "emergency", label=" (the box at the top)")
    whole = document(
        Box("emergency", text("In an emergency"), blocks=(para("Call 000."),)),
        glance((section, bare, term, boxed)),
        Provision("email", "1.0.0", heading=text("Email"), blocks=(), number="4"),
    )
    alone = extracted(whole, NAME)
    assert cells(alone) == ["Email", "4", "personal account", "who to call (the box at the top)"]
    assert [node.target for node in walk(alone) if isinstance(node, Reference)] == ["emergency"]
    assert any(isinstance(node, Emphasis) for node in walk(alone))
    assert [block.kind for block in alone.blocks if isinstance(block, Box)] == ["emergency"]


def test_without_a_box_a_reference_to_it_leads_nowhere() -> None:
    boxed = Reference(text("who to call"), "emergency", label=" (the box at the top)")
    assert cells(extracted(document(glance((boxed,))), NAME)) == ["who to call"]


def test_an_addendum_without_such_a_part_has_no_such_page() -> None:
    with pytest.raises(NotFound) as caught:
        extracted(document(para("a"), Part("b", (Paragraph("p", ()),))), NAME)
    assert caught.value.code is Code.DOCUMENT_NONE
    assert "`at-a-glance` is not for this practice" in caught.value.message
    assert extracted(sample_document(blocks=(glance(("a",)),)), NAME)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_one_on_request(path) -> None:  # type: ignore[no-untyped-def]
    policy = example(path)
    assert NAME not in policy.documents
    alone, whole = policy.document(NAME).tree, policy.document("client-addendum").tree
    assert {node.target for node in walk(alone) if isinstance(node, Reference)} <= {"emergency"}
    (rows,) = (node for node in walk(alone) if isinstance(node, Table) and node.row_keys)
    (same,) = (node for node in walk(whole) if isinstance(node, Table) and node.row_keys)
    assert rows.row_keys == same.row_keys
    assert [row[1:] for row in rows.rows] == [row[1:] for row in same.rows]
    assert not [node for node in walk(alone) if isinstance(node, Provision)]


def test_the_lock_has_it_where_it_was_written_and_makes_it_again() -> None:
    policy = example(EXAMPLES[0])
    page = policy.document(NAME)
    assert NAME not in policy.lock().documents
    lock = policy.lock({f"{NAME}.docx": page.bytes()})
    assert lock.documents[NAME] == page.tree
    assert set(lock.record(NAME).clauses) >= {"reviews", "crisis-and-emergencies"}
    assert "telehealth" not in lock.record(NAME).clauses


def test_another_name_is_not_found_and_this_one_is_suggested() -> None:
    with pytest.raises(NotFound) as caught:
        example(EXAMPLES[0]).document("at-a-glanze")
    assert "at-a-glance" in caught.value.hint
