"""Every file is read back: its text is that of the tree, and each filled hole says its words exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

import attrs
from lxml import etree

from socialpolicy.document import (
    Blank,
    Block,
    Box,
    Break,
    Consent,
    Consents,
    Contents,
    Definitions,
    Document,
    Emphasis,
    Execution,
    Field,
    Hole,
    Inline,
    Inlines,
    Items,
    Link,
    Paragraph,
    Part,
    Parties,
    Provision,
    Reference,
    Strong,
    Table,
    Term,
    Text,
    Value,
    plain,
)
from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.writers.prepared import HoleKey, Words
from socialpolicy.writers.word.reading import read_members
from socialpolicy.writers.word.reading.parts import main_name
from socialpolicy.writers.word.reading.xml import MC, W, parse

__all__ = ["check_filled", "check_said", "said"]

_HINT = "this is a fault of this package, not of yours: please report it"
_BOX = "☐"
# what only the reader understands: none of it is in a file of ours, but a letterhead may have it
_FOR_THE_READER = [
    *(f"{W}{name}" for name in (
        "ins", "del", "moveFrom", "moveTo", "vanish", "specVanish", "drawing", "pict", "object", "sym",
        "ruby", "altChunk", "ffData", "noBreakHyphen", "softHyphen",
    )),
    f"{MC}AlternateContent",
]  # fmt: skip


def check_said(document: Document, members: Mapping[str, bytes], *, around: bool = False) -> None:
    """Hold the members of a file, its holes still open, to the tree: nothing is missing, changed or added.

    Numbers may stand or not, since Word computes them. With `around`, text of a letterhead may stand
    before and after. Raises WrongValue, which names the first place where the file says something else.
    """
    told = said(members)
    starts = _starts(told, _bare(document.title)) if around else (0,)
    missed = [_missed(document, told, start, to_the_end=not around) for start in starts]
    if all(missed):
        raise _otherwise(document, missed[-1] if missed else "its title")


def _starts(told: str, title: str) -> tuple[int, ...]:
    """Where the document may begin: a letterhead can say the title too."""
    return tuple(found.start() for found in re.finditer(re.escape(title), told))


def _missed(document: Document, told: str, place: int, *, to_the_end: bool) -> str:
    """Whose text does not stand where it should, if the document begins at this place; "" where all does."""
    for piece in _pieces(document):
        wanted = _bare(piece.text)
        numbered = _bare(piece.number) + wanted
        found = numbered if told.startswith(numbered, place) else wanted
        if not told.startswith(found, place):
            return piece.key or "a text without a key"
        place += len(found)
    return "its end" if told[place:] and to_the_end else ""


def said(members: Mapping[str, bytes]) -> str:
    """The text of the body without white and boxes to tick; a hole says nothing.

    A file that holds nothing but runs, controls and fields is read in one step; any other by the reader.
    """
    main = main_name(members)
    root = parse(members[main])
    hiding = any(b"vanish" in content for name, content in members.items() if name.endswith("styles.xml"))
    if hiding or next(root.iter(*_FOR_THE_READER), None) is not None:
        return _bare("".join(one.text for one in read_members(members).stories("body")))
    etree.strip_elements(root, f"{W}instrText", with_tail=False)
    return _bare(etree.tostring(root, method="text", encoding="unicode"))


def check_filled(words: Words, written: Mapping[HoleKey, bytes]) -> None:
    """Hold what is written for each fact to its words; raises WrongValue, which names the fact alone."""
    for key, value in words.items():
        if not _MARKUP.search(value) and written[key] == b"%s%s%s" % (_OPEN, value.encode(), _CLOSE):
            continue  # a parser of XML reads such words as they stand
        run = parse(b'<w:r xmlns:w="%s">%s</w:r>' % (W[1:-1].encode(), written[key]))
        read = "".join("\n" if child.tag == f"{W}br" else child.text or "" for child in run)
        if read != value.replace("\t", " "):
            raise WrongValue(Code.FILE_SAYS_OTHERWISE, _MESSAGE, Place(path=key[0]), _HINT)


# what XML, or our way of writing it, has another reading for
_MARKUP = re.compile(r"[<>&\t\n\r]")
_OPEN, _CLOSE = b'<w:t xml:space="preserve">', b"</w:t>"
_MESSAGE = "The file would not say what was asked for."


def _bare(words: str) -> str:
    return "".join(words.replace(_BOX, "").split())


def _otherwise(document: Document, key: str) -> WrongValue:
    return WrongValue(Code.FILE_SAYS_OTHERWISE, _MESSAGE, Place(path=f"{document.id}, {key}"), _HINT)


# ---------- the tree, in the order of the file ----------


@attrs.frozen
class _Piece:
    """Text that the tree asks for: whose it is, and the number that may stand before it."""

    key: str
    text: str
    number: str = ""


def _pieces(document: Document) -> Iterator[_Piece]:
    yield _Piece("its title", document.title)
    yield _Piece("its subtitle", _words(document.subtitle))
    yield from _all(document.blocks)


def _all(blocks: Iterable[Block], number: str = "") -> Iterator[_Piece]:
    """`number` is that of an item, which stands before its first paragraph."""
    for place, block in enumerate(blocks):
        yield from _block(block, number if place == 0 else "")


def _block(block: Block, number: str) -> Iterator[_Piece]:
    match block:
        case Part(heading, blocks):
            yield _Piece(f"the heading “{heading}”", heading, block.number and f"{block.number}:")
            yield from _all(blocks)
        case Provision():
            yield _Piece(block.id, _words(block.heading), block.number)
            yield from _all(block.blocks)
        case Paragraph():
            yield _Piece(block.key, _words(block.inlines), block.number or number)
        case Items():
            for item in block.items:
                yield from _item(item.key, item.blocks, item.number)
        case Table():
            cells = (words for row in (block.header, *block.rows) for words in row)
            yield _Piece(block.key, block.caption)
            yield from (_Piece(block.key, _words(words)) for words in cells)
        case Contents():
            yield from (_Piece(one.key, _words(one.inlines), one.number) for one in block.lines)
        case Box():
            yield _Piece(block.kind, _words(block.heading))
            yield from _all(block.blocks)
        case Parties():
            yield from (_Piece(one.id, one.label + _words(one.inlines)) for one in block.parties)
        case Definitions():
            yield from (_Piece(one.id, one.words + _words(one.inlines)) for one in block.entries)
        case Consents():
            yield from (piece for consent in block.boxes for piece in _consent(consent))
        case Execution():
            yield from _execution(block)
        case _:
            assert_never(block)


def _item(key: str, blocks: tuple[Block, ...], number: str) -> Iterator[_Piece]:
    """An item that opens with no paragraph has one of its own for its number."""
    if not blocks or not isinstance(blocks[0], Paragraph):
        yield _Piece(key, "", number)
        number = ""
    yield from _all(blocks, number)


def _consent(consent: Consent) -> Iterator[_Piece]:
    """One box to tick has no label: it stands beside what is asked."""
    key = f"{consent.clause}.{consent.id}"
    single = len([field for field in consent.fields if field.kind == "tick"]) < 2
    yield _Piece(key, _words(consent.asks) + _words(consent.withdraw))
    yield from (_field(key, one) for one in consent.fields if not (single and one.kind == "tick"))


def _execution(block: Execution) -> Iterator[_Piece]:
    yield _Piece("its signatures", block.label + _words(block.statement))
    for signer in block.signers:
        yield _Piece(signer.party, signer.label)
        yield from (_field(signer.party, one) for one in signer.fields)


def _field(key: str, field: Field) -> _Piece:
    return _Piece(f"{key}.{field.kind}", field.label + _words(field.inlines))


def _words(inlines: Inlines) -> str:
    """The words without those of holes, which are not filled yet."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(words) | Value(words, _):
            return words
        case Hole():
            return ""
        case Strong(children) | Emphasis(children) | Link(children, _) | Term(children, _):
            return _words(children)
        case Reference(words):
            return _words(words) + inline.label
        case Blank() | Break():
            return plain((inline,))
        case _:
            assert_never(inline)
