"""Word comments on paragraphs: for faults, and for what a starter has to say. They never print."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from lxml import etree

from socialpolicy.errors import Place
from socialpolicy.writers.word.letterhead.dressing import wrapped
from socialpolicy.writers.word.markup import text
from socialpolicy.writers.word.parts import PackageParts, parsed, written_xml
from socialpolicy.writers.word.reader import W

__all__ = ["AUTHOR", "Comment", "add_comments"]

AUTHOR = "socialpolicy"
# fixed, so that the same letterhead gives the same bytes
_DATE = "2000-01-01T00:00:00Z"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PLACE = Place()


@attrs.frozen(eq=False)
class Comment:
    """Words about a paragraph."""

    words: str
    paragraph: etree._Element


def add_comments(parts: PackageParts, main: etree._Element, comments: Iterable[Comment]) -> None:
    """Hang the comments on paragraphs of `main`, the text of `parts`, after those that it has already."""
    name = parts.one("comments")
    root = parsed(parts.content[name], _PLACE) if name else wrapped("comments", "")
    taken = [one.get(f"{W}id", "") for one in root.iter(f"{W}comment")]
    next_id = max((int(id) for id in taken if id.isascii() and id.isdigit()), default=-1) + 1
    for number, comment in enumerate(comments, start=next_id):
        root.append(_written(comment.words, number))
        _anchor(comment.paragraph, number)
    if name:
        parts.content[name] = written_xml(root)
    else:
        parts.add("comments", _free(parts), written_xml(root), type=_TYPE)


def _free(parts: PackageParts) -> str:
    names = (f"word/comments{number or ''}.xml" for number in range(len(parts.content) + 1))
    return next(name for name in names if name not in parts.content)


def _written(words: str, number: int) -> etree._Element:
    who = f'w:id="{number}" w:author="{AUTHOR}" w:date="{_DATE}" w:initials="sp"'
    return wrapped("comments", f"<w:comment {who}><w:p><w:r>{text(words)}</w:r></w:p></w:comment>")[0]


def _anchor(paragraph: etree._Element, number: int) -> None:
    """The whole paragraph is what the comment is about."""
    id = {f"{W}id": str(number)}
    properties = paragraph.find(f"{W}pPr")
    start = 0 if properties is None else paragraph.index(properties) + 1
    paragraph.insert(start, etree.Element(f"{W}commentRangeStart", id))
    etree.SubElement(paragraph, f"{W}commentRangeEnd", id)
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", id)
