"""What stands inside a paragraph."""

from __future__ import annotations

from typing import assert_never

import attrs

__all__ = [
    "Blank",
    "Break",
    "Emphasis",
    "Hole",
    "Inline",
    "Inlines",
    "Link",
    "Reference",
    "Strong",
    "Term",
    "Text",
    "Value",
    "plain",
]


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
        case _:
            assert_never(inline)
