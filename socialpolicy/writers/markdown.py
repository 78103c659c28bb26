"""CommonMark with pipe tables; every value prints literally."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import assert_never

import attrs

from socialpolicy.document import (
    Block,
    Box,
    Consent,
    Consents,
    Contents,
    ContentsLine,
    Definitions,
    Document,
    Execution,
    Field,
    Inlines,
    Item,
    Items,
    Paragraph,
    Part,
    Parties,
    Provision,
    Signer,
    Strong,
    Table,
    Text,
)
from socialpolicy.writers.commonmark import cell, dented, escaped, heading, prose
from socialpolicy.writers.pieces import RULE, foot_of_title, settled
from socialpolicy.writers.prepared import Prepared, Words
from socialpolicy.writers.spans import spanned

__all__ = ["prepare"]


def prepare(document: Document) -> Prepared:
    """The document as Markdown, ready to be filled."""
    title = heading(1, escaped(document.title))
    return settled(title, (*foot_of_title(document), *document.blocks), _render)


def _render(block: Block, words: Words) -> str:
    return _Page(words).block(block, 2)


@attrs.frozen
class _Page:
    """Writes blocks; `words` fill the holes."""

    words: Words

    def stack(self, blocks: Iterable[Block], level: int) -> str:
        return _stacked(self.block(block, level) for block in blocks)

    def block(self, block: Block, level: int) -> str:
        match block:
            case Paragraph(_, inlines):
                return prose(_numbered(block.number, self.text(inlines)))
            case Items(_, items):
                return self.items(items, level)
            case Table():
                return self.table(block)
            case Provision():
                return self.provision(block, level)
            case Part(_, blocks):
                top = heading(level, escaped(block.title))
                return _stacked([top, self.stack(blocks, level + 1 if block.title else level)])
            case Box():
                title = self.strong(block.heading)
                return dented(_stacked([title, self.stack(block.blocks, level + 1)]), "> ", "> ")
            case Contents(entries):
                return "\n".join(self.contents(entry) for entry in entries)
            case Parties(parties):
                return _stacked(self.entry(party.label, party.inlines) for party in parties)
            case Definitions(entries):
                return _stacked(self.entry(entry.words, entry.inlines) for entry in entries)
            case Consents(boxes):
                return _stacked(self.consent(box) for box in boxes)
            case Execution():
                return self.execution(block)
            case _:
                assert_never(block)

    def entry(self, label: str, inlines: Inlines) -> str:
        return prose(self.text((Strong((Text(f"{label}:"),)), Text(" "), *inlines)))

    def contents(self, line: ContentsLine) -> str:
        number = f"{line.number}." if line.number else ""
        margin = "  " * (line.level - 1)
        return dented(prose(_numbered(number, self.text(line.inlines))), f"{margin}- ", f"{margin}  ")

    def items(self, items: Sequence[Item], level: int) -> str:
        native = [item.number for item in items] == [f"{index}." for index in range(1, len(items) + 1)]
        texts = (self.item(item, native, level) for item in items)
        return ("\n\n" if any(len(item.blocks) > 1 for item in items) else "\n").join(texts)

    def item(self, item: Item, native: bool, level: int) -> str:
        if native:
            return _hung(item.number, self.stack(item.blocks, level))
        # CommonMark has no list that counts (a), (b): the label is text
        label = Text(f"{item.number} " if item.number else "")
        return _hung("-", self.stack(_led(label, item.blocks), level))

    def provision(self, provision: Provision, level: int) -> str:
        number = f"{provision.number}." if provision.number else ""
        title = heading(level, _numbered(number, self.text(provision.heading)))
        return _stacked([title, self.stack(provision.blocks, level + 1)])

    def table(self, table: Table) -> str:
        columns = max(map(len, (table.header, *table.rows)))
        rule = ["---"] * columns
        header, *rows = ([cell(self.text(one)) for one in row] for row in (table.header, *table.rows))
        lines = (_row(row, columns) for row in (header, rule, *rows)) if columns else ()
        return _stacked([self.strong((Text(table.caption),)), "\n".join(lines)])

    def consent(self, consent: Consent) -> str:
        asks = ("[ ] " if consent.has_box else "") + prose(self.text(consent.asks))
        withdraw = prose(self.text(consent.withdraw))
        return _hung("-", _stacked([asks, withdraw, self.fields(consent.lines)]))

    def execution(self, execution: Execution) -> str:
        label = self.strong((Text(execution.label),))
        signers = (self.signer(signer) for signer in execution.signers)
        return _stacked([label, prose(self.text(execution.statement)), *signers])

    def signer(self, signer: Signer) -> str:
        return _stacked([self.strong((Text(signer.label),)), self.fields(signer.fields)])

    def fields(self, fields: Iterable[Field]) -> str:
        return "\n".join(_hung("-", self.field(field)) for field in fields)

    def field(self, field: Field) -> str:
        tick = field.kind == "tick"
        content = self.text(field.inlines) or ("" if tick else escaped(RULE))
        text = prose(" ".join(filter(None, [escaped(field.label if tick else f"{field.label}:"), content])))
        return f"[ ] {text}" if tick else text

    def strong(self, inlines: Inlines) -> str:
        return prose(self.text((Strong(inlines),)))

    def text(self, inlines: Inlines) -> str:
        return spanned(inlines, self.words)


def _led(label: Text, blocks: Sequence[Block]) -> Sequence[Block]:
    match blocks:
        case [Paragraph(key, inlines), *others]:
            return [Paragraph(key, (label, *inlines)), *others]
        case _:
            return [Paragraph("", (label,)), *blocks]


def _numbered(number: str, text: str) -> str:
    return f"{escaped(number)} {text}" if number else text


def _hung(marker: str, text: str) -> str:
    return dented(text, f"{marker} ", " " * (len(marker) + 1))


def _row(cells: Iterable[str], columns: int) -> str:
    padded = [text for text, _ in zip_longest(cells, range(columns), fillvalue="")]
    return f"| {' | '.join(padded)} |"


def _stacked(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)
