"""A whole document, and the walk through it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

import attrs

from socialpolicy.document.blocks import (
    Block,
    Consent,
    ContentsLine,
    Definition,
    Field,
    Item,
    Part,
    Party,
    Signer,
)
from socialpolicy.document.inlines import Inline, Inlines, Reference, plain
from socialpolicy.document.schemes import Scheme

__all__ = ["DETAILS", "Detail", "Document", "Node", "walk", "word_count"]

# The facts that a letterhead may print, beside the practice's name and the title, version and date.
DETAILS = (
    "practice_address",
    "practice_phone",
    "practice_email",
    "business_hours",
    "practitioner_name",
    "registered_title",
)

_SIGN = re.compile(r"[^\W_]")


@attrs.frozen
class Detail:
    """A value of the practice that a letterhead may print: the fact, and its words."""

    name: str
    words: str


@attrs.frozen
class Document:
    """One document of a policy.

    `locale` is a tag ("en-AU"), `paper` "A4" or "Letter", `date` the effective date in words,
    `version` the practice's own version of its policy, `edition` the library's, `practice` the
    practice's name as printed, `dated` the effective date in ISO form (document properties),
    `details` what a letterhead may print for whoever reads this document, where it is known,
    `scheme` how its provisions count, where they are numbered.
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
    details: tuple[Detail, ...] = attrs.field(default=(), kw_only=True)
    scheme: Scheme = attrs.field(default="legal", kw_only=True)

    @property
    def imprint(self) -> str:
        """The version and the date, as far as they are known: "Version 1.0 · 1 December 2026"."""
        return " · ".join(filter(None, (self.version and f"Version {self.version}", self.date)))


Node = (
    Document | Detail | Block | Inline | Item | ContentsLine | Party | Definition | Consent | Signer | Field
)


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


def word_count(node: Node) -> int:
    """The words that a person reads in a node: what blanks part, without signs, rules and "(section 5)".

    >>> from socialpolicy.document import Hole, Paragraph, Text
    >>> word_count(Paragraph("a:full:1", (Text("Call 000 – then wait. "), Hole("client_name"))))
    4
    """
    read = sum(_words(line) for line in _lines(node))
    return read - sum(_words(one.label) for one in walk(node) if isinstance(one, Reference))


def _words(line: str) -> int:
    return sum(bool(_SIGN.search(word)) for word in line.split())


def _lines(value: object) -> Iterator[str]:
    """Every heading and every line of inlines, as it is read."""
    if isinstance(value, Part):
        yield value.heading
    kind = type(value)
    if attrs.has(kind):
        for field in attrs.fields(kind):
            yield from _lines(getattr(value, field.name))
    elif isinstance(value, tuple):
        if value and isinstance(value[0], get_args(Inline)):
            yield plain(value)
        else:
            for entry in value:
                yield from _lines(entry)
