"""The documents that fuzzing begins with: small, and with everything in them that a reader looks at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from socialpolicy.writers.word.letterhead import starter
from tests.guarding.hostile.made import DOCUMENT, document, packed, parts, sound
from tests.writers.word.letterhead.making import BODY_TAG, letterhead, paragraph, style

__all__ = ["seeds"]

_BODIES = (
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Fees</w:t><w:tab/><w:br/></w:r></w:p>",
    "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>48</w:t></w:r></w:ins>"
    "<w:del w:id='2' w:author='a'><w:r><w:delText>24</w:delText></w:r></w:del></w:p>",
    "<w:sdt><w:sdtPr><w:tag w:val='fees'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>$120</w:t></w:r></w:p>"
    "</w:sdtContent></w:sdt>",
    "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    "</w:tc></w:tr></w:tbl><w:sectPr/>",
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:bookmarkStart w:id='0' w:name='a'/></w:p>",
)


def seeds(target: str) -> Iterator[bytes]:
    """The documents that a target reads without a complaint."""
    match target:
        case "letterhead":
            yield from _letterheads()
        case "agreement":  # nothing is put into text that is not UTF-8
            yield from islice(_documents(), 2 + len(_BODIES))
        case _:
            yield from _documents()


def _letterheads() -> Iterator[bytes]:
    yield letterhead(BODY_TAG)
    yield letterhead(
        paragraph("{{ practice_name }}") + BODY_TAG + paragraph("{{ version }} {{ date }}"),
        styles=style("Normal", "Normal", more='w:default="1"')
        + style("H1", "heading 1", "<w:rPr><w:color w:val='336699'/></w:rPr>"),
        header=paragraph("{{ title }}"),
        footer='<w:p><w:fldSimple w:instr="PAGE"/></w:p>',
    )
    yield starter("modern", "Letter")


def _documents() -> Iterator[bytes]:
    """Sound documents, stored and packed."""
    yield sound()
    yield packed(parts())
    for body in _BODIES:
        yield packed({**parts(), DOCUMENT: document(body)})
    yield packed(
        {**parts(), DOCUMENT: document("".join(_BODIES)).decode().replace("UTF-8", "UTF-16").encode("utf-16")}
    )
