"""Facts, their values and how they stand."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from socialpolicy.facts.fact import KINDS, SHOWN, Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import CLOCK_HOURS, NONE, UNITS, comparable, unit_called
from tests.samples.facts import FACTS


def test_the_key_of_a_clause_s_own_fact_names_the_clause() -> None:
    assert Fact(name="work_number", kind="phone").key == "work_number"
    assert Fact(name="work_number", kind="phone", clause="text-messages").key == "text-messages.work_number"


def test_four_kinds_hold_lists() -> None:
    assert [name for name, fact in FACTS.items() if fact.is_list] == [
        "choices",
        "list of words",
        "places",
        "rows",
    ]


def test_the_closed_lists_stand() -> None:
    assert len(KINDS) == 14
    assert SHOWN == ("public", "clients", "staff")


def test_hours_days_and_weeks_compare_and_every_other_unit_with_itself_alone() -> None:
    for one in UNITS:
        for other in UNITS:
            assert comparable(one, other) == (one == other or {one, other} <= set(CLOCK_HOURS))


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_known_by_its_name_and_by_its_words(unit: str) -> None:
    assert {unit_called(words) for words in (unit, *UNITS[unit])} == {unit}


def test_other_words_are_no_unit() -> None:
    assert unit_called("fortnights") == ""


def test_an_answer_says_its_value_its_standing_and_its_source() -> None:
    answer = Answer(2, Standing.ASSUMED, "the default")
    assert (answer.value, answer.standing, answer.source) == (2, Standing.ASSUMED, "the default")
    assert Answer(None, Standing.UNANSWERED).source == ""


def test_none_is_itself_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(NONE)) is NONE  # noqa: S301 made right here


@pytest.mark.parametrize("module", ["reading", "drafting"])
def test_what_is_heavy_is_not_loaded_before_it_is_used(module: str) -> None:
    script = (
        f"import sys, socialpolicy.facts.{module}\n"
        "print(sorted({'babel', 'docx', 'markdown_it', 'click'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
