"""An agreement and an addendum in one file: every byte of the agreement that need not move stays."""

from __future__ import annotations

import itertools
import re
from xml.sax.saxutils import quoteattr

import attrs

from socialpolicy.writers.word.attaching.host import Host
from socialpolicy.writers.word.attaching.scanning import scan
from socialpolicy.writers.word.names import DECLARATION, NAMESPACES, RELATION

__all__ = ["Joining"]

_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAME = re.compile(rb"<([^\s/>]+)")


@attrs.define
class Joining:
    """The members as they become; parts are added, and existing ones grow, without being written anew."""

    host: Host
    members: dict[str, bytes] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.members = dict(self.host.members)

    @property
    def folder(self) -> str:
        """The folder of the part that holds the text, "" or with a slash at its end."""
        folder, slash, _ = self.host.parts.main.rpartition("/")
        return folder + slash

    def add(self, stem: str, content: bytes, *, kind: str, type: str, source: str = "") -> str:
        """Hang a part on another (the text, if `source` is ""); the id of its relationship.

        `stem` is its name with "#" where a number stands that makes it one that the file has not yet.
        """
        taken = {name.casefold() for name in self.members}
        names = (stem.replace("#", str(number)) for number in itertools.count(1))
        name = next(name for name in names if name.casefold() not in taken)
        self.members[name] = content
        override = f"PartName={quoteattr('/' + name)} ContentType={quoteattr(type)}"
        self.grow(_TYPES, "Override", override)
        return self.relate(source or self.host.parts.main, name, kind)

    def relate(self, source: str, target: str, kind: str) -> str:
        """A relationship from one part to another; its id, which no other of that part has."""
        folder, slash, file = source.rpartition("/")
        rels = f"{folder}{slash}_rels/{file}.rels"
        if rels not in self.members:
            self.members[rels] = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"></Relationships>'.encode()
        taken = set(re.findall(rb"\bId\s*=\s*[\"']([^\"']*)", self.members[rels]))
        ids = (f"spa{number}" for number in itertools.count(1))
        id = next(id for id in ids if id.encode() not in taken)
        entry = f'Id="{id}" Type="{RELATION}/{kind}" Target={quoteattr("/" + target)}'
        self.grow(rels, "Relationship", entry)
        return id

    def grow(self, name: str, element: str, attributes: str) -> None:
        """One more entry at the end of a list of parts or relationships, under the prefix that it uses."""
        part = self.members[name]
        opened = scan(part)
        called = _NAME.match(part, opened.span.start)
        prefix = called[1].decode().rpartition(":")[0] if called else ""
        entry = f"<{prefix + ':' if prefix else ''}{element} {attributes}/>"
        self.members[name] = opened.with_last(part, entry.encode())

    def declare(self) -> None:
        """Declare in the text's first tag the prefixes that our XML uses and it does not know yet."""
        name = self.host.parts.main
        part, known = self.members[name], self.host.text.nsmap
        opened = scan(part)
        tag = part[opened.span.start : opened.inside - 1]
        missing = (prefix for prefix in NAMESPACES if prefix not in known)
        tag += "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in missing).encode()
        own = next((prefix for prefix, space in known.items() if space == NAMESPACES["mc"]), None) or "mc"
        self.members[name] = part[: opened.span.start] + _passed_over(tag, own) + part[opened.inside - 1 :]


def _passed_over(tag: bytes, prefix: str) -> bytes:
    """The tag, saying that a program that does not know Word 2010's names may pass them over."""
    listed = re.search(prefix.encode() + rb":Ignorable\s*=\s*[\"']([^\"']*)", tag)
    if listed is None:
        return tag + f' {prefix}:Ignorable="w14"'.encode()
    if b"w14" in listed[1].split():
        return tag
    return tag[: listed.end(1)] + b" w14" + tag[listed.end(1) :]
