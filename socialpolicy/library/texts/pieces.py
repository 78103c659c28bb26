"""CommonMark's inline tokens → pieces of a passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs
from markdown_it.token import Token

from socialpolicy.conditions import Condition, Vocabulary, parse
from socialpolicy.errors import Code, Collector, Place, Refused, WrongValue
from socialpolicy.library.texts.inline import CONDITION, VALUE
from socialpolicy.library.texts.lines import Lines
from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Emphasised,
    LineBreak,
    Named,
    Outside,
    Piece,
    Pieces,
    Run,
    Stressed,
    When,
)
from socialpolicy.library.texts.strays import LEFT_OVER

__all__ = ["Reading", "Spots", "pieces_in"]

_CLAUSE = re.compile(r"clause:([a-z0-9-]+)(?:#([a-z][a-z0-9-]*):([0-9]{1,2}))?")
_TERM = re.compile(r"term:([a-z0-9-]+)")
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]+")
_DEEPEST = 10  # strong in a link in a condition in …


@attrs.frozen
class Reading:
    """What the reading of one text needs; `faulty` are its lines on which a stray was found."""

    vocabulary: Vocabulary
    lines: Lines
    found: Collector
    faulty: frozenset[int] = attrs.field(kw_only=True)

    def fault(self, message: str, line: int, hint: str = "", *, column: int = 0, length: int = 1) -> None:
        """Report what a line of the text cannot hold."""
        place = self.lines.spot(line, column, length)
        self.found.add(WrongValue(Code.TEXT_SYNTAX, message, place, hint))

    def condition(self, source: str, line: int, column: int) -> Condition | None:
        """The condition that stands at a line and column; None where it is faulty (then reported)."""
        try:
            return parse(source, self.vocabulary, self.lines.spot(line, column))
        except Refused as refused:
            self.found.extend(refused.findings)
            return None


@attrs.frozen
class Spots:
    """Where the words of one paragraph or cell stand, which begins on `line` beyond the column `after`."""

    lines: Lines
    line: int
    content: str = attrs.field(repr=False)
    after: int

    def at(self, position: int) -> tuple[int, int]:
        """The line and column (0: not known) of a position in the words."""
        begin = self.content.rfind("\n", 0, position) + 1
        line = self.line + self.content.count("\n", 0, begin)
        row = self.content[begin:].partition("\n")[0]
        return line, self.lines.column(line, row, position - begin, self.after)


def pieces_in(token: Token, reading: Reading, spots: Spots) -> Pieces:
    """The pieces of one inline token."""
    depth = 0
    for child in token.children or ():
        depth += child.nesting
        if depth > _DEEPEST:
            reading.fault("Marks are nested too deeply.", spots.line)
            return ()
    return _Pieces(reading, spots, iter(token.children or ()), spots.line).until("")


@attrs.define
class _Pieces:
    reading: Reading
    spots: Spots
    tokens: Iterator[Token]
    line: int  # of the token that comes next

    def until(self, closing: str) -> Pieces:
        pieces: list[Piece] = []
        for token in self.tokens:
            if token.type == closing and token.nesting == -1:
                break
            pieces.extend(_PIECES[token.type](self, token))
        return tuple(pieces)

    def _text(self, token: Token) -> Pieces:
        left_over = LEFT_OVER.search(token.content)
        if left_over and self.line not in self.reading.faulty:
            row = self.reading.lines.row(self.line)
            column = row.find(token.content) + left_over.start() + 1 if token.content in row else 0
            message = f"This `{left_over[0]}` is left over: it begins or ends nothing."
            self.reading.fault(message, self.line, column=column, length=len(left_over[0]))
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
        line, column = self.spots.at(token.meta["at"])
        place = self.reading.lines.spot(line, column, token.meta["long"])
        return (Named(token.meta["name"], token.meta["form"], place=place),)

    def _when(self, token: Token) -> Pieces:
        line, column = self.spots.at(token.meta["at"])
        condition = self.reading.condition(token.meta["condition"], line, column)
        pieces = self.until(CONDITION)
        return (When(condition, pieces),) if condition else pieces

    def _refused_image(self, _token: Token) -> Pieces:
        self.reading.fault("An image cannot stand in a text.", self.line)
        return ()

    def _refused_code(self, _token: Token) -> Pieces:
        self.reading.fault("Code cannot stand in a text.", self.line)
        return ()

    def _link(self, token: Token) -> Pieces:
        target, line = str(token.attrs["href"]), self.line
        column = self.reading.lines.row(line).find(f"]({target}") + 3
        place = self.reading.lines.spot(line, column if column > 2 else 0, len(target))
        pieces = self.until("link_close")
        self._check_link(token, pieces, place)
        if match := _CLAUSE.fullmatch(target):
            text, ordinal = match[2] or "", int(match[3] or 0)
            return (Cross(pieces, match[1], text=text, ordinal=ordinal, place=place),)
        if match := _TERM.fullmatch(target):
            return (Defined(pieces, match[1], place=place),)
        if not _OUTSIDE.fullmatch(target):
            hint = "write clause:id, clause:id#full:2, term:id or an address that begins with https://"
            self._fault("This link leads nowhere.", place, hint)
        return (Outside(pieces, target),)

    def _check_link(self, token: Token, pieces: Pieces, place: Place) -> None:
        if all(isinstance(piece, Run) and not piece.text.strip() for piece in pieces):
            self._fault("A link needs words.", place)
        if "title" in token.attrs:
            self._fault("A link has no title.", place, "leave out what stands in quotes behind the address")

    def _fault(self, message: str, place: Place, hint: str = "") -> None:
        self.reading.found.add(WrongValue(Code.TEXT_SYNTAX, message, place, hint))


_PIECES: dict[str, Callable[[_Pieces, Token], Pieces]] = {
    "text": _Pieces._text,
    "softbreak": _Pieces._softbreak,
    "hardbreak": _Pieces._hardbreak,
    "strong_open": _Pieces._strong,
    "em_open": _Pieces._em,
    "link_open": _Pieces._link,
    "image": _Pieces._refused_image,
    "code_inline": _Pieces._refused_code,
    VALUE: _Pieces._value,
    CONDITION: _Pieces._when,
}
