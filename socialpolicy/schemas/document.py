"""The schema of a document's tree, as `.json` files, locks and records hold it; made from its classes."""

from __future__ import annotations

import inspect
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from socialpolicy.document.canonical import NODES
from socialpolicy.schemas.shaping import Schema, top

__all__ = ["document_schema"]


def document_schema() -> Schema:
    """A document as JSON: an object for each node, whose `type` is the node's name in small letters."""
    nodes: Schema = {name: _node(name, kind) for name, kind in NODES.items()}
    return top("document", "One document of a policy", {"$ref": "#/$defs/document", "$defs": nodes})


def _node(name: str, kind: type) -> Schema:
    hints = get_type_hints(kind)
    fields = {field.name: _of(hints[field.name]) for field in attrs.fields(kind)}
    return {
        "title": kind.__name__,
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": {"type": {"const": name}, **fields, **_FILLED.get(name, {})},
        "required": ["type", *fields],
        "additionalProperties": False,
    }


def _of(hint: Any) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0])}
    if origin in (types.UnionType, Union):
        return {"anyOf": [_of(one) for one in inner]}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    return {"$ref": f"#/$defs/{hint.__name__.lower()}"}


# what a file for one client has beside the tree
_FILLED: dict[str, Schema] = {
    "hole": {
        "words": {
            "type": "string",
            "description": "The client's words, where the hole is filled: a file only.",
        }
    }
}
_PLAIN = {str: "string", bool: "boolean", int: "integer", type(None): "null"}
