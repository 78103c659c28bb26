"""From the source of a text to its passage."""

from __future__ import annotations

from textwrap import dedent

import pytest

from socialpolicy.conditions import Vocabulary, parse
from socialpolicy.errors import Collector, Place
from socialpolicy.facts.fact import Fact
from socialpolicy.library.texts.passage import (
    Branch,
    Cross,
    Defined,
    Emphasised,
    Grid,
    Line,
    LineBreak,
    Listing,
    Named,
    Outside,
    Passage,
    Piece,
    Run,
    Stressed,
    Unit,
    Variant,
    When,
    pieces_of,
)
from socialpolicy.library.texts.source import TextSource, read_passage

WORDS = Vocabulary(facts={name: Fact(name=name, kind="yes-no", required=True) for name in ("small", "large")})
SMALL = parse("small", WORDS)


def units(text: str) -> tuple[Unit, ...]:
    """The blocks of a text that has no fault."""
    source = TextSource(tuple(dedent(text).strip().split("\n")), 1, vocabulary=WORDS, place=Place("a.md"))
    return source.passage.units


def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text of one paragraph."""
    (line,) = units(text)
    assert isinstance(line, Line)
    return line.pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.", (Run("Words."),)),
        ("Two\nlines.", (Run("Two"), Run("\n"), Run("lines."))),
        ("A\\\nbreak.", (Run("A"), LineBreak(), Run("break."))),
        ("**So** *it* is", (Stressed((Run("So"),)), Run(" "), Emphasised((Run("it"),)), Run(" is"))),
        ("{{name}}", (Named("name"),)),
        ("{{ name  as or-list }}", (Named("name", "or-list"),)),
        ("{{clause-id.name}}", (Named("clause-id.name"),)),
        ("[a b](clause:c-d)", (Cross((Run("a b"),), "c-d"),)),
        ("[a](clause:c#full:12)", (Cross((Run("a"),), "c", text="full", ordinal=12),)),
        ("[*a*](term:t)", (Defined((Emphasised((Run("a"),)),), "t"),)),
        ("[a](https://a.example/b)", (Outside((Run("a"),), "https://a.example/b"),)),
        ("[a](mailto:a@b.example)", (Outside((Run("a"),), "mailto:a@b.example"),)),
        ("[{{name}}](tel:000)", (Outside((Named("name"),), "tel:000"),)),
        ("[a]{when small}", (When(SMALL, (Run("a"),)),)),
        ("**[so {{b}}]{when small}** c", (Stressed((When(SMALL, (Run("so "), Named("b"))),)), Run(" c"))),
        ("[a [b](clause:c)]{when small}", (When(SMALL, (Run("a "), Cross((Run("b"),), "c"))),)),
        ("[a [b]{when small}]{when small}", (When(SMALL, (Run("a "), When(SMALL, (Run("b"),)))),)),
        ("5 < 6 & 7 > 3 | x", (Run("5 < 6 & 7 > 3 | x"),)),
        ("You and I | {{we}}", (Run("You and I | "), Named("we"))),
        ('The "US", as in usual', (Run('The "US", as in usual'),)),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(text: str, expected: tuple[Piece, ...]) -> None:
    assert pieces(text) == expected


def test_a_list_in_a_list() -> None:
    inner = Listing(((Line((Run("c"),)),),), ordered=True)
    assert units("- a\n- b\n  1. c") == (Listing(((Line((Run("a"),)),), (Line((Run("b"),)), inner))),)


def test_a_table() -> None:
    expected = Grid(((Run("A"),), (Run("B"),)), (((Run("a"),), (Named("b"),)), ((), (Run("d"),))))
    assert units("| A | B |\n|---|---|\n| a | {{b}} |\n| | d |") == (expected,)


def test_a_block_of_branches() -> None:
    text = """
        Before.
        ::: when small
        One.

        Two.
        ::: or when large
        ::: when small
        Three.
        :::
        ::: otherwise
        Four.
        :::
        Behind.
        """
    one, two, three, four = (Line((Run(word),)) for word in ("One.", "Two.", "Three.", "Four."))
    assert units(text) == (
        Line((Run("Before."),)),
        Variant(
            (
                Branch(SMALL, (one, two)),
                Branch(parse("large", WORDS), (Variant((Branch(SMALL, (three,)),)),)),
                Branch(None, (four,)),
            )
        ),
        Line((Run("Behind."),)),
    )


def test_blocks_nest_up_to_a_bound() -> None:
    assert units("::: when small\n" * 10 + "Words.\n" + ":::\n" * 10)


def test_an_empty_text_has_no_blocks() -> None:
    assert units("") == ()


def test_every_piece_of_a_passage_is_met() -> None:
    text = """
        **{{a}}** *{{b}}* [{{c}}](clause:x) [{{d}}](term:x) [{{e}}](https://x.example)\\
        [{{f}}]{when small}

        - {{g}}

        | {{h}} |
        |---|
        | {{i}} |

        ::: when small
        {{j}}
        ::: otherwise
        {{k}}
        :::
        """
    found = tuple(pieces_of(Passage(units(text))))
    assert "".join(piece.name for piece in found if isinstance(piece, Named)) == "abcdefghijk"
    kinds = {type(piece) for piece in found}
    assert kinds == {Named, Run, LineBreak, Stressed, Emphasised, Cross, Defined, Outside, When}


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [
        ("So {{x}}.", 1, 4, 5),
        ("A\nb {{x as list}}.", 2, 3, 13),
        ("- a\n- b\n  {{x}}", 3, 3, 5),
        ("| {{y}} | {{x}} |\n|---|---|", 1, 11, 5),
        ("A\n[b\n{{x}}]{when small}", 3, 1, 5),
        ("*[b](clause:c)* {{x}}  \nd", 1, 17, 5),
    ],
)  # fmt: skip
def test_a_value_knows_where_it_stands(text: str, line: int, column: int, length: int) -> None:
    (named,) = (
        piece for piece in pieces_of(Passage(units(text))) if isinstance(piece, Named) and piece.name == "x"
    )
    assert (named.place.line, named.place.column, named.place.length) == (line, column, length)


def test_a_link_over_two_lines_is_not_pointed_at() -> None:
    (cross,) = (piece for piece in pieces("[a\nb](clause:c)") if isinstance(piece, Cross))
    assert (cross.place.line, cross.place.column) == (1, 0)


def test_a_text_in_a_toml_value_begins_behind_its_quote() -> None:
    excerpt = 'text = "{{a}}"'
    place = Place("a.toml", "text", line=7, column=9, excerpt=excerpt)
    found = Collector()
    passage = read_passage("{{a}}\n{{b}}", WORDS, place, found)
    first, _, second = pieces_of(passage)
    assert isinstance(first, Named)
    assert isinstance(second, Named)
    assert (first.place.line, first.place.column, first.place.excerpt) == (7, 9, excerpt)
    assert (second.place.line, second.place.column, second.place.excerpt) == (8, 1, "{{b}}")
    assert found.findings == []
