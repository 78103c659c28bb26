"""The directory at the end of a zip (APPNOTE.TXT 4.3.12 and 4.3.16), read strictly.

`zipfile` is not asked: it parses the whole directory before anybody can look at the count, takes bytes before
and after the zip, and believes what it reads.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import COPY_AGAIN, EXTRA, MEMBERS, SAVE_AGAIN
from socialpolicy.guarding.package.names import read_name

__all__ = ["Entry", "check_extra", "read_directory"]

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_EXTRA = struct.Struct("<2H")
_END_MARK = b"PK\x05\x06"
_ENTRY_MARK = b"PK\x01\x02"
_COMMENT = 65_535  # bytes that may follow the end record

_FLAGS: Final = 0b1000_0000_1110  # how well deflate tried, sizes that follow the bytes, a name in UTF-8
_METHODS: Final = (0, 8)
_VERSION: Final = 63  # of the format (6.3), that a reader must know; zipfile knows no later one
_FULL, _FULL_LONG = 0xFFFF, 0xFFFF_FFFF  # stands where the true number is in a zip64 record
_ZIP64, _OTHER_NAME = 0x0001, 0x7075


@attrs.frozen(kw_only=True)
class Entry:
    """What the directory says of one member; sizes and offset in bytes."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


@attrs.frozen
class _End:
    count: int
    start: int
    stop: int


def read_directory(content: bytes, place: Place) -> tuple[tuple[Entry, ...], int]:
    """The entries in the order of the directory, and the offset at which the directory begins."""
    end = _read_end(content, place)
    return tuple(_entries(content, end, place)), end.start


def _read_end(content: bytes, place: Place) -> _End:
    at = len(content) - _END.size
    if at < 0 or not content.startswith(_END_MARK, at):
        raise _without_end(content, place)
    _, disk, first, here, count, size, start, comment = _END.unpack_from(content, at)
    if content[at - 20 : at].startswith(b"PK\x06\x07") or count == _FULL or _FULL_LONG in (size, start):
        raise _feature("It is in the format for very large zips (zip64).", place)
    if disk or first or here != count:
        raise _feature("It is one part of a zip that was split.", place)
    if count > MEMBERS:
        message = f"There are more than {MEMBERS:,} files in the zip."
        raise WrongValue(Code.PACKAGE_TOO_MANY, message, place, SAVE_AGAIN)
    if comment or start + size > at:
        raise _damaged("The end of the file does not fit the rest.", place)
    if start + size < at:
        raise _extra("Something stands before the Word document in this file, or in it.", place)
    return _End(count, start, at)


def _without_end(content: bytes, place: Place) -> WrongValue:
    found = content.rfind(_END_MARK, max(0, len(content) - _END.size - _COMMENT))
    if found == -1 or found + _END.size > len(content):
        message = "The end of the file is missing: it was not copied or downloaded whole."
        return WrongValue(Code.PACKAGE_TRUNCATED, message, place, COPY_AGAIN)
    return _extra("Something follows the end of the Word document in this file.", place)


def _entries(content: bytes, end: _End, place: Place) -> Iterator[Entry]:
    at = end.start
    for _ in range(end.count):
        if at + _ENTRY.size > end.stop or not content.startswith(_ENTRY_MARK, at):
            raise _damaged("The list of what is in the file is damaged.", place)
        fields = _ENTRY.unpack_from(content, at)
        flags, method, crc, packed, size, name, extra, comment = *fields[3:5], *fields[7:13]
        after = at + _ENTRY.size + name
        found = read_name(content[at + _ENTRY.size : after], place)
        _check_features(fields, found, place)
        check_extra(content[after : after + extra], found, place)
        yield Entry(
            name=found, flags=flags, method=method, crc=crc, packed=packed, size=size, offset=fields[16]
        )
        at = after + extra + comment
    if at != end.stop:
        raise _damaged("The list of what is in the file is longer or shorter than it says.", place)


def _check_features(fields: tuple[int, ...], name: str, place: Place) -> None:
    flags, method, disk = fields[3], fields[4], fields[13]
    if flags & 1:
        raise _feature("It is encrypted.", place.at(path=name))
    if flags & ~_FLAGS or method not in _METHODS or fields[2] > _VERSION:
        raise _feature("It is packed in a way that Word does not use.", place.at(path=name))
    if disk:
        raise _feature("It is one part of a zip that was split.", place.at(path=name))
    if _FULL_LONG in (fields[8], fields[9], fields[16]):
        raise _feature("It is in the format for very large zips (zip64).", place.at(path=name))


def check_extra(extra: bytes, name: str, place: Place) -> None:
    """Refuse extra fields that give the member other sizes (zip64) or another name, and damaged ones."""
    at = 0
    while at + _EXTRA.size <= len(extra) <= EXTRA:
        kind, length = _EXTRA.unpack_from(extra, at)
        field = extra[at + _EXTRA.size : at + _EXTRA.size + length]
        if kind == _ZIP64 and any(field):  # some writers keep room for what they turn out not to need
            raise _feature("It is in the format for very large zips (zip64).", place.at(path=name))
        if kind == _OTHER_NAME and field[5:] != name.encode("ascii"):
            message = "A file in the zip has two names."
            raise WrongValue(Code.PACKAGE_MISMATCH, message, place.at(path=name), SAVE_AGAIN)
        at += _EXTRA.size + length
    if at > len(extra) or len(extra) > EXTRA:
        raise _damaged("The list of what is in the file is damaged.", place.at(path=name))


def _feature(what: str, place: Place) -> WrongValue:
    message = f"The zip that a .docx is uses what Word documents do not use. {what}"
    return WrongValue(Code.PACKAGE_ZIP_FEATURE, message, place, SAVE_AGAIN)


def _damaged(message: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_DAMAGED, message, place, COPY_AGAIN)


def _extra(message: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_EXTRA_BYTES, message, place, SAVE_AGAIN)
