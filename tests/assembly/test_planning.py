from __future__ import annotations

import pytest

from socialpolicy import Library
from socialpolicy import document as tree
from socialpolicy.assembly.assembling import assemble
from socialpolicy.errors import Code, NotFound
from tests.assembly.reading import found, provisions, said
from tests.composition.small import OUTLINE, clause, composed, small, tree_of

_NOT_THERE = 'texts = { website-policy = "full" }'


def _references(library: Library, **values: object) -> list[tuple[str, str]]:
    return [(one.target, one.label) for one in found(tree_of(library, **values), tree.Reference)]


_BRIEF = 'texts = { client-addendum = "full", website-policy = "brief" }'


# ---------- numbers ----------


def test_provisions_paragraphs_and_items_are_numbered_and_parts_are_not() -> None:
    text = "One.\n\n1. First\n2. Second\n\n- Dot\n\nTwo."
    document = tree_of(small({"door": clause("Door", text), "gate": clause("Gate")}))
    assert [one.number for one in provisions(document).values()] == ["1", "2"]
    assert [one.number for one in found(provisions(document)["door"], tree.Paragraph)] == [
        "1.1",
        "",
        "",
        "",
        "1.2",
    ]
    assert [one.number for one in found(document, tree.Item)] == ["(a)", "(b)", ""]
    assert document.blocks[0].heading == "All of it"


def test_items_count_past_z_as_word_does() -> None:
    text = "\n".join(f"{number}. x" for number in range(1, 54))
    marks = [one.number for one in found(tree_of(small({"door": clause("Door", text)})), tree.Item)]
    assert (marks[25], marks[26], marks[52]) == ("(z)", "(aa)", "(aaa)")


def test_without_numbers_items_count_1_2_and_nothing_else_counts() -> None:
    outline = OUTLINE.replace('"provisions"', '"none"').replace('"section {number}"', '""')
    library = small({"door": clause("Door", "1. a\n2. b\n\n[c](clause:door)")}, outline=outline)
    document = tree_of(library)
    assert [one.number for one in found(document, tree.Item)] == ["1.", "2."]
    assert provisions(document)["door"].number == ""
    assert _references(library) == [("door", "")]


def test_a_number_that_cannot_be_said_makes_no_label() -> None:
    outline = OUTLINE.replace('"provisions"', '"none"')
    assert _references(small({"door": clause("Door", "[c](clause:door)")}, outline=outline)) == [("door", "")]


def test_what_falls_away_takes_no_number() -> None:
    gone = {
        "a": clause("A", "[Staff.]{when has_staff}"),
        "b": clause("B", top=_NOT_THERE),
        "c": clause("C", "{{motto}}\n\n[x]{when has_staff}\n\nStays.\n\n{{lines as table}}\n\nLast."),
    }
    document = tree_of(small(gone))
    assert [(one.id, one.number) for one in provisions(document).values()] == [("c", "1")]
    assert [(one.key, one.number) for one in found(document, tree.Paragraph)] == [
        ("c:full:3", "1.1"),
        ("c:full:5", "1.2"),
    ]


# ---------- keys ----------


def test_keys_follow_the_source_and_not_what_stands() -> None:
    text = "[x]{when gate is included}\n\ny\n\n- [x]{when gate is included}\n- z"
    library = small({"door": clause("Door", text), "gate": clause("Gate")})
    whole, alone = tree_of(library), tree_of(library, exclude=["gate"])
    keys = {one.key: tree.plain(one.inlines) for one in found(whole, tree.Paragraph)}
    for one in found(alone, tree.Paragraph):
        assert keys[one.key] == tree.plain(one.inlines)
    assert [one.key for one in found(alone, tree.Item)] == ["door:full:3/2"]
    assert [one.key for one in found(alone, tree.Paragraph)] == ["door:full:2", "door:full:3/2/1"]


def test_a_list_in_a_fork_has_other_keys_than_what_follows_it() -> None:
    text = "::: when not has_staff\n- a\n- b\n\n::: when not has_staff\nc\n\nd\n:::\n:::"
    document = tree_of(small({"door": clause("Door", text)}))
    keys = [one.key for one in tree.walk(document) if hasattr(one, "key")]
    assert len(keys) == len(set(keys)) == 8


# ---------- references ----------


def test_a_reference_leads_to_a_clause_or_to_one_of_its_paragraphs() -> None:
    library = small(
        {
            "door": clause("Door", "[b](clause:gate) and [c](clause:gate#full:2)."),
            "gate": clause("Gate", "One.\n\nTwo."),
        }
    )
    assert _references(library) == [("gate", " (section 2)"), ("gate:full:2", " (section 2.2)")]
    assert said(tree_of(library))[0] == "b (section 2) and c (section 2.2)."


