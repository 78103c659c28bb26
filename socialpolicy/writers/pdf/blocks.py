"""Blocks as calls of the functions of `style.typ`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import assert_never

import attrs

from socialpolicy.document import (
    Block,
    Box,
    Consents,
    Contents,
    ContentsLine,
    Definitions,
    Execution,
    Inlines,
    Item,
    Items,
    Paragraph,
    Part,
    Parties,
    Provision,
    Table,
    Text,
    plain,
)
from socialpolicy.writers.pdf.signing import consent, execution
from socialpolicy.writers.pdf.source import array, block, call, literal, text
from socialpolicy.writers.pdf.spans import Spans, term_key
from socialpolicy.writers.pdf.widths import shares

__all__ = ["Page"]

# what a paragraph leads to, and must not stand apart from at the foot of a page
_LED_TO = Items | Table | Consents | Definitions | Execution
_EDGE = "edge"
_NONE = "0em"


@attrs.frozen
class Page:
    """Writes blocks. `breaks`: boxes may break over two pages, because the text is large."""

    spans: Spans
    breaks: bool = attrs.field(default=False, kw_only=True)

    def stack(self, blocks: Iterable[Block], level: int, indent: str = _NONE) -> str:
        """The blocks as one expression; `level` is that of the next heading, `indent` where text starts."""
        row = tuple(blocks)
        return block(
            *(
                self._block(one, level, indent, leads=isinstance(after, _LED_TO))
                for one, after in zip_longest(row, row[1:])
            )
        )

    def _block(self, node: Block, level: int, indent: str, *, leads: bool) -> str:
        match node:
            case Paragraph():
                return self._paragraph(node, indent, leads=leads)
            case Items():
                return self._items(node, level, indent)
            case Table():
                return self._table(node, indent)
            case Provision():
                return self._provision(node, level)
            case Part():
                return self._part(node, level)
            case Contents(lines):
                return call("contents", *map(self._line, lines)) if lines else ""
            case Box():
                return self._box(node, level)
            case Parties(parties):
                rows = ((text(one.label), self.spans.content(one.inlines)) for one in parties)
                return self._pairs(rows)
            case Definitions(entries):
                return self._pairs(
                    (self._words(one.words, key=term_key(one.id)), self.spans.content(one.inlines))
                    for one in entries
                )
            case Consents(boxes):
                return block(*(consent(self.spans, one) for one in boxes))
            case Execution():
                return execution(self.spans, node, level)
            case _:
                assert_never(node)

    def _paragraph(self, node: Paragraph, indent: str, *, leads: bool) -> str:
        number = {"number": literal(node.number)} if node.number else {}
        words = self.spans.content(node.inlines, key=node.key)
        return call("paragraph", words, **number, indent=indent, leads=_bool(leads))

    def _items(self, node: Items, level: int, indent: str) -> str:
        items = [self._item(one, level) for one in node.items]
        numbers = [one.number for one in node.items]
        if not any(numbers):
            return call("bullets", indent, *items)
        return call("numbered", indent, array(map(literal, numbers)), *items)

    def _item(self, item: Item, level: int) -> str:
        return self.stack(item.blocks, level)

    def _table(self, node: Table, indent: str) -> str:
        rows = array(self._row(one) for one in node.rows)
        caption = {"caption": text(node.caption)} if node.caption else {}
        compact = _bool(node.kind == "prompts")
        widths = array(f"{share}fr" for share in shares(node))
        if not node.rows and not node.header:
            return ""
        table = call("grid-of", widths, self._row(node.header), rows, **caption, compact=compact)
        return table if indent == _NONE else call("indented", indent, table)

    def _row(self, cells: tuple[Inlines, ...]) -> str:
        return array(self.spans.content(cell) for cell in cells)

    def _provision(self, node: Provision, level: int) -> str:
        words = self.spans.content(node.heading, key=node.id)
        heading = self._heading(level, words, plain(node.heading), number=node.number)
        below = level + 1 if heading else level
        return block(heading, self.stack(node.blocks, below, _EDGE if node.number else _NONE))

    def _part(self, node: Part, level: int) -> str:
        heading = self._heading(
            level, self._words(node.title, key=node.key), node.title, own_page=bool(node.number)
        )
        return block(heading, self.stack(node.blocks, level + 1 if heading else level))

    def _heading(self, level: int, words: str, said: str, *, number: str = "", own_page: bool = False) -> str:
        """A heading, where it says something: PDF/UA has no empty one."""
        if not (number + said).strip():
            return ""
        numbered = {"number": literal(number)} if number else {}
        return call("head", str(level), words, **numbered, own_page=_bool(own_page))

    def _words(self, words: str, *, key: str) -> str:
        return self.spans.content((Text(words),), key=key)

    def _line(self, line: ContentsLine) -> str:
        words = block(text(f"{line.number}  ") if line.number else "", self.spans.content(line.inlines))
        target = self.spans.anchors.get(line.key)
        return array((literal(target) if target else "none", str(line.level), words))

    def _box(self, node: Box, level: int) -> str:
        name = "emergency" if node.kind == "emergency" else "note"
        said = plain(node.heading).strip()
        heading = self.spans.content(node.heading, key=node.kind) if said else "none"
        inside = self.stack(node.blocks, level + 1 if said else level)
        return call(name, heading, inside, breaks=_bool(self.breaks), level=str(level))

    def _pairs(self, rows: Iterable[tuple[str, str]]) -> str:
        cells = [cell for label, words in rows for cell in (call("strong", label), words)]
        return call("pairs", *cells) if cells else ""


def _bool(value: bool) -> str:
    return "true" if value else "false"
