"""CommonMark tokens → passage: everything that a text may not hold is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import attrs
from markdown_it.token import Token

from socialpolicy.conditions import Condition, Vocabulary, parse
from socialpolicy.errors import Code, Collector, Place, Refused, WrongValue
from socialpolicy.library.texts.fences import Chunk, Fork, fences
from socialpolicy.library.texts.inline import CONDITION, VALUE, commonmark
from socialpolicy.library.texts.passage import (
    Branch,
    Cross,
    Defined,
    Emphasised,
    Grid,
    Line,
    LineBreak,
    Listing,
    Named,
    Outside,
    Passage,
    Piece,
    Pieces,
    Run,
    Stressed,
    Unit,
    Variant,
    When,
)

__all__ = ["parse_passage"]

_REFUSED = {
    "image": "An image cannot stand in a text.",
    "code_inline": "Code cannot stand in a text.",
    "code_block": "Code cannot stand in a text.",
    "fence": "Code cannot stand in a text.",
    "html_block": "HTML cannot stand in a text.",
    "html_inline": "HTML cannot stand in a text.",
    "heading_open": "A heading cannot stand inside a text.",
    "hr": "A rule cannot stand in a text.",
    "blockquote_open": "A quotation block cannot stand in a text.",
}
_HINTS = {
    "code_block": "do not indent a paragraph by four spaces",
    "heading_open": "`# name` begins a text; there are no headings below it",
}
_CLAUSE = re.compile(r"^clause:([a-z0-9-]+)(?:#([a-z][a-z0-9-]*):([0-9]{1,2}))?$")
_TERM = re.compile(r"^term:([a-z0-9-]+)$")
_OUTSIDE = re.compile(r"^(?:https?://|mailto:|tel:)[^\s]+$")


def parse_passage(
    lines: Sequence[str], first_line: int, *, vocabulary: Vocabulary, place: Place, found: Collector
) -> Passage:
    """The text whose first line is line `first_line` of the file of `place`; faults go to `found`."""
    reading = _Reading(vocabulary, place, found, tuple(lines), first_line)
    return Passage(reading.units(fences(lines, first_line, place, found)))


@attrs.define
class _Reading:
    vocabulary: Vocabulary
    place: Place
    found: Collector
    lines: tuple[str, ...]
    first_line: int

    def units(self, inner: Sequence[Chunk | Fork]) -> tuple[Unit, ...]:
        units: list[Unit] = []
        for entry in inner:
            if isinstance(entry, Chunk):
                units.extend(self._chunk(entry))
            else:
                branches = (
                    Branch(self._condition(part.condition, part.line), self.units(part.inner))
                    for part in entry.stretches
                )
                units.append(Variant(tuple(branches)))
        return tuple(units)

    def fault(self, message: str, line: int, hint: str = "") -> None:
        place = self.place.at(line=line, excerpt=self.excerpt(line))
        self.found.add(WrongValue(Code.TEXT_SYNTAX, message, place, hint))

    def excerpt(self, line: int) -> str:
        position = line - self.first_line
        return self.lines[position] if 0 <= position < len(self.lines) else ""

    def _condition(self, source: str, line: int) -> Condition | None:
        if not source:
            return None
        excerpt = self.excerpt(line)
        column = excerpt.find(source) + 1
        try:
            return parse(source, self.vocabulary, self.place.at(line=line, column=column, excerpt=excerpt))
        except Refused as refused:
            self.found.extend(refused.findings)
            return None

    def _chunk(self, chunk: Chunk) -> tuple[Unit, ...]:
        tokens = commonmark().parse("\n".join(chunk.lines))
        return _Blocks(self, chunk.line, iter(tokens)).until("")

    def inline(self, token: Token, base: int) -> Pieces:
        line = base + (token.map or [0])[0]
        return _Pieces(self, line, token.content, iter(token.children or ())).until("")

    def condition_at(self, source: str, line: int) -> Condition | None:
        return self._condition(source, line)


@attrs.define
class _Blocks:
    """Block tokens of one chunk, whose first line is `base`."""

    reading: _Reading
    base: int
    tokens: Iterator[Token]

    def until(self, closing: str) -> tuple[Unit, ...]:
        units: list[Unit] = []
        for token in self.tokens:
            if token.type == closing:
                break
            units.extend(self._unit(token))
        return tuple(units)

    def _unit(self, token: Token) -> tuple[Unit, ...]:
        if token.type in _REFUSED:
            line = self.base + (token.map or [0])[0]
            self.reading.fault(_REFUSED[token.type], line, _HINTS.get(token.type, ""))
            return ()
        if token.type == "inline":
            return (Line(self.reading.inline(token, self.base)),)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            ordered = token.type.startswith("ordered")
            return (Listing(self._items(token.type.replace("open", "close")), ordered=ordered),)
        return self._grid() if token.type == "table_open" else ()

    def _items(self, closing: str) -> tuple[tuple[Unit, ...], ...]:
        items = []
        for token in self.tokens:
            if token.type == closing:
                break
            items.append(self.until("list_item_close"))
        return tuple(items)

    def _grid(self) -> tuple[Unit, ...]:
        rows: list[list[Pieces]] = []
        for token in self.tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self.reading.inline(token, self.base))
        return (Grid(tuple(rows[0]), tuple(tuple(row) for row in rows[1:])),)


@attrs.define
class _Pieces:
    """Inline tokens of one paragraph that begins on `line`."""

    reading: _Reading
    line: int
    source: str
    tokens: Iterator[Token]

    def until(self, closing: str) -> Pieces:
        pieces: list[Piece] = []
        for token in self.tokens:
            if closing and token.type == closing and token.nesting == -1:
                break
            pieces.extend(self._piece(token))
        return tuple(pieces)

    def _piece(self, token: Token) -> Pieces:
        if token.type in _REFUSED:
            self.reading.fault(_REFUSED[token.type], self.line)
            return ()
        return _PIECES[token.type](self, token)

    def _text(self, token: Token) -> Pieces:
        return (Run(token.content),) if token.content else ()

    def _softbreak(self, _token: Token) -> Pieces:
        self.line += 1
        return (Run("\n"),)

    def _hardbreak(self, _token: Token) -> Pieces:
        self.line += 1
        return (LineBreak(),)

    def _strong(self, _token: Token) -> Pieces:
        return (Stressed(self.until("strong_close")),)

    def _em(self, _token: Token) -> Pieces:
        return (Emphasised(self.until("em_close")),)

    def _value(self, token: Token) -> Pieces:
        return (Named(token.meta["name"], token.meta["form"], line=self.line),)

    def _when(self, token: Token) -> Pieces:
        condition = self.reading.condition_at(token.meta["condition"], self.line)
        pieces = self.until(CONDITION)
        return (When(condition, pieces),) if condition else pieces

    def _link(self, token: Token) -> Pieces:
        target = str(token.attrs["href"])
        line = self.line
        pieces = self.until("link_close")
        if not pieces:
            self.reading.fault("A link needs words.", line)
        if match := _CLAUSE.match(target):
            ordinal = int(match[3] or 0)
            return (Cross(pieces, match[1], text=match[2] or "", ordinal=ordinal, line=line),)
        if match := _TERM.match(target):
            return (Defined(pieces, match[1], line=line),)
        if _OUTSIDE.match(target):
            return (Outside(pieces, target),)
        hint = "write clause:id, term:id or an address that begins with https://"
        self.reading.fault("This link leads nowhere.", line, hint)
        return pieces


_PIECES: dict[str, Callable[[_Pieces, Token], Pieces]] = {
    "text": _Pieces._text,
    "text_special": _Pieces._text,
    "softbreak": _Pieces._softbreak,
    "hardbreak": _Pieces._hardbreak,
    "strong_open": _Pieces._strong,
    "em_open": _Pieces._em,
    VALUE: _Pieces._value,
    CONDITION: _Pieces._when,
    "link_open": _Pieces._link,
}