def test_a_reference_to_a_paragraph_that_falls_away_leads_to_its_clause() -> None:
    library = small(
        {
            "door": clause(
                "Door", "[a](clause:gate#full:1) [b](clause:gate#full:2) [c](clause:gate#brief:1)"
            ),
            "gate": clause(
                "Gate", "# full\n[One.]{when has_staff}\n\n- Two\n\nThree.\n\n# brief\nB.", top=_BRIEF
            ),
        }
    )
    assert _references(library) == [("gate", " (section 2)")] * 3


def test_a_reference_to_a_fork_leads_to_its_first_paragraph_that_stands() -> None:
    fork = "::: when not has_staff\n- a\n\n[b]{when has_staff}\n\nc\n:::\n\nd"
    library = small({"door": clause("Door", "[x](clause:gate#full:1)"), "gate": clause("Gate", fork)})
    assert _references(library) == [("gate:full:1.3", " (section 2.1)")]


def test_a_reference_to_what_is_not_in_the_document_is_its_words_alone() -> None:
    library = small(
        {"door": clause("Door", "See [it](clause:gate)."), "gate": clause("Gate", top=_NOT_THERE)}
    )
    assert _references(library) == [("", "")]
    assert said(tree_of(library)) == ["See it."]


_BOX = OUTLINE.replace(
    "[[parts]]",
    '[[parts]]\nkind = "box"\nbox = "emergency"\nheading = "{{Our}} box"\ntake = ["gate"]\n[[parts]]',
)


def test_a_clause_in_a_box_is_referred_to_as_the_box() -> None:
    library = small(
        {
            "door": clause("Door", "[a](clause:gate) [b](clause:gate#full:1)"),
            "gate": clause("Gate", "In it."),
        },
        outline=_BOX,
    )
    document = tree_of(library)
    assert _references(library) == [("emergency", " (the box)")] * 2
    (box,) = found(document, tree.Box)
    assert (box.kind, tree.plain(box.heading), said(box)) == ("emergency", "My box", ["In it."])
    assert found(box, tree.Paragraph)[0].number == ""
    assert [one.number for one in provisions(document).values()] == ["1"]


def test_a_box_without_a_heading_takes_that_of_its_clause_and_none_stands_empty() -> None:
    outline = _BOX.replace('heading = "{{Our}} box"\n', "")
    library = small(
        {"door": clause("Door"), "gate": clause("Gate", "[In it.]{when has_staff}")}, outline=outline
    )
    assert not found(tree_of(library), tree.Box)
    assert tree.plain(found(tree_of(library, has_staff=True), tree.Box)[0].heading) == "Gate?"


# ---------- outlines ----------


def test_a_clause_stands_once_and_where_it_is_named() -> None:
    more = '[[parts]]\nheading = "More"\ntake = ["gate", "lamp", "section:more"]\n'
    outline = OUTLINE + more
    library = small(
        {"gate": clause("Gate"), "door": clause("Door"), "more/lamp": clause("Lamp")}, outline=outline
    )
    parts = tree_of(library).blocks
    assert [[one.id for one in part.blocks] for part in parts] == [["door"], ["gate", "lamp"]]


def test_a_stance_may_give_a_document_another_text() -> None:
    stances = '[stances.usual]\nlabel = "l"\ndefault = true\ntexts = { client-addendum = "brief" }\n'
    library = small({"door": clause("Door", "# full\nF.\n\n# brief\nB.", below=stances)})
    assert said(tree_of(library)) == ["B."]


def test_the_first_outline_that_fits_is_taken() -> None:
    staffed = OUTLINE.replace("A policy", "Staffed").replace("when = 'always'", "when = 'has_staff'")
    library = small({"door": clause("Door")}, files={"outlines/client-addendum/a.toml": staffed})
    assert tree_of(library, has_staff=True).title == "Staffed"
    assert tree_of(library).title == "A policy"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("client-addendum", "is not for this practice"),
        ("cover-note", "has no outline yet"),
        ("client-adendum", "There is no document"),
    ],
)
def test_a_document_without_an_outline_is_not_found(name: str, words: str) -> None:
    library = small(
        {"door": clause("Door")}, outline=OUTLINE.replace("when = 'always'", "when = 'has_staff'")
    )
    policy = composed(library)
    assert policy.documents == ()
    with pytest.raises(NotFound, match=words) as refused:
        policy.document(name)
    assert refused.value.code == Code.DOCUMENT_NONE
    assert (refused.value.hint == 'did you mean "client-addendum"?') == (name == "client-adendum")


def test_a_document_in_which_no_clause_stands_is_not_found() -> None:
    library = small({"door": clause("Door", top=_NOT_THERE)})
    with pytest.raises(NotFound) as refused:
        assemble(composed(library).composed, "client-addendum")
    assert refused.value.code == Code.DOCUMENT_EMPTY


def test_provisions_go_by_their_titles_where_the_outline_says_so() -> None:
    outline = OUTLINE.replace("[[parts]]", 'headings = "titles"\n[[parts]]', 1)
    top = 'heading = "What of the door?"'
    document = tree_of(small({"door": clause("Door", top=top)}, outline=outline))
    assert tree.plain(provisions(document)["door"].heading) == "Door"
