"""A letterhead to start from: a .docx that has every style, to be opened in Word and made one's own."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from socialpolicy.errors import Code, NotFound
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.writers.word.letterhead.commenting import Comment, add_comments
from socialpolicy.writers.word.letterhead.dressing import dressed_lists, dressed_styles, wrapped
from socialpolicy.writers.word.letterhead.looks import LOOKS, Design
from socialpolicy.writers.word.letterhead.settling import settled
from socialpolicy.writers.word.letterhead.tags import BODY
from socialpolicy.writers.word.look import PAPER
from socialpolicy.writers.word.markup import attribute
from socialpolicy.writers.word.names import WORD_TYPE
from socialpolicy.writers.word.parts import PackageParts, R, Relation, written_xml
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.zipped import zipped

__all__ = ["LOOKS", "starter"]

_MAIN = "word/document.xml"
_LOGO = (
    "Your logo: double-click the header, then Insert, Pictures (PNG or JPEG). Where the document goes "
    f"stands {BODY}: leave it alone in its paragraph. This comment never travels into a document."
)


def starter(look: str = "plain", paper: Literal["A4", "Letter"] = "A4") -> bytes:
    """A letterhead in one of the looks of `LOOKS`, as the bytes of a .docx; raises NotFound."""
    if look not in LOOKS:
        hint = did_you_mean(look, LOOKS) or f"one of: {', '.join(LOOKS)}"
        raise NotFound(Code.NAME_UNKNOWN, f"There is no look `{look}`.", hint=hint)
    design = LOOKS[look]
    parts = PackageParts({}, {}, {"": [Relation("rId1", "officeDocument", target=_MAIN)]})
    parts.content[_MAIN], parts.types[_MAIN] = b"", f"{WORD_TYPE}.document.main+xml"
    ids = {
        kind: parts.add(_GENERAL.get(kind, kind), f"word/{kind}.xml", content, type=_type(kind))
        for kind, content in _furnishing(design, paper).items()
    }
    main = wrapped("document", f"<w:body><w:p><w:r><w:t>{BODY}</w:t></w:r></w:p></w:body>")
    whole = main[0]
    whole.append(_section(design, paper, ids))
    add_comments(parts, main, [Comment(_LOGO, whole[0])])
    parts.content[_MAIN] = written_xml(main)
    return zipped(parts.members().items())


# the header of the first page is a header as well
_GENERAL = {"header1": "header", "header2": "header"}


def _type(kind: str) -> str:
    return f"{WORD_TYPE}.{_GENERAL.get(kind, kind)}+xml"


def _furnishing(design: Design, paper: Literal["A4", "Letter"]) -> dict[str, bytes]:
    width = PAPER[paper][0] - design.margins["left"] - design.margins["right"]
    roots = {
        "styles": dressed_styles(design.look, "en", width),
        "numbering": dressed_lists(design.look),
        "settings": settled(None, "en"),
        "fontTable": wrapped("fonts", _fonts(design)),
        "header1": _placed("hdr", design.head, width),
        "header2": _placed("hdr", design.running, width),
        "footer": _placed("ftr", design.foot, width),
    }
    return {kind: written_xml(root) for kind, root in roots.items()}


def _placed(root: str, content: str, width: int) -> etree._Element:
    return wrapped(root, content.replace("{right}", str(width)).replace("{inner}", str(width - 160)))


def _fonts(design: Design) -> str:
    names = dict.fromkeys((design.look.text_font, design.look.heading_font))
    return "".join(f"<w:font w:name={attribute(name)}/>" for name in names)


def _section(design: Design, paper: Literal["A4", "Letter"], ids: dict[str, str]) -> etree._Element:
    """A first page with the whole letterhead, and pages that follow with a line of it."""
    width, height = PAPER[paper]
    references = (
        ("header", "first", "header1"), ("header", "default", "header2"),
        ("footer", "first", "footer"), ("footer", "default", "footer"),
    )  # fmt: skip
    section = etree.Element(f"{W}sectPr")
    for kind, page, name in references:
        etree.SubElement(section, f"{W}{kind}Reference", {f"{W}type": page, f"{R}id": ids[name]})
    etree.SubElement(section, f"{W}pgSz", {f"{W}w": str(width), f"{W}h": str(height)})
    margins = {**design.margins, "gutter": 0}
    etree.SubElement(section, f"{W}pgMar", {f"{W}{side}": str(wide) for side, wide in margins.items()})
    etree.SubElement(section, f"{W}titlePg")
    return section
