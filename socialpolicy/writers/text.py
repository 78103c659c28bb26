"""Plain text, 70 columns wide, that reads well in an e-mail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import assert_never

import attrs

from socialpolicy.document import (
    Blank,
    Block,
    Box,
    Break,
    Consent,
    Consents,
    Contents,
    ContentsLine,
    Definitions,
    Document,
    Emphasis,
    Execution,
    Field,
    FieldKind,
    Hole,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Paragraph,
    Part,
    Parties,
    Provision,
    Reference,
    Signer,
    Strong,
    Table,
    Term,
    Text,
    Value,
    plain,
)
from socialpolicy.writers.columns import aligned, hung, records, stacked, underlined, wrapped
from socialpolicy.writers.pieces import foot_of_title, settled, spoken
from socialpolicy.writers.prepared import Prepared, Words

__all__ = ["excerpt", "prepare"]

WIDTH = 70
# room for "12.10" and a space
NUMBER = 6
# how long the line is that somebody writes on
RULES: dict[FieldKind, int] = {"name": 40, "signature": 40, "date": 20, "initials": 10, "tick": 0}

Lines = list[str]


def prepare(document: Document) -> Prepared:
    """The document as plain text, ready to be filled."""
    title = wrapped(document.title, WIDTH)
    top = "=" * max(map(len, title))
    blocks = (*foot_of_title(document), *document.blocks)
    return settled("\n".join([top, *underlined(title, "=")]), blocks, _render)


def excerpt(block: Block) -> str:
    """One block as it stands in its document, with nothing filled in."""
    return _render(block, {})


def _render(block: Block, words: Words) -> str:
    return "\n".join(_Page(words).block(block, WIDTH))


@attrs.frozen
class _Page:
    """Lays blocks out; `words` fill the holes."""

    words: Words

    def stack(self, blocks: Iterable[Block], width: int) -> Lines:
        return stacked(self.block(block, width) for block in blocks)

    def block(self, block: Block, width: int) -> Lines:
        match block:
            case Paragraph(_, inlines):
                label = f"{block.number:<{NUMBER - 1}} " if block.number else ""
                return hung(label, self.wrapped(inlines, width - len(label)))
            case Items(_, items):
                return self.items(items, width)
            case Table():
                return self.table(block, width)
            case Provision():
                return self.provision(block, width)
            case Part(_, blocks):
                title = underlined(wrapped(block.title, width), "=") if block.title else []
                return stacked([title, self.stack(blocks, width)])
            case Box():
                return self.box(block, width)
            case Contents(entries):
                return [line for entry in entries for line in self.contents(entry, width)]
            case Parties(parties):
                return stacked(self.entry(party.label, party.inlines, width) for party in parties)
            case Definitions(entries):
                return stacked(self.entry(entry.words, entry.inlines, width) for entry in entries)
            case Consents(boxes):
                return stacked(self.consent(box, width) for box in boxes)
            case Execution():
                return self.execution(block, width)
            case _:
                assert_never(block)

    def entry(self, label: str, inlines: Inlines, width: int) -> Lines:
        return hung("", wrapped(f"{label}: {self.text(inlines)}", width - 2), rest="  ")

    def contents(self, line: ContentsLine, width: int) -> Lines:
        margin = "  " * (line.level - 1)
        label = margin + (f"{line.number}. " if line.number else "")
        return hung(label, self.wrapped(line.inlines, width - len(label)))

    def items(self, items: Sequence[Item], width: int) -> Lines:
        lines = (self.item(item, width) for item in items)
        loose = any(len(item.blocks) > 1 for item in items)
        return stacked(lines) if loose else list(chain.from_iterable(lines))

    def item(self, item: Item, width: int) -> Lines:
        label = f"{item.number or '-'} "
        return hung(label, self.stack(item.blocks, width - len(label)) or [""])

    def table(self, table: Table, width: int) -> Lines:
        header = [self.text(cell) for cell in table.header]
        rows = [[self.text(cell) for cell in row] for row in table.rows]
        lines = aligned(header, rows, width) or records(header, rows, width)
        return stacked([wrapped(table.caption, width), lines])

    def provision(self, provision: Provision, width: int) -> Lines:
        number = f"{provision.number}. " if provision.number else ""
        title = underlined(wrapped(number + self.text(provision.heading), width), "-")
        body = (self.clause(block, width, NUMBER if number else 0) for block in provision.blocks)
        return stacked([title, *body])

    def clause(self, block: Block, width: int, margin: int) -> Lines:
        # a numbered paragraph has its number in the margin, everything else stands clear of it
        if isinstance(block, Paragraph) and block.number:
            return self.block(block, width)
        return hung(" " * margin, self.block(block, width - margin))

    def box(self, box: Box, width: int) -> Lines:
        edge = "+" + "-" * (width - 1)
        lines = stacked([self.wrapped(box.heading, width - 2), self.stack(box.blocks, width - 2)])
        return [edge, *hung("| ", lines, rest="| "), edge]

    def consent(self, consent: Consent, width: int) -> Lines:
        asks = hung("[ ] " if consent.has_box else "", self.wrapped(consent.asks, width - 4))
        below = [self.wrapped(consent.withdraw, width - 4), self.fields(consent.lines, width - 4)]
        return stacked([asks, hung("    ", stacked(below))])

    def execution(self, execution: Execution, width: int) -> Lines:
        label = underlined(wrapped(execution.label, width), "-") if execution.label else []
        signers = (self.signer(signer, width) for signer in execution.signers)
        return stacked([label, self.wrapped(execution.statement, width), *signers])

    def signer(self, signer: Signer, width: int) -> Lines:
        return [*wrapped(signer.label, width), *hung("  ", self.fields(signer.fields, width - 2))]

    def fields(self, fields: Iterable[Field], width: int) -> Lines:
        return [line for field in fields for line in self.field(field, width)]

    def field(self, field: Field, width: int) -> Lines:
        label = f"[ ] {field.label}" if field.kind == "tick" else f"{field.label}:"
        content = self.text(field.inlines) or "_" * RULES[field.kind]
        return wrapped(f"{label} {content}".rstrip(), width)

    def wrapped(self, inlines: Inlines, width: int) -> Lines:
        return wrapped(self.text(inlines), width)

    def text(self, inlines: Inlines) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Strong(children) | Emphasis(children) | Term(children, _):
                return self.text(children)
            case Link(children, url):
                return _link(self.text(children), url)
            case Reference(words):
                return self.text(words) + inline.label
            case Hole():
                return spoken(inline, self.words)
            case Text() | Value() | Blank() | Break():
                return plain((inline,))
            case _:
                assert_never(inline)


def _link(words: str, url: str) -> str:
    address = url.removeprefix("mailto:").removeprefix("tel:")
    return words if words == address else f"{words} ({address})"
