"""Errors are data: they print, pickle and split; and every code has a sample that raises it."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
from collections.abc import Callable

import pytest

import tests.samples
from socialpolicy.errors import (
    Code,
    Collector,
    Finding,
    NotFound,
    NotWritten,
    Place,
    Refused,
    WrongKind,
    WrongValue,
)

FINDING = WrongValue(Code.VALUE_KIND, "This is wrong.", Place("a.toml", "b.c", line=3), "mend it")


def samples() -> dict[Code, list[Callable[[], object]]]:
    """Every sample of every layer, by its code."""
    found: dict[Code, list[Callable[[], object]]] = {}
    for module in pkgutil.iter_modules(tests.samples.__path__):
        for code, sample in importlib.import_module(f"tests.samples.{module.name}").SAMPLES.items():
            found.setdefault(code, []).append(sample)
    return found


def codes_of(sample: Callable[[], object]) -> set[Code]:
    """The codes that a sample raises, or returns as warnings."""
    try:
        warnings = sample()
    except Refused as refused:
        return {finding.code for finding in refused.findings}
    except Finding as finding:
        return {finding.code}
    assert isinstance(warnings, tuple)
    return {finding.code for finding in warnings}


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_code_has_a_sample_that_raises_it(code: Code) -> None:
    known = samples().get(code, [])
    assert known, f"no sample raises {code}"
    for sample in known:
        assert code in codes_of(sample)


def test_a_finding_prints_its_place_sentence_hint_and_code() -> None:
    assert str(FINDING) == "a.toml:3, b.c: This is wrong. (mend it) [value-kind]"
    assert str(NotFound(Code.NAME_UNKNOWN, "No.")) == "No. [name-unknown]"
    assert repr(FINDING) == "WrongValue('value-kind', 'This is wrong.')"


@pytest.mark.parametrize("place", [(Place(), ""), (Place("f"), "f"), (Place(path="a.b"), "a.b")])
def test_a_place_prints_what_is_known_of_it(place: tuple[Place, str]) -> None:
    assert str(place[0]) == place[1]


@pytest.mark.parametrize(
    ("kind", "refines"),
    [(WrongValue, ValueError), (WrongKind, TypeError), (NotFound, LookupError), (NotWritten, RuntimeError)],
)
def test_each_kind_of_finding_refines_a_builtin(kind: type[Finding], refines: type[Exception]) -> None:
    assert issubclass(kind, refines)


def test_a_place_never_steers_the_terminal() -> None:
    assert str(Place("\x1b[31mred\nok.toml")) == "\\x1b[31mred\\nok.toml"


def test_findings_and_groups_survive_pickling() -> None:
    again = pickle.loads(pickle.dumps(FINDING))  # noqa: S301  (what this test wrote itself)
    assert (again.code, again.message, again.place, again.hint) == (
        FINDING.code,
        FINDING.message,
        FINDING.place,
        FINDING.hint,
    )
    group = pickle.loads(pickle.dumps(Refused("Refused.", [FINDING])))  # noqa: S301
    assert [str(finding) for finding in group.findings] == [str(FINDING)]


def test_a_group_splits_into_groups_of_its_own_kind() -> None:
    other = NotFound(Code.NAME_UNKNOWN, "No.")
    match, rest = Refused("Refused.", [FINDING, other]).split(WrongValue)
    assert isinstance(match, Refused)
    assert isinstance(rest, Refused)
    assert match.findings == (FINDING,)
    assert rest.findings == (other,)


def test_warnings_alone_do_not_refuse() -> None:
    found = Collector()
    found.add(WrongValue(Code.REVIEW_DUE, "Old.", severity="warn"))
    found.refuse("Never raised.")
    found.extend([FINDING])
    with pytest.raises(Refused) as refused:
        found.refuse("Two.")
    assert len(refused.value.findings) == 2
