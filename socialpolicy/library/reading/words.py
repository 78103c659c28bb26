"""The vocabularies of a library that are words alone: norms, defined terms, spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.names import is_id, named
from socialpolicy.library.reading.table import Table
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import read_line

__all__ = ["NormWords", "TermEntry", "read_norm_words", "read_spelling", "read_terms"]

_NORM_LISTS = ("bearers", "toward", "channels", "exceptions", "acts")
_GROUPED = ("bearers", "toward", "channels")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


@attrs.frozen
class NormWords:
    """The closed vocabulary of norms, and which group contains which members."""

    words: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, Mapping[str, tuple[str, ...]]]

    def names(self, kind: str) -> tuple[str, ...]:
        """Every name of a kind, groups too."""
        return (*self.words.get(kind, {}), *self.groups.get(kind, {}))


@attrs.frozen
class TermEntry:
    """A defined term: its words, and the sentence that defines it."""

    words: str
    means: Passage


def read_norm_words(table: Table) -> NormWords:
    """norms.toml."""
    words = {kind: _names(table.table(kind)) for kind in _NORM_LISTS}
    groups = table.table("groups")
    read = {kind: _groups(groups.table(kind), words[kind]) for kind in _GROUPED}
    groups.close()
    table.close()
    return NormWords(words, read)


def _names(table: Table) -> dict[str, str]:
    for name in table.values:
        if not is_id(name):
            table.wrong(Code.NAME_FORM, f"`{shown(name)}` cannot be the name of a word of a norm.", name)
    return table.words()


def _groups(table: Table, words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Group → members. A group can be a member, and a word for itself."""
    known = (*words, *table.values)
    groups = {name: table.must_names(name, known, "word of a norm") for name in table.values}
    for name in groups:
        if name in _within(name, groups):
            table.wrong(Code.VALUE_REPEATED, f"The group `{shown(name)}` contains itself.", name)
    return groups


def _within(name: str, groups: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    seen: set[str] = set()
    ahead = [*groups[name]]
    while ahead:
        member = ahead.pop()
        if member not in seen:
            seen.add(member)
            yield member
            ahead.extend(groups.get(member, ()))


def read_terms(table: Table, vocabulary: Vocabulary) -> dict[str, TermEntry]:
    """terms.toml."""
    terms = {}
    for name, entry in named(table, "terms", "term"):
        means = read_line(entry.must("means", str, ""), vocabulary, entry.place("means"), entry.found)
        terms[name] = TermEntry(entry.must("words", str, name), means)
        entry.close()
    table.close()
    return terms


def read_spelling(table: Table) -> dict[str, str]:
    """spelling.toml: British word → American word."""
    pairs = table.table("pairs")
    words = pairs.words()
    for british, american in words.items():
        for word in (british, american):
            if not _WORD.fullmatch(word):
                message = f"`{shown(word)}` is not one word in small letters."
                pairs.wrong(Code.VALUE_FORM, message, british)
    table.close()
    return words
