"""Inlines as Typst: words, what stresses them, and links inside the document and out of it."""

from __future__ import annotations

from collections.abc import Mapping
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
from socialpolicy.writers.pdf.source import block, call, literal, text
from socialpolicy.writers.pieces import spoken
from socialpolicy.writers.prepared import Words

__all__ = ["Spans", "term_key"]


def term_key(term: str) -> str:
    """The key under which a definition is found."""
    return f"term:{term}"


@attrs.frozen
class Spans:
    """Writes inlines. `words` fill the holes; `anchors` are the keys that stand in the document."""

    words: Words
    anchors: Mapping[str, str]

    def content(self, inlines: Inlines, *, key: str = "") -> str:
        """The inlines as content, with the anchor of a key before them."""
        return block(self.anchor(key), *(self._inline(one, linked=False) for one in inlines))

    def anchor(self, key: str) -> str:
        """What leads to here, "" for a key that nothing is known under."""
        return call("anchor", literal(self.anchors[key])) if key in self.anchors else ""

    def _all(self, inlines: Inlines, *, linked: bool) -> str:
        return block(*(self._inline(one, linked=linked) for one in inlines))

    def _inline(self, inline: Inline, *, linked: bool) -> str:
        match inline:
            case Text(words) | Value(words, _):
                return text(words)
            case Hole():
                return text(spoken(inline, self.words))
            case Blank():
                return call("blank", text(plain((inline,))))
            case Break():
                return "linebreak()"
            case Strong(children):
                return call("strong", self._all(children, linked=linked))
            case Emphasis(children):
                return call("emph", self._all(children, linked=linked))
            case Link(children, url):
                words = self._all(children, linked=True)
                return words if linked else call("out", literal(url), words)
            case Reference(children):
                words = block(self._all(children, linked=True), text(inline.label))
                return self._inside(inline.target, words, linked=linked)
            case Term(children, term):
                return self._inside(term_key(term), self._all(children, linked=True), linked=linked)
            case _:
                assert_never(inline)

    def _inside(self, key: str, words: str, *, linked: bool) -> str:
        """A link inside the document; links do not stand in links."""
        if linked or key not in self.anchors:
            return words
        return call("inside", literal(self.anchors[key]), words)
