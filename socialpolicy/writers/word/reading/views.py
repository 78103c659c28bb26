"""The text with its tracked changes accepted, or rejected: what goes, and which paragraphs then are one."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from socialpolicy.writers.word.reading.values import Change, ReadParagraph, Story

__all__ = ["without"]


def without(paragraphs: Iterable[ReadParagraph], gone: Change) -> tuple[ReadParagraph, ...]:
    """The paragraphs without what has this change; no change is left on the rest.

    A paragraph whose end goes merges with the next one of its container, and the end that stays gives
    its style. At the end of a container there is none: it stays, unless nothing is left in it.
    """
    paragraphs = tuple(paragraphs)
    if not any(map(_is_changed, paragraphs)):
        return paragraphs
    kept: list[ReadParagraph] = []
    last: dict[tuple[Story, int], int] = {}
    latest: dict[Story, int] = {}
    for paragraph in paragraphs:
        if paragraph.around & gone:
            continue
        key = (paragraph.story, paragraph.within)
        before = last.get(key)
        # a table in between keeps two paragraphs apart
        if before is not None and kept[before].mark & gone and latest[paragraph.story] == before:
            kept[before] = _merged(kept[before], _left(paragraph, gone))
            continue
        last[key] = latest[paragraph.story] = len(kept)
        kept.append(_left(paragraph, gone))
    return tuple(
        attrs.evolve(one, mark=Change.NONE, around=Change.NONE)
        for one in kept
        if one.pieces or not one.mark & gone
    )


def _is_changed(paragraph: ReadParagraph) -> bool:
    tracked = (paragraph.mark, paragraph.around, *(piece.change for piece in paragraph.pieces))
    return any(change is not Change.NONE for change in tracked)


def _left(paragraph: ReadParagraph, gone: Change) -> ReadParagraph:
    if not any(piece.change for piece in paragraph.pieces):
        return paragraph
    pieces = [attrs.evolve(one, change=Change.NONE) for one in paragraph.pieces if not one.change & gone]
    return attrs.evolve(paragraph, pieces=tuple(pieces))


def _merged(first: ReadParagraph, second: ReadParagraph) -> ReadParagraph:
    return attrs.evolve(
        second,
        pieces=first.pieces + second.pieces,
        controls=first.controls if first.pieces else second.controls,
        bookmarks=tuple(dict.fromkeys(first.bookmarks + second.bookmarks)),
        notes=first.notes + second.notes,
    )
