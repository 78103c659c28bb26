"""A copy of a letterhead with a Word comment at each fault."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from socialpolicy.errors import Place
from socialpolicy.guarding.package import read_package
from socialpolicy.writers.word.letterhead.checking import faults_of
from socialpolicy.writers.word.letterhead.commenting import Comment, add_comments
from socialpolicy.writers.word.letterhead.stories import TEXT_BOX, Fault
from socialpolicy.writers.word.parts import PackageParts, parsed
from socialpolicy.writers.word.reader import W
from socialpolicy.writers.word.zipped import zipped

__all__ = ["annotated"]


def annotated(content: bytes, place: Place = Place()) -> bytes:  # noqa: B008 – it is frozen
    """The bytes of a copy with the findings of `check` as comments; the copy is a letterhead as well.

    Word takes comments in the text alone: what is wrong in a header or in a style is said at the first
    paragraph. Raises WrongValue where the file is no Word document.
    """
    faults = faults_of(content, place)
    members = dict(read_package(content, place).members)
    parts = PackageParts.of(members, place)
    main = parsed(parts.content[parts.main], place)
    comments = list(_comments(main, parts.main, faults))
    if not comments:
        return content
    add_comments(parts, main, comments)
    parts.content[parts.main] = etree.tostring(main, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(parts.members().items())


def _comments(main: etree._Element, part: str, faults: tuple[Fault, ...]) -> Iterator[Comment]:
    paragraphs = list(main.iter(f"{W}p"))
    whole = main.find(f"{W}body")
    if not paragraphs and whole is not None:
        paragraphs = [etree.Element(f"{W}p")]
        whole.insert(0, paragraphs[0])
    for fault in faults:
        at = paragraphs[fault.paragraph] if fault.part == part and fault.paragraph >= 0 else paragraphs[0]
        boxes = list(at.iterancestors(TEXT_BOX))
        outside = next(boxes[-1].iterancestors(f"{W}p"), paragraphs[0]) if boxes else at
        yield Comment(_words(fault, part), outside)


def _words(fault: Fault, main: str) -> str:
    finding = fault.finding
    where = (
        f"{finding.place.path}: " if fault.paragraph < 0 or not fault.part.endswith("document.xml") else ""
    )
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{where}{finding.message}{hint} [{finding.code}]"
