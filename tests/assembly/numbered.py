"""A document with numbers at every level, and references to them, in each numbering scheme."""

from __future__ import annotations

from socialpolicy.document import Document, Scheme
from tests.composition.small import OUTLINE, clause, small, tree_of

__all__ = ["numbered_in"]

_DEEP = """
The first paragraph leads to [the second](clause:door#full:3) and to [windows](clause:window).

1. One item.
2. Another item:
   1. inside it,
   2. and again:
      1. deeper,
      2. deepest.

A second list goes on:

1. the first after it,
2. the second.
"""
_LEADING = """
1. An item with nothing numbered above it,
2. and another:
   1. with one inside.

Back to [the door's second paragraph](clause:door#full:3).

1. An item,

then more of the same.

- A bullet:
  1. a step in it.

1. and one that goes on.
"""


def numbered_in(scheme: Scheme) -> Document:
    """The document; two lists stand under one paragraph, and one stands under none."""
    library = small(
        {"door": clause("Door", _DEEP), "window": clause("Window", _LEADING)},
        outline=OUTLINE.replace('numbers = "provisions"', f'numbers = "provisions"\nscheme = "{scheme}"'),
    )
    document: Document = tree_of(library)
    return document
