"""A sample that raises each code of the facts layer, and facts of every kind to try things on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from socialpolicy.errors import Code, Place
from socialpolicy.facts.drafting import Manner, draft
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.reading import read_value

__all__ = ["FACTS", "MANNER", "SAMPLES", "facts_of"]

MANNER = Manner("en-AU", "d MMMM y")

_OPTIONS = {"sms": "text messages", "email": "email", "phone": "the phone"}
_PLACES = {"AU": "Australia", "AU-NSW": "New South Wales", "NZ": "New Zealand"}
_KINDS: Mapping[str, dict[str, Any]] = {
    "yes-no": {},
    "choice": {"options": _OPTIONS},
    "choices": {"options": _OPTIONS},
    "whole": {"unit": "years", "range": (0, 17)},
    "duration": {"unit": "working-days", "range": (1, 10)},
    "money": {},
    "date": {},
    "words": {},
    "list of words": {},
    "email": {},
    "phone": {},
    "url": {},
    "place": {"options": _PLACES},
    "places": {"kind": "place", "options": _PLACES, "many": True},
}


def facts_of(about: Literal["practice", "client"]) -> dict[str, Fact]:
    """A fact of each kind (and one of several places), and one of rows with a column of each kind."""
    facts = {
        name: Fact(**{"name": name.replace(" ", "_"), "kind": name, "about": about, **given})
        for name, given in _KINDS.items()
    }
    return facts | {"rows": Fact(name="rows", kind="rows", about=about, columns=facts)}


FACTS = facts_of("practice")


def _read(kind: str, raw: object) -> Callable[[], object]:
    return lambda: read_value(FACTS[kind], raw, Place("practice.toml", line=3))


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.VALUE_KIND: _read("whole", "12"),
    Code.VALUE_OPTION: _read("choice", "smss"),
    Code.VALUE_RANGE: _read("whole", 18),
    Code.VALUE_REPEATED: _read("choices", ["sms", "sms"]),
    Code.VALUE_FORM: lambda: draft(FACTS["date"], None, "or-list", MANNER),
    Code.KEY_MISSING: _read("rows", [{}]),
    Code.KEY_UNKNOWN: _read("rows", [{"colour": "red"}]),
}
