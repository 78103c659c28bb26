"""Inlines as HTML: every text escaped, links only where they lead to the web, a mailbox or a phone."""

from __future__ import annotations

import re
from typing import assert_never

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
    plain,
)
from socialpolicy.writers.html.anchors import Anchors
from socialpolicy.writers.html.elements import element, lines
from socialpolicy.writers.pieces import RULE
from socialpolicy.writers.prepared import Words

__all__ = ["BOX", "Spans"]

BOX = "☐"
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
# blanks that a reader of HTML would draw together
_EXACT = re.compile(r"[ \t]{2}|\t|^ | $", re.MULTILINE)


@attrs.frozen
class Spans:
    """Writes inlines; `words` fill the holes.

    `styled` says that the page's own style is there: then rules are drawn by it, else by underscores.
    `inside` says that a link is open: none stands inside another.
    """

    words: Words
    anchors: Anchors
    styled: bool = attrs.field(kw_only=True)
    inside: bool = attrs.field(default=False, kw_only=True)

    def text(self, inlines: Inlines) -> str:
        return "".join(self.inline(inline) for inline in inlines)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return lines(text)
            case Value(text, _):
                return self.exact(text)
            case Strong(children):
                return element("strong", self.text(children))
            case Emphasis(children):
                return element("em", self.text(children))
            case Break():
                return "<br>"
            case Blank():
                return element("mark", lines(plain((inline,))))
            case Hole():
                return self.hole(inline)
            case Reference(words, target):
                return self.linked((*words, Text(inline.label)), self.local(target))
            case Term(words, term):
                return self.linked(words, self.local(f"term:{term}"), kind="term")
            case Link(words, url):
                return self.linked(words, url if _ADDRESS.match(url) else "")
            case _:
                assert_never(inline)

    def local(self, key: str) -> str:
        anchor = self.anchors.to(key)
        return f"#{anchor}" if anchor else ""

    def linked(self, words: Inlines, address: str, *, kind: str = "") -> str:
        if not address or self.inside:
            return self.text(words)
        inner = attrs.evolve(self, inside=True).text(words)
        return element("a", inner, href=address, class_=self.named(kind)) if inner else ""

    def exact(self, text: str) -> str:
        kept = self.styled and _EXACT.search(text)
        return element("span", lines(text), class_="exact") if kept else lines(text)

    def hole(self, hole: Hole) -> str:
        key = (hole.fact, hole.form)
        return self.exact(self.words[key]) if key in self.words else self.rule(hole.label)

    def rule(self, what: str = "", kind: str = "") -> str:
        """A line to write on; `what` says to those who do not see it what is written there."""
        if not self.styled:
            return RULE
        label = ": ".join(filter(None, ("blank line", what)))
        return element("span", "", class_=f"rule {kind}".strip(), role="img", aria_label=label)

    def tick(self) -> str:
        """A box to tick by hand."""
        if not self.styled:
            return BOX
        return element("span", BOX, class_="tick", role="img", aria_label="tick box")

    def named(self, kind: str) -> str:
        """The class of an element, which means nothing where there is no style."""
        return kind if self.styled else ""
