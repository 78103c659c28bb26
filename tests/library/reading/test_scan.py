"""The scan finds each key where tomllib finds it, in one linear pass, and never stumbles."""

from __future__ import annotations

import contextlib
import gc
import time
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.library.reading.scan import Key, Spot, TooDeep, scan

# ---------- TOML as people write it ----------

_BARE = st.text("abcXYZ012_-", min_size=1, max_size=5)
_WORDS = st.text(st.sampled_from("ab \"'#=[]{},.\\\té"), max_size=8)
_BASIC = _WORDS.map(lambda words: '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"')
_LITERAL = _WORDS.map(lambda words: "'" + words.replace("'", "") + "'")
_LONG = st.tuples(_WORDS, _WORDS).map(
    lambda pair: '"""\n' + "\n".join(one.replace("\\", "").replace('"""', "") for one in pair) + ' """'
)
_LONG_LITERAL = _WORDS.map(lambda words: "'''" + words.replace("'''", "") + "\n '''")
_PART = st.one_of(_BARE, _BASIC, _LITERAL)
_BLANKS = st.sampled_from(["", " ", "\t"])
_LINES = st.sampled_from(["", "\n", " # [no] = 'value'\n", "\n\n  "])
_SIMPLE = st.one_of(
    st.sampled_from(["1", "true", "1.5", "2026-01-01", "0x1F"]), _BASIC, _LITERAL, _LONG, _LONG_LITERAL
)
_KEY = st.lists(_PART, min_size=1, max_size=3).map(" . ".join)


@st.composite
def _array(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    entries = draw(st.lists(values, max_size=3))
    inner = "".join(f"{draw(_LINES)}{entry}{draw(_LINES)}," for entry in entries)
    return f"[{inner}{draw(_LINES)}]"


@st.composite
def _inline(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    names = draw(st.lists(_BARE, unique=True, max_size=3))
    return "{" + ",".join(f" {name}{draw(_BLANKS)}= {draw(values)} " for name in names) + "}"


_VALUE = st.recursive(_SIMPLE, lambda inner: _array(inner) | _inline(inner), max_leaves=6)
_HEADER = st.sampled_from(["", "[{}]\n", "[[{}]]\n", " [ {} ] # there\n"])


@st.composite
def _toml(draw: st.DrawFn) -> str:
    text = ""
    for _ in range(draw(st.integers(1, 4))):
        text += draw(_HEADER).format(draw(_KEY))
        for _ in range(draw(st.integers(0, 3))):
            text += (
                f"{draw(_BLANKS)}{draw(_KEY)}{draw(_BLANKS)}={draw(_BLANKS)}{draw(_VALUE)}{draw(_BLANKS)}\n"
            )
    return text


def keys_of(value: object, path: Key = ()) -> Iterator[Key]:
    """Every key and every entry of a list in a TOML value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from keys_of(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield (*path, number)
            yield from keys_of(inner, (*path, number))


@given(_toml())
def test_the_scan_has_the_keys_that_tomllib_has(text: str) -> None:
    spots = scan(text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(spots) == set(keys_of(values))


@given(_toml(), st.integers(1, 9))
def test_a_spot_lies_in_the_text_and_later_entries_have_later_spots(text: str, first: int) -> None:
    lines = text.split("\n")
    for key, spot in scan(text, first).items():
        assert 1 <= spot.column <= len(lines[spot.line - first]) + 1, key


@given(st.text(st.sampled_from("[]{}=\"'#.,\\\n\tab 1é"), max_size=60))
def test_the_scan_never_fails_but_for_depth(text: str) -> None:
    with contextlib.suppress(TooDeep):
        scan(text)


# ---------- places ----------


def test_a_value_has_its_line_and_column_behind_the_quote() -> None:
    text = (
        'a = "x"\n  b.c = 1\n\n[d]\ne = """\nlong\n"""\nf = \'\'\'x\'\'\'\n'
        '[[g]]\nh = [\n  "i",\n  { j = "k" },\n]\n'
    )
    spots = scan(text, 10)
    expected = {
        ("a",): (10, 6),
        ("b", "c"): (11, 9),
        ("b",): (11, 9),
        ("d",): (13, 1),
        ("d", "e"): (15, 1),
        ("d", "f"): (17, 8),
        ("g", 0): (18, 1),
        ("g", 0, "h"): (19, 5),
        ("g", 0, "h", 0): (20, 4),
        ("g", 0, "h", 1): (21, 3),
        ("g", 0, "h", 1, "j"): (21, 10),
    }
    assert {key: spots[key] for key in expected} == {key: Spot(*spot) for key, spot in expected.items()}


def test_tables_below_an_array_belong_to_its_last_entry() -> None:
    spots = scan("[[a]]\n[[a.b]]\n[[a]]\n[a.c]\nd = 1\n")
    assert spots["a", 1, "c", "d"] == Spot(5, 5)
    assert spots["a", 0, "b", 0] == Spot(2, 1)


def test_quoted_keys_are_read_as_tomllib_reads_them() -> None:
    assert set(scan('"a b" = 1\n\'c.d\' = 2\n"e\\u0041\\"" = 3\n')) == {("a b",), ("c.d",), ('eA"',)}
    assert ('"\\x"',) in scan('"\\x" = 1')


# ---------- bounds ----------


@pytest.mark.parametrize("text", ["\n" + "a." * 20 + "b = 1", "\n[" + "a." * 20 + "b]"])
def test_a_key_of_many_parts_is_too_deep(text: str) -> None:
    with pytest.raises(TooDeep) as fault:
        scan(text)
    assert fault.value.line == 2


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a=", "}"), ("[\n", "]")])
def test_brackets_nest_up_to_a_bound(opening: str, closing: str) -> None:
    scan("a = " + opening * 32 + closing * 32)
    with pytest.raises(TooDeep):
        scan("a = " + opening * 33 + closing * 33)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "[",
        "]",
        "a=[",
        "a=[1,",
        "{",
        "a={b=1,",
        '"',
        '"""',
        "'''",
        "'",
        '\\"""',
        'a="""\n',
        "a='''\n",
        'a="\\',
        "#",
        ",",
        "\n",
        " ",
        "a.",
        "a=1\n",
        "[[a]]\n",
        "[a]\n",
        'a=["x",\n',
        "[a.b.c]\nd = { e = [1, 2] }\n",
        '"\\u0041"=1\n',
    ],
)
def test_the_scan_takes_time_in_proportion_to_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(3):
            gc.disable()  # what else is alive is not this text's to pay for
            begin = time.process_time()
            with contextlib.suppress(TooDeep):
                scan(text)
            gc.enable()
            best = min(best, time.process_time() - begin)
        return best

    # four times the text: quadratic would take sixteen times as long
    assert seconds(40_000) < 10 * seconds(10_000) + 0.02
