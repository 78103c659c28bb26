"""Many files into one folder: each whole or not at all, none synced, because a manifest checks them again."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

import attrs

from socialpolicy.errors import Code, NotWritten, Place
from socialpolicy.guarding.files import sweep, why_not, write_all

__all__ = ["Batch"]

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@attrs.define(eq=False, repr=False)
class Batch:
    """A folder that files are written into, each beside its place first, and its owner's alone (0600).

    What killed runs have left beside is swept when it is opened.
    """

    folder: str
    _beside: str = attrs.field(init=False)

    @classmethod
    def into(cls, folder: Path) -> Batch:
        """The folder, made where it is not there; raises NotWritten."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fault = why_not(error)
        else:
            sweep(folder)
            return cls(os.fspath(folder))
        raise NotWritten(Code.FILE_NOT_WRITTEN, f"the folder cannot be made: {fault}", Place(str(folder)))

    def __attrs_post_init__(self) -> None:
        self._beside = self._path(f".sp-{os.getpid()}-{secrets.token_hex(8)}.tmp")

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def write(self, name: str, content: bytes) -> None:
        """Put a file there, in the place of an old one; raises NotWritten, and nothing has changed."""
        fault = self._attempt(self._path(name), content)
        if fault:
            del content  # a traceback that shows local names must not show a client's document
            message = f"the file could not be written, nothing has changed: {fault}"
            raise NotWritten(Code.FILE_NOT_WRITTEN, message, Place(self._path(name)))

    def _attempt(self, target: str, content: bytes) -> str:
        try:
            file = os.open(self._beside, _FLAGS, 0o600)
            try:
                write_all(file, content)
            finally:
                os.close(file)
            os.replace(self._beside, target)
        except (OSError, ValueError) as error:
            self.remove(os.path.basename(self._beside))
            return why_not(error)
        except BaseException:
            self.remove(os.path.basename(self._beside))
            raise
        return ""

    def holds(self, name: str, content: bytes) -> bool:
        """Whether this very file lies there already."""
        with contextlib.suppress(OSError, ValueError), open(self._path(name), "rb", opener=_plainly) as file:
            return file.read(len(content) + 1) == content
        return False

    def remove(self, name: str) -> None:
        """Take a file away, if there is one."""
        with contextlib.suppress(OSError, ValueError):
            os.unlink(self._path(name))


def _plainly(path: str, flags: int) -> int:
    """No link is followed, and no pipe waited for."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
