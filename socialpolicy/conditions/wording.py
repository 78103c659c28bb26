"""A condition in its canonical text: reading that text gives the same condition again."""

from __future__ import annotations

from collections.abc import Iterable
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
    Value,
    Within,
    Yes,
)
from socialpolicy.facts.values import UNITS, Duration

__all__ = ["written", "written_value"]


def written(expression: Expression) -> str:
    """The canonical text of an expression."""
    match expression:
        case Or(parts):
            return " or ".join(map(written, parts))
        case And(parts):
            return " and ".join(_grouped(part, Or) for part in parts)
        case Not(part):
            return f"not {_grouped(part, And, Or)}"
        case _:
            return _leaf(expression)


def _grouped(part: Expression, *looser: type) -> str:
    return f"({written(part)})" if isinstance(part, looser) else written(part)


def _leaf(leaf: Always | Yes | Named | Included | Compare | In | Has | HasAny | Within | Empty) -> str:
    match leaf:
        case Always():
            return "always"
        case Yes(name):
            return name.written
        case Named(name):
            return name
        case Included(clause):
            return f"{clause} is included"
        case Empty(name):
            return f"{name.written} is empty"
        case Compare(name, sign, other=other):
            return f"{name.written} {sign} {_operand(other)}"
        case Has(name, item):
            return f"{name.written} has {_operand(item)}"
        case Within(name, area):
            return f"{name.written} within {_operand(area)}"
        case In(name, among):
            return f"{name.written} in {_listed(among)}"
        case HasAny(name, among):
            return f"{name.written} has any {_listed(among)}"
        case _:
            assert_never(leaf)


def _operand(operand: Operand) -> str:
    return operand.written if isinstance(operand, Name) else written_value(operand.value)


def _listed(among: Iterable[Literal]) -> str:
    return f"({', '.join(written_value(literal.value) for literal in among)})"


def written_value(value: Value) -> str:
    """A value as conditions write it: "text", 3, 30 days, 2026-06-19."""
    match value:
        case str():
            return f'"{value}"'
        case Duration(amount, unit):
            return f"{amount} {UNITS[unit][amount != 1]}"
        case _:
            return str(value)
