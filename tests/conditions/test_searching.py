"""Searching finds what there is: its few values stand for all, and what it gives up it says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialpolicy.conditions import Condition
from socialpolicy.conditions.mentions import Mentions
from socialpolicy.conditions.nodes import leaves, names
from socialpolicy.conditions.samples import samples
from socialpolicy.conditions.searching import (
    UNSAID,
    Derived,
    OutOfSteps,
    Space,
    Steps,
    Variable,
    Witness,
    can_hold,
)
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import NONE, Duration, Money, Row
from tests.conditions.leaves import Tree, answers, spelt, trees
from tests.conditions.vocabulary import read


def _facts(*conditions: Condition) -> dict[str, Fact]:
    found = (leaf for condition in conditions for leaf in leaves(condition.expression))
    return {name.key: name.fact for leaf in found for name in names(leaf)}


def _space(*conditions: Condition) -> Space:
    """Everything that some conditions read is open."""
    mentions, facts = Mentions.of(conditions), _facts(*conditions)
    variables = [Variable(key, samples(fact, mentions)) for key, fact in facts.items()]
    yes_no = Fact(name="reviews", kind="yes-no")
    read_ones = {key for condition in conditions for key in condition.reads}
    clauses = [Variable("reviews", samples(yes_no, mentions))] if "reviews" in read_ones else []
    return Space({"text-messages": True}, (*clauses, *variables))


@settings(max_examples=150)
@given(trees(), answers(whole=True))
def test_what_can_hold_is_found(tree: Tree, every: dict[str, object]) -> None:
    condition = read(spelt(tree))
    wanted = condition.holds(every)

    def judge(values: Mapping[str, object]) -> bool | None:
        held = condition.holds(values)
        return None if held is None else held is wanted

    space = _space(condition)
    try:
        found = can_hold(judge, space, Steps(20_000))
    except OutOfSteps:
        return
    assert found is not None
    assert condition.holds(space.values(found)) is wanted


@settings(max_examples=100)
@given(trees(), answers(whole=True), st.data())
def test_what_an_answer_tells_is_found(tree: Tree, every: dict[str, object], data: st.DataObject) -> None:
    condition, other = read(spelt(tree)), data.draw(answers(whole=True))
    keys = sorted(key for key in condition.reads if key in every and key != "reviews")
    changed = {key: {**every, key: other[key]} for key in keys}
    space = _space(condition)
    for key in keys:
        if condition.holds(every) is not condition.holds(changed[key]):
            variable = next(one for one in space.variables if one.key == key)
            try:
                witness = Witness.find(variable, condition.holds, space, Steps(5_000))
            except OutOfSteps:
                continue
            assert witness is not None
            outcomes = [
                condition.holds(space.values({**witness.others, key: value}))
                for value in (witness.first, witness.second)
            ]
            assert set(outcomes) == {True, False}


def _variable(condition: Condition, key: str) -> Variable:
    return next(one for one in _space(condition).variables if one.key == key)


@pytest.mark.parametrize(
    "source",
    [
        "has_staff or not has_staff",
        "has_staff and not has_staff",
        "max_age > 3 or max_age < 5",
        'channels has "sms" or not channels has any ("sms", "email") or channels has "email"',
        "has_staff and (serves_minors or not serves_minors) or not has_staff",
    ],
)
def test_a_fact_that_only_seems_to_decide_tells_nothing(source: str) -> None:
    condition = read(source)
    for key in condition.reads:
        assert Witness.find(_variable(condition, key), condition.holds, _space(condition), Steps(999)) is None


def test_what_cannot_be_is_not_found() -> None:
    assert can_hold(read("max_age > 3 and max_age < 4").holds, _space(read("max_age > 3")), Steps(99)) is None


def test_a_search_that_is_given_up_says_so() -> None:
    condition = read("has_staff and serves_minors and trained")
    with pytest.raises(OutOfSteps):
        can_hold(condition.holds, _space(condition), Steps(2))


def _many(count: int) -> tuple[Fact, Mentions]:
    """A list of so many options, each of which is asked for by itself."""
    from socialpolicy.conditions import Vocabulary, parse

    options = {f"o{number}": "o" for number in range(count)}
    fact = Fact(name="many", kind="choices", options=options, required=True)
    words = Vocabulary(facts={"many": fact})
    return fact, Mentions.of([parse(f'many has "{option}"', words) for option in options])


def test_where_values_are_too_many_no_search_says_that_there_is_nothing() -> None:
    space = Space({}, (Variable("many", samples(*_many(11))),))
    with pytest.raises(OutOfSteps):
        can_hold(lambda values: False if "many" in values else None, space, Steps(9_999))
    with pytest.raises(OutOfSteps):
        Witness.find(space.variables[0], lambda values: "same", space, Steps(9_999))
    assert can_hold(lambda values: "many" in values or None, space, Steps(9)) == {"many": ()}


def test_what_follows_from_others_stands_where_nothing_is_said() -> None:
    follower = Variable("title", samples(Fact(name="title", kind="words"), Mentions(())), follows=True)
    space = Space({"motto": "a"}, (follower,), (Derived("title", lambda values: values.get("motto")),))
    assert space.values({}) == {"motto": "a"}
    assert space.values({"title": UNSAID}) == {"motto": "a", "title": "a"}
    assert space.values({"title": "b"}) == {"motto": "a", "title": "b"}
    assert list(follower.values) == [UNSAID, "…"]
    assert repr(UNSAID) == "UNSAID"
    nothing = Space({}, (follower,), space.derived)
    assert nothing.values({"title": UNSAID}) == {}


# ---------- the values of each kind ----------


def _of(source: str, key: str, start: object = None) -> list[object]:
    condition = read(source)
    return list(samples(_facts(condition)[key], Mentions.of([condition]), start))


@pytest.mark.parametrize(
    ("source", "key", "start", "values"),
    [
        ("has_staff", "has_staff", None, [False, True]),
        ("has_staff", "has_staff", True, [True, False]),
        ("trained", "trained", None, [NONE, False, True]),
        ('practice_size == "solo"', "practice_size", None, ["solo", "group"]),
        ('channels has "sms"', "channels", None, [(), ("phone",), ("sms",), ("phone", "sms")]),
        ('channels has "sms"', "channels", ("email", "sms"),
         [("email", "sms"), ("sms",), ("email",), ()]),
        ("max_age > 3", "max_age", 5, [5, 4, 3, 2]),
        ("min_age > 0", "min_age", None, [0, 1]),
        ("retry_within > 1 day", "retry_within", None,
         [Duration(23, "hours"), Duration(24, "hours"), Duration(25, "hours"), Duration(26, "hours")]),
        ('region within "AU"', "region", None, ["AU-NSW", "IE"]),
        ("title is empty", "title", None, [NONE, "…"]),
        ("languages is empty", "languages", None, [(), ("…",)]),
        ("accounts is empty", "accounts", None, [(), (Row({}),)]),
    ],
)  # fmt: skip
def test_a_few_values_stand_for_all(source: str, key: str, start: object, values: list[object]) -> None:
    assert _of(source, key, start) == values


def test_money_that_nothing_names_is_little_or_much() -> None:
    found = list(samples(Fact(name="x", kind="money", required=True), Mentions(())))
    assert [value for value in found if value is not NONE] == [
        Money(Decimal(100), "EUR"),
        Money(Decimal(200), "EUR"),
    ]


def test_a_list_has_as_many_entries_as_it_must() -> None:
    nothing = Mentions(())
    options = {"a": "a", "b": "b", "c": "c"}
    assert list(samples(Fact(name="x", kind="choices", options=options, at_least=2), nothing)) == [("a", "b")]
    assert list(samples(Fact(name="x", kind="list of words", at_least=2), nothing)) == [("…", "… 1")]
    assert list(samples(Fact(name="x", kind="rows", at_least=1), nothing)) == [(Row({}),)]


def test_a_row_has_what_its_columns_take() -> None:
    columns = {
        "name": Fact(name="name", kind="words"),
        "url": Fact(name="url", kind="url"),
        "note": Fact(name="note", kind="words", optional=True),
        "signed": Fact(name="signed", kind="yes-no"),
    }
    rows = list(samples(Fact(name="x", kind="rows", columns=columns), Mentions(())))
    assert rows[1] == (Row({"name": "…", "url": "https://example.com", "note": NONE, "signed": False}),)


def test_addresses_that_are_compared_differ() -> None:
    for kind, second in (("email", "1name@example.com"), ("url", "https://example.com/1"), ("words", "1…")):
        fact = Fact(name="x", kind=kind)  # type: ignore[arg-type]
        other = Fact(name="y", kind=kind)  # type: ignore[arg-type]
        from socialpolicy.conditions.nodes import Compare, Name

        leaf = Compare(Name("x", "x", fact=fact), "==", other=Name("y", "y", fact=other))
        assert second in list(samples(fact, Mentions.of([Condition(leaf)])))
