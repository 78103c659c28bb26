"""Which parts of a file hold text: the main part, and what hangs on it by its relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from socialpolicy.writers.word.parts import Relation, relations_in
from socialpolicy.writers.word.reading.values import Story, StoryKind
from socialpolicy.writers.word.reading.xml import parse, value

__all__ = ["main_name", "relations", "roots", "styles_root"]

_NOTES: Mapping[str, StoryKind] = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
_PAGES: Mapping[str, StoryKind] = {"header": "header", "footer": "footer"}
# a rule between text and notes, and the like: no note
_RULES = ("separator", "continuationSeparator", "continuationNotice")


def relations(members: Mapping[str, bytes], part: str = "") -> tuple[Relation, ...]:
    """The relationships of a part, or of the package ("")."""
    folder, name = posixpath.split(part)
    listed = members.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if listed is None:
        return ()
    return tuple(relations_in(parse(listed), part))


def main_name(members: Mapping[str, bytes]) -> str:
    """The member that is the document itself; "" where none is."""
    mains = (one.target for one in relations(members) if one.kind == "officeDocument")
    return next((name for name in mains if name in members), "")


def styles_root(members: Mapping[str, bytes], main: str) -> etree._Element | None:
    """The styles, where the file has any."""
    found = (one.target for one in relations(members, main) if one.kind == "styles")
    return next((parse(members[name]) for name in found if name in members), None)


def roots(members: Mapping[str, bytes], main: str) -> Iterator[tuple[Story, etree._Element]]:
    """Each story and its root: the body, headers, footers, footnotes, endnotes, comments."""
    yield Story("body", main), parse(members[main])
    hanging = dict.fromkeys(
        (one.kind, one.target) for one in relations(members, main) if one.target in members
    )
    for kind, name in sorted(hanging, key=lambda one: (_ORDER.get(one[0], -1), _natural(one[1]))):
        if kind in _PAGES:
            yield Story(_PAGES[kind], name), parse(members[name])
        elif kind in _NOTES:
            for note in parse(members[name]):
                if value(note, "type") not in _RULES:
                    yield Story(_NOTES[kind], name, id=value(note, "id")), note


_ORDER = {kind: place for place, kind in enumerate((*_PAGES, *_NOTES))}


def _natural(name: str) -> tuple[int, str]:
    """`header2` before `header10`."""
    return len(name), name
