"""What may stand in a text, held against the Unicode categories that Python knows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.clean import Origin, clean, one_line

PLACE = Place("practice.toml", "practice_name")
UNSEEN = {0x200B, 0xFEFF, 0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB}
MARKS = {0x061C, 0x200E, 0x200F, *range(0x2066, 0x206A)}
ANY_TEXT = st.text(st.characters(exclude_categories=()))
MARKED_TEXT = st.text(st.sampled_from("ab\n\r\t\u2066\u2067\u2068\u2069\u200e\u202e\u05d0"))


def refused(letter: str) -> bool:
    """The rule for a practice's texts, written a second time and another way."""
    point = ord(letter)
    if unicodedata.category(letter) in ("Cc", "Cs"):
        return letter not in "\t\n"
    nowhere = 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
    reorders = 0x202A <= point <= 0x202E or 0x206A <= point <= 0x206F
    return nowhere or reorders or 0xE0000 <= point <= 0xE007F or point in UNSEEN | MARKS


def balanced(line: str) -> bool:
    depth = 0
    for letter in line:
        depth += letter in "\u2066\u2067\u2068"
        depth -= letter == "\u2069"
        if depth < 0:
            return False
    return depth == 0


@given(ANY_TEXT | MARKED_TEXT)
@example("\r\r\n")
@example("a\r\nb")
def test_a_text_comes_back_as_given_or_is_refused_at_its_first_bad_character(text: str) -> None:
    lines = text.replace("\r\n", "\n")
    bad = next((spot for spot, letter in enumerate(lines, start=1) if refused(letter)), None)
    if bad is None:
        assert clean(text, PLACE) == lines
        return
    with pytest.raises(WrongValue, match=rf"character {bad} is U\+{ord(lines[bad - 1]):04X},") as caught:
        clean(text, PLACE)
    assert caught.value.code is Code.TEXT_CHARACTER
    assert caught.value.place is PLACE


@given(MARKED_TEXT)
def test_marks_of_direction_stand_in_a_client_s_name_where_each_line_closes_what_it_opens(text: str) -> None:
    lines = text.replace("\r\n", "\n")
    fine = all(letter in MARKED or not refused(letter) for letter in lines)
    if fine and all(balanced(line) for line in lines.split("\n")):
        assert clean(text, PLACE, origin=Origin.CLIENT) == lines
    else:
        with pytest.raises(WrongValue):
            clean(text, PLACE, origin=Origin.CLIENT)


MARKED = {chr(point) for point in MARKS}


@pytest.mark.parametrize(
    ("name", "spot"),
    [
        ("ab\u2067c", 3),
        ("a\u2069b", 2),
        ("\u2066\u2067a\u2069", 1),
        ("\u2066a\nb\u2069", 1),
        ("a\n\u2068b", 3),
    ],
)
def test_the_position_of_an_isolate_without_partner_is_named(name: str, spot: int) -> None:
    with pytest.raises(WrongValue, match=f"character {spot} is"):
        clean(name, PLACE, origin=Origin.CLIENT)


def test_the_finding_does_not_repeat_the_text() -> None:
    with pytest.raises(WrongValue) as caught:
        clean("Maria\x07", PLACE)
    assert "Maria" not in str(caught.value) + repr(caught.value) + repr(caught.value.args)


def test_every_character_is_judged_alike_by_both_rules() -> None:
    every = [chr(point) for point in range(0x110000)]
    fine = "".join(letter for letter in every if not refused(letter))
    assert clean(fine, PLACE) == fine
    for letter in filter(refused, every):
        if not "\ud800" < letter < "\udfff":  # one end of the surrogates is as good as all
            with pytest.raises(WrongValue):
                clean(letter, PLACE)


def test_normalisation_is_left_alone() -> None:
    assert clean("e\u0301 \u00e9", PLACE) == "e\u0301 \u00e9"


def test_one_line_has_spaces_for_tabs_and_line_ends() -> None:
    assert one_line("a\tb\nc\r\nd") == "a b c d"
