from __future__ import annotations

from socialpolicy.assembly.standing import Enumerated, standing_units
from socialpolicy.conditions import Vocabulary, parse
from socialpolicy.errors import Collector, Place
from socialpolicy.facts.fact import Fact
from socialpolicy.library.texts.passage import Line, Named, Passage
from socialpolicy.library.texts.source import read_passage

_FACTS = [Fact(name=name, kind="yes-no", required=True) for name in ("a", "b", "c")]
_NAMES = Vocabulary(facts={fact.name: fact for fact in _FACTS})


def _passage(text: str) -> Passage:
    found = Collector()
    passage = read_passage(text, _NAMES, Place("t.md", line=1), found)
    assert not found.findings
    return passage


def _places(text: str, *true: str) -> list[str]:
    values = {name: name in true for name in "abc"}
    return [place for place, _ in standing_units(_passage(text), values)]


def test_a_block_keeps_its_place_when_one_before_it_falls_away() -> None:
    text = "[One.]{when a}\n\nTwo.\n\n[Three.]{when b}"
    assert _places(text, "a", "b") == ["1", "2", "3"]
    assert _places(text) == ["2"]
    assert _places(text, "b") == ["2", "3"]


_FORK = """
One.

::: when a
Two.

[Two and a half.]{when c}

Almost three.
::: or when b
::: when c
Deep.

Deeper.
:::

After.
::: otherwise
- None
:::

Three.
"""


def test_a_fork_counts_as_one_block_and_what_follows_in_it_by_its_own_place() -> None:
    assert _places(_FORK, "a", "c") == ["1", "2", "2.2", "2.3", "3"]
    assert _places(_FORK, "a") == ["1", "2", "2.3", "3"]
    assert _places(_FORK, "b", "c") == ["1", "2", "2.1.2", "2.2", "3"]
    assert _places(_FORK, "b") == ["1", "2.2", "3"]
    assert _places(_FORK) == ["1", "2", "3"]


def test_a_fork_without_a_branch_that_holds_falls_away() -> None:
    assert _places("::: when a\nOne.\n:::\n\nTwo.") == ["2"]


def test_items_keep_their_places_too() -> None:
    text = "- [One]{when a}\n- Two\n\n  [More]{when b}\n\n  Most\n- [Three]{when c}"
    ((_, listing),) = standing_units(_passage(text), dict.fromkeys("abc", False))
    assert isinstance(listing, Enumerated)
    assert [(place, [inner for inner, _ in units]) for place, units in listing.items] == [(2, ["1", "3"])]


def test_a_list_or_table_without_anything_left_falls_away() -> None:
    assert _places("- [One]{when a}\n- **[Two]{when a}**") == []
    table = "| Head |\n| --- |\n| [Cell]{when a} |\n| [More]{when b} |"
    assert _places(table) == []
    ((_, grid),) = standing_units(_passage(table), {"a": True, "b": False, "c": False})
    assert len(grid.rows) == 1  # type: ignore[union-attr]


def test_a_paragraph_of_marks_alone_falls_away() -> None:
    assert _places("[One]{when a}.\n\n*[Two]{when a}*\\\n!\n\nThree") == ["3"]


def test_a_value_that_prints_nothing_makes_no_paragraph() -> None:
    passage = _passage("{{a}}\n\n**{{b}}**\n\n[{{c}}](https://c.example)\n\nx {{a}}")
    values = dict.fromkeys("abc", True)
    kept = standing_units(passage, values, lambda named: named.name == "b")
    assert [place for place, _ in kept] == ["2", "4"]
    assert standing_units(Passage((Line((Named("a"),)),)), values)


def test_conditions_inside_words_are_asked_where_they_stand() -> None:
    passage = _passage("[a [b]{when b}]{when a} **[c]{when c}d** [x](clause:z)")
    ((_, line),) = standing_units(passage, {"a": True, "b": False, "c": True})
    assert "When" not in str(line)
    assert parse("a", _NAMES, Place()).text == "a"
