"""A prepared .docx: packed once but for its holes, which are filled for each client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.writers.prepared import Words, cleaned
from socialpolicy.writers.word.anchoring import check_words
from socialpolicy.writers.word.controls import HOLE
from socialpolicy.writers.word.markup import text
from socialpolicy.writers.word.readback import check_filled
from socialpolicy.writers.word.splicing import Gap, Segment, Spliced, block, spliced
from socialpolicy.writers.word.zipped import directory_entry, end_of_directory, entries_of, local_header, pack

__all__ = ["PreparedWord", "cut", "packed", "segments"]

# The line that a hole prints while nobody has filled it; "open" stands over a line that is drawn already.
UNFILLED = {"line": "_" * 20, "open": "\u00a0"}


@attrs.frozen(repr=False)
class PreparedWord:
    """A .docx: the entries of the parts without holes, as they lie in the file, then the other parts.

    `directory` and `count` are those of the parts without holes. `anchored`: the file holds anchors, which
    no client's words may look like.
    """

    entries: bytes
    directory: bytes
    open: tuple[Spliced, ...]
    count: int = attrs.field(kw_only=True)
    anchored: bool = attrs.field(default=False, kw_only=True)

    def fill(self, words: Words) -> bytes:
        """The finished .docx; a hole that `words` does not name prints as a ruled line."""
        if self.anchored:
            check_words(words)
        clean = cleaned(words)
        written = {key: text(value).encode() for key, value in clean.items()}
        check_filled(clean, written)
        filled = {key: block(plain) for key, plain in written.items()}
        pieces, directory, place = [self.entries], self.directory, len(self.entries)
        for part in self.open:
            inside, crc, size = part.joined(filled)
            length = sum(map(len, inside))
            header = local_header(part.name, crc, length, size)
            directory += directory_entry(part.name, crc, length, size, at=place)
            pieces += (header, *inside)
            place += len(header) + length
        end = end_of_directory(self.count + len(self.open), len(directory), at=place)
        return b"".join((*pieces, directory, end))


def cut(parts: Mapping[str, bytes], *, anchored: bool = False) -> PreparedWord:
    """The parts, cut at their holes; the content types and the package's relationships come first."""
    names = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
    return packed(((name, tuple(segments(parts[name]))) for name in names), anchored=anchored)


def packed(parts: Iterable[tuple[str, tuple[Segment, ...]]], *, anchored: bool = False) -> PreparedWord:
    """The parts in their order, but those with gaps after all others."""
    whole = list(parts)
    closed = [pack(name, b"".join(_bytes_of(part))) for name, part in whole if not _has_gap(part)]
    entries, directory = entries_of(closed)
    gaping = tuple(spliced(name, part) for name, part in whole if _has_gap(part))
    return PreparedWord(entries, directory, gaping, count=len(closed), anchored=anchored)


def _has_gap(part: Iterable[Segment]) -> bool:
    return any(isinstance(segment, Gap) for segment in part)


def _bytes_of(part: Iterable[Segment]) -> list[bytes]:
    return [segment for segment in part if isinstance(segment, bytes)]


def segments(part: bytes) -> Iterable[Segment]:
    """A part of ours, cut at its holes."""
    end = 0
    for found in re.finditer(HOLE, part):
        fact, form, kind = (group.decode() for group in found.groups())
        yield part[end : found.start()]
        yield Gap((fact, form), text(UNFILLED[kind]).encode())
        end = found.end()
    yield part[end:]
