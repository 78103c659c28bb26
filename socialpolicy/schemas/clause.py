"""The schema of a clause file's front matter."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.facts.fact import KINDS
from socialpolicy.facts.values import UNITS
from socialpolicy.library.clause import BENEFITS, REASONS
from socialpolicy.library.documents import DOCUMENTS, SHOWN_TO
from socialpolicy.library.library import Library
from socialpolicy.schemas.shaping import (
    CONDITION,
    DATE,
    ID,
    TEXT,
    Schema,
    closed,
    listed,
    one_of,
    titled,
    top,
)

__all__ = ["clause_schema"]

_YES: Schema = {"type": "boolean"}
_NAME: Schema = {"type": "string", "pattern": r"^[a-z][a-z0-9_]{0,39}$"}
_TEXT_NAME: Schema = {"type": "string", "pattern": ID}


def clause_schema(library: Library) -> Schema:
    """The TOML between the `+++` of a clause file for a library; TOML's dates are texts in it."""
    norms = {kind: dict(words) for kind, words in library.norms.words.items()}
    authorities = {name: entry.title for name, entry in library.authorities.items()}
    documents = {name: f"for {audience}" for name, audience in DOCUMENTS.items()}
    keys: Mapping[str, Schema] = {
        "title": titled(TEXT, "The short name: in lists, and as the topic of “at a glance”"),
        "heading": titled(TEXT, "The heading in documents; may hold values"),
        "intent": titled(TEXT, "One sentence on what the clause is for"),
        "when": titled(CONDITION, "When the clause stands"),
        "for_clients": titled(CONDITION, "Where it fails, the clause drops out of that client's file"),
        "reasons": titled(listed(_any(REASONS), least=1), "Which of the five reasons it serves"),
        "benefits": titled(listed(_any(BENEFITS), least=1), "Which of the five benefits it serves"),
        "texts": titled(_texts(documents), "Document → the text that it takes, or none"),
        "requires": titled(listed(TEXT), "Other clauses, each perhaps with a range of versions"),
        "authorities": titled(listed(one_of(authorities)), "The codes and laws behind it"),
        "covers": titled(_open(TEXT), "A point that it must make → the paragraph that makes it"),
        "effective": titled(DATE, "The first day on which this version may be chosen"),
        "review_by": titled(DATE, "The day after which composing warns that it is due"),
        "change": titled(TEXT, "One sentence on what this version changes"),
        "prompt_rank": titled(
            {"type": "integer", "minimum": 1, "maximum": 99, "default": 50}, "How early its prompt is taken"
        ),
        "withdrawn": titled(DATE, "The day from which it is no longer chosen"),
        "withdrawn_because": titled(TEXT, "Why it was withdrawn"),
        "replaces": titled(_TEXT_NAME, "In a pack: the clause that it takes the place of"),
        "stances": titled(
            {**_named(_stance(documents)), "minProperties": 1}, "The positions that it can take"
        ),
        "facts": titled(_open(_fact(), _NAME["pattern"]), "Questions of this clause alone"),
        "consents": titled(_named(_consent()), "Boxes to tick"),
        "norms": titled(listed(_norm(norms), once=False), "What some stances assert"),
    }
    required = ("title", "heading", "intent", "when", "reasons", "benefits", "texts", "effective")
    schema = closed(keys, (*required, "review_by", "change", "stances"))
    return top("clause", f"The front matter of a clause for {library.name}", schema)


def _any(options: tuple[str, ...]) -> Schema:
    return {"enum": list(options)}


def _open(entry: Schema, pattern: object = "") -> Schema:
    names = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": "object", "additionalProperties": entry, **names}


def _named(entry: Schema) -> Schema:
    return _open(entry, ID)


def _texts(documents: Mapping[str, str]) -> Schema:
    return closed({name: {**_TEXT_NAME, "title": words} for name, words in documents.items()})


def _stance(documents: Mapping[str, str]) -> Schema:
    keys = {
        "label": TEXT,
        "default": _YES,
        "default_when": CONDITION,
        "allowed_when": CONDITION,
        "because": TEXT,
        "texts": _texts(documents),
        "was": _TEXT_NAME,
    }
    return {**closed(keys, ["label"]), "dependentRequired": {"allowed_when": ["because"]}}


def _fact() -> Schema:
    column: Schema = {"type": "object"}
    keys: Mapping[str, Schema] = {
        "kind": _any(KINDS),
        "question": TEXT,
        "help": TEXT,
        "options": _open(TEXT),
        "options_from": _NAME,
        "default": {},
        "required": _YES,
        "optional": _YES,
        "asked_when": CONDITION,
        "shown": _any(tuple(SHOWN_TO)),
        "unit": _any(tuple(UNITS)),
        "range": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
        "at_least": {"type": "integer", "minimum": 0},
        "many": _YES,
        "columns": _open(column),
        "row": TEXT,
        "label": TEXT,
    }
    return closed(keys, ["kind"])


def _consent() -> Schema:
    keys = {
        "asks": TEXT,
        "withdraw": TEXT,
        "asked_when": CONDITION,
        "for_clients": CONDITION,
        "each_signer": _YES,
    }
    return closed(keys, ["asks", "withdraw"])


def _norm(words: Mapping[str, Mapping[str, str]]) -> Schema:
    keys: Mapping[str, Schema] = {
        "stances": listed(_TEXT_NAME, least=1),
        "modality": _any(("obligation", "prohibition", "permission", "request")),
        "bearer": {"type": "string"},
        "act": one_of(words["acts"]),
        "toward": listed({"type": "string"}),
        "channel": listed({"type": "string"}),
        "unless": listed({"type": "string"}),
        "time_limit": {"type": "string"},
        "when": CONDITION,
    }
    return closed(keys, ["stances", "modality", "bearer", "act"])
