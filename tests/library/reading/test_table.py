"""One table of TOML, read key by key: every fault is kept, and none stops the reading."""

from __future__ import annotations

import datetime

from socialpolicy.errors import Code, Collector
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import Source, parse_toml


def table_of(text: str) -> Table:
    """The table that a text is."""
    return Table.of(parse_toml(text, "a.toml"), Collector())


def codes(table: Table) -> list[tuple[Code, str]]:
    """What was reported, and where."""
    return [(finding.code, finding.place.path) for finding in table.found.findings]


def test_a_value_of_the_kind_is_taken_as_it_is() -> None:
    table = table_of("a = 'x'\nb = true\nc = 3\nd = 2026-01-01\ne = []\nf = {}\n")
    assert table.take("a", str) == "x"
    assert table.take("b", bool) is True
    assert table.take("c", int) == 3
    assert table.take("d", datetime.date) == datetime.date(2026, 1, 1)
    assert table.take("e", list) == []
    assert table.take("f", dict) == {}
    assert table.take("g", str) is None
    assert table.take("g", str, "y") == "y"
    table.close()
    assert codes(table) == []


def test_nothing_is_taken_for_another_kind() -> None:
    table = table_of("a = true\nb = 1\nc = 2026-01-01T00:00:00\nd = 1.0\n")
    assert table.take("a", int, 0) == 0
    assert table.take("b", bool, False) is False
    assert table.take("c", datetime.date) is None
    assert table.take("d", int) is None
    assert codes(table) == [(Code.VALUE_KIND, name) for name in "abcd"]


def test_a_fault_of_kind_is_not_one_of_option_too() -> None:
    table = table_of("a = 3\n")
    assert table.one_of("a", ("x", "y"), "") == ""
    assert codes(table) == [(Code.VALUE_KIND, "a")]


def test_what_must_be_there_is_reported_where_it_is_not() -> None:
    table = table_of("[b]\nc = ' '\n").table("b")
    assert table.must("a", str, "default") == "default"
    assert table.must("c", str, "") == " "
    assert table.name("d", (), "thing") == ""
    assert codes(table) == [(Code.KEY_MISSING, "b.a"), (Code.VALUE_RANGE, "b.c"), (Code.KEY_MISSING, "b.d")]


def test_an_empty_name_is_missing_and_not_unknown() -> None:
    table = table_of("a = ''\nb = 'x'\nc = 'z'\n")
    assert table.name("a", ("x",), "thing") == ""
    assert table.name("b", iter(("x",)), "thing") == "x"
    assert table.name("c", iter(("x",)), "thing") == ""
    assert codes(table) == [(Code.VALUE_RANGE, "a"), (Code.NAME_UNKNOWN, "c")]
    assert table.found.findings[1].hint == "one of: x"


def test_a_long_list_of_names_is_not_a_hint() -> None:
    table = table_of("a = 'zzz'\n")
    table.name("a", map(str, range(13)), "thing")
    assert table.found.findings[0].hint == ""


def test_texts_are_each_checked() -> None:
    table = table_of("a = ['x', 'q', 3, 'x']\n")
    assert table.texts("a") == ("x", "q", "x")
    assert table.texts("a", ("x", "y")) == ("x", "x")
    assert codes(table) == [(Code.VALUE_KIND, "a[3]"), (Code.VALUE_OPTION, "a[2]"), (Code.VALUE_KIND, "a[3]")]


def test_names_are_known_and_stand_once() -> None:
    table = table_of("a = ['x', 'q', 'x']\nb = []\n")
    assert table.names("a", ("x", "y"), "thing") == ("x",)
    assert table.names("c", ("x",), "thing") == ()
    assert table.must_names("b", ("x",), "thing") == ()
    assert codes(table) == [
        (Code.NAME_UNKNOWN, "a[2]"),
        (Code.VALUE_REPEATED, "a[3]"),
        (Code.VALUE_RANGE, "b"),
    ]


def test_tables_are_tables() -> None:
    table = table_of("[a.x]\nb = 1\n[a]\ny = 2\n[[c]]\nd = 1\n")
    assert [name for name, _ in table.tables("a")] == ["x"]
    assert [row.values["d"] for row in table.array("c")] == [1]
    assert table.array("none") == ()
    assert codes(table) == [(Code.VALUE_KIND, "a.y")]


def test_a_key_that_nobody_took_is_reported_with_what_may_be_meant() -> None:
    table = table_of("colour = 1\nzzz = 2\n")
    table.take("color", str)
    table.close("zzzz")
    assert [(one.code, one.hint) for one in table.found.findings] == [
        (Code.KEY_UNKNOWN, 'did you mean "color"?'),
        (Code.KEY_UNKNOWN, 'did you mean "zzzz"?'),
    ]


def test_texts_that_cannot_stand_are_reported() -> None:
    table = table_of('a = "\\u0000"\nb = ["\\u202e"]\n')
    table.take("a", str)
    table.texts("b")
    assert codes(table) == [(Code.TEXT_CHARACTER, "a"), (Code.TEXT_CHARACTER, "b[1]")]


def test_values_that_no_file_holds_have_paths_alone() -> None:
    table = Table.of(Source("", {"a": 1}, spots={}, lines=()), Collector())
    table.take("a", str)
    assert str(table.found.findings[0]) == "a: `a` must be text in quotes. [value-kind]"
