"""The forms of names, and conditions in TOML values: what every reader of a library shares."""

from __future__ import annotations

import re

from socialpolicy.conditions import RESERVED, Condition, Vocabulary, parse
from socialpolicy.errors import Code, Refused
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.table import Table
from socialpolicy.library.voice import PERSON, SOLO_VOICE

__all__ = ["check_name", "condition", "is_fact_name", "is_id", "must_be_condition", "named"]

# Reserved for the voice, for words that conditions use or would seem to, and for keys of a profile.
_PROFILE = ("stances", "facts", "versions", "exclude", "own", "locale")
_LITERALS = ("true", "false", "yes", "no", "none")
_RESERVED = frozenset({*SOLO_VOICE, *SOLO_VOICE.values(), *PERSON, *RESERVED, *_PROFILE, *_LITERALS})
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FACT = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_SNAKE = ("fact", "column", "condition")


def is_id(name: str) -> bool:
    """Whether a name is a kebab-case id of at most 48 characters (clauses, stances, documents, options)."""
    return len(name) <= 48 and _ID.fullmatch(name) is not None


def is_fact_name(name: str) -> bool:
    """Whether a name is a snake_case fact name of at most 40 characters that no word of the voice takes."""
    return len(name) <= 40 and _FACT.fullmatch(name) is not None and name not in _RESERVED


def check_name(table: Table, name: str, what: str) -> None:
    """Report a name, that of the table, which has not the form of names of `what`."""
    if what in _SNAKE and name in _RESERVED:
        message = f"`{name}` cannot be the name of a {what}: it has a meaning of its own."
        table.wrong(Code.NAME_FORM, message)
    elif not (is_fact_name(name) if what in _SNAKE else is_id(name)):
        most, joint = (40, "_") if what in _SNAKE else (48, "-")
        hint = f"lower-case words joined by {joint}, at most {most} characters"
        table.wrong(Code.NAME_FORM, f"`{shown(name)}` cannot be the name of a {what}.", hint=hint)


def named(table: Table, key: str, what: str) -> tuple[tuple[str, Table], ...]:
    """The named tables under a key; names that have not the right form are reported."""
    entries = table.tables(key)
    for name, entry in entries:
        check_name(entry, name, what)
    return entries


def condition(table: Table, key: str, vocabulary: Vocabulary) -> Condition | None:
    """The condition under a key; None where it is absent or faulty (then reported)."""
    source = table.take(key, str)
    if source is None:
        return None
    try:
        return parse(source, vocabulary, table.place(key))
    except Refused as refused:
        table.found.extend(refused.findings)
        return None


def must_be_condition(table: Table, key: str, vocabulary: Vocabulary) -> Condition:
    """The condition under a key; `always` where it is absent or faulty (then reported)."""
    table.must_have(key)
    return condition(table, key, vocabulary) or parse("always", vocabulary)
