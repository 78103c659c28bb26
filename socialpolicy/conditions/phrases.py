"""The smallest parts of a condition: a name alone, a comparison, `in`, `has`, `within`, `is`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn, cast

import attrs

from socialpolicy.conditions.checks import Checks, Side
from socialpolicy.conditions.literals import listed, literal
from socialpolicy.conditions.names import Names
from socialpolicy.conditions.nodes import (
    Always,
    Compare,
    Empty,
    Expression,
    Has,
    HasAny,
    In,
    Included,
    Literal,
    Name,
    Operand,
    Sign,
    Within,
)
from socialpolicy.conditions.stream import SIGNS, Stream
from socialpolicy.conditions.tokens import Token
from socialpolicy.conditions.wording import written_value

__all__ = ["Phrases"]

_AFTER_A_NAME = frozenset(("and", "or", ")", ""))
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@attrs.frozen
class Phrases:
    """Reads phrases; for one with a fault that is no fault of syntax, `always` stands in."""

    stream: Stream
    names: Names
    checks: Checks

    def phrase(self) -> Expression:
        """The phrase that begins here."""
        first = self.stream.peek()
        if first.kind != "name":
            return self._after_value()
        self.stream.next()
        follower = self.stream.peek()
        if follower.text in SIGNS:
            return self._compared(first)
        read = self._phrases().get(follower.text)
        if read is not None:
            return read(first, self.stream.next())
        if follower.text not in _AFTER_A_NAME:
            self.stream.stray()
        return self.names.alone(first)

    def _phrases(self) -> Mapping[str, Callable[[Token, Token], Expression]]:
        return {"in": self._in, "has": self._has, "within": self._within, "is": self._is, "not": self._not}

    def _compared(self, first: Token) -> Expression:
        name = self.names.operand(first)
        sign = self.stream.next()
        other = self._side(name)
        if name is None or other is None:
            return Always()
        self.checks.compare(Side(name, first.span), sign, other)
        return Compare(name, cast(Sign, sign.text), other=other.operand)

    def _after_value(self) -> Expression:
        """`2 < reply_within` is `reply_within > 2`."""
        value = literal(self.stream)
        if self.stream.peek().text not in SIGNS:
            self._value_alone(value)
        sign = self.stream.next()
        first = self.stream.peek()
        if first.kind != "name":
            span = (value.span[0], literal(self.stream).span[1])
            self.stream.faults.stop("Both sides are written out: nothing is left to decide", span)
        name = self.names.operand(self.stream.next())
        if name is None:
            return Always()
        self.checks.compare(Side(name, first.span), sign, value)
        mirrored = _MIRRORED.get(sign.text, sign.text)
        return Compare(name, cast(Sign, mirrored), other=value.operand)

    def _value_alone(self, value: Side[Literal]) -> NoReturn:
        list_name = self.stream.peek(1)
        hint = ""
        if self.stream.peek().text == "in" and list_name.kind == "name":
            hint = f"write {list_name.text} has {written_value(value.operand.value)}"
        self.stream.faults.stop("A value alone decides nothing", value.span, hint)

    def _side(self, left: Name | None) -> Side[Operand] | None:
        """What a name is compared with; None where it is a name that is not known."""
        token = self.stream.peek()
        if token.kind != "name":
            return literal(self.stream)
        self.stream.next()
        if self.stream.peek().text == "(":
            self.stream.stray()
        name = self.names.operand(token, left.fact.options if left else ())
        return None if name is None else Side(name, token.span)

    def _in(self, first: Token, word: Token) -> Expression:
        name = self.names.operand(first)
        among = listed(self.stream, word, first.text)
        if name is None:
            return Always()
        self.checks.one_of(name, word, among)
        return In(name, _literals(among))

    def _has(self, first: Token, word: Token) -> Expression:
        name = self.names.operand(first)
        following = self.stream.peek()
        if following.text == "all":
            self.stream.faults.stop('There is no "has all"', following.span, "join several has with and")
        if self.stream.take("any"):
            return self._has_any(name, word, first.text)
        item = self._side(name)
        if name is None or item is None:
            return Always()
        self.checks.has(name, word, item)
        return Has(name, item.operand)

    def _has_any(self, name: Name | None, word: Token, written: str) -> Expression:
        among = listed(self.stream, word, written)
        if name is None:
            return Always()
        self.checks.has_any(name, word, among)
        return HasAny(name, _literals(among))

    def _within(self, first: Token, word: Token) -> Expression:
        name = self.names.operand(first)
        area = self._side(name)
        if name is None or area is None:
            return Always()
        self.checks.within(name, word, area)
        return Within(name, area.operand)

    def _is(self, first: Token, word: Token) -> Expression:
        if self.stream.take("included"):
            return Included(self.names.clause(first))
        if self.stream.take("empty"):
            return self._empty(first)
        following = self.stream.peek()
        if following.text == "not":
            self._not(first, following)
        message = 'Only "is empty" and "is included" can be asked'
        self.stream.faults.stop(message, word.span, "write == to compare")

    def _empty(self, first: Token) -> Expression:
        name = self.names.operand(first)
        if name is None:
            return Always()
        self.checks.empty(name, first.span)
        return Empty(name)

    def _not(self, first: Token, word: Token) -> NoReturn:
        hint = f"write not before it: not {first.text} …"
        self.stream.faults.stop('"not" stands before what it denies', word.span, hint)


def _literals(among: tuple[Side[Literal], ...]) -> tuple[Literal, ...]:
    return tuple(side.operand for side in among)
