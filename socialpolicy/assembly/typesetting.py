"""Typography of words: one spelling, straight quotes and single blanks in, the locale's out."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from socialpolicy.library.locale import Locale

__all__ = ["Typesetter"]

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_BLANKS = re.compile(r"[ \t\n]+")
_OPENERS = " \n\t([–—“‘/"


@attrs.define
class Typesetter:
    """Writes the words of one paragraph, in order; it remembers the last character for quotes and blanks."""

    locale: Locale
    spelling: Mapping[str, str]
    last: str = " "

    def words(self, text: str) -> str:
        """Words of the library, respelled and with the locale's quotes."""
        text = _BLANKS.sub(" ", text)
        if self.last in " \n" and text.startswith(" "):
            text = text[1:]
        if self.locale.spelling == "american":
            text = _WORD.sub(lambda match: self._respelled(match[0]), text)
        written = "".join(map(self._quoted, text))
        return written

    def value(self, text: str) -> str:
        """A value, as it is."""
        self.last = text[-1:] or self.last
        return text

    def _respelled(self, word: str) -> str:
        american = self.spelling.get(word.lower())
        if american is None:
            return word
        if word.isupper() and len(word) > 1:
            return american.upper()
        return american.capitalize() if word[0].isupper() else american

    def _quoted(self, char: str) -> str:
        opens = self.last in _OPENERS
        outer_open, outer_close, inner_open, _ = self.locale.quotes
        if char == '"':
            char = outer_open if opens else outer_close
        elif char == "'":
            char = inner_open if opens else "’"
        self.last = char
        return char
