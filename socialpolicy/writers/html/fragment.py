"""A piece of a page, to be pasted into a website or a rich-text box: what its markup means, and no look.

It has no style, script, class or role; its headings start below the page's, its ids with `policy-`.
"""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.html.anchors import anchors_of
from socialpolicy.writers.html.body import renderer
from socialpolicy.writers.html.elements import element, lines, void
from socialpolicy.writers.languages import direction
from socialpolicy.writers.pieces import Pieces, foot_of_title, pieces
from socialpolicy.writers.prepared import Prepared

__all__ = ["prepare"]

_TITLE = 2  # the level of its highest heading: a page has its own h1
_PREFIX = "policy-"


def prepare(document: Document) -> Prepared:
    """The document as one element, ready to be filled."""
    write = renderer(anchors_of(document, _PREFIX), top=_TITLE + 1, styled=False)
    outer = void("article", lang=document.locale, dir=direction(document.locale))
    title = element(f"h{_TITLE}", lines(document.title))
    blocks = (*foot_of_title(document), *document.blocks)
    return Pieces((f"{outer}\n{title}", *pieces(blocks, write), "</article>"), write)
