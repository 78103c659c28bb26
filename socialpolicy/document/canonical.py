"""Trees as canonical JSON (as in RFC 8785): one way to write what is kept, and what other programs read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, get_args

import attrs

from socialpolicy.document.tree import Node

__all__ = ["NODES", "TYPE", "Json", "json_bytes", "json_of"]

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

TYPE: Final = "type"  # the key that says which of several classes an object is
# the nodes of a tree by the names that JSON has for them
NODES: Mapping[str, type] = MappingProxyType({kind.__name__.lower(): kind for kind in get_args(Node)})


def json_bytes(value: Json) -> bytes:
    """The value in UTF-8 on one line that ends in a line feed: keys sorted, no blanks, nothing escaped twice.

    >>> json_bytes({"b": ["é", 1], "a": None})
    b'{"a":null,"b":["\\xc3\\xa9",1]}\\n'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def json_of(value: Any, named: Mapping[str, type] = NODES) -> Json:
    """The value as JSON has it; every field is written, so that a default may change one day.

    An object of a class that is `named` says so with `type`.

    >>> from socialpolicy.document import Text
    >>> json_of((Text("Hello"),))
    [{'type': 'text', 'text': 'Hello'}]
    """
    match value:
        case None | bool() | int() | str():
            return value
        case datetime.date():
            return value.isoformat()
        case tuple() | list():
            return [json_of(entry, named) for entry in value]
        case Mapping():
            return {str(key): json_of(entry, named) for key, entry in value.items()}
    fields = {field.name: json_of(getattr(value, field.name), named) for field in attrs.fields(type(value))}
    name = type(value).__name__.lower()
    return {TYPE: name, **fields} if named.get(name) is type(value) else fields
