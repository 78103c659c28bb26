"""A profile to fill in: an example practice, or every question as a comment."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from socialpolicy.composition.profile import PROFILE_LIMIT
from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.guarding.files import read_text
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.bundled import examples_folder
from socialpolicy.library.library import Library

__all__ = ["blank_profile", "example_profile"]

_SAMPLES = {
    "yes-no": "false",
    "whole": "0",
    "date": "2026-01-31",
    "money": '"120.00 AUD"',
    "rows": "[]",
    "choices": "[]",
    "list of words": "[]",
}


def example_profile(example: str) -> str:
    """The profile of an example practice; raises NotFound."""
    examples = {path.stem: path for path in sorted(examples_folder().glob("*.toml"))}
    if example in examples:
        return read_text(examples[example], PROFILE_LIMIT)
    hint = did_you_mean(example, tuple(examples)) or f"there is {', '.join(examples)}"
    raise NotFound(Code.NAME_UNKNOWN, f'There is no example "{example}".', Place(), hint)


def blank_profile() -> str:
    """Every question of the bundled library: those that must be answered first, the rest commented out."""
    facts = [fact for fact in Library.bundled().facts.values() if fact.about == "practice"]
    needed = [fact for fact in facts if fact.required]
    others = [fact for fact in facts if not fact.required]
    lines = ["# Answer these.", *(line for fact in needed for line in _entry(fact, ""))]
    lines += ["", "# Answer what is different with you: take the # away and change the value.", ""]
    lines += [line for fact in others for line in _entry(fact, "# ")]
    return "\n".join(lines) + "\n"


def _entry(fact: Fact, mark: str) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(fact.question, 100, initial_indent="# ", subsequent_indent="# ")
    if fact.options and fact.kind != "place":
        options = ", ".join(fact.options)
        yield from textwrap.wrap(f"one of: {options}", 100, initial_indent="#   ", subsequent_indent="#   ")
    yield f"{mark}{fact.name} = {_value(fact)}"


def _value(fact: Fact) -> str:
    match fact.default:
        case Given(value) if isinstance(value, int):
            return str(value).lower()  # true, false or a number
        case Given(value) if isinstance(value, str):
            return f'"{value}"'
        case Given(value) if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            return "[" + ", ".join(f'"{one}"' for one in value) + "]"
        case FromFact(name):
            return f'""  # as {name}'
        case FromLocale():
            return '""  # as usual in your country'
    if fact.kind == "duration":
        return f'"2 {fact.unit}"'
    return "[]" if fact.many else _SAMPLES.get(fact.kind, '""')
