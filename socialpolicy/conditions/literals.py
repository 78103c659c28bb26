"""The values that conditions write out: "text", 3, 30 days, 2026-06-19, and lists of them."""

from __future__ import annotations

import datetime
from typing import NoReturn

from socialpolicy.conditions.checks import Side
from socialpolicy.conditions.durations import UNIT_WORDS
from socialpolicy.conditions.nodes import Literal
from socialpolicy.conditions.stream import Stream
from socialpolicy.conditions.tokens import Token
from socialpolicy.errors import Code
from socialpolicy.facts.values import Duration
from socialpolicy.guarding.suggest import did_you_mean

__all__ = ["listed", "literal"]


def literal(stream: Stream) -> Side[Literal]:
    """The value that begins here."""
    token = stream.peek()
    match token.kind:
        case "text":
            return Side(Literal(stream.next().text[1:-1]), token.span)
        case "date":
            return Side(Literal(_date(stream)), token.span)
        case "whole":
            return _number(stream)
    stream.missing("A fact or a value", "write in (…)" if token.text == "(" else "")


def _date(stream: Stream) -> datetime.date:
    token = stream.next()
    try:
        return datetime.date.fromisoformat(token.text)
    except ValueError:
        stream.faults.add(Code.CONDITION_RANGE, "There is no such day", token.span)
        return datetime.date.min


def _number(stream: Stream) -> Side[Literal]:
    token = stream.next()
    if stream.peek().kind != "name":
        return Side(Literal(int(token.text)), token.span)
    unit, end = _unit(stream)
    return Side(Literal(Duration(int(token.text), unit)), (token.span[0], end))


def _unit(stream: Stream) -> tuple[str, int]:
    """The unit of time after a number, and where it ends."""
    first = stream.next()
    last, words = first, first.text
    if words == "working" and stream.peek().kind == "name":
        last = stream.next()
        words = f"{words} {last.text}"
    if words not in UNIT_WORDS:
        span = (first.span[0], last.span[1])
        stream.faults.stop(f'"{words}" is not a unit of time', span, did_you_mean(words, UNIT_WORDS))
    return UNIT_WORDS[words], last.span[1]


def listed(stream: Stream, word: Token, name: str) -> tuple[Side[Literal], ...]:
    """The values between parentheses after `in` or `has any`."""
    opening = stream.take("(")
    if opening is None:
        _no_list(stream, word, name)
    among = [_item(stream)]
    while stream.take(","):
        among.append(_item(stream))
    stream.close(opening, "write , between two values")
    return tuple(among)


def _no_list(stream: Stream, word: Token, name: str) -> NoReturn:
    token = stream.peek()
    hint = 'write ("…", "…")'
    if word.text == "in" and token.kind == "name":
        hint = f"write {token.text} has {name}"
    elif token.kind == "text":
        hint = f"write {name} {'==' if word.text == 'in' else 'has'} {token.text}"
    stream.missing('"("', hint)


def _item(stream: Stream) -> Side[Literal]:
    token = stream.peek()
    if token.kind == "name":
        message = f'"{token.text}": a list holds only values that are written out'
        stream.faults.stop(message, token.span, f'write "{token.text}"')
    return literal(stream)
