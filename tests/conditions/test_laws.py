"""What holds for every condition: its text reads back, its answer is right, and stays once it is known."""

from __future__ import annotations

import copy
import pickle
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conditions.leaves import LEAVES, VALUES, Leaf, Tree, answers, meaning, spelt, trees
from tests.conditions.vocabulary import faults_of, read

_VALUES = (True, False, None)


@given(trees())
def test_the_text_of_a_condition_reads_back_as_it(tree: Tree) -> None:
    condition = read(spelt(tree))
    again = read(condition.text)
    assert again == condition
    assert hash(again) == hash(condition)
    assert again.text == condition.text


@given(trees(), answers())
def test_a_condition_holds_as_brute_force_says(tree: Tree, some: dict[str, object]) -> None:
    assert read(spelt(tree)).holds(some) is meaning(tree, some)


@pytest.mark.parametrize("leaf", LEAVES, ids=[leaf.source for leaf in LEAVES])
@settings(max_examples=40)
@given(st.data())
def test_each_comparison_means_what_it_says(leaf: Leaf, data: st.DataObject) -> None:
    condition = read(leaf.source)
    every = data.draw(st.fixed_dictionaries({key: VALUES[key] for key in condition.reads & VALUES.keys()}))
    assert condition.holds(every) is meaning(("leaf", leaf), every)


@given(trees(), answers(whole=True), st.data())
def test_more_answers_never_change_what_is_decided(
    tree: Tree, every: dict[str, object], data: st.DataObject
) -> None:
    known = data.draw(st.sets(st.sampled_from(sorted(every))))
    condition = read(spelt(tree))
    before = condition.holds({key: every[key] for key in known})
    assert before is None or condition.holds(every) is before


@given(trees(), answers(whole=True))
def test_with_every_answer_everything_is_decided(tree: Tree, every: dict[str, object]) -> None:
    assert read(spelt(tree)).holds(every) is not None


@given(trees(), answers())
def test_only_what_it_reads_decides_a_condition(tree: Tree, some: dict[str, object]) -> None:
    condition = read(spelt(tree))
    read_only = {key: value for key, value in some.items() if key in condition.reads}
    assert condition.holds(read_only) is condition.holds(some)


@given(trees(), answers())
def test_the_reasons_decide_and_agree_with_the_whole(tree: Tree, some: dict[str, object]) -> None:
    condition = read(spelt(tree))
    held = condition.holds(some)
    reasons = condition.because(some)
    assert reasons
    assert {reason.holds(some) for reason in reasons} == {held}
    if held is not None:
        keys = frozenset[str]().union(*(reason.reads for reason in reasons))
        assert condition.holds({key: some[key] for key in keys if key in some}) is held


@given(trees())
def test_a_condition_can_be_said_copied_and_pickled(tree: Tree) -> None:
    condition = read(spelt(tree))
    assert condition.words()
    assert pickle.loads(pickle.dumps(condition)) == copy.deepcopy(condition) == condition  # noqa: S301  # ours


@given(st.text(alphabet="ab_-.0123456789 ()\"',=!<>&|“”\n\tandornothasinwithempty", max_size=60))
def test_any_text_is_a_condition_or_is_refused(text: str) -> None:
    for fault in faults_of(text):
        place = fault.place
        assert 1 <= place.column <= len(place.excerpt) + 1
        assert place.length >= 1


@pytest.mark.parametrize(("left", "right"), list(product(_VALUES, _VALUES)))
def test_and_or_and_not_have_three_values(left: bool | None, right: bool | None) -> None:
    given_answers = {"has_staff": left, "serves_minors": right}
    both, either = read("has_staff and serves_minors"), read("has_staff or serves_minors")
    order = [False, None, True]
    assert both.holds(given_answers) is order[min(order.index(left), order.index(right))]
    assert either.holds(given_answers) is order[max(order.index(left), order.index(right))]
    assert read("not has_staff").holds(given_answers) is order[2 - order.index(left)]
