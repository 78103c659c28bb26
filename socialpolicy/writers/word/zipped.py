"""The parts of a .docx as one file, with nothing in it of the clock or of the machine.

The zip container is written here and not by zipfile: what never changes is packed once, and copied.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import attrs

__all__ = ["Packed", "directory_entry", "end_of_directory", "entries_of", "local_header", "pack", "zipped"]

LEVEL = 6
# APPNOTE 4.3.7, 4.3.12 and 4.3.16; 0x21 is 1980-01-01, the first day that a zip file knows
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _DEFLATED, _DAY = 20, 0x800, 8, 0x21
_OWNER_ONLY = 0o600 << 16


@attrs.frozen(repr=False)
class Packed:
    """A part as it lies in a zip file: deflated, with the crc and the length of what it says."""

    name: str
    deflated: bytes
    crc: int = attrs.field(kw_only=True)
    size: int = attrs.field(kw_only=True)


def pack(name: str, content: bytes) -> Packed:
    """A part, deflated."""
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflater.compress(content) + deflater.flush()
    return Packed(name, deflated, crc=zlib.crc32(content), size=len(content))


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The file of these parts, in this order; every entry is dated 1980-01-01."""
    packed = [pack(name, content) for name, content in parts]
    entries, directory = entries_of(packed)
    return entries + directory + end_of_directory(len(packed), len(directory), at=len(entries))


def entries_of(packed: Iterable[Packed]) -> tuple[bytes, bytes]:
    """The parts as a file begins with them, and what its directory says of them."""
    entries, directory = bytearray(), bytearray()
    for one in packed:
        said = (one.name, one.crc, len(one.deflated), one.size)
        directory += directory_entry(*said, at=len(entries))
        entries += local_header(*said) + one.deflated
    return bytes(entries), bytes(directory)


def local_header(name: str, crc: int, length: int, size: int) -> bytes:
    """What stands before a part: `length` deflated, `size` not."""
    flags, coded = _coded(name)
    fixed = (b"PK\3\4", _VERSION, flags, _DEFLATED, 0, _DAY)
    return _LOCAL.pack(*fixed, crc, length, size, len(coded), 0) + coded


def directory_entry(name: str, crc: int, length: int, size: int, *, at: int) -> bytes:
    """What the directory says of a part whose header stands at this place of the file."""
    flags, coded = _coded(name)
    fixed = (b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATED, 0, _DAY)
    return _CENTRAL.pack(*fixed, crc, length, size, len(coded), 0, 0, 0, 0, _OWNER_ONLY, at) + coded


def end_of_directory(count: int, length: int, *, at: int) -> bytes:
    """The end of a file of so many parts, whose directory is so long and stands at this place."""
    return _END.pack(b"PK\5\6", 0, 0, count, count, length, at, 0)


def _coded(name: str) -> tuple[int, bytes]:
    return (0, name.encode()) if name.isascii() else (_UTF8, name.encode())
