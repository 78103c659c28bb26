"""The lists of a package, `[Content_Types].xml` and `.rels`: a root with elements in it, nothing deeper."""

from __future__ import annotations

import contextlib
import pyexpat
from collections.abc import Mapping
from typing import Final

import attrs

__all__ = ["SEPARATOR", "Listed", "read_listed", "root_name"]

SEPARATOR: Final = "\x01"  # between a namespace and a name: what neither can hold, or expat refuses the part


@attrs.frozen
class Listed:
    """An element of a list: its namespace, SEPARATOR and name; its attributes."""

    name: str
    attributes: Mapping[str, str]


class _Found(Exception):
    """The root has been met; nothing after it matters."""


def read_listed(text: bytes) -> tuple[str, tuple[Listed, ...]]:
    """The root's name, and the elements that lie in the root itself; the text is well-formed UTF-8."""
    root, depth, found = "", 0, list[Listed]()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal root, depth
        depth += 1
        if depth == 1:
            root = name
        elif depth == 2:
            found.append(Listed(name, attributes))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = pyexpat.ParserCreate("utf-8", SEPARATOR)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(text, True)
    return root, tuple(found)


def root_name(text: bytes) -> str:
    """The name of the root, written as in `Listed`."""
    root = ""

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal root
        root = name
        raise _Found

    parser = pyexpat.ParserCreate("utf-8", SEPARATOR)
    parser.StartElementHandler = start
    with contextlib.suppress(_Found):
        parser.Parse(text, True)
    return root
