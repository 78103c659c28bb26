"""The schema of the answer to a question: its kind, its words, what it may be, and what is assumed."""

from __future__ import annotations

from socialpolicy.conditions import Condition
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.facts.values import UNITS
from socialpolicy.facts.written import as_written
from socialpolicy.schemas.shaping import DATE, TEXT, Schema, closed, listed, one_of, titled

__all__ = ["answer_schema"]

_LONGEST = 10_000
_WORDS: Schema = {**TEXT, "maxLength": _LONGEST}


def answer_schema(fact: Fact, asked_when: Condition | None = None) -> Schema:
    """The schema of an answer, as a profile has it. A date, which JSON has no kind for, is a text."""
    schema = _entries(fact) if fact.is_list else _single(fact)
    if fact.optional:
        schema = {"anyOf": [schema, {"const": "none", "title": "none"}]}
    asked = f"Asked when {asked_when.words()}." if asked_when else ""
    default = _default(fact)
    known = {} if default is None else {"default": default}
    return {
        **titled(schema, fact.question or fact.name, fact.help, _unit(fact), asked, _assumed(fact)),
        **known,
    }


def _entries(fact: Fact) -> Schema:
    if fact.kind == "rows":
        required = [
            name for name, column in fact.columns.items() if not column.optional and not column.default
        ]
        row = closed({name: answer_schema(column) for name, column in fact.columns.items()}, required)
        return listed(row, least=fact.at_least, once=False)
    return listed(_single(fact), least=fact.at_least)


def _single(fact: Fact) -> Schema:
    match fact.kind:
        case "yes-no":
            return {"type": "boolean"}
        case "choice" | "choices" | "place":
            return one_of(fact.options)
        case "whole":
            return {"type": "integer", **_range(fact)}
        case "duration":
            units = "|".join((*UNITS, *(word for pair in UNITS.values() for word in pair)))
            said: Schema = {"type": "string", "pattern": f"^[0-9]{{1,13}} ({units})$"}
            return {"anyOf": [{"type": "integer", **_range(fact)}, said]}
        case "money":
            return {"type": "string", "pattern": r"^[0-9]{1,13}(\.[0-9]{1,4})? [A-Z]{3}$"}
        case "date":
            return DATE
        case "email":
            return {"type": "string", "format": "email", "pattern": r"^[^\s@]+@[^\s@]+$", "maxLength": 254}
        case "phone":
            return {"type": "string", "pattern": r"^[+(0-9][0-9 ().-]{2,39}$"}
        case "url":
            return {"type": "string", "format": "uri", "pattern": "^https?://", "maxLength": 2_000}
        case _:  # words, and each of a list of them
            return _WORDS


def _range(fact: Fact) -> Schema:
    low, high = fact.range or (None, None)
    return {key: bound for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}


def _unit(fact: Fact) -> str:
    return f"In {UNITS[fact.unit][1]}." if fact.unit else ""


def _assumed(fact: Fact) -> str:
    match fact.default:
        case FromFact(name):
            return f"Where it is left out, it is the same as {name}."
        case FromLocale():
            return "Where it is left out, it is as usual in the country."
        case None if fact.required:
            return "It must be answered."
    return ""


def _default(fact: Fact) -> object:
    return as_written(fact.default.value) if isinstance(fact.default, Given) else None
