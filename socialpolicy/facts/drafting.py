"""From a value to the words that a document prints for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from socialpolicy.errors import Code, NotFound, WrongValue
from socialpolicy.facts.fact import Fact, Kind
from socialpolicy.facts.manner import Manner
from socialpolicy.facts.values import NONE, Row
from socialpolicy.facts.wording import WORDS, option_words
from socialpolicy.guarding.clean import one_line
from socialpolicy.guarding.secret import Secret

__all__ = ["FORMS_OF", "Drafted", "Manner", "TableWords", "draft", "draft_table", "draft_words", "slots"]

TableWords = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]  # a header, and rows as wide as it is
Drafted = str | TableWords

_LISTS = ("", "list", "or-list")

# the forms that a value of each kind can take; "" is the natural one
FORMS_OF: Mapping[Kind, tuple[str, ...]] = {
    "yes-no": ("",),
    "choice": ("",),
    "choices": _LISTS,
    "whole": ("", "number", "long"),
    "duration": ("", "number"),
    "money": ("", "number", "long"),
    "date": ("", "long", "short"),
    "words": ("",),
    "list of words": _LISTS,
    "email": ("",),
    "phone": ("",),
    "url": ("",),
    "place": _LISTS,
    "rows": (*_LISTS, "table"),
}

_SLOT = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)(?:\s+as\s+([a-z-]+))?\s*\}\}")


def draft(fact: Fact, value: object, form: str, manner: Manner) -> Drafted:
    """The words for a value that was read: one line, or for the form "table" a header and rows.

    The explicit none drafts to "". Raises `WrongValue` for a form that the kind does not have.
    """
    if form not in FORMS_OF[fact.kind]:
        raise _no_such_form(fact, form)
    if form == "table":
        return draft_table(fact, value, manner)
    bare = value.reveal() if isinstance(value, Secret) else value
    return "" if bare is NONE else _words(fact, bare, form, manner)


def draft_words(fact: Fact, value: object, form: str, manner: Manner) -> str:
    """The words for a value in a form that stays in its line; "table" is refused too."""
    words = draft(fact, value, form, manner)
    if isinstance(words, str):
        return words
    raise _no_such_form(fact, form)


def draft_table(fact: Fact, value: object, manner: Manner) -> TableWords:
    """The header and the rows of a value of kind rows, in words; `WrongValue` for any other kind."""
    if fact.kind != "rows":
        raise _no_such_form(fact, "table")
    bare = value.reveal() if isinstance(value, Secret) else value
    return _table(fact, () if bare is NONE else bare, manner)


def _no_such_form(fact: Fact, form: str) -> WrongValue:
    known = ", ".join(f'"{name}"' for name in FORMS_OF[fact.kind] if name)
    hint = f"its forms are {known}" if known else f"write {{{{{fact.name}}}}} alone"
    message = f'{fact.key} ({fact.kind}) cannot be written as "{form}"'
    return WrongValue(Code.VALUE_FORM, message, fact.place, hint)


def _words(fact: Fact, value: Any, form: str, manner: Manner) -> str:
    if fact.is_list:
        return _joined([_entry(fact, entry, manner) for entry in value], form, manner)
    return WORDS[fact.kind](fact, value, form, manner)


def _entry(fact: Fact, entry: Any, manner: Manner) -> str:
    if fact.kind == "rows":
        return _sentence(fact, entry, manner)
    return one_line(entry) if fact.kind == "list of words" else option_words(fact, entry, "", manner)


def _joined(entries: list[str], form: str, manner: Manner) -> str:
    """The entries as English lists them: "a, b and c" (in American English "a, b, and c")."""
    from babel.lists import format_list

    style = "or" if form == "or-list" else "standard"
    return format_list(entries, style=style, locale=manner.locale)  # type: ignore[arg-type]


# ---------- rows ----------


def slots(row: str) -> tuple[tuple[str, str], ...]:
    """What a row's sentence prints: (column, form) for each `{{column}}` or `{{column as form}}` in it."""
    return tuple((match[1], match[2] or "") for match in _SLOT.finditer(row))


def _sentence(fact: Fact, row: Row, manner: Manner) -> str:
    """The row's own sentence with its columns filled; without one, its cells with commas."""
    if not fact.row:
        return ", ".join(filter(None, _cells(fact, row, manner)))
    return _SLOT.sub(lambda slot: _slot(fact, row, slot, manner), fact.row)


def _slot(fact: Fact, row: Row, slot: re.Match[str], manner: Manner) -> str:
    column = fact.columns.get(slot[1])
    if column is None:
        raise NotFound(Code.KEY_UNKNOWN, f'{fact.key} has no column "{slot[1]}"', fact.place)
    return draft_words(column, row.cells[slot[1]], slot[2] or "", manner)


def _cells(fact: Fact, row: Row, manner: Manner) -> list[str]:
    return [draft_words(column, row.cells[name], "", manner) for name, column in fact.columns.items()]


def _table(fact: Fact, rows: Any, manner: Manner) -> TableWords:
    """All columns in their order; one in which no row has a word falls away."""
    words = [_cells(fact, row, manner) for row in rows]
    kept = [place for place in range(len(fact.columns)) if not words or any(row[place] for row in words)]
    heads = [column.question or _headline(name) for name, column in fact.columns.items()]
    return tuple(heads[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in words)


def _headline(name: str) -> str:
    return name.replace("_", " ").capitalize()
