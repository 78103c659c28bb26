"""Columns: all of the width, no word broken where it can be helped, short texts on one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.writers.word.widths import column_widths

CELLS = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.text("ab ", max_size=90), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


@given(CELLS)
def test_columns_fill_the_width(rows: list[list[str]]) -> None:
    widths = column_widths(rows, 9000)
    assert (len(widths), sum(widths), min(widths) > 0) == (len(rows[0]), 9000, True)


def test_a_short_column_is_not_broken_for_a_long_one() -> None:
    service, number, when = column_widths(
        [
            [
                "13YARN, for Aboriginal and Torres Strait Islander people",
                "13 11 14, or text 0477 13 11 14",
                "always",
            ]
        ],
        8900,
    )
    assert number > 31 * 105
    assert service > number > when


def test_long_columns_share_what_is_left() -> None:
    one, two = column_widths([["long " * 30, "long " * 30]], 9000)
    assert one == two == 4500


def test_words_too_long_for_the_table_are_shared_out() -> None:
    assert column_widths([["a" * 300, "b" * 100]], 8000) == [4000, 4000]


def test_only_the_longest_word_is_broken() -> None:
    rows = [
        ["Purpose", "Way", "Address", "Who reads it"],
        ["Appointments", "email", "appointments@saltbushpsychology.com.au", "the office"],
        ["Everything else", "secure portal", "https://clients.saltbushpsychology.com.au/login", "one person"],
    ]
    purpose, way, address, who = column_widths(rows, 8400)
    assert address > max(purpose, way, who)
    assert min(purpose, way, who) >= 6 * 125
    assert who >= 7 * 125


def test_no_rows_have_no_columns() -> None:
    assert column_widths([], 9000) == []
