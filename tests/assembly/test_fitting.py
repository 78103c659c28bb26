from __future__ import annotations

from typing import Any

from socialpolicy import Library
from socialpolicy import document as tree
from socialpolicy.assembly.fitting import counted
from tests.assembly.reading import provisions
from tests.composition.small import OUTLINE, clause, composed, small, tree_of

# each full text is ten words, each short one two; a heading is one
TEXT = f"# full\nWord {'word ' * 8}word.\n\n# short\nTwo words.\n"
LONG, SHORT = "Word word word word word word word word word word.", "Two words."
GIVES_WAY = 'numbers = "provisions"\ngives_way = ["gate", "section:main"]\nstays_full = ["wall"]\n'


def _library(length: str, more: str = "", **clauses: str) -> Library:
    outline = OUTLINE.replace('numbers = "provisions"\n', f"{GIVES_WAY}length = {length}\n{more}")
    three = {name: clause(name.title(), TEXT) for name in ("door", "gate", "wall")}
    return small({**three, **clauses}, outline=outline)


def _texts(library: Library, **values: Any) -> dict[str, str]:
    document = tree_of(library, **values)
    return {
        name: tree.plain(one.blocks[0].inlines)  # type: ignore[union-attr]
        for name, one in provisions(document).items()
    }


def test_a_document_that_is_short_enough_keeps_its_full_texts() -> None:
    # "All of it" and three headings of one word, three texts of ten
    assert _texts(_library("[0, 36]")) == {"door": LONG, "gate": LONG, "wall": LONG}


def test_full_texts_give_way_in_the_order_of_the_outline_and_no_more_than_need_be() -> None:
    assert _texts(_library("[0, 35]")) == {"door": LONG, "gate": SHORT, "wall": LONG}
    assert _texts(_library("[0, 28]")) == {"door": LONG, "gate": SHORT, "wall": LONG}
    assert _texts(_library("[0, 27]")) == {"door": SHORT, "gate": SHORT, "wall": LONG}


def test_what_stays_full_never_gives_way() -> None:
    assert _texts(_library("[0, 1]")) == {"door": SHORT, "gate": SHORT, "wall": LONG}


def test_a_clause_without_a_short_text_keeps_its_full_one() -> None:
    library = _library("[0, 1]", door=clause("Door", f"# full\n{LONG}"))
    assert _texts(library) == {"door": LONG, "gate": SHORT, "wall": LONG}


def test_the_length_is_that_of_the_practice() -> None:
    lengths = "[[lengths]]\nwhen = 'practice_size == \"solo\"'\nlength = [0, 35]\n"
    outline = OUTLINE.replace('numbers = "provisions"\n', f"{GIVES_WAY}length = [0, 36]\n").replace(
        "[[parts]]", f"{lengths}[[parts]]", 1
    )
    library = small({name: clause(name.title(), TEXT) for name in ("door", "gate", "wall")}, outline=outline)
    assert _texts(library)["gate"] == SHORT
    assert _texts(library, practice_size="group")["gate"] == LONG


def test_own_sentences_push_nothing_out() -> None:
    library = _library("[0, 36]")
    own = {"door": {"text": "We add five words here."}}
    document = composed(library, own=own).document("client-addendum").tree
    assert counted(document) == 36
    assert _texts(library, own=own)["gate"] == LONG


def test_parties_definitions_and_signatures_do_not_count() -> None:
    library = small({"door": clause("Door", "Words.")})
    document = tree_of(library)
    many = tree.Paragraph("p", (tree.Text("one two three"),))
    more = (
        tree.Parties((tree.Party("p", "Who", inlines=(tree.Text("We and you"),)),)),
        tree.Definitions((tree.Definition("d", "word", inlines=(tree.Text("A meaning."),)),)),
        tree.Part("Sign", (tree.Execution("All", statement=(tree.Text("We agree."),), signers=()), many)),
    )
    longer = tree.Document(
        "x", "X", locale="en-AU", paper="A4", practice="", version="", date="", dated="", edition="",
        blocks=(*document.blocks, *more),
    )  # fmt: skip
    assert counted(longer) == counted(document) + 4
