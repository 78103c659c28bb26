"""PDF: the tree, typeset by Typst; tagged, with bookmarks and links, the same bytes on every machine."""

from __future__ import annotations

import datetime

import attrs

from socialpolicy.document import Document, Hole, Table, walk
from socialpolicy.writers.languages import is_right_to_left
from socialpolicy.writers.pdf.anchors import anchors_of
from socialpolicy.writers.pdf.blocks import Page
from socialpolicy.writers.pdf.compiling import pages_of, pdf_of
from socialpolicy.writers.pdf.source import array, call, literal
from socialpolicy.writers.pdf.spans import Spans
from socialpolicy.writers.prepared import Words, cleaned

__all__ = ["PreparedPdf", "prepare"]

_PAPER = {"A4": "a4", "Letter": "us-letter"}
# sizes of the text in points, the first that fits being taken, and the margin at the sides in centimetres
_USUAL, _LARGE = ((10.5,), 2.3), ((16.5,), 2.0)
_ONE_PAGE = ((11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5), 1.6)
# as much room as a long name takes
_LONG_NAME = "n" * 40
_THUMBNAIL = 60  # pixels
# up to how much larger than usual a box stays on one page
_WHOLE_BOXES = 1.4


def prepare(document: Document, *, large_print: bool = False) -> PreparedPdf:
    """The document as a PDF, ready to be filled; `large_print` sets it in 16.5 points.

    What is said and asked in a first session is set as large as one page allows. Raises NotFound where Typst
    (extra `pdf`) is not installed, and Refused where no font has a sign of a text.
    """
    prompts = any(isinstance(node, Table) and node.kind == "prompts" for node in walk(document))
    sizes, margin = _LARGE if large_print else _ONE_PAGE if prompts else _USUAL
    tried = (PreparedPdf(document, size=size, margin=margin) for size in sizes)
    prepared = next(one for one in tried if one.size == sizes[-1] or one.fits())
    prepared.fill({})
    return prepared


@attrs.frozen
class PreparedPdf:
    """A document that is typeset again for each client, since their words move all others.

    `size` is that of its text in points, `margin` the one at the sides in centimetres.
    """

    document: Document
    size: float = attrs.field(kw_only=True)
    margin: float = attrs.field(kw_only=True)

    def fill(self, words: Words) -> bytes:
        """The finished PDF (PDF/UA-1); a hole that `words` does not name prints as a ruled line."""
        fit = cleaned(words)
        return pdf_of(self._source(fit), self.document, fit)

    def pictures(self, words: Words, *, width: int = 800) -> tuple[bytes, ...]:
        """Each page as a PNG, so many pixels wide."""
        fit = cleaned(words)
        return pages_of(self._source(fit), self.document, fit, width=width)

    def fits(self) -> bool:
        """Whether it stands on one page, with long names in its holes too."""
        holes = (node for node in walk(self.document) if isinstance(node, Hole))
        names = {(hole.fact, hole.form): _LONG_NAME for hole in holes}
        return len(self.pictures(names, width=_THUMBNAIL)) == 1

    def _source(self, words: Words) -> str:
        spans = Spans(words, anchors_of(self.document))
        page = Page(spans, breaks=self.size > _USUAL[0][0] * _WHOLE_BOXES)
        settings = ", ".join(f"{name}: {value}" for name, value in self._settings(spans).items())
        return f"#show: policy.with({settings})\n#{page.stack(self.document.blocks, 1)}\n"

    def _settings(self, spans: Spans) -> dict[str, str]:
        document = self.document
        language, _, region = document.locale.partition("-")
        return {
            # PDF/UA asks for a title
            "title": literal(document.title or document.id),
            "subtitle": spans.content(document.subtitle),
            "practice": literal(document.practice),
            "imprint": literal(document.imprint),
            "paper": literal(_PAPER[document.paper]),
            "size": f"{self.size}pt",
            "margin": f"{self.margin}cm",
            "lang": literal(language.lower()),
            "region": literal(region.lower()) if region else "none",
            "dir": "rtl" if is_right_to_left(document.locale) else "ltr",
            "keywords": array((literal(f"edition {document.edition}"),)),
            "date": _date(document.dated),
        }


def _date(dated: str) -> str:
    day = datetime.date.fromisoformat(dated)
    return call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))
