"""Lines of plain text: nothing is lost, and columns stand under each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.writers.columns import aligned, hung, records, stacked, underlined, wrapped


@given(st.text(st.characters(exclude_characters="\n")), st.integers(1, 80))
def test_wrapping_turns_single_spaces_into_line_ends_and_changes_nothing_else(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert " ".join(lines) == text
    assert all(len(line) <= width or " " not in line.strip(" ") for line in lines)


def test_a_line_end_in_the_text_stays_a_line_end() -> None:
    assert wrapped("12 High Street\nSydney", 70) == ["12 High Street", "Sydney"]


def test_an_address_longer_than_a_line_stays_whole() -> None:
    assert wrapped("See https://example.org/long now", 10) == ["See", "https://example.org/long", "now"]


def test_lines_hang_on_their_label() -> None:
    assert hung("(a) ", ["one", "", "two"]) == ["(a) one", "", "    two"]
    assert hung("| ", ["one", "", "two"], rest="| ") == ["| one", "|", "| two"]
    assert hung("- ", []) == []


def test_stanzas_stand_apart_and_empty_ones_fall_away() -> None:
    assert stacked([[], ["one"], [""], ["two", "three"]]) == ["one", "", "two", "three"]


def test_a_rule_is_as_long_as_the_longest_line() -> None:
    assert underlined(["Long", "Longer"], "=") == ["Long", "Longer", "======"]


def test_a_narrow_table_stands_in_columns() -> None:
    rows = [["Lifeline", "13 11 14"], ["Mensline"]]
    expected = ["Service   Number", "--------  --------", "Lifeline  13 11 14", "Mensline"]
    assert aligned(["Service", "Number"], rows, 70) == expected


def test_a_table_without_header_has_no_rule() -> None:
    assert aligned([], [["a", "b"]], 70) == ["a  b"]
    assert aligned([], [], 70) == []


def test_a_wide_table_or_a_cell_of_several_lines_does_not_fit() -> None:
    assert aligned(["Topic", "We do"], [["Texts", "Times only."]], 10) is None
    assert aligned([], [["a\nb"]], 70) is None


def test_a_record_names_each_cell_but_the_first_and_skips_empty_ones() -> None:
    rows = [["Texts", "Times only", ""], ["Email", "Forms", "Stop", "More"]]
    expected = ["Texts", "  We do: Times only", "", "Email", "  We do: Forms", "  You can: Stop", "  More"]
    assert records(["Topic", "We do", "You can"], rows, 70) == expected
