"""A run: clients checked, then written into a folder or an archive, so that nothing is lost silently."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from socialpolicy.errors import Collector, Refused
from socialpolicy.guarding.batches import Batch
from socialpolicy.keeping.digests import letterhead_digest
from socialpolicy.keeping.merging.archive import Archive
from socialpolicy.keeping.merging.filling import Pool, filled_clients
from socialpolicy.keeping.merging.folder import MANIFEST, OWN_NAMES, Manifest, Rejections, Run, digest_of
from socialpolicy.keeping.merging.names import NamePattern, TakenNames
from socialpolicy.keeping.merging.outcomes import Outcomes
from socialpolicy.keeping.merging.ready import Naming, Ready, Unseen, ready_clients
from socialpolicy.keeping.merging.spooling import Spool

__all__ = ["Counts", "Merging", "Progress"]

# (stage, how many clients are done, how many there are; 0 while nobody knows)
Progress = Callable[[str, int, int], None]


def _unheard(stage: str, done: int, of: int) -> None:
    """Nobody listens."""


_REFUSED = "These clients cannot be merged as they stand."


@attrs.frozen
class Counts:
    """How a run ended: files written now, files that were there already, clients without a file."""

    written: int
    kept: int
    rejected: int


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Merging:
    """One run over `clients`; `run` and `lock` say what the files are made from."""

    outcomes: Outcomes
    clients: Unseen
    pattern: NamePattern
    run: Run
    lock: bytes
    pool: Pool | None
    progress: Progress

    @classmethod
    def of(
        cls,
        outcomes: Outcomes,
        clients: Unseen,
        lock: bytes,
        *,
        name: str,
        pool: Pool | None,
        progress: Progress | None,
    ) -> Merging:
        """A run, none of which has begun; raises what stands against every client."""
        wanted = outcomes.wanted
        pattern = NamePattern.parse(name, wanted.extension, outcomes.reading.known)
        run = Run(
            outcomes.tree.id,
            wanted.to,
            name=pattern.text,
            letterhead=letterhead_digest(wanted.letterhead),
            lock=digest_of(lock),
            anchors=wanted.anchors,
            large_print=wanted.large_print,
        )
        return cls(
            outcomes=outcomes,
            clients=clients,
            pattern=pattern,
            run=run,
            lock=lock,
            pool=pool,
            progress=progress or _unheard,
        )

    def into(self, out: Path, *, skip_bad: bool, resume: bool) -> Counts:
        """Write a file for each client; into one archive where `out` ends in .zip."""
        if out.suffix.lower() == ".zip":
            return self.into_archive(out, skip_bad=skip_bad)
        return self.into_folder(out, skip_bad=skip_bad, resume=resume)

    def into_folder(self, folder: Path, *, skip_bad: bool, resume: bool) -> Counts:
        """Write a file for each client into a folder; see `PolicyDocument.merge_into`."""
        before = self.run.check(folder, resume=resume)
        goes_on = before is not None
        taken = _names_in(folder) if before is None else before
        with contextlib.closing(_Checked(self, taken, skip_bad=skip_bad)) as checked:
            checked.check()
            batch = Batch.into(folder)
            if not goes_on:
                self.run.begin(folder, self.lock, taken)
            sink = _Folder(batch, Manifest(folder / MANIFEST, self.run.lock), goes_on=goes_on)
            return self._write(checked, sink, Rejections(batch) if skip_bad else None)

    def into_archive(self, file: Path, *, skip_bad: bool) -> Counts:
        """The same into one zip file, beside which `rejected.csv` may stand."""
        with contextlib.closing(_Checked(self, (), skip_bad=skip_bad)) as checked:
            checked.check()
            batch = Batch.into(file.parent)
            sink = _Archived(Archive(file, self.run.lock), self.lock)
            return self._write(checked, sink, Rejections(batch) if skip_bad else None)

    def _write(self, checked: _Checked, sink: _Sink, rejections: Rejections | None) -> Counts:
        whole = False
        try:
            sink.begin()
            for done, (client, content) in enumerate(self._filled(checked), 1):
                if not client.findings:
                    sink.put(client, content)
                elif rejections:
                    rejections.add(client)
                else:
                    raise Refused("The clients are others than those that were checked.", client.findings)
                self.progress("write", done, checked.count)
            if rejections:
                rejections.close()
            whole = True
        finally:
            sink.close(whole=whole)
        return Counts(sink.written, sink.kept, rejections.count if rejections else 0)

    def _filled(self, checked: _Checked) -> Iterator[tuple[Ready, bytes]]:
        return filled_clients(self.outcomes, checked.clients(), self.pool)


def _names_in(folder: Path) -> tuple[str, ...]:
    """What stands in a folder already; no client's file is written over it."""
    try:
        return tuple(os.listdir(folder))
    except OSError:
        return ()


@attrs.define(eq=False, repr=False)
class _Checked:
    """The clients of a run, all of them checked before the first is written, unless bad ones are skipped.

    They are read twice; those that can be read only once are kept on disk in between.
    """

    merging: Merging
    taken: tuple[str, ...]
    skip_bad: bool = attrs.field(kw_only=True)
    count: int = attrs.field(init=False, default=0)
    _spool: Spool | None = attrs.field(init=False, default=None)

    def check(self) -> None:
        """Raise Refused with everything that stands against any client; nothing is written yet."""
        if self.skip_bad:
            self.merging.outcomes.check()
            return
        clients = self._read()
        if not self.merging.clients.is_lasting:
            self._spool = Spool()
            clients = self._spool.keep(clients)
        found = Collector()
        for client in clients:
            self.count += 1
            found.extend(client.findings)
            self.merging.progress("check", self.count, 0)
        if found.findings:
            raise Refused(_REFUSED, found.findings)

    def clients(self) -> Iterator[Ready]:
        """The clients, to be written."""
        return self._spool.again() if self._spool else self._read()

    def _read(self) -> Iterator[Ready]:
        taken = TakenNames()
        taken.add((*OWN_NAMES, *self.taken))
        naming = Naming(self.merging.pattern, taken)
        return ready_clients(self.merging.outcomes, self.merging.clients, naming)

    def close(self) -> None:
        if self._spool:
            self._spool.close()


@attrs.define(eq=False, repr=False)
class _Folder:
    """Files that are written one by one, and the manifest that lists them."""

    batch: Batch
    manifest: Manifest
    goes_on: bool = attrs.field(kw_only=True)
    written: int = 0
    kept: int = 0

    def begin(self) -> None:
        """The folder says already what is made in it."""

    def put(self, client: Ready, content: bytes) -> None:
        if self.goes_on and self.batch.holds(client.name, content):
            self.kept += 1
        else:
            self.batch.write(client.name, content)
            self.written += 1
        self.manifest.add(client.key, client.name, digest_of(content))

    def close(self, *, whole: bool) -> None:
        self.manifest.close(whole=whole)


@attrs.define(eq=False, repr=False)
class _Archived:
    """Files that go into one archive, which is there at the end or not at all."""

    archive: Archive
    lock: bytes
    written: int = 0
    kept: int = 0

    def begin(self) -> None:
        self.archive.begin(self.lock)

    def put(self, client: Ready, content: bytes) -> None:
        self.archive.put(client, content)
        self.written += 1

    def close(self, *, whole: bool) -> None:
        if whole:
            self.archive.close()
        else:
            self.archive.abandon()


_Sink = _Folder | _Archived
