"""A condition said to people: options by their printed words, named conditions by theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from socialpolicy.conditions.nodes import (
    Always,
    And,
    Compare,
    Empty,
    Expression,
    Has,
    HasAny,
    In,
    Included,
    Literal,
    Name,
    Named,
    Not,
    Operand,
    Or,
    Within,
    Yes,
)
from socialpolicy.conditions.wording import written_value

__all__ = ["said"]

_SIGNS: Mapping[str, tuple[str, str]] = {
    "==": ("is", "is not"),
    "!=": ("is something else than", "is not something else than"),
    "<": ("is less than", "is not less than"),
    "<=": ("is at most", "is not at most"),
    ">": ("is more than", "is not more than"),
    ">=": ("is at least", "is not at least"),
}
_DATE_SIGNS: Mapping[str, tuple[str, str]] = {
    **_SIGNS,
    "<": ("is before", "is not before"),
    "<=": ("is not after", "is after"),
    ">": ("is after", "is not after"),
    ">=": ("is not before", "is before"),
}


def said(expression: Expression) -> str:
    """An expression as a sentence without its full stop."""
    match expression:
        case Or(parts):
            return " or ".join(map(said, parts))
        case And(parts):
            return " and ".join(_bracketed(part) if isinstance(part, Or) else said(part) for part in parts)
        case Not(part):
            return _denied(part)
        case _:
            return _leaf(expression, 0)


def _denied(part: Expression) -> str:
    if isinstance(part, Not | And | Or | Named):
        return f"it is not so that {_bracketed(part)}"
    return _leaf(part, 1)


def _bracketed(part: Expression) -> str:
    return f"({said(part)})" if isinstance(part, And | Or) else said(part)


# `turn` is 0 for what a leaf says, 1 for its contrary
def _leaf(
    leaf: Always | Yes | Named | Included | Compare | In | Has | HasAny | Within | Empty, turn: int
) -> str:
    match leaf:
        case Always():
            return ("always", "never")[turn]
        case Yes(name):
            return f"{_called(name)} {('is yes', 'is no')[turn]}"
        case Named(words=words):
            return words
        case Included(clause):
            return f'the clause "{clause}" {("is included", "is not included")[turn]}'
        case Empty(name):
            return f"{_called(name)} {('is empty', 'is not empty')[turn]}"
        case Compare(name, sign, other=other):
            signs = _DATE_SIGNS if name.fact.kind == "date" else _SIGNS
            return f"{_called(name)} {signs[sign][turn]} {_operand(other, name)}"
        case Has(name, item):
            return f"{_called(name)} {('includes', 'does not include')[turn]} {_operand(item, name)}"
        case Within(name, area):
            return f"{_called(name)} {('is in', 'is not in')[turn]} {_operand(area, name)}"
        case In(name, among):
            return f"{_called(name)} {('is', 'is not')[turn]} {_one_of(among, name)}"
        case HasAny(name, among):
            return f"{_called(name)} {('includes', 'does not include')[turn]} {_one_of(among, name)}"
        case _:
            assert_never(leaf)


def _called(name: Name) -> str:
    """A fact as people know it: by the question that they were asked; a stance by its clause."""
    if name.is_stance:
        return f'the stance of "{name.clause}"'
    return f'the answer to "{name.fact.question}"' if name.fact.question else name.written


def _operand(operand: Operand, name: Name) -> str:
    """Another name as people know it; a value by its printed words, where `name` has words for it."""
    if isinstance(operand, Name):
        return _called(operand)
    words = name.fact.options.get(str(operand.value))
    return f'"{words}"' if words else written_value(operand.value)


def _one_of(among: Iterable[Literal], name: Name) -> str:
    return " or ".join(_operand(literal, name) for literal in among)
