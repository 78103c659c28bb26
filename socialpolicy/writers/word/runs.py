"""Inlines to runs."""

from __future__ import annotations

import re
from typing import Literal, assert_never

import attrs

from socialpolicy.document import (
    Blank,
    Break,
    Emphasis,
    Hole,
    Inline,
    Inlines,
    Link,
    Reference,
    Strong,
    Term,
    Text,
    Value,
)
from socialpolicy.writers.word.controls import hole
from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.fields import internal_link, link_out, number_field
from socialpolicy.writers.word.markup import text

__all__ = ["Look", "plain_run", "runs", "term_key", "unbroken"]


@attrs.frozen
class Look:
    """How the words around look, and whether they are a link already (Word does not nest links)."""

    bold: bool = False
    italic: bool = False
    style: str = attrs.field(default="", kw_only=True)
    highlight: bool = attrs.field(default=False, kw_only=True)
    linked: bool = attrs.field(default=False, kw_only=True)
    unfilled: Literal["line", "open"] = attrs.field(default="line", kw_only=True)

    @property
    def properties(self) -> str:
        """The run's properties, in the order that the schema asks for."""
        style = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        weight = "<w:b/><w:bCs/>" * self.bold + "<w:i/><w:iCs/>" * self.italic
        marked = '<w:highlight w:val="yellow"/>' * self.highlight
        inside = style + weight + marked
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


PLAIN = Look()
# a phone number in a value stays on one line: half of one is no number
_PHONE = re.compile(r"\+?[0-9(][0-9() ]{5,24}[0-9]")
# "section 4" stays on one line
NO_BREAK = "\u00a0"


def plain_run(words: str, look: Look = PLAIN) -> str:
    """One run of words."""
    return f"<w:r>{look.properties}{text(words)}</w:r>"


def unbroken(words: str) -> str:
    """The words, every phone number among them on one line."""
    return _PHONE.sub(lambda phone: phone[0].replace(" ", NO_BREAK), words)


def term_key(term: str) -> str:
    """The key under which a definition is bookmarked."""
    return f"term:{term}"


def runs(desk: Desk, inlines: Inlines, look: Look = PLAIN) -> str:
    """The inlines as runs, controls and fields."""
    return "".join(_run(desk, inline, look) for inline in inlines)


def _run(desk: Desk, inline: Inline, look: Look) -> str:
    match inline:
        case Text(words):
            return plain_run(words, look)
        case Value(words):
            return plain_run(unbroken(words), look)
        case Strong(children):
            return runs(desk, children, attrs.evolve(look, bold=True))
        case Emphasis(children):
            return runs(desk, children, attrs.evolve(look, italic=True))
        case Break():
            return "<w:r><w:br/></w:r>"
        case Blank(label):
            return plain_run(f"[TO COMPLETE: {label}]", attrs.evolve(look, highlight=True))
        case Hole(fact, form, label):
            properties = look.properties
            return hole(desk, fact, form, properties=properties, label=label, unfilled=look.unfilled)
        case Reference():
            return _reference(desk, inline, look)
        case Link(words, url):
            return _link_out(desk, words, url, look)
        case Term(words, term):
            return _linked(desk, words, term_key(term), look)
        case _:
            assert_never(inline)


def _reference(desk: Desk, inline: Reference, look: Look) -> str:
    """The words and the label; the number is live where Word computes the one that the tree has."""
    before, number, after = inline.label.partition(inline.number or "\0")
    if look.linked or not number or desk.known.get(inline.target) != number:
        return _linked(desk, inline.words, inline.target, look) + _label(inline.label, look)
    before = before.removesuffix(" ") + NO_BREAK * before.endswith(" ")
    live = number_field(inline.target, plain_run(number, look), properties=look.properties)
    return runs(desk, inline.words, look) + _label(before, look) + live + _label(after, look)


def _label(words: str, look: Look) -> str:
    return plain_run(words, look) if words else ""


def _linked(desk: Desk, words: Inlines, key: str, look: Look) -> str:
    if look.linked or key not in desk.known:
        return runs(desk, words, look)
    return internal_link(key, runs(desk, words, attrs.evolve(look, linked=True)))


def _link_out(desk: Desk, words: Inlines, url: str, look: Look) -> str:
    if look.linked:
        return runs(desk, words, look)
    return link_out(url, runs(desk, words, attrs.evolve(look, linked=True, style="Hyperlink")))
