"""authorities.toml → the codes and laws behind the clauses."""

from __future__ import annotations

import datetime

from socialpolicy.conditions import Vocabulary, parse
from socialpolicy.facts.fact import Fact
from socialpolicy.library.authority import CONFIDENCE, Authority
from socialpolicy.library.reading.names import check_name, condition
from socialpolicy.library.reading.table import Table

__all__ = ["read_authorities", "read_confidence"]

_NEVER = datetime.date(1970, 1, 1)
_PROFESSIONS = "professions"  # the fact whose options an authority names, where there is such a fact


def read_authorities(table: Table, vocabulary: Vocabulary) -> dict[str, Authority]:
    """The authorities of a library, by id."""
    professions = vocabulary.facts.get(_PROFESSIONS)
    return {name: _authority(name, entry, vocabulary, professions) for name, entry in table.named()}


def _authority(name: str, table: Table, vocabulary: Vocabulary, professions: Fact | None) -> Authority:
    check_name(table, name, "authority")
    authority = Authority(
        id=name,
        title=table.must("title", str, ""),
        body=table.take("body", str, ""),
        edition=table.take("edition", str, ""),
        section=table.take("section", str, ""),
        meaning=table.take("meaning", str, ""),
        jurisdiction=table.must("jurisdiction", str, ""),
        professions=table.texts("professions", professions.options if professions else None),
        confidence=read_confidence(table),
        source=table.take("source", str, ""),
        checked_on=table.must("checked_on", datetime.date, _NEVER),
        seen=table.take("seen", str, ""),
        unseen=table.take("unseen", str, ""),
        status=table.take("status", str, ""),
        when=condition(table, "when", vocabulary) or parse("always", vocabulary),
    )
    table.close()
    return authority


def read_confidence(table: Table) -> str:
    """How sure the library is of an entry: one of `CONFIDENCE`."""
    table.must_have("confidence")
    return table.one_of("confidence", CONFIDENCE, "U")
