"""The lock of a whole policy: all its documents, whichever of them are written."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping

from socialpolicy.assembly.assembling import assemble, documents_of
from socialpolicy.composition.composed import Composed
from socialpolicy.document import Document
from socialpolicy.errors import NotFound
from socialpolicy.keeping.lock import Lock
from socialpolicy.keeping.locking import lock_of
from socialpolicy.library.documents import EXTRACTS

__all__ = ["policy_lock"]


def policy_lock(
    composed: Composed,
    files: Mapping[str, bytes] | None = None,
    *,
    letterhead: bytes = b"",
    large_print: bool = False,
) -> Lock:
    """Everything that a policy was made from; `files` are those written of it, each by its name."""
    trees = _trees(composed, {name.partition(".")[0] for name in files or ()})
    return lock_of(composed, trees, files or {}, letterhead=letterhead, large_print=large_print)


def _trees(composed: Composed, written: Collection[str]) -> Iterator[Document]:
    for document in (*documents_of(composed), *(name for name in EXTRACTS if name in written)):
        with contextlib.suppress(NotFound):  # no clause stands in it
            yield assemble(composed, document)
