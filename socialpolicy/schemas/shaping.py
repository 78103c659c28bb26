"""The small pieces that schemas are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

__all__ = [
    "CONDITION",
    "DATE",
    "ID",
    "TEXT",
    "Schema",
    "closed",
    "listed",
    "one_of",
    "titled",
    "top",
]

Schema: TypeAlias = "dict[str, object]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = r"^[a-z][a-z0-9-]{0,47}$"
DATE: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TEXT: Schema = {"type": "string", "pattern": r"\S"}
CONDITION: Schema = {**TEXT, "description": "A condition, as docs/conditions.md has them."}


def closed(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def listed(entry: Schema, *, least: int = 0, once: bool = True) -> Schema:
    """A list of one kind of entry."""
    return {"type": "array", "items": entry, "minItems": least, "uniqueItems": once}


def one_of(options: Mapping[str, str]) -> Schema:
    """One of some options, each with its words."""
    return {
        "type": "string",
        "oneOf": [{"const": option, "title": words} for option, words in options.items()],
    }


def titled(schema: Schema, title: str, *description: str) -> Schema:
    """The schema with words for people; those that are empty are left out."""
    said = " ".join(filter(None, description))
    return {"title": title, **({"description": said} if said else {}), **schema}


def top(name: str, title: str, schema: Schema) -> Schema:
    """A whole schema; its `$id` is a name and no address that anybody must reach."""
    return {"$schema": DIALECT, "$id": f"urn:socialpolicy:{name}", "title": title, **schema}
