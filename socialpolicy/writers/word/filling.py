"""A prepared .docx: its parts cut at the holes, joined and zipped for each client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.writers.prepared import HoleKey, Words, cleaned
from socialpolicy.writers.word.anchoring import check_words
from socialpolicy.writers.word.controls import HOLE
from socialpolicy.writers.word.markup import text
from socialpolicy.writers.word.readback import check_filled
from socialpolicy.writers.word.zipped import zipped

__all__ = ["Gap", "PreparedWord", "Segment", "cut", "segments"]

# The line that a hole prints while nobody has filled it; "open" stands over a line that is drawn already.
UNFILLED = {"line": "_" * 20, "open": "\u00a0"}


@attrs.frozen
class Gap:
    """A place for a client's words, and what prints there without them."""

    key: HoleKey
    unfilled: bytes


Segment = bytes | Gap


@attrs.frozen
class PreparedWord:
    """The parts of a .docx, in the order of the file, each as bytes and gaps.

    `anchored`: it holds anchors, which no client's words may look like.
    """

    parts: tuple[tuple[str, tuple[Segment, ...]], ...]
    anchored: bool = attrs.field(default=False, kw_only=True)

    def fill(self, words: Words) -> bytes:
        """The finished .docx; a hole that `words` does not name prints as a ruled line."""
        if self.anchored:
            check_words(words)
        clean = cleaned(words)
        filled = {key: text(value).encode() for key, value in clean.items()}
        check_filled(clean, filled)
        return zipped((name, _joined(segments, filled)) for name, segments in self.parts)


def cut(parts: Mapping[str, bytes], *, anchored: bool = False) -> PreparedWord:
    """The parts, cut at their holes; the content types and the package's relationships come first."""
    names = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
    cut_up = tuple((name, tuple(segments(parts[name]))) for name in names)
    return PreparedWord(cut_up, anchored=anchored)


def segments(part: bytes) -> Iterable[Segment]:
    """A part of ours, cut at its holes."""
    end = 0
    for found in re.finditer(HOLE, part):
        fact, form, kind = (group.decode() for group in found.groups())
        yield part[end : found.start()]
        yield Gap((fact, form), text(UNFILLED[kind]).encode())
        end = found.end()
    yield part[end:]


def _joined(segments: Iterable[Segment], filled: Mapping[HoleKey, bytes]) -> bytes:
    return b"".join(
        filled.get(segment.key, segment.unfilled) if isinstance(segment, Gap) else segment
        for segment in segments
    )
