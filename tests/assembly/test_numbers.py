"""Numbers of every level in each scheme; the tree and Word take them from one table."""

from __future__ import annotations

import pytest

from socialpolicy import document as tree
from socialpolicy.document import SCHEMES, Scheme, number_of
from socialpolicy.errors import Code, Refused
from tests.assembly.numbered import numbered_in
from tests.assembly.reading import found
from tests.composition.small import OUTLINE, clause, small, tree_of

_EXPECTED: dict[Scheme, list[str]] = {
    "legal": [
        *("1", "1.1", "(a)", "(b)", "(i)", "(ii)", "(i)", "(ii)", "1.2", "(a)", "(b)"),
        *("2", "(a)", "(b)", "(a)", "2.1", "(a)", "2.2", "(a)", "(b)"),
    ],
    "decimal": [
        *("1", "1.1", "1.1.1", "1.1.2", "1.1.2.1", "1.1.2.2", "1.1.2.1", "1.1.2.2", "1.2", "1.2.1", "1.2.2"),
        *("2", "(a)", "(b)", "(a)", "2.1", "2.1.1", "2.2", "2.2.1", "2.2.2"),
    ],
    "lettered": [
        *("A", "A1", "(1)", "(2)", "(a)", "(b)", "(a)", "(b)", "A2", "(1)", "(2)"),
        *("B", "(a)", "(b)", "(a)", "B1", "(1)", "B2", "(1)", "(2)"),
    ],
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_scheme_numbers_every_level(scheme: Scheme) -> None:
    document = numbered_in(scheme)
    assert document.scheme == scheme
    kinds = (tree.Provision, tree.Paragraph, tree.Item)
    numbers = [node.number for node in tree.walk(document) if isinstance(node, kinds)]
    assert list(filter(None, numbers)) == _EXPECTED[scheme]


def test_references_print_the_numbers_of_their_scheme() -> None:
    labels = [reference.label for reference in found(numbered_in("lettered"), tree.Reference)]
    assert labels == [" (section A2)", " (section B)", " (section A2)"]


def test_two_lists_under_one_paragraph_count_on() -> None:
    text = "One.\n\n1. a\n2. b\n\n- apart\n\n1. c\n"
    library = small({"door": clause("Door", text)})
    marks = [item.number for item in found(tree_of(library), tree.Item)]
    assert marks == ["(a)", "(b)", "", "(c)"]


def test_a_scheme_that_there_is_not_is_refused() -> None:
    outline = OUTLINE.replace('numbers = "provisions"', 'scheme = "roman"')
    with pytest.raises(Refused) as caught:
        small({"door": clause("Door")}, outline=outline)
    (finding,) = caught.value.findings
    assert finding.code is Code.VALUE_OPTION


@pytest.mark.parametrize(("count", "letters"), [(26, "(z)"), (27, "(aa)"), (53, "(aaa)")])
def test_letters_repeat_after_z(count: int, letters: str) -> None:
    assert number_of(SCHEMES["legal"], (1, 1, count)) == letters


@pytest.mark.parametrize(("count", "roman"), [(4, "(iv)"), (9, "(ix)"), (49, "(xlix)"), (114, "(cxiv)")])
def test_roman_numbers(count: int, roman: str) -> None:
    assert number_of(SCHEMES["legal"], (1, 1, 1, count)) == roman
