"""Names of files are safe on every system, and no two of them are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.keeping.merging.names import NamePattern, TakenNames, safe_name
from tests.practice import LIBRARY

KNOWN = {name: fact for name, fact in LIBRARY.facts.items() if fact.about == "client"}
PLACE = Place("clients.csv", line=7)


def named(pattern: str, key: str = "k", **words: str) -> str:
    parsed = NamePattern.parse(pattern, "docx", KNOWN)
    return parsed.name(key, 3, lambda name: words.get(name, ""), PLACE)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("2024/017", "2024_017.docx"),
        ("../../etc/passwd", "_.._.._etc_passwd.docx"),
        ("..\\x", "_.._x.docx"),
        ("C:\\x", "C__x.docx"),
        ("/root", "_root.docx"),
        ("-rf", "_-rf.docx"),
        ("~", "_~.docx"),
        (".hidden", "_.hidden.docx"),
        ("con", "_con.docx"),
        ("Nul", "_Nul.docx"),
        ("LPT1", "_LPT1.docx"),
        ("com¹.x", "_com¹.x.docx"),
        ("conin$", "_conin$.docx"),
        ("console", "console.docx"),
        ("a b", "a b.docx"),
        ("a\u2028b\u202ec\x00", "a_b_c_.docx"),
        ("e\u0301", "é.docx"),
        ('<>:"|?*', "_______.docx"),
    ],
)
def test_a_key_becomes_a_name_that_every_system_takes(key: str, name: str) -> None:
    assert named("", key) == name


@given(st.text(min_size=1, max_size=40))
def test_any_name_is_one_step_below_its_folder_and_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe not in (".", "..")
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert not safe.startswith((".", "-", " "))
    assert not safe.endswith((".", " "))
    assert safe_name(safe) == safe


def test_a_clients_name_is_in_it_only_where_somebody_asks() -> None:
    assert named("{key}.docx", client_name="Sam") == "k.docx"
    assert named("{number} {client_name}/{agreement_date}.docx", client_name="A/B") == "3 A_B_.docx"


@pytest.mark.parametrize(
    "pattern",
    ["{key}.pdf", "{key}", "all.docx", "{key!r}.docx", "{key:>9}.docx", "{key.x}.docx", "{nobody}.docx",
     "{0}.docx", "{}.docx", "{key.docx", "{client_signers}.docx"],
)  # fmt: skip
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(WrongValue) as caught:
        named(pattern)
    assert caught.value.code is Code.NAME_FORM


def test_a_name_that_is_too_long_is_refused_with_its_place_and_without_the_name() -> None:
    with pytest.raises(WrongValue) as caught:
        named("{client_name}.docx", client_name="secret" * 40)
    assert caught.value.place.line == 7
    assert "secret" not in str(caught.value)


def test_names_that_some_system_takes_for_one_are_refused() -> None:
    taken = TakenNames()
    taken.add(["Manifest.jsonl"])
    taken.take("é.docx", PLACE)
    for name in ("É.docx", "e\u0301.docx", "MANIFEST.jsonl"):
        with pytest.raises(WrongValue) as caught:
            taken.take(name, PLACE)
        assert caught.value.code is Code.NAME_TAKEN
    taken.take("straße.docx", PLACE)
    with pytest.raises(WrongValue):
        taken.take("STRASSE.docx", PLACE)
