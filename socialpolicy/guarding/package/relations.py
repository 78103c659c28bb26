"""Relationships (ECMA-376 part 2, 9.3): which part leads to which, and that none leads out of the package."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import unquote

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import CHAIN, SAVE_AGAIN
from socialpolicy.guarding.package.flat import SEPARATOR, read_listed
from socialpolicy.guarding.package.kinds import macros

__all__ = ["ROOT_RELATIONS", "Relation", "check_chains", "main_part", "read_relations", "source_of"]

ROOT_RELATIONS: Final = "_rels/.rels"
_LIST = "http://schemas.openxmlformats.org/package/2006/relationships" + SEPARATOR
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_PROGRAMS = ("/vbaproject", "/wordvbadata")
_PLACES = re.compile(r"(?:(?P<folder>.*)/)?_rels/(?P<file>[^/]*)\.rels")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|.*[\\\x00-\x1f]")


@attrs.frozen
class Relation:
    """One relationship: its kind, and the member that it leads to (None: it leads outside, and may)."""

    kind: str
    target: str | None


def source_of(name: str) -> str | None:
    """The member whose relationships a member lists ("": those of the package); None where it lists none."""
    found = _PLACES.fullmatch(name)
    return found and posixpath.join(found["folder"] or "", found["file"])


def read_relations(text: bytes, source: str, place: Place) -> Iterator[Relation]:
    """The relationships of a source; raises for one that is not whole, or that leaves the package."""
    root, listed = read_listed(text, place)
    seen = set()
    for one in listed if root == f"{_LIST}Relationships" else ():
        if one.name == f"{_LIST}Relationship":
            said = one.attributes
            name, kind, target = (said.get(key) for key in ("Id", "Type", "Target"))
            mode = said.get("TargetMode", "Internal")
            if not name or not kind or target is None or name in seen or mode not in ("Internal", "External"):
                raise _wrong("A relationship in the document is not whole, or stands twice.", place)
            seen.add(name)
            if kind.lower().endswith(_PROGRAMS):
                raise macros(place)
            yield Relation(kind, _inside(source, target, place) if mode == "Internal" else None)


def _inside(source: str, target: str, place: Place) -> str:
    """The name of the member that an internal target leads to."""
    path = unquote(target.partition("#")[0])
    steps = [] if path.startswith("/") else source.split("/")[:-1]
    outside = bool(_ELSEWHERE.match(path))
    for step in path.split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step == "..":
            outside = True
        elif step not in ("", "."):
            steps.append(step)
    if outside:
        raise _wrong("A relationship in the document leads out of it.", place)
    return "/".join(steps)


def main_part(relations: Sequence[Relation], place: Place) -> str:
    """The name of the main part, from the relationships of the package."""
    if any(relation.kind == _STRICT for relation in relations):
        raise strict(place)
    found = [relation.target for relation in relations if relation.kind == _MAIN]
    if len(found) > 1:
        raise _wrong("The file holds two main documents.", place)
    return (found or [None])[0] or ""


def strict(place: Place) -> WrongValue:
    """The finding for what Word calls “Strict Open XML”, whose namespaces are others."""
    message = "The document is in the kind “Strict Open XML”, which few programs read."
    return WrongValue(Code.PACKAGE_STRICT, message, place, SAVE_AGAIN)


def check_chains(related: Mapping[str, Sequence[Relation]], place: Place) -> None:
    """Refuse relationships that lead from part to part more than CHAIN times, followed in their order."""
    seen: set[str] = set()
    paths = [iter(related.get("", ()))]
    while paths:
        relation = next(paths[-1], None)
        if relation is None:
            paths.pop()
        elif relation.target and relation.target not in seen:
            seen.add(relation.target)
            paths.append(iter(related.get(relation.target, ())))
            if len(paths) > CHAIN + 1:
                message = f"Parts of the document lead to each other more than {CHAIN} times."
                raise WrongValue(Code.PACKAGE_TOO_DEEP, message, place, SAVE_AGAIN)


def _wrong(message: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_RELATIONSHIP, message, place, SAVE_AGAIN)
