"""Reads what any .docx says: all of its text, in reading order, with what a plain look would miss.

python-docx leaves out tracked insertions and content controls without a word, and shows hidden text.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package import read_package
from socialpolicy.writers.word.reading.drafts import Missed, Shared
from socialpolicy.writers.word.reading.looks import Looks
from socialpolicy.writers.word.reading.noticing import notices
from socialpolicy.writers.word.reading.parts import main_name, roots, styles_root
from socialpolicy.writers.word.reading.values import (
    Change,
    Control,
    Piece,
    Reading,
    ReadParagraph,
    Story,
    StoryKind,
)
from socialpolicy.writers.word.reading.views import without
from socialpolicy.writers.word.reading.walking import Walk

__all__ = [
    "Change",
    "Control",
    "Piece",
    "ReadParagraph",
    "Reading",
    "Story",
    "StoryKind",
    "read_docx",
    "read_members",
]

_NOWHERE = Place()


def read_docx(content: bytes, place: Place = _NOWHERE) -> Reading:
    """What a .docx says. Raises WrongValue for a file that the guard does not let pass, or that is no XML.

    Numbers of lists are not in the text, since Word counts them; nor are marks of notes. Text that is
    hidden is left out, and a finding says so. `place` is where findings start from: the name of the file.
    """
    members = read_package(content, place).members
    try:
        return read_members(members, place)
    except etree.XMLSyntaxError:  # a name or an id that the guard leaves to lxml
        fault = WrongValue(Code.PACKAGE_XML, "A part of the document is not XML that can be read.", place)
    raise fault


def read_members(members: Mapping[str, bytes], place: Place = _NOWHERE) -> Reading:
    """What the members of a package say that the guard let pass, or that we wrote."""
    main = main_name(members)
    shared = Shared(Looks.of(styles_root(members, main)))
    paragraphs: list[ReadParagraph] = []
    missed: list[Missed] = []
    for story, root in roots(members, main):
        walk = Walk(story, shared).through(root)
        missed += (Missed(one.what, one.after + len(paragraphs), one.words) for one in walk.missed)
        paragraphs += walk.paragraphs
    return Reading(
        tuple(paragraphs),
        current=without(paragraphs, Change.DELETED),
        original=without(paragraphs, Change.INSERTED),
        controls=tuple(shared.controls),
        findings=notices(paragraphs, missed, shared.looks, place),
    )
