"""The counter counts as Word does; the lists are tied to styles."""

from __future__ import annotations

import pytest

from socialpolicy.writers.word.numbering import LISTS, Counter, numbering_xml


def counted(*styles: str) -> list[str]:
    counter, numbers = Counter(), []
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


@pytest.mark.parametrize(("count", "letters"), [(26, "(z)"), (27, "(aa)"), (53, "(aaa)")])
def test_letters_repeat_after_z(count: int, letters: str) -> None:
    assert counted("Heading2", "SPClause", *["SPItem"] * count)[-1] == letters


@pytest.mark.parametrize(("count", "roman"), [(4, "(iv)"), (9, "(ix)"), (49, "(xlix)"), (114, "(cxiv)")])
def test_roman_numbers(count: int, roman: str) -> None:
    assert counted("Heading2", "SPClause", "SPItem", *["SPSubitem"] * count)[-1] == roman


def test_a_full_number_names_every_level_above() -> None:
    counter = Counter()
    full = []
    for style in ("Heading2", "SPClause", "SPItem", "SPSubitem"):
        counter.take(style)
        full.append(counter.full(style))
    assert full == ["1", "1.1", "1.1(a)", "1.1(a)(i)"]


def test_every_level_is_tied_to_a_style_of_its_own() -> None:
    styles = [level.style for entry in LISTS for level in entry.levels]
    assert len(set(styles)) == len(styles)
    assert all(f'<w:pStyle w:val="{style}"/>' in numbering_xml() for style in styles)


def test_lists_stand_before_numbers() -> None:
    xml = numbering_xml()
    assert xml.rindex("</w:abstractNum>") < xml.index("<w:num ")
