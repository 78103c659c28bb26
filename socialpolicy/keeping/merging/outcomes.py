"""One document in one format, prepared once for all clients whose files differ only in holes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import attrs

from socialpolicy.assembly.assembling import assemble
from socialpolicy.composition.clients import Client, ClientReading, Outcome, holes_of
from socialpolicy.composition.composed import Composed
from socialpolicy.document import Document, Hole
from socialpolicy.errors import Finding, Refused
from socialpolicy.keeping.locking import record_of
from socialpolicy.writers import format_named
from socialpolicy.writers.prepared import Prepared, Words

__all__ = ["MOST_PREPARED", "Making", "Outcomes", "Wanted"]

# so many documents are kept prepared; how many signers there are is the client's choice, and has no bound
MOST_PREPARED = 16


@attrs.frozen(repr=False)
class Wanted:
    """What is to be written: a format, on which letterhead (b"": none), with anchors or not, large or not."""

    to: str
    letterhead: bytes = b""
    anchors: bool = attrs.field(default=False, kw_only=True)
    large_print: bool = attrs.field(default=False, kw_only=True)

    @property
    def extension(self) -> str:
        """How its files end."""
        return format_named(self.to).extension

    def prepare(self, composed: Composed, tree: Document) -> Prepared:
        """A document so written, its holes open. Raises Refused, WrongValue and NotFound."""
        form = format_named(self.to)
        record = record_of(composed, tree).written() if form.carries_record else b""
        return form.prepare(tree, record, self.letterhead, anchors=self.anchors, large_print=self.large_print)


@attrs.frozen(repr=False)
class _Made:
    prepared: Prepared
    holes: tuple[Hole, ...]


@attrs.frozen(repr=False)
class Making:
    """What one client's file is made of: the outcome, what decides it, and words for its holes."""

    outcome: Outcome
    deciding: Mapping[str, object]
    words: Words = attrs.field(kw_only=True)


@attrs.define(eq=False, repr=False)
class Outcomes:
    """The outcomes of a document, each prepared when its first client comes; `tree` is that of no client."""

    reading: ClientReading
    tree: Document
    wanted: Wanted = attrs.field(kw_only=True)
    _made: OrderedDict[Outcome, _Made] = attrs.field(factory=OrderedDict, init=False)
    _unfit: dict[Outcome, tuple[Finding, ...]] = attrs.field(factory=dict, init=False)
    is_broken: bool = attrs.field(default=False, init=False)  # a fault of the letterhead, and of no client

    def making(self, client: Client) -> Making:
        """What this client's file is made of; raises Refused for facts that do not fit the practice."""
        deciding = self.reading.deciding(client)
        outcome = self.reading.outcome(deciding)
        holes = self._prepare(outcome, deciding).holes
        return Making(outcome, deciding, words=self.reading.words(client, holes))

    def prepared(self, making: Making) -> Prepared:
        """The document of an outcome."""
        return self._prepare(making.outcome, making.deciding).prepared

    def check(self) -> None:
        """Raise what stands against every client: faults of the letterhead, an unknown format."""
        self._prepare(self.reading.outcome({}), {})

    def tree_for(self, client: Client) -> Document:
        """The document of one client; raises Refused for facts that do not fit the practice."""
        deciding = self.reading.deciding(client)
        return self._tree_for(self.reading.outcome(deciding), deciding)

    def _prepare(self, outcome: Outcome, deciding: Mapping[str, object]) -> _Made:
        found = self._made.get(outcome)
        if found is None:
            tree = self._tree_for(outcome, deciding)
            self.is_broken = True
            found = _Made(self.wanted.prepare(self.reading.composed, tree), holes_of(tree))
            self.is_broken = False
            self._made[outcome] = found
            if len(self._made) > MOST_PREPARED:
                self._made.popitem(last=False)
        else:
            self._made.move_to_end(outcome)
        return found

    def _tree_for(self, outcome: Outcome, deciding: Mapping[str, object]) -> Document:
        if not deciding:
            return self.tree
        if outcome not in self._unfit:
            try:
                return assemble(self.reading.composed, self.tree.id, deciding)
            except Finding as finding:
                self._unfit[outcome] = (finding.with_traceback(None),)
        raise Refused("These client facts do not fit the practice.", self._unfit[outcome])
