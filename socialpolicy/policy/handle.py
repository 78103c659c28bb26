"""A handle on one document of a policy: what it is made into, for one client or for many."""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import attrs

from socialpolicy.composition.clients import Client, ClientReading, read_client
from socialpolicy.composition.composed import Composed
from socialpolicy.document import Blank, Document, walk
from socialpolicy.errors import Code, Finding, Place, Refused, WrongValue
from socialpolicy.guarding.files import write_file
from socialpolicy.guarding.secret import wrapped
from socialpolicy.keeping.locking import record_of
from socialpolicy.keeping.merging.outcomes import Outcomes, Wanted
from socialpolicy.policy.whole import policy_lock
from socialpolicy.writers import format_named, format_of_file
from socialpolicy.writers.agreements import attached
from socialpolicy.writers.letterheads import Letterhead, letterhead_bytes
from socialpolicy.writers.prepared import Prepared

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from socialpolicy.keeping.merging.filling import Merged
    from socialpolicy.keeping.merging.ready import Clients
    from socialpolicy.keeping.merging.running import Counts, Progress
    from socialpolicy.writers.pdf import PreparedPdf

__all__ = ["PolicyDocument"]


CHUNK = 64  # clients that an executor gets at a time: their files fit into memory
_MOST_KEPT = 4  # formats and letterheads whose documents are kept prepared


