"""The one way files come in, bounded, and the one way they go out, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from pathlib import Path
from typing import BinaryIO

from socialpolicy.errors import Code, Finding, NotFound, NotWritten, Place, WrongValue

__all__ = ["open_stream", "read_file", "read_text", "sweep", "why_not", "write_all", "write_file"]

_OWNER_ONLY = 0o600
_STALE = 3600  # seconds after which a leftover goes even where its process number lives on
_LEFTOVER = re.compile(r"\.sp-([0-9]{1,10})-[0-9a-f]{16}\.tmp")
_BINARY = getattr(os, "O_BINARY", 0)
_NOT_BLOCKING = getattr(os, "O_NONBLOCK", 0)  # else opening a pipe waits for whoever writes to it
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)

# ---------- out ----------


def write_file(path: str | Path, content: bytes) -> None:
    """Put `content` at `path`: after any fault or kill there lies the whole old file or the whole new one.

    A new file is its owner's alone (0600); a replaced one keeps its mode; a link is replaced, not
    followed. Once this returns, the file is on the disk. Raises `NotWritten`: with FILE_NOT_WRITTEN
    nothing has changed; with FILE_NOT_CONFIRMED the new file is in place but may not outlast a power cut.
    """
    target = Path(path)
    sweep(target.parent)
    beside = target.parent / f".sp-{os.getpid()}-{secrets.token_hex(8)}.tmp"
    fault = _attempt_to_place(beside, target, content)
    del content  # a traceback that shows local names must not show a client's document
    if fault:
        what = f"the file could not be written, nothing has changed: {fault}"
        raise NotWritten(Code.FILE_NOT_WRITTEN, what, Place(str(path)))
    fault = _attempt_to_confirm(target.parent)
    if fault:
        what = f"the new file is in place, but the disk has not confirmed it: {fault}"
        raise NotWritten(Code.FILE_NOT_CONFIRMED, what, Place(str(path)), "write it once more to be sure")


def _attempt_to_place(beside: Path, target: Path, content: bytes) -> str:
    """Write beside the target and replace it; why that failed, or "".

    Faults are returned in words: what was raised would drag the content along.
    """
    try:
        _write_beside(beside, content, _mode_for(target))
        os.replace(beside, target)
    except (OSError, ValueError) as fault:
        _remove(beside)
        return why_not(fault)
    except BaseException:  # a key pressed, no memory left: nothing of the content may stay behind
        _remove(beside)
        raise
    return ""


def why_not(fault: OSError | ValueError) -> str:
    code = fault.errno if isinstance(fault, OSError) else errno.EINVAL
    return os.strerror(code) if code else "the system does not say why"


def _mode_for(target: Path) -> int:
    try:
        old = os.stat(target)
    except FileNotFoundError:
        return _OWNER_ONLY
    return stat.S_IMODE(old.st_mode) & 0o777 if stat.S_ISREG(old.st_mode) else _OWNER_ONLY


def _write_beside(beside: Path, content: bytes, mode: int) -> None:
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    try:
        write_all(file, content)
        os.chmod(beside, mode)
        os.fsync(file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(file)
        raise
    os.close(file)


def write_all(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        written = os.write(file, rest)
        if not written:
            raise OSError(errno.EIO, "nothing written")
        rest = rest[written:]


def _remove(leftover: Path) -> None:
    with contextlib.suppress(OSError, ValueError):
        os.unlink(leftover)


def _attempt_to_confirm(folder: Path) -> str:
    """Bring the folder's new entry to the disk, where the system can; why that failed, or ""."""
    if os.name != "posix":
        return ""
    try:
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as fault:
        return "" if fault.errno in _NO_FOLDER_SYNC else why_not(fault)
    return ""


# ---------- leftovers ----------


def sweep(folder: str | Path) -> None:
    """Remove what killed writers left in `folder`: their process is gone, or they are an hour old."""
    with contextlib.suppress(OSError, ValueError), os.scandir(folder) as entries:
        for entry in entries:
            named = _LEFTOVER.fullmatch(entry.name)
            if named and (_is_gone(int(named[1])) or _is_stale(entry)):
                _remove(Path(entry.path))


def _is_gone(process: int) -> bool:
    """Whether no process has this number; not known (False) where asking would end the process."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def _is_stale(entry: os.DirEntry[str]) -> bool:
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE


# ---------- in ----------


def read_file(path: str | Path, limit: int) -> bytes:
    """The bytes of the file at `path`, at most `limit`; raises a finding of the FILE_ codes."""
    place = Place(str(path))
    found = _attempt_to_read(Path(path), limit, place)
    if isinstance(found, Finding):
        raise found
    if len(found) > limit:
        raise WrongValue(Code.FILE_TOO_LARGE, f"the file is larger than {limit:,} bytes", place)
    return found


def _attempt_to_read(path: Path, limit: int, place: Place) -> bytes | Finding:
    try:
        with open(path, "rb", opener=_open_at_once) as stream:
            if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return stream.read(limit + 1)
        return WrongValue(Code.FILE_NOT_READ, "this is not a file", place)
    except FileNotFoundError:
        return NotFound(Code.FILE_NOT_FOUND, "there is no such file", place)
    except (OSError, ValueError) as fault:
        return WrongValue(Code.FILE_NOT_READ, f"the file could not be read: {why_not(fault)}", place)


def open_stream(path: str | Path) -> BinaryIO:
    """The file at `path`, to be read bit by bit; raises a finding of the FILE_ codes."""
    place = Place(str(path))
    try:
        return open(path, "rb")
    except FileNotFoundError:
        fault: Finding = NotFound(Code.FILE_NOT_FOUND, "there is no such file", place)
    except (OSError, ValueError) as error:
        fault = WrongValue(Code.FILE_NOT_READ, f"the file could not be read: {why_not(error)}", place)
    raise fault


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NOT_BLOCKING)


def read_text(path: str | Path, limit: int) -> str:
    """The file at `path` as UTF-8 text without its byte order mark; line ends stay as they are."""
    content = read_file(path, limit).removeprefix(b"\xef\xbb\xbf")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
    del content  # raised out here, and without it: the fault above holds the whole file
    place = Place(str(path), line=line)
    hint = 'save it with the encoding "UTF-8"'
    raise WrongValue(Code.FILE_ENCODING, "the file is not UTF-8 text", place, hint)
