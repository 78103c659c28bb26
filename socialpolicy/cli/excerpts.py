"""One clause out of each document of a policy, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialpolicy.document import Block, Box, Document, Paragraph, Provision, walk
from socialpolicy.policy import Policy
from socialpolicy.writers.text import excerpt

__all__ = ["excerpts"]


def excerpts(policy: Policy, clause: str, documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(document, words) for each document that has the clause."""
    for name in documents:
        tree = policy.document(name).tree
        block = _block(tree, clause)
        if block is not None:
            yield name, excerpt(block)


def _block(document: Document, clause: str) -> Block | None:
    for node in walk(document):
        if isinstance(node, Provision) and node.id == clause:
            return node
        if isinstance(node, Box) and any(
            isinstance(inner, Paragraph) and inner.key.startswith(f"{clause}:") for inner in node.blocks
        ):
            return node
    return None
