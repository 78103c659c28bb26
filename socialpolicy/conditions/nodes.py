"""What a condition is made of once it is read: every name is known, every comparison makes sense."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING
from typing import Literal as OneOf

import attrs

from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import Duration

if TYPE_CHECKING:  # a condition is made of nodes, and one node is a named condition
    from socialpolicy.conditions.condition import Condition

__all__ = [
    "Always",
    "And",
    "Compare",
    "Empty",
    "Expression",
    "Has",
    "HasAny",
    "In",
    "Included",
    "Literal",
    "Name",
    "Named",
    "Not",
    "Operand",
    "Or",
    "Sign",
    "Value",
    "Within",
    "Yes",
    "height",
    "keys",
    "leaves",
    "names",
    "parts",
    "size",
]

Sign = OneOf["==", "!=", "<", "<=", ">", ">="]
Value = str | int | Duration | datetime.date


@attrs.frozen
class Name:
    """A fact, or the stance of a clause (as a choice among its stances), by the name it was written with."""

    written: str
    key: str
    fact: Fact = attrs.field(kw_only=True, eq=False, repr=False)

    @property
    def clause(self) -> str:
        """The clause that it hangs on; "" for a fact of the practice or of a client."""
        return self.fact.clause

    @property
    def is_own(self) -> bool:
        """Whether it was written without its clause, in that clause's own file."""
        return bool(self.clause) and "." not in self.written

    @property
    def is_stance(self) -> bool:
        """Whether it is a clause's stance."""
        return bool(self.clause) and self.fact.name == "stance"


@attrs.frozen
class Literal:
    """A value that is written out."""

    value: Value


Operand = Name | Literal


@attrs.frozen
class Always:
    """Holds for every practice."""


@attrs.frozen
class Yes:
    """A yes-no fact, alone."""

    name: Name


@attrs.frozen
class Named:
    """A condition by its name; `words` say it to people."""

    name: str
    condition: Condition
    words: str = attrs.field(kw_only=True)


@attrs.frozen
class Included:
    """A clause stands in the practice's policy."""

    clause: str


@attrs.frozen
class Compare:
    """A value, compared with another; what is written out stands on the right."""

    name: Name
    sign: Sign
    other: Operand = attrs.field(kw_only=True)


@attrs.frozen
class In:
    """A value is one of several."""

    name: Name
    among: tuple[Literal, ...]


@attrs.frozen
class Has:
    """A list holds a value."""

    name: Name
    item: Operand


@attrs.frozen
class HasAny:
    """A list holds at least one of several values."""

    name: Name
    among: tuple[Literal, ...]


@attrs.frozen
class Within:
    """A place, or every one of several, lies in another, or in one of several others."""

    name: Name
    area: Operand


@attrs.frozen
class Empty:
    """A list has nothing in it, or an optional fact was answered with none."""

    name: Name


@attrs.frozen
class Not:
    """The contrary."""

    part: Expression


@attrs.frozen
class And:
    """Every part; no part is an `And`."""

    parts: tuple[Expression, ...]


@attrs.frozen
class Or:
    """At least one part; no part is an `Or`."""

    parts: tuple[Expression, ...]


Expression = (
    Always | Yes | Named | Included | Compare | In | Has | HasAny | Within | Empty | Not | And | Or
)  # fmt: skip


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside one."""
    match expression:
        case Not(part):
            return (part,)
        case And(several) | Or(several):
            return several
    return ()


def height(expression: Expression) -> int:
    """How deep its deepest part lies, named conditions included; 0 for one without parts."""
    if isinstance(expression, Named):
        return 1 + expression.condition.height
    return max((1 + height(part) for part in parts(expression)), default=0)


def size(expression: Expression) -> int:
    """How many comparisons it is made of, those of named conditions included."""
    if isinstance(expression, Named):
        return expression.condition.size
    return sum(map(size, parts(expression))) or 1


def keys(expression: Expression) -> Iterator[str]:
    """The key of every answer that it looks at: facts, stances, and the clauses that these hang on."""
    match expression:
        case Named(_, condition):
            yield from condition.reads
        case Included(clause):
            yield clause
    for name in names(expression):
        yield name.key
        if name.clause:
            yield name.clause
    for part in parts(expression):
        yield from keys(part)


def leaves(expression: Expression) -> Iterator[Expression]:
    """The smallest parts that it is made of, those of named conditions included."""
    match expression:
        case Named(_, condition):
            yield from leaves(condition.expression)
        case Not() | And() | Or():
            for part in parts(expression):
                yield from leaves(part)
        case _:
            yield expression


def names(expression: Expression) -> tuple[Name, ...]:
    """The facts and stances that a smallest part compares; () for one that compares none."""
    match expression:
        case Yes(name) | Empty(name) | In(name) | HasAny(name):
            return (name,)
        case Compare(name, other=other) | Has(name, other) | Within(name, other):
            return (name, other) if isinstance(other, Name) else (name,)
    return ()