@attrs.frozen(eq=False, repr=False, slots=False)
class PolicyDocument:
    """One document of a policy. `tree` is the document as it is while no client is known."""

    composed: Composed
    tree: Document

    @cached_property
    def blanks(self) -> tuple[Blank, ...]:
        """The places that a value of the practice should still fill."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Blank))

    def prepare(
        self,
        to: str = "docx",
        client: Mapping[str, object] | None = None,
        *,
        letterhead: Letterhead = b"",
        anchors: bool = False,
        large_print: bool = False,
    ) -> Prepared:
        """The document in a format, with its holes open, as it is for clients like this one.

        `letterhead` is the path of a practice's own .docx, or its bytes. `anchors` places a word at each
        field (`/sp:client:sig:1/`) by which an e-signature service finds it. `large_print` is for those who
        see little. Raises Refused for faults of the letterhead, and for answers that such a service would
        take for fields.
        """
        outcomes = self._outcomes(to, letterhead, anchors=anchors, large_print=large_print)
        return outcomes.prepared(outcomes.making(outcomes.reading.client(wrapped(client))))

    def bytes(
        self,
        to: str = "docx",
        client: Mapping[str, object] | None = None,
        *,
        letterhead: Letterhead = b"",
        anchors: bool = False,
        large_print: bool = False,
    ) -> bytes:
        """The finished file; `client` are raw client facts by name, kept nowhere. Raises Refused."""
        client = wrapped(client)
        outcomes = self._outcomes(to, letterhead, anchors=anchors, large_print=large_print)
        making = outcomes.making(outcomes.reading.client(client))
        return outcomes.prepared(making).fill(making.words)

    def merge(
        self,
        clients: Clients,
        to: str = "docx",
        *,
        letterhead: Letterhead = b"",
        anchors: bool = False,
        large_print: bool = False,
        executor: Executor | None = None,
        chunk: int = CHUNK,
    ) -> Iterator[Merged]:
        """A file for each client, in order, one after another: nothing grows with how many there are.

        `clients` are mappings of raw facts, with a `key` where they have one, or a `ClientFile`. One that
        cannot stand has findings in the place of a file. An executor gets `chunk` clients at a time. Raises
        Refused for faults of the letterhead, NotFound for the format.
        """
        from socialpolicy.keeping.merging.filling import Pool, merged
        from socialpolicy.keeping.merging.ready import Unseen

        clients = Unseen(clients)
        outcomes = self._outcomes(to, letterhead, anchors=anchors, large_print=large_print)
        return merged(outcomes, clients, Pool.of(executor, chunk))

    def merge_into(
        self,
        out: str | os.PathLike[str],
        clients: Clients,
        to: str = "docx",
        *,
        name: str = "",
        letterhead: Letterhead = b"",
        anchors: bool = False,
        large_print: bool = False,
        final: bool = False,
        skip_bad: bool = False,
        resume: bool = False,
        executor: Executor | None = None,
        chunk: int = CHUNK,
        progress: Progress | None = None,
    ) -> Counts:
        """Write a file for each client into the folder `out`, or into one archive where it ends in `.zip`.

        Beside them stands `manifest.jsonl`. `name` is how files are called ("{key}.docx"). While a client
        cannot stand nothing is written, and Refused has everything; with `skip_bad` the others are written,
        and `rejected.csv` says why. `resume` goes on with a run that was interrupted. Raises NotWritten.
        """
        from socialpolicy.keeping.merging.filling import Pool
        from socialpolicy.keeping.merging.ready import Unseen
        from socialpolicy.keeping.merging.running import Merging

        clients = Unseen(clients)
        if final:
            self.check_final()
        outcomes = self._outcomes(to, letterhead, anchors=anchors, large_print=large_print)
        form = outcomes.wanted.letterhead
        lock = policy_lock(self.composed, letterhead=form, large_print=large_print).written()
        pool = Pool.of(executor, chunk)
        merging = Merging.of(outcomes, clients, lock, name=name, pool=pool, progress=progress)
        return merging.into(Path(out), skip_bad=skip_bad, resume=resume)

    def write(
        self,
        path: str | os.PathLike[str],
        *,
        client: Mapping[str, object] | None = None,
        final: bool = False,
        letterhead: Letterhead = b"",
        anchors: bool = False,
        large_print: bool = False,
    ) -> None:
        """Write the document; the format is that of the file's ending.

        `letterhead` is the path of a practice's own .docx, which is never changed, or its bytes. `final`
        refuses while a blank is left. The old file stands until the new one is whole. Raises Refused for
        blanks, client facts and faults of the letterhead, NotFound for the ending, NotWritten.
        """
        client = wrapped(client)
        to = format_of_file(path)
        if final:
            self.check_final()
        write_file(
            Path(path),
            self.bytes(to, client, letterhead=letterhead, anchors=anchors, large_print=large_print),
        )

    def attach(
        self,
        agreement: str | os.PathLike[str],
        path: str | os.PathLike[str],
        *,
        after: str = "",
        client: Mapping[str, object] | None = None,
        final: bool = False,
        anchors: bool = False,
    ) -> tuple[Finding, ...]:
        """Write a copy of an agreement (.docx) with this document as a new section; what to know about it.

        The section is the last one, or follows what stands under the heading `after`. Nothing else of the
        agreement changes, and the file given is never written to. `anchors` as in `prepare`.
        Raises Refused with all that stands against it, NotFound, NotWritten.
        """
        client = wrapped(client)
        if final:
            self.check_final()
        read = read_client(self.composed, client)
        tree = self._tree_for(read)
        record = record_of(self.composed, tree).written()
        prepared, findings = attached(agreement, tree, record, after=after, anchors=anchors, out=path)
        write_file(Path(path), prepared.fill(read.words(tree)))
        return findings

    def pictures(
        self, client: Mapping[str, object] | None = None, *, width: int = 800
    ) -> tuple[builtins.bytes, ...]:
        """The pages as PNG, so many pixels wide, as the PDF has them. Raises what `bytes("pdf")` does."""
        outcomes = self._outcomes("pdf", b"", anchors=False, large_print=False)
        making = outcomes.making(outcomes.reading.client(wrapped(client)))
        return cast("PreparedPdf", outcomes.prepared(making)).pictures(making.words, width=width)

    def _repr_html_(self) -> str:
        """The whole document, for notebooks."""
        return self.bytes("fragment").decode()

    def _repr_png_(self) -> builtins.bytes:
        """The first page, for notebooks."""
        return self.pictures()[0]

    def check_final(self) -> None:
        """Raise Refused if a blank is left, naming each."""
        found = [
            WrongValue(
                Code.BLANK_LEFT,
                f"`{source}` is still to be completed in `{self.tree.id}`.",
                Place(path=source),
            )
            for source in dict.fromkeys(blank.source for blank in self.blanks)
        ]
        if found:
            raise Refused("The document is not final.", found)

    def _outcomes(self, to: str, letterhead: Letterhead, *, anchors: bool, large_print: bool) -> Outcomes:
        """Documents that were prepared for one client serve the next that is alike."""
        format_named(to)
        wanted = Wanted(to, letterhead_bytes(letterhead), anchors=anchors, large_print=large_print)
        if wanted not in self._kept and len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        reading = ClientReading.of(self.composed)
        return self._kept.setdefault(wanted, Outcomes(reading, self.tree, wanted=wanted))

    @cached_property
    def _kept(self) -> dict[Wanted, Outcomes]:
        return {}

    def _tree_for(self, client: Client) -> Document:
        return Outcomes(ClientReading.of(self.composed), self.tree, wanted=Wanted("")).tree_for(client)

    def __repr__(self) -> str:
        return f"PolicyDocument({self.tree.id!r})"
