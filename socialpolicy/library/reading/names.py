"""The forms of names, and conditions in TOML values: what every reader of a library shares."""

from __future__ import annotations

import re

from socialpolicy.conditions import RESERVED, Condition, Vocabulary, parse
from socialpolicy.errors import Code, Refused, WrongValue
from socialpolicy.library.reading.table import Table
from socialpolicy.library.voice import PERSON, SOLO_VOICE

__all__ = ["condition", "is_fact_name", "is_id", "must_be_condition", "named"]

# Reserved for the voice and for words that conditions use.
_RESERVED = frozenset({*SOLO_VOICE, *SOLO_VOICE.values(), *PERSON, *RESERVED, "stance"})
_ID = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
_FACT = re.compile(r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$")


def is_id(name: str) -> bool:
    """Whether a name is a kebab-case id of at most 48 characters (clauses, stances, documents, options)."""
    return len(name) <= 48 and _ID.match(name) is not None


def is_fact_name(name: str) -> bool:
    """Whether a name is a snake_case fact name of at most 40 characters that no word of the voice takes."""
    return len(name) <= 40 and _FACT.match(name) is not None and name not in _RESERVED


def named(table: Table, entries: tuple[tuple[str, Table], ...], what: str) -> tuple[tuple[str, Table], ...]:
    """Those entries whose names have the right form; the others are reported."""
    right = is_fact_name if what == "fact" else is_id
    for name, entry in entries:
        if not right(name):
            hint = "lower-case words joined by " + ("_; some words are reserved" if what == "fact" else "-")
            message = f'"{name}" cannot be the name of a {what}.'
            table.report(WrongValue(Code.NAME_FORM, message, entry.place(), hint))
    return tuple(entry for entry in entries if right(entry[0]))


def condition(table: Table, key: str, vocabulary: Vocabulary) -> Condition | None:
    """The condition under a key; None where it is absent or faulty (then reported)."""
    source = table.take(key, str)
    if source is None:
        return None
    try:
        return parse(source, vocabulary, table.place(key))
    except Refused as refused:
        for finding in refused.findings:
            table.report(finding)
        return None


def must_be_condition(table: Table, key: str, vocabulary: Vocabulary) -> Condition:
    """The condition under a key; `always` where it is absent or faulty (then reported)."""
    table.must(key, str, "always")
    return condition(table, key, vocabulary) or parse("always", vocabulary, table.place(key))
