"""What each of the fourteen practices must find in its documents: one test a line of acceptance.toml.

A line that waits for something which is in the library by now fails, so that none is forgotten.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Policy, Profile, Refused, compose
from socialpolicy import document as tree
from socialpolicy.assembly.covering import authorities_to_check
from socialpolicy.library.bundled import examples_folder
from tests.content.practices import library
from tests.content.test_texts import CLIENTS

Line = Mapping[str, str]

_FILE = tomllib.loads(Path(__file__).with_name("acceptance.toml").read_text(encoding="utf-8"))
EXPECTED: tuple[str, ...] = tuple(_FILE.pop("expected"))
PRACTICES: Mapping[str, Any] = _FILE
ADDENDUM = "client-addendum"
_MARKUP = re.compile(r"[\\*#>|]")


def _until(practice: str) -> str:
    """The locale that a practice waits for as a whole; "" for none."""
    return str(PRACTICES[practice].get("until", ""))


def _lines(kind: str, *, whole: bool) -> Iterator[Any]:
    """The lines of a kind, of the practices that wait as a whole, or of the others."""
    for practice, entry in PRACTICES.items():
        if bool(_until(practice)) == whole:
            for line in entry[kind]:
                named = " ".join(f"{key} {value}" for key, value in line.items())
                yield pytest.param(practice, line, id=f"{practice} {named}")


def _waits_for(line: Line) -> str:
    clause = line.get("stands") or line.get("absent") or ""
    return line.get("until") or clause.partition("=")[0]


def _is_there(name: str) -> bool:
    return name in {*library().clauses, *library().outlines, *library().locales}


# ---------- the practices and what they print ----------


@cache
def _text(practice: str) -> str:
    return (examples_folder() / f"{practice}.toml").read_text(encoding="utf-8")


@cache
def _policy(practice: str) -> Policy:
    return compose(library(), Profile.parse(_text(practice), library(), file=f"{practice}.toml"))


@cache
def _printed(practice: str, document: str) -> str:
    """Every word of a document, on one line."""
    markdown = _policy(practice).document(document).bytes("md").decode()
    return " ".join(_MARKUP.sub(" ", markdown).split())


def _documents(practice: str, where: str) -> tuple[str, ...]:
    if where != "clients":
        return (where,)
    return tuple(name for name in _policy(practice).documents if name in CLIENTS)


def _says(practice: str, words: str, document: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", _printed(practice, document)))


# ---------- what a line says ----------


def stands(practice: str, value: str, line: Line) -> bool:
    clause, _, stance = value.partition("=")
    chosen = _policy(practice).composed.chosen.get(clause)
    return chosen is not None and stance in ("", chosen.stance.id)


def absent(practice: str, value: str, line: Line) -> bool:
    clause, _, stance = value.partition("=")
    _known(clause, stance)
    return not stands(practice, value, line)


def _known(clause: str, stance: str) -> None:
    """What is absent because nobody wrote it, or wrote it otherwise, tells nothing."""
    stances = {one.id for version in library().clause(clause) for one in version.stances}
    assert not stance or stance in stances


def cites(practice: str, value: str, line: Line) -> bool:
    assert value in library().authorities
    return value in {authority.id for authority in authorities_to_check(_policy(practice).composed)}


def never_cites(practice: str, value: str, line: Line) -> bool:
    return not cites(practice, value, line)


def has(practice: str, value: str, line: Line) -> bool:
    name, _, wanted = value.partition(" ")
    documents = map(_policy(practice).document, _policy(practice).documents)
    return {getattr(one.tree, name) for one in documents} == {wanted}


def says(practice: str, value: str, line: Line) -> bool:
    documents = _documents(practice, line.get("in", ADDENDUM))
    return bool(documents) and all(_says(practice, value, document) for document in documents)


def never_says(practice: str, value: str, line: Line) -> bool:
    documents = _documents(practice, line.get("in", "clients"))
    return bool(documents) and not any(_says(practice, value, document) for document in documents)


def asks(practice: str, value: str, line: Line) -> bool:
    nodes = tree.walk(_policy(practice).document(ADDENDUM).tree)
    return value in {node.clause for node in nodes if isinstance(node, tree.Consent)}


def document(practice: str, value: str, line: Line) -> bool:
    return value in _policy(practice).documents


def no_document(practice: str, value: str, line: Line) -> bool:
    assert value in library().outlines
    return not document(practice, value, line)


def refused(practice: str, value: str, line: Line) -> bool:
    """Both the reading and the composing of a profile may refuse."""
    values = _merged(tomllib.loads(_text(practice)), tomllib.loads(value))
    try:
        compose(library(), Profile.of(library(), **values))
    except Refused as refusal:
        return bool(refusal.findings)
    return False


def _merged(values: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in more.items():
        inner = values.get(key)
        values[key] = _merged(inner, value) if isinstance(inner, dict) else value
    return values


KINDS: Mapping[str, Callable[[str, str, Line], bool]] = {
    "stands": stands,
    "absent": absent,
    "cites": cites,
    "never-cites": never_cites,
    "has": has,
    "says": says,
    "never-says": never_says,
    "asks": asks,
    "document": document,
    "no-document": no_document,
    "refused": refused,
}


# ---------- the tests ----------


@pytest.mark.parametrize(("practice", "line"), [*_lines("cases", whole=False)])
def test_a_practice_finds_what_it_must(practice: str, line: Line) -> None:
    (kind,) = line.keys() & KINDS
    assert KINDS[kind](practice, line[kind], line), f"{practice}: {kind} {line[kind]}"


@pytest.mark.parametrize(("practice", "line"), [*_lines("waits", whole=False), *_lines("waits", whole=True)])
def test_what_a_line_waits_for_is_not_there_yet(practice: str, line: Line) -> None:
    name = _waits_for(line)
    assert name in EXPECTED
    assert not _is_there(name), f"`{name}` is there: move this line of {practice} from `waits` to `cases`"


@pytest.mark.parametrize(("practice", "line"), [*_lines("cases", whole=True)])
def test_the_locale_that_a_practice_waits_for_is_not_there_yet(practice: str, line: Line) -> None:
    name = _until(practice)
    assert name in EXPECTED
    assert not _is_there(name), f"`{name}` is there: add the example {practice}, and take its `until` away"


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_practice_is_an_example_or_waits(practice: str) -> None:
    examples = {path.stem for path in examples_folder().glob("*.toml")}
    assert (practice in examples) == (not _until(practice))
    for line in (*PRACTICES[practice]["cases"], *PRACTICES[practice]["waits"]):
        assert len(line.keys() & KINDS) == 1
        assert set(line) <= {*KINDS, "in", "until"}
    assert not any("until" in line for line in PRACTICES[practice]["cases"])


def test_there_are_fourteen() -> None:
    assert len(PRACTICES) == 14
