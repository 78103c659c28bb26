"""Inlines: formatting, values put in literally, live references, links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.document import (
    Blank,
    Break,
    Definition,
    Definitions,
    Emphasis,
    Hole,
    Inline,
    Link,
    Reference,
    Strong,
    Term,
    Text,
    Value,
)
from socialpolicy.writers.word.markup import bookmark_name
from socialpolicy.writers.word.reader import W
from tests.writers.word.written import attributes, inlines, paragraph, provision, said, tree

AWKWARD = "Tom & Jerry's <b>*{{x}}*</b> <?hole a||line?>"
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\u00a0"))


def reference(target: str, number: str, label: str, words: str = "reviews") -> Reference:
    return Reference(inlines(words), target, number=number, label=label)


def codes(*entries: str | Inline) -> list[str]:
    """The field codes of a document whose second provision has a paragraph of these."""
    root = tree(
        provision("one", "1", paragraph(*entries, number="1.1")),
        provision("two", "2", paragraph("Here.", key="two#1", number="2.1")),
    )
    return [(found.text or "").strip() for found in root.iter(W + "instrText")]


def test_strong_and_emphasis_add_up() -> None:
    root = tree(paragraph(Strong((Text("a"), Emphasis((Text("b"),)))), "c"))
    runs = [
        (run.find(f".//{W}b") is not None, run.find(f".//{W}i") is not None) for run in root.iter(W + "r")
    ]
    assert runs[1:] == [(True, False), (True, True), (False, False)]


def test_a_value_prints_literally() -> None:
    assert said(paragraph(Value(AWKWARD, "practice_name"))) == [AWKWARD]
    assert said(paragraph(Hole("client_name")), client_name=AWKWARD) == [AWKWARD]


@given(ANY, ANY)
def test_any_text_in_any_value_prints_literally(value: str, client: str) -> None:
    printed = said(paragraph(Value(value, "x"), "|", Hole("client_name")), client_name=client)
    assert printed == [f"{value}|{client}"]


def test_a_phone_number_in_a_value_stays_on_one_line() -> None:
    root = tree(paragraph(Value("the Office (oaic.gov.au, 1300 363 992), 7 years", "privacy_regulator")))
    written = "".join(run.text or "" for run in root.iter(W + "t"))
    assert "gov.au, 1300\u00a0363\u00a0992), 7 years" in written


def test_a_newline_is_a_break_and_a_tab_a_space() -> None:
    assert said(paragraph(Hole("address")), address="1 Road\nTown\t2000") == ["1 Road\nTown 2000"]
    assert said(paragraph("one", Break(), "two")) == ["one\ntwo"]


def test_a_hole_that_nobody_fills_is_a_line() -> None:
    assert said(paragraph("Name: ", Hole("client_name"))) == ["Name: " + "_" * 20]


def test_a_hole_is_a_run_of_its_own_in_a_control() -> None:
    root = tree(paragraph("I, ", Strong((Hole("client_name", "long", "Client"),))))
    (control,) = root.iter(W + "sdt")
    assert (attributes(control, "tag"), attributes(control, "alias")) == (["client:client_name"], ["Client"])
    assert len(list(control.iter(W + "r"))) == len(list(control.iter(W + "b"))) == 1


def test_a_blank_is_marked() -> None:
    blocks = paragraph(Blank("Who covers?", "cover"))
    assert said(blocks) == ["[TO COMPLETE: Who covers?]"]
    assert attributes(tree(blocks), "highlight") == ["yellow"]


def test_a_reference_forward_is_live_and_shows_its_number() -> None:
    assert codes(reference("two", "2", " (section 2)")) == [f"REF {bookmark_name('two')} \\w \\h"]
    assert codes(reference("two#1", "2.1", " (2.1)")) == [f"REF {bookmark_name('two#1')} \\w \\h"]


def test_a_reference_reads_as_the_tree_has_it() -> None:
    two = provision("one", "1", paragraph("See ", reference("one", "1", " (section 1)"), ".", number="1.1"))
    assert said(two)[1] == "See reviews (section 1)."


def test_the_word_before_a_live_number_stays_with_it() -> None:
    root = tree(provision("one", "1", paragraph(reference("one", "1", " (section 1)"), number="1.1")))
    assert " (section\u00a0" in [found.text for found in root.iter(W + "t")]
    bare = tree(provision("one", "1", paragraph(reference("one", "1", "1", words=""), number="1.1")))
    assert [found.text for found in bare.iter(W + "t")][-2:] == [None, "1"]


def test_a_number_that_word_does_not_compute_is_no_field() -> None:
    assert codes(reference("two", "7", " (section 7)")) == []
    assert codes(reference("two", "2", " (the second)")) == []


def test_a_reference_without_number_links_its_words() -> None:
    blocks = paragraph(reference("box", "", " (the box)", "who to call")), paragraph("Call.", key="box")
    assert attributes(tree(*blocks), "hyperlink", "anchor") == [bookmark_name("box")]
    assert said(*blocks)[0] == "who to call (the box)"


def test_a_reference_to_nothing_here_is_its_words() -> None:
    blocks = paragraph(reference("", "", ""))
    assert said(blocks) == ["reviews"]
    assert attributes(tree(blocks), "hyperlink", "anchor") == []


def test_a_term_links_to_its_definition_if_that_stands_here() -> None:
    used = paragraph(Term(inlines("working day"), "day"))
    defined = Definitions((Definition("day", "Working day", inlines=inlines("A day.")),))
    assert attributes(tree(used, defined), "hyperlink", "anchor") == [bookmark_name("term:day")]
    assert attributes(tree(used), "hyperlink", "anchor") == []


def test_a_link_out_is_a_field_and_its_address_stays_inside_it() -> None:
    (code,) = codes(Link(inlines("site"), 'https://a.example/"\\l "b'))
    assert code == 'HYPERLINK "https://a.example/%22%5Cl %22b"'


def test_links_do_not_nest() -> None:
    inner = inlines(Link(inlines("site"), "https://b.example/"), Term(inlines("x"), "day"))
    outer = Link((*inner, reference("two", "2", " (section 2)")), "https://a.example/")
    assert codes(outer) == ['HYPERLINK "https://a.example/"']
