"""Text formats prepared: what holds no hole is written once, the rest again for each client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from socialpolicy.document import Block, Document, Hole, Paragraph, Text, walk
from socialpolicy.writers.prepared import Words, cleaned

__all__ = ["RULE", "Pieces", "Render", "foot_of_title", "pieces", "settled", "spoken"]

# how an unfilled hole prints
RULE = "_" * 20

Render = Callable[[Block, Words], str]


@attrs.frozen
class Pieces:
    """Finished text, and the blocks with holes between it; a Prepared."""

    pieces: tuple[str | Block, ...]
    render: Render

    def fill(self, words: Words) -> bytes:
        """The finished file, UTF-8 with one line end at its end."""
        fit = cleaned(words)
        texts = (self._text(piece, fit) for piece in self.pieces)
        return ("\n\n".join(text for text in texts if text) + "\n").encode()

    def _text(self, piece: str | Block, words: Words) -> str:
        return piece if isinstance(piece, str) else self.render(piece, words)


def settled(title: str, blocks: Iterable[Block], render: Render) -> Pieces:
    """The title and the blocks, each block without a hole already written."""
    return Pieces((title, *pieces(blocks, render)), render)


def pieces(blocks: Iterable[Block], render: Render) -> Iterator[str | Block]:
    """The blocks, each without a hole already written."""
    return (_settled(block, render) for block in blocks)


def _settled(block: Block, render: Render) -> str | Block:
    has_hole = any(isinstance(node, Hole) for node in walk(block))
    return block if has_hole else render(block, {})


def foot_of_title(document: Document) -> tuple[Block, ...]:
    """What stands under a title: the subtitle, then the practice, version and date."""
    line = " · ".join(filter(None, (document.practice, document.imprint)))
    return Paragraph("subtitle", document.subtitle), Paragraph("dated", (Text(line),))


def spoken(hole: Hole, words: Words) -> str:
    """The words that fill a hole, else its ruled line."""
    return words.get((hole.fact, hole.form), RULE)
