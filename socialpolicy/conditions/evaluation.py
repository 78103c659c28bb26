"""A condition as one closure over the answers: yes, no, or None for not yet (Kleene's three values)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, assert_never

from socialpolicy.conditions.durations import measure
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
from socialpolicy.facts.values import NONE, Duration
from socialpolicy.guarding.secret import Secret

__all__ = ["Answers", "Judge", "judge_of"]

Answers = Mapping[str, object]
Judge = Callable[[Answers], bool | None]
Test = Callable[[Any], bool]
Test2 = Callable[[Any, Any], bool]

_SIGNS: Mapping[str, Test2] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def judge_of(expression: Expression) -> Judge:
    """The function that decides an expression."""
    match expression:
        case Always():
            return lambda answers: True
        case Named(_, condition):
            return condition.holds
        case Included(clause):
            return lambda answers: answers.get(clause)  # type: ignore[return-value]  # a bool by contract
        case Not(part):
            return _contrary(judge_of(part))
        case And(parts):
            return _all(tuple(map(judge_of, parts)))
        case Or(parts):
            return _any(tuple(map(judge_of, parts)))
        case _:
            return _leaf(expression)


def _leaf(leaf: Yes | Compare | In | Has | HasAny | Within | Empty) -> Judge:
    match leaf:
        case Yes(name):
            return _on_one(name, bool)
        case Empty(name):
            return _on_one(name, lambda value: value == () or value == "", none=True)
        case In(name, among):
            return _on_one(name, _one_of(among))
        case HasAny(name, among):
            wanted = _values(among)
            return _on_one(name, lambda value: not wanted.isdisjoint(value))
        case Has(name, item):
            return _on_both(name, item, operator.contains)
        case Within(name, Literal(area)) if not name.fact.is_list:
            return _on_one(name, _lies_in_one(str(area)))
        case Within(name, area):
            return _on_both(name, area, _lies_in)
        case Compare(name, sign, other=other):
            test = _SIGNS[sign]
            return _on_both(name, other, _timely(test) if name.fact.kind == "duration" else test)
        case _:
            assert_never(leaf)


def _contrary(judge: Judge) -> Judge:
    def contrary(answers: Answers) -> bool | None:
        held = judge(answers)
        return None if held is None else not held

    return contrary


def _all(judges: tuple[Judge, ...]) -> Judge:
    def every(answers: Answers) -> bool | None:
        decided: bool | None = True
        for judge in judges:
            held = judge(answers)
            if held is False:
                return False
            if held is None:
                decided = None
        return decided

    return every


def _any(judges: tuple[Judge, ...]) -> Judge:
    def some(answers: Answers) -> bool | None:
        decided: bool | None = False
        for judge in judges:
            held = judge(answers)
            if held:
                return True
            if held is None:
                decided = None
        return decided

    return some


def _on_both(name: Name, other: Operand, test: Test2) -> Judge:
    if isinstance(other, Literal):
        wanted = other.value
        return _on_one(name, lambda value: test(value, wanted))
    judge = _revealing(_on_names(name.key, other.key, test), name, other)
    return _hanging(name, _hanging(other, judge))


def _on_one(name: Name, test: Test, *, none: bool = False) -> Judge:
    key = name.key

    def judge(answers: Answers) -> bool | None:
        value = answers.get(key)
        if value is None:
            return None
        return none if value is NONE else test(value)

    return _hanging(name, _revealing(judge, name))


def _on_names(left: str, right: str, test: Test2) -> Judge:
    def judge(answers: Answers) -> bool | None:
        value, other = answers.get(left), answers.get(right)
        if value is NONE or other is NONE:
            return False
        return None if value is None or other is None else test(value, other)

    return judge


def _revealing(judge: Judge, *names: Name) -> Judge:
    """Facts about a client come wrapped: they are unwrapped for this one look only."""
    wrapped = [name.key for name in names if name.fact.about == "client"]
    if not wrapped:
        return judge

    def revealing(answers: Answers) -> bool | None:
        values = ((key, answers.get(key)) for key in wrapped)
        bare = {key: value.reveal() if isinstance(value, Secret) else value for key, value in values}
        return judge({**answers, **bare})

    return revealing


def _hanging(name: Name, judge: Judge) -> Judge:
    """Nothing that is said of an absent clause holds; a clause's own file takes itself as present."""
    clause, waits = name.clause, not name.is_own
    if not clause:
        return judge

    def hanging(answers: Answers) -> bool | None:
        included = answers.get(clause)
        if included is False:
            return False
        held = judge(answers)
        return None if held and waits and included is None else held

    return hanging


def _values(among: Iterable[Literal]) -> frozenset[object]:
    return frozenset(literal.value for literal in among)


def _one_of(among: tuple[Literal, ...]) -> Test:
    if isinstance(among[0].value, Duration):
        wanted = {measure(literal.value) for literal in among if isinstance(literal.value, Duration)}
        return lambda value: measure(value) in wanted
    return _values(among).__contains__


def _timely(test: Test2) -> Test2:
    def timely(value: Duration, other: Duration) -> bool:
        (group, length), (other_group, other_length) = measure(value), measure(other)
        return group == other_group and test(length, other_length)

    return timely


def _lies_in_one(area: str) -> Test:
    inside = f"{area}-"
    return lambda place: place == area or place.startswith(inside)


def _lies_in(value: str | Collection[str], area: str | Collection[str]) -> bool:
    """ISO 3166-2: a region's code begins with its country's and a hyphen."""
    areas = (area,) if isinstance(area, str) else area
    places = (value,) if isinstance(value, str) else value
    return all(any(place == one or place.startswith(f"{one}-") for one in areas) for place in places)
