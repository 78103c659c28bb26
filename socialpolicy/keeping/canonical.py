"""The one strict way to read the JSON that is kept, which `document.canonical` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NoReturn

import attrs

from socialpolicy.document.canonical import Json
from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.library.naming import shown

__all__ = ["DEEPEST", "LARGEST", "LARGEST_NUMBER", "json_value"]

LARGEST = 8_388_608  # bytes: some hundred times what the bundled library fills
# Levels of a lock: two for each level of a tree (a node, and the list that it stands in). A tree has
# four above a provision's text, and a text nests five lists and ten marks: 51 with the lock's own.
DEEPEST = 64
LARGEST_NUMBER = 2**53 - 1  # what every reader of JSON keeps exactly (RFC 7493)

# a string (an unclosed one goes to the end, so that this is linear), or a bracket
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.DOTALL)


def json_value(text: str, place: Place) -> Json:
    """What a JSON text holds; raises WrongValue (JSON_SYNTAX).

    Refused are keys that stand twice, numbers with a point, NaN, whole numbers beyond 2^53 and brackets
    nested deeper than `DEEPEST`: readers differ on each of them.
    """
    fault = _attempt(text) if not _too_deep(text) else _Fault("It is nested too deeply.")
    if isinstance(fault, _Fault):
        raise WrongValue(Code.JSON_SYNTAX, fault.message, place.at(line=fault.line, column=fault.column))
    return fault.value


@attrs.frozen
class _Read:
    value: Json


@attrs.frozen
class _Fault:
    message: str
    line: int = 0
    column: int = 0


class _Unfit(Exception):
    """What Python reads as JSON, and we do not."""


def _attempt(text: str) -> _Read | _Fault:
    """Faults are returned: what is raised inside holds the whole text."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_each_once,
            parse_int=_whole,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as fault:
        return _Fault(f"The file is not JSON: {fault.msg}.", fault.lineno, fault.colno)
    except _Unfit as unfit:
        return _Fault(str(unfit))
    return _Read(value)


def _each_once(pairs: Sequence[tuple[str, Json]]) -> dict[str, Json]:
    entries = dict(pairs)
    if len(entries) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Unfit(f"The key `{shown(twice)}` stands twice.")
    return entries


def _whole(digits: str) -> int:
    if len(digits) > len(str(-LARGEST_NUMBER)) or abs(int(digits)) > LARGEST_NUMBER:
        raise _Unfit(f"A number lies between -{LARGEST_NUMBER} and {LARGEST_NUMBER}.")
    return int(digits)


def _no_number(words: str) -> NoReturn:
    raise _Unfit("Numbers are whole here.")


def _too_deep(text: str) -> bool:
    """Whether brackets nest beyond the bound; asked first, because what Python itself bears varies."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += 1 if token[0] in ("[", "{") else -1 if token[0] in ("]", "}") else 0
        if depth > DEEPEST:
            return True
    return False
