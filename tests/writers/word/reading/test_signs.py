"""A symbol is the character that a person sees, where its font is known."""

from __future__ import annotations

import pytest

from tests.writers.word.reading.docx import p, texts


@pytest.mark.parametrize(
    ("font", "char", "text"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings 2", "F0A3", "☐"),
        ("Symbol", "F0D3", "©"),
        ("Wingdings", "F021", "\uf021"),
        ("Arial", "00E9", "é"),
        ("Arial", "D800", ""),
        ("Arial", "0007", ""),
        ("Arial", "no", ""),
        ("Arial", "7FFFFFFF", ""),
    ],
)
def test_a_symbol_is_its_character(font: str, char: str, text: str) -> None:
    assert texts(p(f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>')) == [text]
