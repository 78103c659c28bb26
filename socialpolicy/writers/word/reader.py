"""What one part of a .docx of ours says, in brief: style and text of each paragraph."""

from __future__ import annotations

import io
import zipfile

import attrs

from socialpolicy.writers.word.reading.drafts import Shared
from socialpolicy.writers.word.reading.looks import Looks
from socialpolicy.writers.word.reading.parts import styles_root
from socialpolicy.writers.word.reading.values import Story
from socialpolicy.writers.word.reading.walking import Walk
from socialpolicy.writers.word.reading.xml import BODY, W, parse, part_tree

__all__ = ["W", "WrittenParagraph", "part_tree", "read_paragraphs"]


@attrs.frozen
class WrittenParagraph:
    """A paragraph as it stands in a file: its style's id and its text, fields as they show."""

    style: str
    text: str


def read_paragraphs(file: bytes, part: str = BODY) -> tuple[WrittenParagraph, ...]:
    """The paragraphs of a part in reading order, tables included; a no-break space reads as a space."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    shared = Shared(Looks.of(styles_root(members, BODY)))
    walk = Walk(Story("body", part), shared).through(parse(members[part]))
    return tuple(WrittenParagraph(one.style, one.text.replace("\u00a0", " ")) for one in walk.paragraphs)
