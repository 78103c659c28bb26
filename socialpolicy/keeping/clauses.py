"""Which version of each clause something was made from, the digest of that version's file, and its pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.composition.composed import Composed
from socialpolicy.document import Consent, Document, Item, Items, Paragraph, Provision, Table, walk
from socialpolicy.library.clause import Clause
from socialpolicy.library.digests import ClauseDigest

__all__ = ["KeptClause", "clauses_in", "kept_clauses"]


@attrs.frozen
class KeptClause:
    """A version of a clause, the digest of its file, and the name of the pack that it is from, or ""."""

    version: str
    digest: ClauseDigest
    pack: str


def kept_clauses(composed: Composed) -> dict[str, KeptClause]:
    """Every clause that stands in a policy."""
    return {name: _kept(chosen.clause) for name, chosen in composed.chosen.items()}


def _kept(clause: Clause) -> KeptClause:
    return KeptClause(str(clause.version), clause.digest, clause.pack.name if clause.pack else "")


def clauses_in(document: Document, clauses: Mapping[str, KeptClause]) -> dict[str, KeptClause]:
    """Those of the clauses that have words in a document."""
    named = {name for node in walk(document) for name in _named(node)}
    return {name: kept for name, kept in clauses.items() if name in named}


def _named(node: object) -> Iterator[str]:
    match node:
        case Provision():
            yield node.id
        case Consent():
            yield node.clause
        case Table():
            yield from (key.partition(":")[0] for key in (node.key, *node.row_keys))
        case Paragraph() | Items() | Item():  # a clause in a box shows in its keys alone
            yield node.key.partition(":")[0]
