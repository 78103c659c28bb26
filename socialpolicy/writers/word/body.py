"""The body of a document as XML: from the tree alone, so that any package can take it in."""

from __future__ import annotations

from itertools import zip_longest
from typing import assert_never

import attrs

from socialpolicy.document import (
    Block,
    Box,
    Consents,
    Contents,
    Definitions,
    Document,
    Execution,
    Item,
    Items,
    Paragraph,
    Part,
    Parties,
    Provision,
    Table,
    plain,
    walk,
)
from socialpolicy.writers.word.contents import WHOLE, contents
from socialpolicy.writers.word.controls import block_control
from socialpolicy.writers.word.desk import TYPED, Desk
from socialpolicy.writers.word.look import text_width
from socialpolicy.writers.word.mirroring import mirrored
from socialpolicy.writers.word.numbering import Counter
from socialpolicy.writers.word.paragraphs import BODY, CLAUSE, Frame, paragraph, spacer
from socialpolicy.writers.word.runs import plain_run, runs
from socialpolicy.writers.word.signing import consents, execution
from socialpolicy.writers.word.tables import box, definitions, parties, text_table

__all__ = ["body"]

TAB = "<w:r><w:tab/></w:r>"
# what a paragraph leads to, and must not stand apart from at the foot of a page
_LED_TO = Items | Table | Consents | Definitions | Execution


def body(document: Document, width: int | None = None, scale: float = 1) -> str:
    """The document's blocks, title first and a thin paragraph last.

    They are for a column of `width` twips (by default that of the document's paper); `scale` is how much
    larger than ours the text is.
    A client's value is a processing instruction `<?hole fact|form|…?>` where a run's text would stand.
    It is written twice: a reference forward needs the number of what follows.
    """
    frame = Frame(width or text_width(document.paper), scale=scale)
    first = Desk(counter=Counter(document.scheme))
    _whole(first, frame, document)
    second = Desk(first.bookmarks, counter=Counter(document.scheme))
    return mirrored(_whole(second, frame, document) + spacer(), document.locale)


def _whole(desk: Desk, frame: Frame, document: Document) -> str:
    title = paragraph("Title", plain_run(document.title))
    subtitle = paragraph("Subtitle", runs(desk, document.subtitle)) if document.subtitle else ""
    blocks = _blocks(desk, frame, document.blocks)
    has_contents = any(isinstance(node, Contents) for node in walk(document))
    return title + subtitle + (desk.bookmarked(WHOLE, blocks) if has_contents else blocks)


def _blocks(desk: Desk, frame: Frame, blocks: tuple[Block, ...]) -> str:
    return "".join(
        _block(desk, frame, block, keep_next=isinstance(after, _LED_TO) and not frame.breaks)
        for block, after in zip_longest(blocks, blocks[1:])
    )


def _block(desk: Desk, frame: Frame, block: Block, *, keep_next: bool) -> str:
    """`keep_next`: a paragraph that leads to a list, a table or boxes to tick stays on their page."""
    match block:
        case Part():
            return _part(desk, frame, block)
        case Contents():
            return contents(desk, block)
        case Provision():
            return _provision(desk, frame, block)
        case Paragraph():
            return _paragraph(desk, frame, block, keep_next=keep_next)
        case Items():
            return "".join(_item(desk, frame, item) for item in block.items)
        case Table():
            return text_table(desk, frame, block)
        case Box():
            inside = _blocks(desk, frame.inside_a_box, block.blocks)
            return box(desk, frame, block, content=inside)
        case Parties():
            return parties(desk, frame, block)
        case Definitions():
            return definitions(desk, frame, block)
        case Consents():
            return consents(desk, frame, block)
        case Execution():
            return execution(desk, frame, block)
        case _:
            assert_never(block)


def _part(desk: Desk, frame: Frame, block: Part) -> str:
    # the heading of a table of contents is no line of it
    style = "TOCHeading" if any(isinstance(one, Contents) for one in block.blocks) else "Heading1"
    words, inside = plain_run(block.heading), _blocks(desk, frame, block.blocks)
    if block.number:
        return _numbered(desk, "SPSchedule", f"{block.number}:", words, key=block.key) + inside
    return (paragraph(style, desk.bookmarked(block.key, words)) if block.heading else "") + inside


def _provision(desk: Desk, frame: Frame, block: Provision) -> str:
    words = runs(desk, block.heading)
    if block.number:
        heading = _numbered(desk, "Heading2", block.number, words, key=block.id)
    else:
        heading = paragraph("SPHeading", desk.bookmarked(block.id, words))
    inside = _blocks(desk, attrs.evolve(frame, ladder=CLAUSE if block.number else BODY), block.blocks)
    tag = f"{block.id}@{block.version}"
    return block_control(desk, tag, heading + inside, alias=plain(block.heading))


def _paragraph(desk: Desk, frame: Frame, block: Paragraph, *, keep_next: bool) -> str:
    words = runs(desk, block.inlines)
    if block.number:
        return _numbered(desk, "SPClause", block.number, words, key=block.key, keep_next=keep_next)
    return paragraph(frame.rung.text, desk.bookmarked(block.key, words), keep_next=keep_next)


def _item(desk: Desk, frame: Frame, item: Item) -> str:
    """The item's first paragraph carries its number or bullet; what follows stands under its text."""
    first, rest = _lead(item)
    words = runs(desk, first.inlines)
    if item.number:
        lead = _numbered(desk, frame.rung.ordered, item.number, words, key=first.key)
    else:
        lead = paragraph(frame.rung.bullet, desk.bookmarked(first.key, words))
    return lead + _blocks(desk, frame.deeper(), rest)


def _lead(item: Item) -> tuple[Paragraph, tuple[Block, ...]]:
    match item.blocks:
        case (Paragraph() as first, *rest):
            return first, tuple(rest)
        case _:
            return Paragraph(item.key, ()), item.blocks


def _numbered(desk: Desk, style: str, number: str, words: str, *, key: str, keep_next: bool = False) -> str:
    """A paragraph whose number Word computes; one that it would compute otherwise is typed in."""
    if desk.count(style, number):
        marked = desk.bookmarked(key, words, number=desk.counter.full(style))
        return paragraph(style, marked, keep_next=keep_next)
    typed = plain_run(number) + TAB + desk.bookmarked(key, words)
    return paragraph(TYPED[style], typed, keep_next=keep_next)
