"""Document trees as JSON and back: every node by its name, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from socialpolicy.document import Document, Hole, Link, Table, canonical
from socialpolicy.document.canonical import Json
from socialpolicy.errors import Place
from socialpolicy.keeping.shapes import Shapes, iso_date

__all__ = ["NODES", "json_of_tree", "tree_of_json"]


def _is_even(table: Table) -> bool:
    return len({len(row) for row in (*filter(None, [table.header]), *table.rows)}) < 2


# What a writer puts into a file as more than text; elsewhere the library's reading has seen to it.
_FORMS: Mapping[tuple[type, str], Callable[[Any], object]] = {
    (Document, "id"): re.compile(r"[a-z][a-z0-9-]{0,47}").fullmatch,
    (Document, "dated"): iso_date,
    (Hole, "fact"): re.compile(r"[a-z][a-z0-9_]{0,39}").fullmatch,
    (Hole, "form"): re.compile(r"[a-z0-9-]{0,40}").fullmatch,
    (Table, ""): _is_even,
    (Link, "url"): re.compile(r"(?:https?://|mailto:|tel:)\S+").fullmatch,
}

NODES = Shapes(canonical.NODES, forms=_FORMS)


def json_of_tree(document: Document) -> Json:
    """The tree as JSON has it: an object for each node, its `type` the node's name."""
    return NODES.plain(document)


def tree_of_json(value: Json, place: Place) -> Document:
    """The tree that JSON holds; raises Refused, each fault with its path."""
    return NODES.read(Document, value, place, "The document cannot be read.")
