"""Whether a comparison makes sense: the kinds of its sides, and what sign may stand between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

import attrs

from socialpolicy.conditions.durations import comparable
from socialpolicy.conditions.nodes import Literal, Name, Operand
from socialpolicy.conditions.spots import Faults, Span
from socialpolicy.conditions.tokens import Token
from socialpolicy.conditions.values import Values
from socialpolicy.conditions.wording import written_value
from socialpolicy.errors import Code
from socialpolicy.facts.fact import Fact

__all__ = ["Checks", "Side"]

_ORDERED = ("whole", "duration", "date")
_EQUAL = ("==", "!=")


T_co = TypeVar("T_co", bound=Operand, covariant=True)


@attrs.frozen
class Side(Generic[T_co]):
    """What stands on one side of a comparison, and where."""

    operand: T_co
    span: Span


@attrs.frozen
class Checks:
    """Adds what does not make sense to the faults; what a check is given is already known by name."""

    faults: Faults
    dropped: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)  # see Vocabulary

    def compare(self, left: Side[Name], sign: Token, right: Side[Operand]) -> None:
        """`left sign right`; what is written out may stand before the sign in the text."""
        if isinstance(right.operand, Literal):
            self._with_value(left.operand, sign, right.operand, right.span)
        else:
            self._with_name(left.operand, sign, right.operand, right.span)

    def one_of(self, name: Name, word: Token, among: Sequence[Side[Literal]]) -> None:
        """`name in (…)`."""
        if name.fact.is_list:
            hint = f"write {name.written} has any (…)" if name.fact.kind != "rows" else ""
            self._wrong(f'"{name.written}" is a list: it is never one of several values', word.span, hint)
            return
        self._each(name, among)

    def has(self, name: Name, word: Token, item: Side[Operand]) -> None:
        """`name has item`."""
        if not self._holds_several(name, word, "=="):
            return
        if isinstance(item.operand, Literal):
            self._fits(name, item.operand, item.span)
        else:
            self._alike(name, item.operand, item.span, _of_entries(name.fact))

    def has_any(self, name: Name, word: Token, among: Sequence[Side[Literal]]) -> None:
        """`name has any (…)`."""
        if self._holds_several(name, word, "in"):
            self._each(name, among)

    def within(self, name: Name, word: Token, area: Side[Operand]) -> None:
        """`name within area`."""
        if name.fact.kind != "place":
            self._wrong(f'"{name.written}" is not a place', word.span)
        elif isinstance(area.operand, Literal):
            Values(self.faults).option(name, area.operand.value, area.span)
        elif area.operand.fact.kind != "place":
            self._wrong(f'"{area.operand.written}" is not a place', area.span)

    def empty(self, name: Name, span: Span) -> None:
        """`name is empty`: of what can be empty at all; a client's value may always be missing."""
        fact = name.fact
        if not (fact.is_list or fact.optional or fact.about == "client"):
            hint = "only a list, or a fact with optional = true, can be empty"
            self._wrong(f'"{name.written}" is never empty', span, hint)

    def _with_value(self, name: Name, sign: Token, literal: Literal, span: Span) -> None:
        if name.fact.is_list:
            value = written_value(literal.value)
            hint = f"write {name.written} has {value}" if name.fact.kind != "rows" else ""
            self._wrong(f'"{name.written}" is a list and is not compared with one value', sign.span, hint)
        elif self._fits(name, literal, span):
            self._signed(name, sign)

    def _with_name(self, name: Name, sign: Token, other: Name, span: Span) -> None:
        if name.fact.is_list or other.fact.is_list:
            self._wrong("Lists are not compared", sign.span, _list_hint(name, other))
        elif name.key == other.key:
            self._wrong(f'"{name.written}" is compared with itself', span)
        elif self._alike(name, other, span, name.fact.kind):
            self._signed(name, sign)

    def _signed(self, name: Name, sign: Token) -> None:
        """Whether the sign may stand beside values of this kind."""
        if name.is_stance and sign.text == "!=":
            hint = f"name the stances that are meant: {name.written} in (…)"
            message = "A stance is not compared with !=: one that is added later would slip in"
            self._wrong(message, sign.span, hint)
        elif sign.text not in _EQUAL and name.fact.kind not in _ORDERED:
            self._wrong(f'"{name.written}" has no order', sign.span, "write == or !=")

    def _alike(self, name: Name, other: Name, span: Span, kind: str) -> bool:
        """Whether the values of two names can ever be the same; `kind` is that of the left one's values."""
        if other.fact.kind != kind or other.fact.is_list:
            return self._wrong(f'"{other.written}" is of another kind than "{name.written}"', span)
        if kind == "duration" and not comparable(name.fact.unit, other.fact.unit):
            return self._wrong(f"{name.fact.unit} and {other.fact.unit} cannot be compared", span)
        if kind == "choice" and not name.fact.options.keys() & other.fact.options.keys():
            message = f'"{other.written}" and "{name.written}" have no option in common'
            self.faults.add(Code.CONDITION_OPTION, message, span)
            return False
        return True

    def _holds_several(self, name: Name, word: Token, instead: str) -> bool:
        if name.fact.is_list and name.fact.kind != "rows":
            return True
        if name.fact.kind == "rows":
            hint = f"ask not {name.written} is empty"
            return self._wrong(f'"{name.written}" is a list of rows: no row is asked for', word.span, hint)
        hint = f"write {name.written} {instead} …"
        return self._wrong(f'"{name.written}" is not a list', word.span, hint)

    def _each(self, name: Name, among: Sequence[Side[Literal]]) -> None:
        seen: set[Literal] = set()
        for side in among:
            if side.operand in seen:
                self.faults.add(Code.CONDITION_OPTION, "This value stands in the list twice", side.span)
            elif not self._fits(name, side.operand, side.span):
                continue
            seen.add(side.operand)

    def _fits(self, name: Name, literal: Literal, span: Span) -> bool:
        pack = self.dropped.get(name.clause, {}).get(str(literal.value)) if name.is_stance else None
        if pack is not None:
            message = f'{pack} replaces "{name.clause}" without its stance "{literal.value}"'
            hint = f'keep the stance, or say what it is called now: was = "{literal.value}"'
            self.faults.add(Code.PACK_STANCE, message, span, hint)
            return False
        return Values(self.faults).fits(name, literal.value, span)

    def _wrong(self, message: str, span: Span, hint: str = "") -> bool:
        self.faults.add(Code.CONDITION_TYPE, message, span, hint)
        return False


def _of_entries(fact: Fact) -> str:
    return {"choices": "choice", "list of words": "words"}.get(fact.kind, fact.kind)


def _list_hint(name: Name, other: Name) -> str:
    if name.fact.kind == "place":
        return f"write {name.written} within {other.written}"
    if name.fact.is_list and other.fact.is_list:
        return "ask of one list, with has any (…)"
    several, one = (name, other) if name.fact.is_list else (other, name)
    return f"write {several.written} has {one.written}"
