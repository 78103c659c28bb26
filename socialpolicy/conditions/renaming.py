"""Stances that a pack gave another name: conditions that others wrote go on meaning them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.conditions.nodes import And, Compare, Expression, In, Literal, Name, Not, Or

__all__ = ["renamed"]

Renamed = Mapping[str, Mapping[str, str]]


def renamed(expression: Expression, names: Renamed) -> Expression:
    """The expression with every stance under its new name; `names` are clause → old → new."""
    match expression:
        case Compare(name, other=Literal() as other) if name.is_stance:
            return attrs.evolve(expression, other=_new(name, other, names))
        case In(name, among) if name.is_stance:
            return In(name, tuple(dict.fromkeys(_new(name, one, names) for one in among)))
        case Not(part):
            return Not(renamed(part, names))
        case And(parts):
            return And(tuple(renamed(part, names) for part in parts))
        case Or(parts):
            return Or(tuple(renamed(part, names) for part in parts))
    return expression


def _new(name: Name, stance: Literal, names: Renamed) -> Literal:
    return Literal(names.get(name.clause, {}).get(str(stance.value), stance.value))
