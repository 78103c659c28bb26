"""What a clause claims beside its texts: the consents that it asks for, and its norms."""

from __future__ import annotations

from typing import Any, cast

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, NotFound
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.clause import ConsentAsked, Norm
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.names import condition, named
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import read_line

__all__ = ["MODALITIES", "read_consents", "read_norms", "read_words"]

MODALITIES = ("obligation", "prohibition", "permission", "request")


def read_words(table: Table, key: str, vocabulary: Vocabulary) -> Passage:
    """The one paragraph in a TOML value that must be there."""
    return read_line(table.must(key, str, ""), vocabulary, table.place(key), table.found)


def read_consents(
    table: Table, clause: str, vocabulary: Vocabulary, clients: Vocabulary
) -> tuple[ConsentAsked, ...]:
    """The consents that a clause asks for."""
    return tuple(
        _consent(name, entry, clause, vocabulary, clients)
        for name, entry in named(table, "consents", "consent")
    )


def _consent(
    name: str, table: Table, clause: str, vocabulary: Vocabulary, clients: Vocabulary
) -> ConsentAsked:
    consent = ConsentAsked(
        name,
        clause,
        asks=read_words(table, "asks", vocabulary),
        withdraw=read_words(table, "withdraw", vocabulary),
        asked_when=condition(table, "asked_when", vocabulary),
        for_clients=condition(table, "for_clients", clients),
        each_signer=table.take("each_signer", bool, False),
    )
    table.close()
    return consent


def read_norms(
    table: Table, stances: tuple[str, ...], vocabulary: Vocabulary, words: NormWords
) -> tuple[Norm, ...]:
    """The norms of a clause, in the closed vocabulary of the library."""
    return tuple(_norm(entry, stances, vocabulary, words) for entry in table.array("norms"))


def _norm(table: Table, stances: tuple[str, ...], vocabulary: Vocabulary, words: NormWords) -> Norm:
    table.must_have("modality")
    norm = Norm(
        stances=table.must_names("stances", stances, "stance"),
        modality=cast("Any", table.one_of("modality", MODALITIES, "request")),
        bearer=table.name("bearer", words.names("bearers"), "bearer"),
        act=table.name("act", words.names("acts"), "act"),
        toward=table.names("toward", words.names("toward"), "person or body"),
        channel=table.names("channel", words.names("channels"), "channel"),
        unless=table.names("unless", words.names("exceptions"), "exception"),
        time_limit=_time_limit(table, vocabulary),
        when=condition(table, "when", vocabulary),
    )
    table.close()
    return norm


def _time_limit(table: Table, vocabulary: Vocabulary) -> str:
    name = table.take("time_limit", str, "")
    facts = {**vocabulary.clause_facts, **vocabulary.facts}
    durations = [key for key, fact in facts.items() if fact.kind == "duration"]
    if isinstance(table.values.get("time_limit"), str) and name not in durations:
        message = f"`{shown(name)}` is not a duration: a time limit is the name of one."
        place = table.place("time_limit")
        table.report(NotFound(Code.NAME_UNKNOWN, message, place, did_you_mean(name, durations)))
    return name
