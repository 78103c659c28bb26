"""The table of contents of a document: made when all its parts are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialpolicy import document as tree

__all__ = ["contents"]


def contents(blocks: Iterable[tree.Block], *, levels: int) -> tree.Contents:
    """A line for each part that has a heading and, with two levels, for each provision in a part."""
    return tree.Contents(tuple(_lines(blocks, levels)))


def _lines(blocks: Iterable[tree.Block], levels: int) -> Iterator[tree.ContentsLine]:
    for part in blocks:
        if not isinstance(part, tree.Part):
            continue
        if part.heading:
            yield tree.ContentsLine(part.key, (tree.Text(part.title),))
        for block in part.blocks if levels > 1 else ():
            if isinstance(block, tree.Provision):
                yield tree.ContentsLine(block.id, block.heading, number=block.number, level=2)
