"""What a document is made of: parts, provisions, paragraphs, and what is ticked and signed."""

from __future__ import annotations

from typing import Literal

import attrs

from socialpolicy.document.inlines import Inlines

__all__ = [
    "Block",
    "Box",
    "Consent",
    "Consents",
    "Contents",
    "ContentsLine",
    "Definition",
    "Definitions",
    "Execution",
    "Field",
    "FieldKind",
    "Item",
    "Items",
    "Paragraph",
    "Part",
    "Parties",
    "Party",
    "Provision",
    "Signer",
    "Table",
]


@attrs.frozen
class Paragraph:
    """A paragraph; `key` is stable when other clauses come and go, `number` is "" or its full number."""

    key: str
    inlines: Inlines
    number: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Item:
    """One item of a list; `number` is the label as printed ("(a)", "1."), "" for a bullet."""

    key: str
    blocks: tuple[Block, ...]
    number: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Items:
    """A list. An `ordered` one in a numbered provision carries the numbers (a), (b), …"""

    key: str
    items: tuple[Item, ...]
    ordered: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Table:
    """A table whose first row is a header, unless `header` is empty.

    `row_keys` are the keys of rows that come from clauses, one a row; () for a table that has none.
    `kind` is "prompts" for what is said and asked, which has to fit on one page, else "text".
    """

    key: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...] = attrs.field(kw_only=True)
    caption: str = attrs.field(default="", kw_only=True)
    row_keys: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    kind: Literal["text", "prompts"] = attrs.field(default="text", kw_only=True)


@attrs.frozen
class Provision:
    """A clause as it stands in this document."""

    id: str
    version: str
    heading: Inlines = attrs.field(kw_only=True)
    blocks: tuple[Block, ...] = attrs.field(kw_only=True)
    number: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Part:
    """A group of blocks under a heading ("" for none); `key` is what leads to it.

    `number` is that of a schedule ("Schedule 1"), which begins on a page of its own; "" for any other part.
    """

    heading: str
    blocks: tuple[Block, ...]
    key: str = attrs.field(default="", kw_only=True)
    number: str = attrs.field(default="", kw_only=True)

    @property
    def title(self) -> str:
        """The heading as it prints: "Schedule 1: Who reads what"."""
        return ": ".join(filter(None, (self.number, self.heading)))


@attrs.frozen
class ContentsLine:
    """One line of a table of contents: the heading with this key, of this level (1 or 2)."""

    key: str
    inlines: Inlines
    number: str = attrs.field(default="", kw_only=True)
    level: Literal[1, 2] = attrs.field(default=1, kw_only=True)


@attrs.frozen
class Contents:
    """A table of contents: a line for each heading that it is about, in their order."""

    lines: tuple[ContentsLine, ...]


@attrs.frozen
class Box:
    """A call-out that must catch the eye; `kind` is "emergency" or "note"."""

    kind: str
    heading: Inlines
    blocks: tuple[Block, ...] = attrs.field(kw_only=True)


@attrs.frozen
class Party:
    """One party to the document."""

    id: str
    label: str
    inlines: Inlines = attrs.field(kw_only=True)


@attrs.frozen
class Parties:
    """Who the document is between."""

    parties: tuple[Party, ...]


@attrs.frozen
class Definition:
    """A defined term and the sentence that defines it."""

    id: str
    words: str
    inlines: Inlines = attrs.field(kw_only=True)


@attrs.frozen
class Definitions:
    """The terms that this document uses."""

    entries: tuple[Definition, ...]


FieldKind = Literal["name", "signature", "date", "initials", "tick"]


@attrs.frozen
class Field:
    """One thing to sign or fill, by one party; `inlines` is what already stands in it (a name, a hole)."""

    party: str
    kind: FieldKind
    label: str = attrs.field(kw_only=True)
    required: bool = attrs.field(default=True, kw_only=True)
    inlines: Inlines = attrs.field(default=(), kw_only=True)


@attrs.frozen
class Consent:
    """A separate, optional tick box, unticked, and how to take it back."""

    id: str
    clause: str
    asks: Inlines = attrs.field(kw_only=True)
    withdraw: Inlines = attrs.field(kw_only=True)
    fields: tuple[Field, ...] = attrs.field(kw_only=True)

    @property
    def lines(self) -> tuple[Field, ...]:
        """The fields that stand below: all but a tick that is the only one, which stands before the words."""
        ticks = sum(field.kind == "tick" for field in self.fields)
        return tuple(field for field in self.fields if field.kind != "tick" or ticks > 1)

    @property
    def has_box(self) -> bool:
        """Whether one box stands before the words, for everyone who signs."""
        return not any(field.kind == "tick" for field in self.lines)


@attrs.frozen
class Consents:
    """The optional consents of the document."""

    boxes: tuple[Consent, ...]


@attrs.frozen
class Signer:
    """One who signs, and the fields that are theirs."""

    party: str
    label: str
    fields: tuple[Field, ...] = attrs.field(kw_only=True)


@attrs.frozen
class Execution:
    """A block of signatures; `label` says for whom it is ("If the client is under 18"), "" for all."""

    label: str
    statement: Inlines = attrs.field(kw_only=True)
    signers: tuple[Signer, ...] = attrs.field(kw_only=True)


Block = (
    Paragraph
    | Items
    | Table
    | Provision
    | Part
    | Contents
    | Box
    | Parties
    | Definitions
    | Consents
    | Execution
)
