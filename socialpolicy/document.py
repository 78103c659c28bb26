"""The document tree: frozen, numbered, linked and filled; all that a writer sees.

No condition, form or voice is left in it, and no client's value is ever in it: those are holes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

__all__ = [
    "Blank",
    "Block",
    "Box",
    "Break",
    "Consent",
    "Consents",
    "Definition",
    "Definitions",
    "Document",
    "Emphasis",
    "Execution",
    "Field",
    "FieldKind",
    "Hole",
    "Inline",
    "Inlines",
    "Item",
    "Items",
    "Link",
    "Node",
    "Paragraph",
    "Part",
    "Parties",
    "Party",
    "Provision",
    "Reference",
    "Signer",
    "Strong",
    "Table",
    "Term",
    "Text",
    "Value",
    "plain",
    "walk",
]

# ---------- inlines ----------


@attrs.frozen
class Text:
    """Words of the library."""

    text: str


@attrs.frozen
class Strong:
    """Words that weigh more."""

    children: Inlines


@attrs.frozen
class Emphasis:
    """Words that are stressed."""

    children: Inlines


@attrs.frozen
class Break:
    """A line break inside a paragraph."""


@attrs.frozen
class Value:
    """A value of the practice, already in words; `source` is the fact it comes from."""

    text: str
    source: str


@attrs.frozen
class Blank:
    """A practice value that is missing: prints `[TO COMPLETE: label]`."""

    label: str
    source: str


@attrs.frozen
class Hole:
    """A place that a client's value fills at merging; unfilled it prints as a ruled line."""

    fact: str
    form: str = ""
    label: str = ""


@attrs.frozen
class Reference:
    """A cross-reference: `words`, then where the target stands.

    `target` is the key of a Provision (its id), Paragraph or Box (its kind) of this document, "" when
    the target does not stand in it. `number` is the target's full number ("5", "5.2"), "" when it has
    none. `label` is the whole text that follows the words, brackets and all: " (section 5.2)"; it
    holds `number` once, where a writer may make it live.
    """

    words: Inlines
    target: str = ""
    number: str = attrs.field(default="", kw_only=True)
    label: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Link:
    """A link out of the document."""

    words: Inlines
    url: str


@attrs.frozen
class Term:
    """A defined term as it is used; `term` is the id of its definition."""

    words: Inlines
    term: str


Inline = Text | Strong | Emphasis | Break | Value | Blank | Hole | Reference | Link | Term
Inlines = tuple[Inline, ...]

# ---------- blocks ----------


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
    """A table whose first row is a header, unless `header` is empty."""

    key: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...] = attrs.field(kw_only=True)
    caption: str = attrs.field(default="", kw_only=True)


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
    """A group of blocks under an unnumbered heading ("" for none)."""

    heading: str
    blocks: tuple[Block, ...]


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


Block = Paragraph | Items | Table | Provision | Part | Box | Parties | Definitions | Consents | Execution


@attrs.frozen
class Document:
    """One document of a policy.

    `locale` is a tag ("en-AU"), `paper` "A4" or "Letter", `date` the effective date in words,
    `version` the practice's own version of its policy, `edition` the library's, `practice` the
    practice's name as printed, `dated` the effective date in ISO form (document properties).
    """

    id: str
    title: str
    subtitle: Inlines = attrs.field(default=(), kw_only=True)
    locale: str = attrs.field(kw_only=True)
    paper: Literal["A4", "Letter"] = attrs.field(kw_only=True)
    practice: str = attrs.field(kw_only=True)
    version: str = attrs.field(kw_only=True)
    date: str = attrs.field(kw_only=True)
    dated: str = attrs.field(kw_only=True)
    edition: str = attrs.field(kw_only=True)
    blocks: tuple[Block, ...] = attrs.field(kw_only=True)


Node = Document | Block | Inline | Item | Party | Definition | Consent | Signer | Field


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in reading order."""
    yield node
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        for child in _children(value):
            yield from walk(child)


def _children(value: object) -> Iterator[Node]:
    if attrs.has(type(value)):
        yield value  # type: ignore[misc]
    elif isinstance(value, tuple):
        for entry in value:
            yield from _children(entry)


def plain(inlines: Inlines) -> str:
    """The inlines as bare text: blanks visible, holes as ruled lines, references with their label."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | Value(text, _):
            return text
        case Strong(children) | Emphasis(children) | Link(children, _) | Term(children, _):
            return plain(children)
        case Reference(words):
            return plain(words) + inline.label
        case Blank(label, _):
            return f"[TO COMPLETE: {label}]"
        case Hole():
            return "_" * 20
        case Break():
            return "\n"
