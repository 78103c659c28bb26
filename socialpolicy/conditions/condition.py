"""A condition that was read: ready to be asked, to be written again and to be explained."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.conditions.evaluation import Answers, Judge, judge_of
from socialpolicy.conditions.nodes import And, Expression, Not, Or, height, keys, size
from socialpolicy.conditions.saying import said
from socialpolicy.conditions.wording import written

__all__ = ["Condition", "NamedCondition"]


@attrs.frozen
class Condition:
    """A yes-or-no question about a practice.

    `holds(answers)` is True, False, or None for not yet; more answers never change a True or a False.
    `reads` are the keys of the answers that it looks at; `text` is its canonical source;
    `height` and `size` bound what reading it may cost.
    """

    expression: Expression
    text: str = attrs.field(init=False, eq=False)
    reads: frozenset[str] = attrs.field(init=False, eq=False, repr=False)
    height: int = attrs.field(init=False, eq=False, repr=False)
    size: int = attrs.field(init=False, eq=False, repr=False)
    holds: Judge = attrs.field(init=False, eq=False, repr=False)  # a field, to spare each call a frame

    @text.default
    def _text(self) -> str:
        return written(self.expression)

    @reads.default
    def _reads(self) -> frozenset[str]:
        return frozenset(keys(self.expression))

    @height.default
    def _height(self) -> int:
        return height(self.expression)

    @size.default
    def _size(self) -> int:
        return size(self.expression)

    @holds.default
    def _holds(self) -> Judge:
        return judge_of(self.expression)

    def words(self) -> str:
        """The condition said to people: named conditions by their words, options by theirs."""
        return said(self.expression)

    def because(self, answers: Answers) -> tuple[Condition, ...]:
        """The smallest parts that decide it: each is as true, or as false, as the whole.

        While it is not decided: the parts that are still open.
        """
        found = _deciding(self.expression, self.holds(answers), answers)
        return tuple(self if part is self.expression else Condition(part) for part in dict.fromkeys(found))

    def __reduce__(self) -> tuple[type[Condition], tuple[Expression]]:
        return Condition, (self.expression,)


@attrs.frozen
class NamedCondition:
    """A condition that others can name, and the words that say it to people."""

    name: str
    condition: Condition
    words: str = attrs.field(kw_only=True)


def _deciding(expression: Expression, held: bool | None, answers: Answers) -> Iterator[Expression]:
    match expression:
        case And(parts) | Or(parts):
            alike = [part for part in parts if judge_of(part)(answers) is held]
            # one part is enough to make an "and" false, or an "or" true
            enough = alike[:1] if held is isinstance(expression, Or) else alike
            for part in enough:
                yield from _deciding(part, held, answers)
        case Not(part):
            yield from map(_contrary, _deciding(part, None if held is None else not held, answers))
        case _:
            yield expression


def _contrary(expression: Expression) -> Expression:
    return expression.part if isinstance(expression, Not) else Not(expression)
