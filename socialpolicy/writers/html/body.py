"""Blocks as HTML: sections, lists, tables and definitions that a screen reader finds its way through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import assert_never

import attrs

from socialpolicy.document import (
    Block,
    Box,
    Consent,
    Consents,
    Contents,
    ContentsLine,
    Definition,
    Definitions,
    Execution,
    Field,
    Item,
    Items,
    Paragraph,
    Part,
    Parties,
    Party,
    Provision,
    Signer,
    Table,
)
from socialpolicy.writers.html.anchors import Anchors
from socialpolicy.writers.html.elements import element, lines
from socialpolicy.writers.html.grid import grid
from socialpolicy.writers.html.spans import Spans
from socialpolicy.writers.pieces import Render
from socialpolicy.writers.prepared import Words

__all__ = ["renderer"]

LOWEST = 6  # there is no h7


def renderer(anchors: Anchors, *, top: int, styled: bool) -> Render:
    """What writes one block: its headings start at `top`; `styled` where the page has its own style."""
    return partial(_render, anchors, top, styled)


def _render(anchors: Anchors, top: int, styled: bool, block: Block, words: Words) -> str:
    return _Body(Spans(words, anchors, styled=styled)).block(block, top)


@attrs.frozen
class _Body:
    """Writes blocks; `spans` writes what stands in them."""

    spans: Spans

    def stack(self, blocks: Iterable[Block], level: int) -> str:
        return "\n".join(filter(None, (self.block(block, level) for block in blocks)))

    def block(self, block: Block, level: int) -> str:
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Items():
                return self.items(block, level)
            case Table():
                return grid(block, self.spans)
            case Provision():
                return self.provision(block, level)
            case Part():
                return self.part(block, level)
            case Contents(listed):
                return self.contents(listed)
            case Box():
                return self.box(block, level)
            case Parties(parties):
                return self.entries(parties)
            case Definitions(entries):
                return self.entries(entries)
            case Consents(boxes):
                return self.list("ul", "consents", (self.consent(box) for box in boxes))
            case Execution():
                return self.execution(block, level)
            case _:
                assert_never(block)

    # ---------- text ----------

    def paragraph(self, paragraph: Paragraph, label: str = "", name: str = "p") -> str:
        number = label or paragraph.number
        text = self.numbered(number, self.spans.text(paragraph.inlines))
        hung = self.spans.named("hung" if number else "")
        return element(name, text, id=self.spans.anchors.at(paragraph), class_=hung) if text else ""

    def numbered(self, number: str, text: str) -> str:
        if not number:
            return text
        shown = lines(number)
        return f"{element('span', shown, class_='number') if self.spans.styled else shown} {text}"

    def heading(self, level: int, text: str, anchor: str = "") -> str:
        return element(f"h{min(level, LOWEST)}", text, id=anchor) if text else ""

    # ---------- lists ----------

    def items(self, items: Items, level: int) -> str:
        tight = all(len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph) for item in items.items)
        numbers = [item.number for item in items.items]
        if not self.spans.styled and numbers == [f"{place}." for place in range(1, len(numbers) + 1)]:
            # a list that no style keeps from counting counts by itself
            entries = (attrs.evolve(item, number="") for item in items.items)
            return self.list("ol", "", (self.item(item, level, tight) for item in entries))
        name = "ol" if items.ordered and self.spans.styled else "ul"
        written = (self.item(item, level, tight) for item in items.items)
        return self.list(name, "labelled" if any(numbers) else "", written)

    def list(self, name: str, kind: str, items: Iterable[str]) -> str:
        # a list without marks of its own is no list to some readers unless it says so
        role = "list" if kind and self.spans.styled else ""
        return element(name, "\n".join(["", *items, ""]), class_=self.spans.named(kind), role=role)

    def item(self, item: Item, level: int, tight: bool) -> str:
        match item.blocks:
            case [Paragraph() as only] if tight and only.inlines:
                return self.paragraph(only, item.number, "li")
            case [Paragraph() as first, *others] if first.inlines:
                texts = (self.paragraph(first, item.number), self.stack(others, level))
            case _:
                number = self.numbered(item.number, "").strip()
                texts = (element("p", number) if number else "", self.stack(item.blocks, level))
        return element("li", "\n".join(filter(None, texts)))

    # ---------- parts ----------

    def part(self, part: Part, level: int) -> str:
        body = self.stack(part.blocks, level + 1 if part.title else level)
        anchor = self.spans.anchors.at(part) if part.title else ""
        title = self.heading(level, lines(part.title), anchor)
        return self.section([title, body], "schedule" if part.number else "", labelled_by=anchor)

    def contents(self, listed: Sequence[ContentsLine]) -> str:
        """A line of the second level stands in a list inside the line above it."""
        items: list[list[ContentsLine]] = []
        for line in listed:
            if line.level == 1 or not items:
                items.append([])
            items[-1].append(line)
        return element("nav", self.list("ul", "contents", map(self.listed, items))) if items else ""

    def listed(self, listed: Sequence[ContentsLine]) -> str:
        first, *rest = (self.linked(line) for line in listed)
        inner = self.list("ul", "contents", (element("li", one) for one in rest)) if rest else ""
        return element("li", "\n".join(filter(None, (first, inner))))

    def linked(self, line: ContentsLine) -> str:
        words = self.numbered(f"{line.number}." if line.number else "", self.spans.text(line.inlines))
        anchor = self.spans.anchors.to_heading(line.key)
        return element("a", words, href=f"#{anchor}") if anchor else words

    def provision(self, provision: Provision, level: int) -> str:
        number = f"{provision.number}." if provision.number else ""
        title = self.heading(level, self.numbered(number, self.spans.text(provision.heading)))
        body = self.stack(provision.blocks, level + 1)
        return self.section([title, body], "provision", anchor=self.spans.anchors.at(provision))

    def box(self, box: Box, level: int) -> str:
        anchor = self.spans.anchors.at(box)
        named = f"{anchor}:heading" if anchor and box.heading else ""
        title = self.heading(level, self.spans.text(box.heading), named)
        body = self.stack(box.blocks, level + 1)
        return self.section([title, body], f"box {box.kind}", anchor=anchor, labelled_by=named)

    def section(
        self,
        texts: Sequence[str],
        kind: str = "",
        *,
        name: str = "section",
        anchor: str = "",
        labelled_by: str = "",
    ) -> str:
        body = "\n".join(["", *filter(None, texts), ""])
        return element(name, body, id=anchor, class_=self.spans.named(kind), aria_labelledby=labelled_by)

    # ---------- who, and what words mean ----------

    def entries(self, entries: Sequence[Party | Definition]) -> str:
        return element("dl", "\n".join(["", *(self.entry(entry) for entry in entries), ""]))

    def entry(self, entry: Party | Definition) -> str:
        anchor, text = self.spans.anchors.at(entry), self.spans.text(entry.inlines)
        if isinstance(entry, Definition):
            term = element("dt", element("dfn", lines(entry.words)), id=anchor)
        else:
            term = element("dt", lines(entry.label))
        return f"{term}\n{element('dd', text)}"

    # ---------- what is ticked and signed ----------

    def consent(self, consent: Consent) -> str:
        box = f"{self.spans.tick()} " if consent.has_box else ""
        withdraw = self.spans.text(consent.withdraw)
        texts = (
            element("p", box + self.spans.text(consent.asks), class_=self.spans.named("asks")),
            element("p", withdraw) if withdraw else "",
            self.fields(consent.lines),
        )
        return element("li", "\n".join(filter(None, texts)), id=self.spans.anchors.at(consent))

    def execution(self, execution: Execution, level: int) -> str:
        title = self.heading(level, lines(execution.label))
        statement = self.spans.text(execution.statement)
        below = level + 1 if title else level
        signers = (self.signer(signer, below) for signer in execution.signers)
        return self.section([title, element("p", statement) if statement else "", *signers], "execution")

    def signer(self, signer: Signer, level: int) -> str:
        title = self.heading(level, lines(signer.label))
        return self.section([title, self.fields(signer.fields)], "signer", name="div")

    def fields(self, fields: Iterable[Field]) -> str:
        return "\n".join(self.field(field) for field in fields)

    def field(self, field: Field) -> str:
        return element("p", self.filled(field), class_=self.spans.named("field"))

    def filled(self, field: Field) -> str:
        label, text = lines(field.label), self.spans.text(field.inlines)
        if field.kind == "tick":
            return " ".join(filter(None, (self.spans.tick(), label, text)))
        return f"{label}: {text or self.spans.rule(field.label, field.kind)}"
