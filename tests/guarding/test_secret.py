"""A client's value shows itself to whoever asks for it, and to nothing else."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback

import pytest

from socialpolicy.guarding.secret import MASK, Secret

NAME = "Maria Canary"


@pytest.mark.parametrize("show", [str, repr, ascii, format, "{:>40}".format, "%s %r".__mod__, "{0!r}".format])
def test_nothing_that_makes_text_shows_it(show) -> None:
    shown = show((Secret(NAME), Secret(NAME)) if getattr(show, "__name__", "") == "__mod__" else Secret(NAME))
    assert MASK in shown
    assert NAME not in shown


def test_inside_other_values_it_stays_hidden() -> None:
    assert NAME not in repr([{"name": (Secret(NAME),)}])


def test_a_log_and_a_traceback_with_local_names_do_not_show_it(caplog) -> None:
    logging.getLogger("test").warning("client %s %r", Secret(NAME), Secret(NAME))
    assert NAME not in caplog.text

    def fail(secret: Secret[str]) -> None:
        raise ValueError(secret)

    with pytest.raises(ValueError, match="client value") as caught:
        fail(Secret(NAME))
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert NAME not in shown.replace("NAME", "")


def test_reveal_gives_the_value() -> None:
    assert Secret(NAME).reveal() == NAME


def test_two_of_one_value_are_equal_and_none_equals_the_bare_value() -> None:
    assert Secret(NAME) == Secret(NAME)
    assert Secret(NAME) != Secret("Tom")
    assert Secret(NAME) != NAME


def test_it_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Secret(NAME))


def test_it_does_not_change() -> None:
    secret = Secret(NAME)
    with pytest.raises(AttributeError):
        secret._value = "Tom"
    assert secret.reveal() == NAME


def test_it_has_no_attributes_to_list() -> None:
    with pytest.raises(TypeError):
        vars(Secret(NAME))


def test_it_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Secret(NAME))).reveal() == NAME  # noqa: S301 made right here
    assert copy.deepcopy(Secret([NAME])).reveal() == [NAME]
