"""A part with gaps, deflated but for its gaps: what stands between them is deflated once and copied.

Each stretch ends in a full flush (RFC 1951: a stored block without content), so that it leans on nothing
before it; a client's words go between as a block of their own. No byte of a stretch is touched again: the
checksum of the whole is put together from those of its stretches.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.writers.prepared import HoleKey
from socialpolicy.writers.word.zipped import LEVEL

__all__ = ["Block", "Gap", "Segment", "Spliced", "Stretch", "block", "spliced"]

_STORED = struct.Struct("<BHH")
_LONGEST_STORED = 256  # bytes: longer words are worth deflating
_NIBBLES = range(0, 32, 4)


@attrs.frozen
class Gap:
    """A place for a client's words, and what prints there without them."""

    key: HoleKey
    unfilled: bytes


Segment = bytes | Gap


@attrs.frozen(repr=False)
class Block:
    """Words for a gap, as they are and deflated."""

    plain: bytes
    deflated: bytes


def block(plain: bytes) -> Block:
    """Words as blocks of a deflated stream, none of them the last."""
    size = len(plain)
    if size < _LONGEST_STORED:
        return Block(plain, _STORED.pack(0, size, size ^ 0xFFFF) + plain)
    return Block(plain, _deflated(plain, zlib.Z_FULL_FLUSH))


@attrs.frozen(repr=False)
class Stretch:
    """What stands after a gap, up to the next. `carry` tells what a checksum before it adds to its own.

    A crc is linear: crc32(b, crc32(a)) is crc32(b) with the bits that each bit of crc32(a) turns over;
    there is a table for each four of those bits.
    """

    gap: HoleKey
    unfilled: Block
    deflated: bytes
    size: int = attrs.field(kw_only=True)
    crc: int = attrs.field(kw_only=True)
    carry: tuple[tuple[int, ...], ...] = attrs.field(kw_only=True)


@attrs.frozen(repr=False)
class Spliced:
    """A part of a file: its first stretch, which no gap stands before, and the others."""

    name: str
    first: bytes
    rest: tuple[Stretch, ...]
    size: int = attrs.field(kw_only=True)
    crc: int = attrs.field(kw_only=True)

    def joined(self, filled: Mapping[HoleKey, Block]) -> tuple[list[bytes], int, int]:
        """The deflated part in pieces, its crc and its size, with these words in its gaps."""
        pieces, crc, size = [self.first], self.crc, self.size
        for stretch in self.rest:
            words = filled.get(stretch.gap, stretch.unfilled)
            pieces += (words.deflated, stretch.deflated)
            size += len(words.plain) + stretch.size
            crc = stretch.crc ^ _carried(stretch.carry, zlib.crc32(words.plain, crc))
        return pieces, crc, size


def spliced(name: str, segments: Iterable[Segment]) -> Spliced:
    """A part with gaps, deflated but for them."""
    first, gaps = _between(segments)
    stretches = tuple(
        _stretch(gap, after, ending=zlib.Z_FINISH if place == len(gaps) else zlib.Z_FULL_FLUSH)
        for place, (gap, after) in enumerate(gaps, 1)
    )
    opening = _deflated(first, zlib.Z_FULL_FLUSH)
    return Spliced(name, opening, stretches, size=len(first), crc=zlib.crc32(first))


def _between(segments: Iterable[Segment]) -> tuple[bytes, list[tuple[Gap, bytes]]]:
    """What stands before the first gap, and each gap with what stands between it and the next."""
    first, gaps = b"", list[tuple[Gap, bytes]]()
    for segment in segments:
        if isinstance(segment, Gap):
            gaps.append((segment, b""))
        elif gaps:
            gaps[-1] = (gaps[-1][0], gaps[-1][1] + segment)
        else:
            first += segment
    return first, gaps


def _stretch(gap: Gap, after: bytes, *, ending: int) -> Stretch:
    return Stretch(
        gap.key,
        block(gap.unfilled),
        _deflated(after, ending),
        size=len(after),
        crc=zlib.crc32(after),
        carry=_carry(after),
    )


def _deflated(content: bytes, ending: int) -> bytes:
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(content) + deflater.flush(ending)


def _carry(content: bytes) -> tuple[tuple[int, ...], ...]:
    own = zlib.crc32(content)
    return tuple(
        tuple(zlib.crc32(content, nibble << shift) ^ own for nibble in range(16)) for shift in _NIBBLES
    )


def _carried(carry: tuple[tuple[int, ...], ...], crc: int) -> int:
    a, b, c, d, e, f, g, h = carry
    low = a[crc & 15] ^ b[crc >> 4 & 15] ^ c[crc >> 8 & 15] ^ d[crc >> 12 & 15]
    return low ^ e[crc >> 16 & 15] ^ f[crc >> 20 & 15] ^ g[crc >> 24 & 15] ^ h[crc >> 28]
