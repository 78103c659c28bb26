"""CommonMark blocks → passage: everything that a text may not hold is refused with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
from markdown_it.token import Token

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Collector
from socialpolicy.library.texts.fences import Chunk, Fork, fences
from socialpolicy.library.texts.inline import commonmark
from socialpolicy.library.texts.lines import Lines
from socialpolicy.library.texts.passage import Branch, Grid, Line, Listing, Passage, Pieces, Unit, Variant
from socialpolicy.library.texts.pieces import Reading, Spots, pieces_in
from socialpolicy.library.texts.strays import strays

__all__ = ["parse_passage"]

_REFUSED = {
    "code_block": ("Code cannot stand in a text.", "do not indent a paragraph by four spaces"),
    "fence": ("Code cannot stand in a text.", ""),
    "heading_open": (
        "A heading cannot stand inside a text.",
        "`# name` begins a text; there are no headings below it",
    ),
    "hr": ("A rule cannot stand in a text.", ""),
    "blockquote_open": ("A quotation block cannot stand in a text.", ""),
}
_DEEPEST = 10  # levels of blocks: a list and its items are two


def parse_passage(lines: Lines, vocabulary: Vocabulary, found: Collector) -> Passage:
    """The text of these lines; faults go to `found`."""
    reading = Reading(vocabulary, lines, found, faulty=strays(lines, found))
    return Passage(_units(fences(lines, found), reading))


def _units(inner: Sequence[Chunk | Fork], reading: Reading) -> tuple[Unit, ...]:
    units: list[Unit] = []
    for entry in inner:
        if isinstance(entry, Chunk):
            units.extend(_chunk(entry, reading))
        else:
            branches = (
                Branch(
                    reading.condition(part.condition, part.line, part.column) if part.condition else None,
                    _units(part.inner, reading),
                )
                for part in entry.stretches
            )
            units.append(Variant(tuple(branches)))
    return tuple(units)


def _chunk(chunk: Chunk, reading: Reading) -> tuple[Unit, ...]:
    tokens = commonmark().parse("\n".join(chunk.rows))
    for token in tokens:
        if token.level > _DEEPEST:
            reading.fault("Lists are nested too deeply.", chunk.line + (token.map or [0])[0])
            return ()
    return _Blocks(reading, chunk.line, iter(tokens)).until("")


@attrs.define
class _Blocks:
    """Block tokens of one chunk, whose first line is `base`."""

    reading: Reading
    base: int
    tokens: Iterator[Token]

    def until(self, closing: str) -> tuple[Unit, ...]:
        units: list[Unit] = []
        for token in self.tokens:
            if token.type == closing:
                break
            units.extend(self._unit(token))
        return tuple(units)

    def _line(self, token: Token) -> int:
        return self.base + (token.map or [0])[0]

    def _unit(self, token: Token) -> tuple[Unit, ...]:
        if token.type in _REFUSED:
            message, hint = _REFUSED[token.type]
            self.reading.fault(message, self._line(token), hint)
        elif token.type == "inline":
            return (Line(self._pieces(token)),)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            return (self._listing(token),)
        elif token.type == "table_open":
            return (self._grid(),)
        return ()

    def _listing(self, token: Token) -> Listing:
        if "start" in token.attrs:
            self.reading.fault("A list counts from 1.", self._line(token))
        closing, items = token.type.replace("open", "close"), []
        while next(self.tokens).type != closing:
            items.append(self.until("list_item_close"))
        return Listing(tuple(items), ordered=token.type.startswith("ordered"))

    def _grid(self) -> Grid:
        rows: list[list[Pieces]] = []
        after = 0
        while (token := next(self.tokens)).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
                after = 0
            elif token.type == "inline":
                rows[-1].append(self._pieces(token, after))
                column = self.reading.lines.column(self._line(token), token.content, 0, after)
                after = max(after, column + len(token.content) - 1)
        return Grid(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))

    def _pieces(self, token: Token, after: int = 0) -> Pieces:
        spots = Spots(self.reading.lines, self._line(token), token.content, after)
        return pieces_in(token, self.reading, spots)
