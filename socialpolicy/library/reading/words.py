"""The vocabularies of a library: norms, terms, spelling, authorities, locales."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

import attrs

from socialpolicy.conditions import Condition, Vocabulary, parse
from socialpolicy.errors import Code, Finding, Place, Refused, WrongValue
from socialpolicy.facts.fact import Fact, FromLocale
from socialpolicy.facts.reading import read_value
from socialpolicy.library.authority import CONFIDENCE, Authority
from socialpolicy.library.locale import Locale, LocaleRow
from socialpolicy.library.reading.names import condition
from socialpolicy.library.reading.table import Table
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import read_passage

__all__ = ["NormWords", "TermEntry", "read_authorities", "read_locale", "read_norm_words", "read_terms"]

_NORM_LISTS = ("bearers", "toward", "channels", "exceptions", "acts")
_NEVER = datetime.date(1970, 1, 1)


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
    words = {kind: _words(table.table(kind)) for kind in _NORM_LISTS}
    groups = {
        kind: {name: entry.texts(name) for name in entry.values}
        for kind, entry in table.table("groups").named()
    }
    table.close()
    return NormWords(words, groups)


def _words(table: Table) -> dict[str, str]:
    return {name: table.take(name, str, name) for name in table.values}


def read_terms(table: Table, vocabulary: Vocabulary) -> dict[str, TermEntry]:
    """terms.toml."""
    terms = {}
    for name, entry in table.tables("terms"):
        means = entry.must("means", str, "")
        passage = read_passage(means, vocabulary, entry.place("means"), table.found)
        terms[name] = TermEntry(entry.must("words", str, name), passage)
        entry.close()
    table.close()
    return terms


def read_authorities(table: Table, vocabulary: Vocabulary) -> dict[str, Authority]:
    """authorities.toml."""
    return {name: _authority(name, entry, vocabulary) for name, entry in table.named()}


def _authority(name: str, table: Table, vocabulary: Vocabulary) -> Authority:
    authority = Authority(
        id=name,
        title=table.must("title", str, ""),
        body=table.take("body", str, ""),
        edition=table.take("edition", str, ""),
        section=table.take("section", str, ""),
        meaning=table.take("meaning", str, ""),
        jurisdiction=table.must("jurisdiction", str, ""),
        professions=table.texts("professions"),
        confidence=table.one_of("confidence", CONFIDENCE, "U"),
        source=table.take("source", str, ""),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
        seen=table.take("seen", str, ""),
        unseen=table.take("unseen", str, ""),
        status=table.take("status", str, ""),
        when=condition(table, "when", vocabulary) or _always(vocabulary, table.place()),
    )
    table.close()
    return authority


def _always(vocabulary: Vocabulary, place: Place) -> Condition:
    return parse("always", vocabulary, place)


def read_locale(table: Table, facts: Mapping[str, Fact], vocabulary: Vocabulary) -> Locale:
    """One locale file; its arrays of rows are values for facts whose default is a locale value."""
    kinds = {fact.default.name: fact for fact in facts.values() if isinstance(fact.default, FromLocale)}
    quotes = table.texts("quotes")
    if len(quotes) != 4:
        message = "`quotes` are four: outer open, outer close, inner open, inner close."
        table.report(WrongValue(Code.VALUE_FORM, message, table.place("quotes")))
    locale = Locale(
        tag=table.must("tag", str, ""),
        country=table.must("country", str, ""),
        name=table.must("name", str, ""),
        paper=cast("Any", table.one_of("paper", ("A4", "Letter"), "A4")),
        spelling=cast("Any", table.one_of("spelling", ("british", "american"), "british")),
        date=table.must("date", str, "d MMMM y"),
        quotes=cast("Any", quotes),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
        values={name: _rows(table, name, fact, vocabulary) for name, fact in kinds.items()},
    )
    table.close(*kinds)
    return locale


def _rows(table: Table, name: str, fact: Fact, vocabulary: Vocabulary) -> tuple[LocaleRow, ...]:
    return tuple(_row(entry, fact, vocabulary) for entry in table.array(name))


def _row(table: Table, fact: Fact, vocabulary: Vocabulary) -> LocaleRow:
    row = LocaleRow(
        _row_value(table, fact),
        condition(table, "when", vocabulary),
        within=table.take("within", str, ""),
        confidence=table.one_of("confidence", CONFIDENCE, "U"),
        source=table.must("source", str, ""),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
    )
    table.close("value")
    return row


def _row_value(table: Table, fact: Fact) -> object:
    table.taken.add("value")
    raw = table.values.get("value")
    try:
        # A row of a locale is one entry of a fact that is a list.
        return read_value(fact, [raw] if fact.is_list else raw, table.place("value"))
    except Refused as refused:
        table.found.extend(refused.findings)
    except Finding as finding:
        table.report(finding)
    return None
