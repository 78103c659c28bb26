"""The counter counts as Word does; the lists are tied to styles."""

from __future__ import annotations

import pytest

from socialpolicy.document import SCHEMES, Scheme
from socialpolicy.writers.word.numbering import LISTS, NSIDS, Counter, numbering_xml
from socialpolicy.writers.word.stylesheet import paragraph_styles


def counted(*styles: str, scheme: Scheme = "legal") -> list[str]:
    counter, numbers = Counter(scheme), []
    for style in styles:
        numbers.append(counter.prints(style))
        counter.take(style)
    return numbers


def test_deeper_levels_start_again() -> None:
    styles = [
        "Heading2",
        "SPClause",
        "SPItem",
        "SPSubitem",
        "SPItem",
        "SPClause",
        "SPItem",
        "Heading2",
        "SPClause",
    ]
    assert counted(*styles) == ["1", "1.1", "(a)", "(i)", "(b)", "1.2", "(a)", "2", "2.1"]


def test_lists_count_apart() -> None:
    assert counted("Heading2", "SPStep", "SPSubstep", "SPStep", "SPClause") == ["1", "1.", "(a)", "2.", "1.1"]


def test_a_level_under_nothing_prints_nothing() -> None:
    assert counted("SPClause") == [""]


def test_a_full_number_names_every_level_above() -> None:
    counter = Counter()
    full = []
    for style in ("Heading2", "SPClause", "SPItem", "SPSubitem"):
        counter.take(style)
        full.append(counter.full(style))
    assert full == ["1", "1.1", "1.1(a)", "1.1(a)(i)"]


@pytest.mark.parametrize(
    ("scheme", "numbers"),
    [("decimal", ["1", "1.1", "1.1.1", "1.1.1.1"]), ("lettered", ["A", "A1", "A1(1)", "A1(1)(a)"])],
)
def test_a_full_number_has_its_scheme(scheme: Scheme, numbers: list[str]) -> None:
    counter, full = Counter(scheme), []
    for style in ("Heading2", "SPClause", "SPItem", "SPSubitem"):
        counter.take(style)
        full.append(counter.full(style))
    assert full == numbers


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_level_is_tied_to_a_style_of_its_own(scheme: Scheme) -> None:
    styles = [level.style for entry in LISTS[scheme] for level in entry.levels]
    assert len(set(styles)) == len(styles)
    assert all(f'<w:pStyle w:val="{style}"/>' in numbering_xml(scheme) for style in styles)


def test_no_two_schemes_are_one_list_to_word() -> None:
    assert len(NSIDS) == 3 + len(SCHEMES)


def test_wide_numbers_start_where_those_of_paragraphs_do() -> None:
    styles = {style.id: style.edge for style in paragraph_styles(0, "decimal")}
    assert [styles[name] for name in ("SPItem", "SPItemTyped", "SPSubitem")] == [(1134, 1134)] * 2 + [
        (1588, 1588)
    ]


def test_lists_stand_before_numbers() -> None:
    xml = numbering_xml()
    assert xml.rindex("</w:abstractNum>") < xml.index("<w:num ")
