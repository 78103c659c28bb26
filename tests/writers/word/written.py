"""What these tests share: a short document, and a look into the file that was written."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from socialpolicy.document import Block, Document, Inline, Inlines, Paragraph, Part, Provision, Text
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.reader import W, WrittenParagraph, part_tree, read_paragraphs
from tests.writers.sample import sample_document

__all__ = [
    "attributes",
    "inlines",
    "paragraph",
    "parts_of",
    "provision",
    "said",
    "short",
    "styled",
    "tree",
    "with_part",
    "written",
]


def inlines(*entries: str | Inline) -> Inlines:
    """Inlines, with a bare string for a Text."""
    return tuple(Text(entry) if isinstance(entry, str) else entry for entry in entries)


def paragraph(*entries: str | Inline, key: str = "", number: str = "") -> Paragraph:
    return Paragraph(key, inlines(*entries), number=number)


def provision(id: str, number: str, *blocks: Block) -> Provision:
    return Provision(id, "1.0.0", heading=inlines(id.title()), blocks=blocks, number=number)


def short(*blocks: Block, **changes: object) -> Document:
    """A document of these blocks alone."""
    return sample_document(subtitle=(), blocks=(Part("", blocks),), **changes)


def written(*blocks: Block, **words: str) -> bytes:
    """The file of a short document, these facts filled."""
    return prepare(short(*blocks)).fill({(fact, ""): value for fact, value in words.items()})


def styled(*blocks: Block, **words: str) -> list[WrittenParagraph]:
    """The paragraphs of a short document but its title and its spacers."""
    paragraphs = read_paragraphs(written(*blocks, **words))[1:]
    return [entry for entry in paragraphs if entry.style != "SPSpacer"]


def said(*blocks: Block, **words: str) -> list[str]:
    """Their texts."""
    return [entry.text for entry in styled(*blocks, **words)]


def tree(*blocks: Block, **words: str) -> etree._Element:
    """The document part of a short document."""
    return part_tree(written(*blocks, **words))


def attributes(root: etree._Element, element: str, name: str = "val") -> list[str]:
    """One attribute of every such element."""
    return [found.get(W + name, "") for found in root.iter(W + element)]


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(file: bytes, name: str, content: bytes) -> bytes:
    """The file with one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for other, old in parts_of(file).items():
            package.writestr(other, content if other == name else old)
    return stream.getvalue()
