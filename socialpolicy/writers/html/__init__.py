"""A web page: one file without scripts, with one style, that needs and loads nothing else."""

from __future__ import annotations

from socialpolicy.document import Document
from socialpolicy.writers.html.anchors import anchors_of
from socialpolicy.writers.html.body import renderer
from socialpolicy.writers.html.elements import element, lines, void
from socialpolicy.writers.html.style import policy, style
from socialpolicy.writers.languages import direction
from socialpolicy.writers.pieces import Pieces, foot_of_title, pieces
from socialpolicy.writers.prepared import Prepared

__all__ = ["prepare"]


def prepare(document: Document, *, large_print: bool = False) -> Prepared:
    """The document as a page of its own, ready to be filled; `large_print` on screen and on paper."""
    write = renderer(anchors_of(document), top=2, styled=True)
    html = void("html", lang=document.locale, dir=direction(document.locale))
    opening = "\n".join(
        (
            "<!doctype html>",
            html,
            _head(document, style(document.paper, large=large_print)),
            "<body>",
            "<header>",
        )
    )
    title = element("h1", lines(document.title))
    return Pieces(
        (
            f"{opening}\n{title}",
            *pieces(foot_of_title(document), write),
            "</header>\n<main>",
            *pieces(document.blocks, write),
            "</main>\n</body>\n</html>",
        ),
        write,
    )


def _head(document: Document, sheet: str) -> str:
    named = " – ".join(filter(None, (document.title, document.practice)))
    entries = (
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", http_equiv="Content-Security-Policy", content=policy(sheet)),
        element("title", lines(named)),
        f"<style>{sheet}</style>",
    )
    return element("head", "\n".join(["", *entries, ""]))
