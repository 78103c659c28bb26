"""The addendum's own section: the agreement's paper, its own margins, header, footer and page numbers."""

from __future__ import annotations

import attrs

from socialpolicy.document import Document
from socialpolicy.writers.word.attaching.host import Host
from socialpolicy.writers.word.fields import field
from socialpolicy.writers.word.furniture import TAB, header
from socialpolicy.writers.word.look import MARGIN, PAPER
from socialpolicy.writers.word.mirroring import mirrored
from socialpolicy.writers.word.paragraphs import paragraph
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.runs import plain_run

__all__ = ["Pages", "ending", "footer_of", "header_of", "pages_of", "section_of"]

_SMALLEST, _LARGEST = 5000, 31680  # twips: smaller than A6 is no page for a text, larger Word does not take


@attrs.frozen
class Pages:
    """The size of a page in twips."""

    width: int
    height: int

    @property
    def text(self) -> int:
        """The width between our margins."""
        return self.width - 2 * MARGIN


def pages_of(host: Host, document: Document) -> Pages:
    """The agreement's paper, upright; that of the document where the agreement does not say or is too odd."""
    size = None if host.section is None else host.section.find(f"{W}pgSz")
    sides = [] if size is None else [size.get(f"{W}{name}", "") for name in ("w", "h")]
    numbers = [int(side) for side in sides if side.isascii() and side.isdigit()]
    fit = sorted(number for number in numbers if _SMALLEST <= number <= _LARGEST)
    return Pages(*fit) if len(fit) == 2 else Pages(*PAPER[document.paper])


def header_of(document: Document) -> str:
    """The header of every page of the addendum."""
    return header(document)


def footer_of(document: Document) -> str:
    """The version and its date, and the page: of how many, no field says that all programs compute."""
    page = field("PAGE", plain_run("1"))
    words = paragraph("Footer", plain_run(document.imprint) + TAB + plain_run("Addendum, page ") + page)
    return mirrored(words, document.locale)


def section_of(host: Host, pages: Pages, header: str, footer: str, *, last: bool) -> str:
    """The properties of the section; `header` and `footer` are ids of relationships.

    At the end of an agreement its pages count from 1; in the middle they count on.
    """
    kinds = ("default", "even") if host.setting("evenAndOddHeaders") is not None else ("default",)
    heads = "".join(f'<w:headerReference w:type="{kind}" r:id="{header}"/>' for kind in kinds)
    feet = "".join(f'<w:footerReference w:type="{kind}" r:id="{footer}"/>' for kind in kinds)
    count = '<w:pgNumType w:start="1"/>' * last
    return (
        f'<w:sectPr>{heads}{feet}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{pages.width}" w:h="{pages.height}"/>'
        f'<w:pgMar w:top="1531" w:right="{MARGIN}" w:bottom="1361" w:left="{MARGIN}"'
        f' w:header="737" w:footer="624" w:gutter="0"/>{count}<w:cols w:space="708"/></w:sectPr>'
    )


def ending(section: bytes) -> bytes:
    """The paragraph, as low as can be, that ends a section with these properties."""
    return (
        b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        + section
        + b"</w:pPr></w:p>"
    )
