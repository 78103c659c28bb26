"""Faults of the package: its members, their kinds of content, what leads to them, whom they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from socialpolicy.writers.word.lint.faults import Fault, Opened, named, twice
from socialpolicy.writers.word.reading.parts import relations
from socialpolicy.writers.word.reading.xml import parse

__all__ = ["MEMBERS"]

_TYPES = "[Content_Types].xml"
_APP = "docProps/app.xml"
# what Word fills in by itself from the machine and its user
_NAMING = ("Company", "Manager", "HyperlinkBase")
_OWN_FORM = ("", "Normal", "Normal.dotm")
_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"


def _twice(file: Opened) -> Iterator[Fault]:
    """Readers do not agree on which of two they take."""
    exact = twice(file.listed)
    yield from (Fault("member-twice", name, name) for name in exact)
    folded = twice(name.casefold() for name in dict.fromkeys(file.listed))
    yield from (Fault("member-twice-but-for-case", name, name) for name in folded)


def _stores(file: Opened) -> Iterator[Fault]:
    """Word finds a part of custom XML by its id."""
    ids = [parse(content).get(_STORE, "") for name, content in file.members.items() if _is_store(name)]
    return named("custom-xml-twice", "customXml", twice(filter(None, ids)))


def _is_store(name: str) -> bool:
    return name.startswith("customXml/itemProps") and name.endswith(".xml")


def _relations(file: Opened) -> Iterator[Fault]:
    used = {_TYPES}
    for name in ("", *file.members):
        listed = relations(file.members, name)
        inside = [one.target for one in listed if not one.external]
        used.update(inside)
        yield from named("relation-dangling", name, (one for one in inside if one not in file.members))
    for name in file.members:
        if name not in used and not name.endswith(".rels"):
            yield Fault("part-unused", name)


def _types(file: Opened) -> Iterator[Fault]:
    types = parse(file.members[_TYPES])
    endings = {one.get("Extension", "").lower() for one in types.iterchildren("{*}Default")}
    names = {one.get("PartName", "").lstrip("/").lower() for one in types.iterchildren("{*}Override")}
    for name in file.members:
        lower = name.lower()
        if name != _TYPES and lower not in names and lower.rpartition(".")[2] not in endings:
            yield Fault("part-without-type", name)
    here = {name.lower() for name in file.members}
    yield from named("type-dangling", _TYPES, sorted(names - here))


def _people(file: Opened) -> Iterator[Fault]:
    """A client's paper says nothing of whose machine it was written on."""
    if _APP not in file.members:
        return
    said = {
        str(one.tag).rpartition("}")[2]: (one.text or "").strip() for one in _elements(file.members[_APP])
    }
    yield from (Fault("machine-named", _APP, name) for name in _NAMING if said.get(name))
    if said.get("Template", "") not in _OWN_FORM:
        yield Fault("machine-named", _APP, "Template")


def _elements(content: bytes) -> Iterator[etree._Element]:
    return parse(content).iterchildren("{*}*")


MEMBERS: tuple[Callable[[Opened], Iterable[Fault]], ...] = (_twice, _stores, _relations, _types, _people)
