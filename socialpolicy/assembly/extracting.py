"""A part of a document as a page of its own: what leads out of it is words alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from socialpolicy import document as tree
from socialpolicy.errors import Code, NotFound
from socialpolicy.library.documents import EXTRACTS

__all__ = ["extracted"]


def extracted(document: tree.Document, name: str) -> tree.Document:
    """The extract of that name (a key of EXTRACTS); raises NotFound where the document has no such part.

    Its title is the heading of the part. A box for emergencies comes with it; numbers of sections, which
    are those of the whole document, do not.
    """
    part = next((one for one in document.blocks if _is_of(one, EXTRACTS[name][1])), None)
    if not isinstance(part, tree.Part):
        message = f"`{name}` is not for this practice: `{document.id}` has no such part."
        raise NotFound(Code.DOCUMENT_NONE, message)
    boxes = tuple(one for one in document.blocks if isinstance(one, tree.Box) and one.kind == "emergency")
    page = tree.Part("", tuple(_tight(block) for block in part.blocks))
    blocks = _loosened((*boxes, page), {box.kind for box in boxes})
    subtitle = (tree.Text(document.title),)
    return attrs.evolve(document, id=name, title=part.heading, subtitle=subtitle, blocks=blocks)


def _is_of(block: tree.Block, kind: str) -> bool:
    inside = block.blocks if isinstance(block, tree.Part) else ()
    return any(isinstance(one, tree.Table) and one.key.startswith(f"outline/{kind}-") for one in inside)


def _loosened(nodes: tuple[Any, ...], kept: Collection[str]) -> tuple[Any, ...]:
    """The nodes without references and terms that lead to what is not `kept`."""
    return tuple(loose for node in nodes for loose in _each(node, kept))


def _each(node: Any, kept: Collection[str]) -> Iterator[Any]:
    match node:
        case tree.Term(words):
            yield from _loosened(words, kept)
        case tree.Reference(words, target) if target not in kept:
            # without words of its own a reference is its number: that sentence needs it
            yield from _loosened(words, kept) or (tree.Text(node.label),)
        case _ if attrs.has(type(node)):
            fields = {field.name: getattr(node, field.name) for field in attrs.fields(type(node))}
            inner = {
                name: _loosened(value, kept) for name, value in fields.items() if isinstance(value, tuple)
            }
            yield attrs.evolve(node, **inner)
        case tuple():
            yield _loosened(node, kept)
        case _:
            yield node


def _tight(block: tree.Block) -> tree.Block:
    """A table as one that has to fit on one page."""
    return attrs.evolve(block, kind="prompts") if isinstance(block, tree.Table) else block
