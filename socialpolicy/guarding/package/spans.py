"""Where each member lies: its header says what the directory says, and nothing lies between two members.

Members that overlap unpack to more than there is (Fifield, “A better zip bomb”); headers that differ, or
bytes that the directory does not know of, show two readers two documents.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import COPY_AGAIN, SAVE_AGAIN
from socialpolicy.guarding.package.directory import Entry, check_extra

__all__ = ["locate"]

_LOCAL = struct.Struct("<4s5H3L2H")
_SIZES = struct.Struct("<3L")
_LOCAL_MARK = b"PK\x03\x04"
_SIZES_MARK = b"PK\x07\x08"
_SIZES_FOLLOW = 0b1000


def locate(content: bytes, entries: Sequence[Entry], start: int, place: Place) -> Iterator[tuple[Entry, int]]:
    """Each entry with the offset of its packed bytes, in the order of the file; `start`: of the directory."""
    before = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        _check_next_to(before, entry.offset, entry.name, place)
        first = _first_byte(content, entry, place)
        before = _stop(content, entry, first, place)
        yield entry, first
    _check_next_to(before, start, "", place)


def _check_next_to(before: int, offset: int, name: str, place: Place) -> None:
    if offset < before:
        message = "Files in the zip lie over each other."
        raise WrongValue(Code.PACKAGE_OVERLAP, message, place.at(path=name), SAVE_AGAIN)
    if offset > before:
        message = "There are bytes in the zip that belong to none of its files."
        raise WrongValue(Code.PACKAGE_EXTRA_BYTES, message, place.at(path=name), SAVE_AGAIN)


def _first_byte(content: bytes, entry: Entry, place: Place) -> int:
    at = entry.offset + _LOCAL.size
    if at > len(content) or not content.startswith(_LOCAL_MARK, entry.offset):
        message = "A file in the zip is not where it should be."
        raise WrongValue(Code.PACKAGE_DAMAGED, message, place.at(path=entry.name), COPY_AGAIN)
    fields: tuple[int, ...] = _LOCAL.unpack_from(content, entry.offset)
    flags, method, sizes, name, extra = fields[2], fields[3], fields[6:9], fields[9], fields[10]
    said = (entry.crc, entry.packed, entry.size)
    unsaid = flags & _SIZES_FOLLOW and not any(sizes)
    same = (flags, method) == (entry.flags, entry.method) and (sizes == said or unsaid)
    if not same or content[at : at + name] != entry.name.encode("ascii"):
        raise _mismatch(entry, place)
    check_extra(content[at + name : at + name + extra], entry.name, place)
    return at + name + extra


def _stop(content: bytes, entry: Entry, first: int, place: Place) -> int:
    """Where a member ends: after its bytes, or after the sizes that follow them, with or without a mark."""
    stop = first + entry.packed
    if not entry.flags & _SIZES_FOLLOW:
        return stop
    sizes = _SIZES.pack(entry.crc, entry.packed, entry.size)
    for following in (_SIZES_MARK + sizes, sizes):
        if content.startswith(following, stop):
            return stop + len(following)
    raise _mismatch(entry, place)


def _mismatch(entry: Entry, place: Place) -> WrongValue:
    message = "The zip says two different things about one of its files."
    return WrongValue(Code.PACKAGE_MISMATCH, message, place.at(path=entry.name), SAVE_AGAIN)
