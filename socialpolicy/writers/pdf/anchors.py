"""The keys of a document that a reference may lead to, each with its label in Typst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from socialpolicy.document import Box, Definition, Document, Node, Paragraph, Part, Provision, walk
from socialpolicy.writers.pdf.spans import term_key

__all__ = ["anchors_of"]


def anchors_of(document: Document) -> Mapping[str, str]:
    """Key → label, for every key that stands in the document once."""
    counted = Counter(key for node in walk(document) for key in _keys(node) if key)
    return {key: f"k{place}" for place, (key, count) in enumerate(counted.items()) if count == 1}


def _keys(node: Node) -> Iterator[str]:
    match node:
        case Part():
            yield node.key
        case Provision(id):
            yield id
        case Paragraph(key) | Box(key):
            yield key
        case Definition(id):
            yield term_key(id)
