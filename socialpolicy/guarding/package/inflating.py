"""The bytes of members, within their bounds: what is declared is checked first, and then not believed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import (
    COPY_AGAIN,
    MEDIA,
    RATIO,
    RATIO_FROM,
    SAVE_AGAIN,
    TOTAL,
    XML_PART,
    mib,
)
from socialpolicy.guarding.package.directory import Entry

__all__ = ["XML_NAMES", "check_sizes", "inflate", "too_large"]

XML_NAMES = (".xml", ".rels")


def check_sizes(entries: Sequence[Entry], place: Place) -> None:
    """Refuse members that say of themselves that they are larger than a bound."""
    for entry in entries:
        bound = XML_PART if entry.name.lower().endswith(XML_NAMES) else MEDIA
        if entry.size > bound:
            raise too_large(f"A part of the document unpacks to more than {mib(bound)}.", _at(entry, place))
        if entry.size > RATIO_FROM and entry.size > RATIO * entry.packed:
            raise too_large(
                f"A part of the document unpacks to more than {RATIO} times its size.", _at(entry, place)
            )
        if entry.name.endswith("/") and entry.size:
            message = "A folder in the zip has a content."
            raise WrongValue(Code.PACKAGE_NAME, message, _at(entry, place), SAVE_AGAIN)
    if sum(entry.size for entry in entries) > TOTAL:
        raise too_large(f"The document unpacks to more than {mib(TOTAL)}.", place)


def too_large(message: str, place: Place) -> WrongValue:
    """The finding for what is larger than a bound."""
    return WrongValue(Code.PACKAGE_TOO_LARGE, message, place, "make its pictures smaller, or split it")


def inflate(content: bytes, entry: Entry, first: int, place: Place) -> bytes:
    """The bytes of a member, packed from `first` on; they fit the size and the sum that it declares."""
    packed = content[first : first + entry.packed]
    found = _inflated(packed, entry.size) if entry.method else packed
    if found is None or len(found) != entry.size or zlib.crc32(found) != entry.crc:
        message = "A part of the document is damaged."
        raise WrongValue(Code.PACKAGE_DAMAGED, message, _at(entry, place), COPY_AGAIN)
    return found


def _at(entry: Entry, place: Place) -> Place:
    return place.at(path=entry.name)


def _inflated(packed: bytes, size: int) -> bytes | None:
    """What unpacks from exactly these bytes; None where that is damaged, or more than `size`."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = stream.decompress(packed, size + 1)
    except zlib.error:
        return None
    return found if stream.eof and not stream.unused_data else None
