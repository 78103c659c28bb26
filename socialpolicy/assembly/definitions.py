"""The defined terms that a document uses, and those that their definitions use."""

from __future__ import annotations

from socialpolicy import document as tree
from socialpolicy.assembly.wording import Writer

__all__ = ["definitions"]


def definitions(writer: Writer) -> tree.Definitions:
    """The definitions of the terms used so far, by their words."""
    entries: dict[str, tree.Definition] = {}
    while missing := [term for term in writer.terms if term not in entries]:
        for term in missing:
            entry = writer.composed.library.terms[term]
            entries[term] = tree.Definition(term, entry.words, inlines=writer.passage(entry.means))
    return tree.Definitions(tuple(sorted(entries.values(), key=lambda one: one.words.lower())))
