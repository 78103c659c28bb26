from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy import document as tree
from socialpolicy.assembly.typesetting import typeset
from socialpolicy.document import Inlines, Text, Value
from socialpolicy.library.locale import Locale

_GB = Locale(
    tag="en-GB",
    country="GB",
    name="United Kingdom",
    paper="A4",
    spelling="british",
    date="d MMMM y",
    quotes=("‘", "’", "“", "”"),
    checked_on=date(2026, 1, 1),
    values={},
)
_US = attrs.evolve(_GB, tag="en-US", spelling="american", quotes=("“", "”", "‘", "’"))
_SPELLING = {"centre": "center", "colour": "color", "practise": "practice"}


def _us(*inlines: tree.Inline | str) -> str:
    return tree.plain(_set(_US, *inlines))


def _gb(*inlines: tree.Inline | str) -> str:
    return tree.plain(_set(_GB, *inlines))


def _set(locale: Locale, *inlines: tree.Inline | str) -> Inlines:
    given = (Text(one) if isinstance(one, str) else one for one in inlines)
    return typeset(tuple(given), locale, _SPELLING)


_V = Value("v", "motto")


# ---------- full stops ----------


def test_a_value_that_ends_with_a_full_stop_ends_the_sentence_too() -> None:
    hours = Value("9 a.m. to 5 p.m.", "hours")
    assert _gb("Hours: ", hours, ". Then ", hours, ".") == "Hours: 9 a.m. to 5 p.m. Then 9 a.m. to 5 p.m."
    assert _gb("Hours: ", hours, ", and ", hours, "... so") == (
        "Hours: 9 a.m. to 5 p.m., and 9 a.m. to 5 p.m.... so"
    )
    assert _gb(tree.Strong((hours,)), ".") == "9 a.m. to 5 p.m."
    assert _set(_GB, tree.Strong((hours, Text(".")))) == (tree.Strong((hours,)),)


# ---------- blanks ----------


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (("  Some  words\nhere \t",), "Some words here"),
        (("Call ", "", ", then wait."), "Call, then wait."),
        (("Call ", "."), "Call."),
        (("Is it so ", "?"), "Is it so?"),
        (("Call ( ", "now ", ") "), "Call (now)"),
        (("Call ", _V, " ."), "Call v."),
        (("Call ", tree.Strong((Text("now "),)), " please"), "Call now please"),
        (("Call ", tree.Strong((Text(" now"),))), "Call now"),
        (("Call ", tree.Break(), " now "), "Call\nnow"),
        ((" ", _V, " "), "v"),
        (("One ", tree.Reference((Text("two "),), label=" (section 3)"), " ."), "One two (section 3)."),
        (("See ", tree.Link((Text("this "),), "https://a.example"), ", and more"), "See this, and more"),
    ],
)
def test_one_blank_stands_between_words_and_none_before_a_mark(
    inlines: tuple[tree.Inline | str, ...], expected: str
) -> None:
    assert _gb(*inlines) == expected


def test_blanks_stand_outside_of_stressed_words() -> None:
    written = _set(
        _GB, "a ", tree.Strong((Text(" b "), tree.Emphasis((Text(" "),)))), "c", tree.Strong((_V,))
    )
    assert written == (Text("a "), tree.Strong((Text("b"),)), Text(" c"), tree.Strong((_V,)))
    assert _set(_GB, tree.Reference((Text("two "),), label=" (1)"), tree.Term((Text(" x"),), "t")) == (
        tree.Reference((Text("two"),), label=" (1)"),
        Text(" "),
        tree.Term((Text("x"),), "t"),
    )


def test_a_mark_that_belongs_to_a_word_keeps_its_blank() -> None:
    assert _gb("Read about .org addresses") == "Read about .org addresses"


def test_what_is_empty_falls_away() -> None:
    hollow = (
        tree.Strong((Text(""),)),
        tree.Link((), "https://a.example"),
        tree.Reference((), "x", label=" (1)"),
    )
    assert _set(_GB, "a ", *hollow, Value("", "motto"), tree.Term((), "t"), "b") == (Text("a b"),)
    assert _set(_GB, " ", tree.Emphasis((Text(" "),))) == ()


def test_words_that_meet_are_one_text() -> None:
    assert _set(_GB, "a", "b", _V, "c", "d") == (Text("ab"), _V, Text("cd"))


# ---------- quotes ----------


@pytest.mark.parametrize(
    ("inlines", "british", "american"),
    [
        (('Say "hello" now.',), "Say ‘hello’ now.", "Say “hello” now."),
        (('"Yes," she said.',), "‘Yes,’ she said.", "“Yes,” she said."),
        (("\"He said 'no'.\"",), "‘He said “no”.’", "“He said ‘no’.”"),
        (("It's the client's.",), "It’s the client’s.", "It’s the client’s."),
        (("The clients' own.",), "The clients’ own.", "The clients’ own."),
        (("In the '90s.",), "In the ’90s.", "In the ’90s."),
        (('Called "', _V, '".'), "Called ‘v’.", "Called “v”."),
        (('Called "', tree.Hole("client_name"), '".'), f"Called ‘{'_' * 20}’.", f"Called “{'_' * 20}”."),
        ((_V, "'s own"), "v’s own", "v’s own"),
        (('("A" ', ")"), "(‘A’)", "(“A”)"),
        (('Say "now ', '".'), "Say ‘now’.", "Say “now”."),
        (('Say "', tree.Strong((Text("now"),)), '"'), "Say ‘now’", "Say “now”"),
        (("Say it' ",), "Say it’", "Say it’"),
    ],
)
def test_quotes_are_those_of_the_locale(
    inlines: tuple[tree.Inline | str, ...], british: str, american: str
) -> None:
    assert (_gb(*inlines), _us(*inlines)) == (british, american)


# ---------- spelling ----------


@pytest.mark.parametrize(
    ("text", "american"),
    [
        ("a centre", "a center"),
        ("Centre of colour", "Center of color"),
        ("CENTRE", "CENTER"),
        ("the centre's colours", "the center’s colours"),
        ("multi-colour/centre", "multi-color/center"),
        (
            "write to colour@centre.example or https://centre.example/colour.",
            "write to colour@centre.example or https://centre.example/colour.",
        ),
        ("a decentred thing", "a decentred thing"),
        ("Now – or later", "Now—or later"),
        ("9–5", "9–5"),
    ],
)
def test_words_are_respelled_with_their_case_and_addresses_are_not(text: str, american: str) -> None:
    assert _us(text) == american
    assert _gb(text) == text.replace("'", "’")


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_a_value_is_never_touched(text: str) -> None:
    value = Value(text, "motto")
    for locale in (_GB, _US):
        assert _set(locale, 'The "centre" ', value, "'s ") == (
            Text(f"The {locale.quotes[0]}cent{'er' if locale is _US else 're'}{locale.quotes[1]} "),
            value,
            Text("’s"),
        )


_PIECES = st.lists(
    st.one_of(st.text("ab \n.,'\"()", max_size=6).map(Text), st.just(_V), st.just(tree.Break())), max_size=6
)


@given(_PIECES)
def test_what_is_typeset_stays_as_it_is(pieces: list[tree.Inline]) -> None:
    once = typeset(tuple(pieces), _US, _SPELLING)
    assert typeset(once, _US, _SPELLING) == once


@given(_PIECES)
def test_no_letter_is_lost_or_moved(pieces: list[tree.Inline]) -> None:
    def letters(inlines: Inlines) -> str:
        return "".join(char for char in tree.plain(inlines) if char.isalpha())

    assert letters(typeset(tuple(pieces), _GB, {})) == letters(tuple(pieces))
