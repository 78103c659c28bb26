"""A client whose file can be made: what it is made of, and what it is called. Or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.composition.clients import Client
from socialpolicy.errors import Finding, Place, Refused
from socialpolicy.facts.drafting import draft_words
from socialpolicy.keeping.merging.names import NamePattern, TakenNames
from socialpolicy.keeping.merging.outcomes import Making, Outcomes
from socialpolicy.keeping.merging.rows import ClientRow, rows_of

__all__ = ["Clients", "Naming", "Ready", "Unseen", "findings_at", "ready_clients"]

Clients = Iterable[Mapping[str, object] | ClientRow]


@attrs.frozen(eq=False, repr=False)
class Unseen:
    """Clients as they were given, in a wrapping: a traceback that shows local names shows none of them."""

    clients: Clients

    def __iter__(self) -> Iterator[Mapping[str, object] | ClientRow]:
        return iter(self.clients)

    @property
    def is_lasting(self) -> bool:
        """Whether they can be read more than once."""
        lasting = getattr(self.clients, "is_lasting", None)
        return iter(self.clients) is not self.clients if lasting is None else bool(lasting)


@attrs.frozen
class Ready:
    """One client: `making` and `name` (of the file, "" where none is asked for), or `findings`."""

    number: int
    key: str
    place: Place
    making: Making | None = attrs.field(default=None, kw_only=True, repr=False)
    name: str = attrs.field(default="", kw_only=True, repr=False)
    findings: tuple[Finding, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen(eq=False, repr=False)
class Naming:
    """How files are called, and which names are given away already."""

    pattern: NamePattern
    taken: TakenNames

    def name(self, outcomes: Outcomes, row: ClientRow, client: Client) -> str:
        """The name of a client's file, from now on taken; raises WrongValue."""

        def words(name: str) -> str:
            if name not in client.facts:
                return ""
            return draft_words(outcomes.reading.known[name], client.facts[name], "", outcomes.reading.manner)

        name = self.pattern.name(row.key, row.number, words, row.place)
        self.taken.take(name, row.place)
        return name


def ready_clients(outcomes: Outcomes, clients: Clients, naming: Naming | None = None) -> Iterator[Ready]:
    """Each client in its order, read and checked."""
    for row in rows_of(clients):
        yield _ready(outcomes, row, naming)


def _ready(outcomes: Outcomes, row: ClientRow, naming: Naming | None) -> Ready:
    findings = row.findings
    try:
        client = outcomes.reading.client(row.facts)
        making = outcomes.making(client)
        if outcomes.wanted.anchors:  # words that look like an anchor are only found in filling
            outcomes.prepared(making).fill(making.words)
        if not findings:
            name = naming.name(outcomes, row, client) if naming else ""
            return Ready(row.number, row.key, row.place, making=making, name=name)
    except Refused as refused:
        if outcomes.is_broken:
            raise
        findings += findings_at(row.place, refused.findings)
    except Finding as finding:
        if outcomes.is_broken:
            raise
        findings += findings_at(row.place, (finding,))
    return Ready(row.number, row.key, row.place, findings=findings)


def findings_at(place: Place, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each where its client stands: none of them carries frames that hold the values."""
    return tuple(_at(place, finding) for finding in findings)


def _at(place: Place, finding: Finding) -> Finding:
    path = finding.place.path if finding.place.path != place.path else ""
    whole = ".".join(part for part in (place.path, path) if part)
    at = place.at(path=whole)
    return type(finding)(finding.code, finding.message, at, finding.hint, finding.severity)
