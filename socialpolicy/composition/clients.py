"""One client's facts: checked like any other, wrapped, and kept nowhere but in the file they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of
from socialpolicy.conditions import Condition
from socialpolicy.document import Document, Hole, walk
from socialpolicy.errors import Code, Collector, NotFound, Place, Refused
from socialpolicy.facts.drafting import draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.values import NONE, Row
from socialpolicy.guarding.secret import Secret
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["Client", "read_client"]


@attrs.frozen
class Client:
    """A client's facts, each wrapped so that nothing shows it by accident."""

    composed: Composed = attrs.field(repr=False)
    facts: Mapping[str, Secret[object]]

    def deciding(self) -> dict[str, object]:
        """What `for_clients` conditions read, still wrapped; of the signers, only their roles."""
        read = {name for condition in _for_clients(self.composed) for name in condition.reads}
        values: dict[str, object] = {name: fact for name, fact in self.facts.items() if name in read}
        signers = self.facts.get("client_signers")
        if signers is not None:
            values["client_signers"] = tuple(row.cells.get("role") for row in _rows(signers))
        return values

    def words(self, document: Document) -> dict[tuple[str, str], str]:
        """The words for each hole of a document that these facts fill; raises Refused."""
        words: dict[tuple[str, str], str] = {}
        for node in walk(document):
            if isinstance(node, Hole) and node.fact in self.facts:
                drafted = self._drafted(node)
                if drafted:
                    words[node.fact, node.form] = drafted
        return words

    def _drafted(self, hole: Hole) -> str:
        fact, value = self.composed.library.facts[hole.fact], self.facts[hole.fact]
        if not hole.form.isdecimal():
            return draft_words(fact, value, hole.form, manner_of(self.composed))
        name, column = next(iter(fact.columns.items()))
        rows, position = _rows(value), int(hole.form) - 1
        cell = rows[position].cells[name] if position < len(rows) else NONE
        return draft_words(column, cell, "", manner_of(self.composed))


def _rows(value: Secret[object]) -> tuple[Row, ...]:
    return cast("tuple[Row, ...]", value.reveal())


def _for_clients(composed: Composed) -> Iterator[Condition]:
    for outlines in composed.library.outlines.values():
        for outline in outlines:
            yield from (
                block.for_clients for part in outline.parts for block in part.blocks if block.for_clients
            )
    for chosen in composed.chosen.values():
        consents = (consent.for_clients for consent in chosen.clause.consents)
        yield from (one for one in (chosen.clause.for_clients, *consents) if one)


def read_client(composed: Composed, raw: Mapping[str, Secret[object]]) -> Client:
    """A client's facts by name, typed and checked; raises Refused, which shows no value of them."""
    found = Collector()
    known = {name: fact for name, fact in composed.library.facts.items() if fact.about == "client"}
    facts: dict[str, Secret[object]] = {}
    for position, name in enumerate(raw, 1):
        if name in known:
            _read(known[name], raw[name], facts, found)
        else:
            found.add(_unknown(name, position, known))
    found.refuse("These client facts cannot be used.")
    return Client(composed, facts)


def _read(fact: Fact, value: Secret[object], facts: dict[str, Secret[object]], found: Collector) -> None:
    try:
        facts[fact.name] = cast("Secret[object]", read_value(fact, value, Place(path=fact.name)))
    except Refused as refused:
        found.extend(refused.findings)


def _unknown(name: object, position: int, known: Mapping[str, Fact]) -> NotFound:
    """The finding for a name that is no client fact; it is quoted only where it resembles one."""
    hint = did_you_mean(name, tuple(known)) if isinstance(name, str) else ""
    message = f"Client fact {position} has a name that this library does not know."
    return NotFound(Code.NAME_UNKNOWN, message, Place(), hint or f"one of: {', '.join(known)}")
