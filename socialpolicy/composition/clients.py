"""One client's facts: checked like any other, wrapped, and kept nowhere but in the file they are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import attrs

from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of
from socialpolicy.conditions import Condition
from socialpolicy.document import Document, Hole, walk
from socialpolicy.errors import Code, Collector, NotFound, Place, Refused
from socialpolicy.facts.drafting import draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.manner import Manner
from socialpolicy.facts.reading import read_value
from socialpolicy.facts.values import NONE, Row
from socialpolicy.guarding.secret import Secret
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["Client", "ClientReading", "Outcome", "holes_of", "read_client"]

# how each condition on clients is answered, and the roles of those who sign: clients who are alike in
# these have documents that differ only in holes
Outcome = tuple[tuple[bool | None, ...], tuple[object, ...]]


@attrs.frozen
class Client:
    """A client's facts, each wrapped so that nothing shows it by accident."""

    composed: Composed = attrs.field(repr=False)
    facts: Mapping[str, Secret[object]]

    def deciding(self) -> dict[str, object]:
        """What `for_clients` conditions read, still wrapped; of the signers, only their roles."""
        return ClientReading.of(self.composed).deciding(self)

    def words(self, document: Document) -> dict[tuple[str, str], str]:
        """The words for each hole of a document that these facts fill; raises Refused."""
        return ClientReading.of(self.composed).words(self, holes_of(document))


def holes_of(document: Document) -> tuple[Hole, ...]:
    """The holes of a document, those that the same words fill once."""
    holes = (node for node in walk(document) if isinstance(node, Hole))
    return tuple({(hole.fact, hole.form): hole for hole in holes}.values())


@attrs.frozen(eq=False, repr=False)
class ClientReading:
    """How clients of one policy are read: what is the same for each of them, found once.

    `known` are the facts about clients, `conditions` those that their facts answer, each once; `given` is
    what such conditions read of the practice.
    """

    composed: Composed
    known: Mapping[str, Fact]
    conditions: tuple[Condition, ...]
    given: Mapping[str, object] = attrs.field(kw_only=True)
    read: frozenset[str] = attrs.field(kw_only=True)
    manner: Manner = attrs.field(kw_only=True)

    @classmethod
    def of(cls, composed: Composed) -> ClientReading:
        """The reading of clients for this policy."""
        conditions = tuple({one.text: one for one in _for_clients(composed)}.values())
        read = frozenset(name for condition in conditions for name in condition.reads)
        return cls(
            composed,
            {name: fact for name, fact in composed.library.facts.items() if fact.about == "client"},
            conditions,
            given={name: composed.values[name] for name in sorted(read) if name in composed.values},
            read=read,
            manner=manner_of(composed),
        )

    def client(self, raw: Mapping[str, Secret[object]]) -> Client:
        """A client's facts by name, typed and checked; raises Refused, which shows no value of them."""
        found = Collector()
        facts: dict[str, Secret[object]] = {}
        for position, name in enumerate(raw, 1):
            if name in self.known:
                _read(self.known[name], raw[name], facts, found)
            else:
                found.add(_unknown(name, position, self.known))
        found.refuse("These client facts cannot be used.")
        return Client(self.composed, facts)

    def deciding(self, client: Client) -> dict[str, object]:
        """What `for_clients` conditions read of a client, still wrapped; of the signers, only their roles."""
        values: dict[str, object] = {name: fact for name, fact in client.facts.items() if name in self.read}
        signers = client.facts.get("client_signers")
        if signers is not None:
            values["client_signers"] = tuple(row.cells.get("role") for row in _rows(signers))
        return values

    def outcome(self, deciding: Mapping[str, object]) -> Outcome:
        """Which document clients with these deciding values get."""
        answers = {**self.given, **deciding}
        roles = cast("tuple[object, ...]", deciding.get("client_signers", ()))
        return tuple(condition.holds(answers) for condition in self.conditions), roles

    def words(self, client: Client, holes: Iterable[Hole]) -> dict[tuple[str, str], str]:
        """The words for each of these holes that a client's facts fill; raises Refused."""
        filled = ((hole, self._drafted(client, hole)) for hole in holes if hole.fact in client.facts)
        return {(hole.fact, hole.form): words for hole, words in filled if words}

    def _drafted(self, client: Client, hole: Hole) -> str:
        fact, value = self.known[hole.fact], client.facts[hole.fact]
        if not hole.form.isdecimal():
            return draft_words(fact, value, hole.form, self.manner)
        name, column = next(iter(fact.columns.items()))
        rows, position = _rows(value), int(hole.form) - 1
        cell = rows[position].cells[name] if position < len(rows) else NONE
        return draft_words(column, cell, "", self.manner)


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
    return ClientReading.of(composed).client(raw)


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
