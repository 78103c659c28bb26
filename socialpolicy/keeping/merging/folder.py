"""A folder of merged files: what is in it says what it was made from, and how far the run has come."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import attrs

from socialpolicy.document.canonical import Json, json_bytes
from socialpolicy.errors import Code, Finding, NotWritten, Place, WrongValue
from socialpolicy.guarding.batches import Batch
from socialpolicy.guarding.files import read_file, write_file
from socialpolicy.keeping.canonical import json_value
from socialpolicy.keeping.lock import LOCK_NAME
from socialpolicy.keeping.merging.ready import Ready

__all__ = ["MANIFEST", "OWN_NAMES", "REJECTED", "RUN", "Manifest", "Rejections", "Run", "digest_of"]

MANIFEST, REJECTED, RUN = "manifest.jsonl", "rejected.csv", "merge.json"
OWN_NAMES = (MANIFEST, REJECTED, RUN, LOCK_NAME)
_LARGEST_RUN = 1 << 24  # bytes
_BEFORE = "before"


def digest_of(content: bytes) -> str:
    """The digest of a file, byte for byte."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


@attrs.frozen
class Run:
    """What decides every byte of a folder, but for the clients: only a run that is alike goes on with it."""

    document: str
    to: str
    name: str = attrs.field(kw_only=True)
    letterhead: str = attrs.field(kw_only=True)
    lock: str = attrs.field(kw_only=True)
    anchors: bool = attrs.field(kw_only=True)
    large_print: bool = attrs.field(kw_only=True)

    def begin(self, folder: Path, lock: bytes, strangers: Iterable[str]) -> None:
        """Say in the folder what is made, and which files were there before; raises NotWritten."""
        write_file(folder / LOCK_NAME, lock)
        # no client's file has a name that does not print
        before: list[Json] = [*sorted(filter(str.isprintable, strangers))]
        write_file(folder / RUN, json_bytes({**self._said(), _BEFORE: before}))

    def check(self, folder: Path, *, resume: bool) -> tuple[str, ...] | None:
        """The files that were there before the run that has begun in the folder; None where none has.

        Raises WrongValue where this one cannot go on with it.
        """
        path = folder / RUN
        if not os.path.lexists(path):
            return None
        place = Place(str(path))
        if not resume:
            hint = "go on with it (--resume), or choose another folder"
            raise WrongValue(Code.MERGE_BEGUN, "A run has begun in this folder already.", place, hint)
        begun = _read(path, place)
        before = begun.pop(_BEFORE, None)
        if begun != self._said() or not isinstance(before, list):
            message = "The run that has begun here was of another profile, day, document, letterhead or name."
            hint = "call it as it was called then, on the same day (--on), or choose another folder"
            raise WrongValue(Code.MERGE_DIFFERS, message, place, hint)
        return tuple(map(str, before))

    def _said(self) -> dict[str, Json]:
        return {"merge": 1, **attrs.asdict(self)}


def _read(path: Path, place: Place) -> dict[str, Json]:
    """What a folder says of its run; nothing where it is not what a run has written."""
    try:
        said = json_value(read_file(path, _LARGEST_RUN).decode(), place)
    except (UnicodeDecodeError, WrongValue):
        return {}
    return said if isinstance(said, dict) else {}


@attrs.define(eq=False, repr=False)
class Manifest:
    """The list of the files of a folder, a line each: key, file, sha256 and the lock they were made from.

    Going on with one, its lines are read along; from the first that is another, it is written anew.
    """

    path: Path
    lock: str
    _file: BinaryIO = attrs.field(init=False)
    _reads: bool = attrs.field(init=False, default=True)

    def __attrs_post_init__(self) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._file = os.fdopen(os.open(self.path, flags, 0o600), "r+b")
        except OSError as error:
            message = f"the file could not be written: {os.strerror(error.errno or 0)}"
            fault = NotWritten(Code.FILE_NOT_WRITTEN, message, Place(str(self.path)))
        else:
            return
        raise fault

    def add(self, key: str, file: str, digest: str) -> None:
        """Say that a file stands."""
        line = json_bytes({"file": file, "key": key, "lock": self.lock, "sha256": digest})
        if self._reads:
            start = self._file.tell()
            if self._file.readline(len(line) + 1) == line:
                return
            self._cut(start)
        self._file.write(line)
        self._file.flush()

    def _cut(self, start: int) -> None:
        self._file.seek(start)
        self._file.truncate()
        self._reads = False

    def close(self, *, whole: bool) -> None:
        """End it, and bring it to the disk; `whole`: nothing of an earlier run may follow."""
        if whole and self._reads:
            self._cut(self._file.tell())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


@attrs.define(eq=False, repr=False)
class Rejections:
    """The clients that have no file: line, key, field and reason of each, never a value."""

    batch: Batch
    count: int = attrs.field(init=False, default=0)
    _text: io.StringIO = attrs.field(init=False, factory=io.StringIO)

    def add(self, client: Ready) -> None:
        """Keep why a client has no file."""
        rows = csv.writer(self._text, lineterminator="\n")
        if not self.count:
            rows.writerow(["line", "key", "field", "reason"])
        self.count += 1
        line = client.place.line or client.number
        rows.writerows(
            [line, _inert(client.key), finding.place.path, _reason(finding)] for finding in client.findings
        )

    def close(self) -> None:
        """Write the table; without a rejected client there is none. Raises NotWritten."""
        if self.count:
            self.batch.write(REJECTED, self._text.getvalue().encode())
        else:
            self.batch.remove(REJECTED)


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _reason(finding: Finding) -> str:
    return f"{finding.message}{f' ({finding.hint})' if finding.hint else ''} [{finding.code}]"
