"""One archive of merged files: written as a stream, and there only when it is whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import zipfile
from pathlib import Path
from typing import BinaryIO

import attrs

from socialpolicy.document.canonical import json_bytes
from socialpolicy.errors import Code, NotWritten, Place
from socialpolicy.guarding.files import why_not
from socialpolicy.keeping.lock import LOCK_NAME
from socialpolicy.keeping.merging.folder import MANIFEST, digest_of
from socialpolicy.keeping.merging.ready import Ready

__all__ = ["Archive"]

# these are deflated already
_STORED = (".docx", ".pdf")


@attrs.define(eq=False, repr=False)
class Archive:
    """A zip file with the merged files, their manifest and their lock; nothing of the clock is in it."""

    path: Path
    lock: str
    _beside: Path = attrs.field(init=False)
    _stream: BinaryIO = attrs.field(init=False)
    _zip: zipfile.ZipFile = attrs.field(init=False)
    _manifest: bytearray = attrs.field(init=False, factory=bytearray)

    def __attrs_post_init__(self) -> None:
        self._beside = self.path.parent / f".sp-{os.getpid()}-{secrets.token_hex(8)}.tmp"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            self._stream = os.fdopen(os.open(self._beside, flags, 0o600), "wb")
        except (OSError, ValueError) as error:
            fault = self._fault(error)
        else:
            self._zip = zipfile.ZipFile(self._stream, "w")
            return
        raise fault

    def begin(self, lock: bytes) -> None:
        """Put in what everything else was made from."""
        self._put(LOCK_NAME, lock)

    def put(self, client: Ready, content: bytes) -> None:
        """Put one client's file in; raises NotWritten."""
        self._put(client.name, content)
        digest = digest_of(content)
        said = {"file": client.name, "key": client.key, "lock": self.lock, "sha256": digest}
        self._manifest += json_bytes({**said})

    def _put(self, name: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(name)
        entry.create_system = 0
        kind = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
        fault = None
        try:
            self._zip.writestr(entry, content, kind, 6)
        except (OSError, ValueError) as error:
            fault = self._fault(error)
        del content  # a traceback that shows local names must not show a client's document
        if fault:
            raise fault

    def close(self) -> None:
        """End the archive and put it in its place; raises NotWritten."""
        self._put(MANIFEST, bytes(self._manifest))
        fault = None
        try:
            self._zip.close()
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            os.replace(self._beside, self.path)
        except (OSError, ValueError) as error:
            fault = self._fault(error)
        if fault:
            self.abandon()
            raise fault

    def abandon(self) -> None:
        """Leave nothing of it."""
        for end in (self._zip.close, self._stream.close, self._beside.unlink):
            with contextlib.suppress(OSError, ValueError):
                end()

    def _fault(self, error: OSError | ValueError) -> NotWritten:
        message = f"the archive could not be written: {why_not(error)}"
        return NotWritten(Code.FILE_NOT_WRITTEN, message, Place(str(self.path)))
