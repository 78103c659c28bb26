"""The lists of a package, `[Content_Types].xml` and `.rels`: a root with elements in it, nothing deeper."""

from __future__ import annotations

import contextlib
import pyexpat
from collections.abc import Mapping
from typing import Final

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import SAVE_AGAIN

__all__ = ["SEPARATOR", "Listed", "malformed", "parse", "read_listed", "root_name"]

SEPARATOR: Final = "\x01"  # between a namespace and a name: what neither can hold, or expat refuses the part


@attrs.frozen
class Listed:
    """An element of a list: its namespace, SEPARATOR and name; its attributes."""

    name: str
    attributes: Mapping[str, str]


class _Found(Exception):
    """The root has been met; nothing after it matters."""


def read_listed(text: bytes, place: Place) -> tuple[str, tuple[Listed, ...]]:
    """The root's name, and the elements that lie in the root itself; the text is UTF-8 within all bounds."""
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
    parse(parser, text, place)
    return root, tuple(found)


def root_name(text: bytes, place: Place) -> str:
    """The name of the root, written as in `Listed`."""
    root = ""

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal root
        root = name
        raise _Found

    parser = pyexpat.ParserCreate("utf-8", SEPARATOR)
    parser.StartElementHandler = start
    with contextlib.suppress(_Found):
        parse(parser, text, place)
    return root


def parse(parser: pyexpat.XMLParserType, text: bytes, place: Place) -> None:
    """Let the parser read the whole text; raises a finding where it cannot."""
    try:
        parser.Parse(text, True)
    except pyexpat.ExpatError as fault:
        why = pyexpat.ErrorString(fault.code)
        where = f"line {fault.lineno}, column {fault.offset + 1}"
    else:
        return
    raise malformed(f"{where}: {why}", place)


def malformed(why: str, place: Place) -> WrongValue:
    """The finding for a part that is not XML as it should be."""
    message = f"A part of the document is not well-formed XML ({why})."
    return WrongValue(Code.PACKAGE_XML, message, place, SAVE_AGAIN)
