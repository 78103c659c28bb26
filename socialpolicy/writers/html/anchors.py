"""Where a link can lead: an id for each clause, paragraph, box, part, term and consent that has one alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import attrs

from socialpolicy.document import Box, Consent, Definition, Document, Node, Paragraph, Part, Provision, walk

__all__ = ["Anchors", "anchors_of"]

# what may stand in a fragment of an address as it is (RFC 3986, section 3.5); keys have nothing else
_OTHER = re.compile(r"[^A-Za-z0-9._:/-]")


@attrs.frozen
class Anchors:
    """The ids of one document; `prefix` sets them apart from those of a page that it is pasted into.

    `parts`: the key of each part → the name that its id is made of.
    """

    names: frozenset[str]
    prefix: str = ""
    parts: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)

    def at(self, node: Node) -> str:
        """The id of a node, "" where it has none."""
        return self.to(_name(node))

    def to(self, name: str) -> str:
        """The id that a key of the document leads to, "" where nothing has it."""
        return f"{self.prefix}{_fit(name)}" if name in self.names else ""

    def to_heading(self, key: str) -> str:
        """The id of a part or a provision by its key."""
        return self.to(self.parts.get(key, key))


def anchors_of(document: Document, prefix: str = "") -> Anchors:
    """The ids of a document: a key that stands twice leads nowhere."""
    counted = Counter(_fit(name) for node in walk(document) if (name := _name(node)))
    names = (name for node in walk(document) if (name := _name(node)))
    alone = frozenset(name for name in names if counted[_fit(name)] == 1)
    parts = {node.key: _name(node) for node in walk(document) if isinstance(node, Part) and node.key}
    return Anchors(alone, prefix, parts=parts)


def _name(node: Node) -> str:
    match node:
        case Provision():
            return node.id
        case Paragraph():
            return node.key
        case Box():
            return node.kind
        case Part():
            # its heading is what stays when others come and go; its key says where in the outline it stands
            return f"part:{re.sub(r'[^a-z0-9]+', '-', node.heading.lower()).strip('-')}"
        case Definition():
            return f"term:{node.id}"
        case Consent():
            return f"consent:{node.id}"
        case _:
            return ""


def _fit(name: str) -> str:
    return _OTHER.sub(lambda found: f"_{ord(found[0]):x}", name)
