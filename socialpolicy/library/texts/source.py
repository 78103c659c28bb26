"""A text of a clause as it lies in its file; it is parsed when it is first read."""

from __future__ import annotations

from functools import cached_property

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Collector, Place
from socialpolicy.library.texts.parse import parse_passage
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.strays import strays

__all__ = ["TextSource", "read_passage"]


@attrs.frozen(slots=False)
class TextSource:
    """The lines of a text, and the names that its conditions may read."""

    lines: tuple[str, ...]
    first_line: int
    vocabulary: Vocabulary = attrs.field(kw_only=True, repr=False)
    place: Place = attrs.field(kw_only=True)

    @cached_property
    def passage(self) -> Passage:
        """The parsed text; raises Refused with every fault in it."""
        found = Collector()
        passage = self.read(found)
        found.refuse("A text of the library cannot be read.")
        return passage

    def read(self, found: Collector) -> Passage:
        """The parsed text, its faults in `found`."""
        strays(self.lines, self.first_line, self.place, found)
        return parse_passage(
            self.lines, self.first_line, vocabulary=self.vocabulary, place=self.place, found=found
        )


def read_passage(text: str, vocabulary: Vocabulary, place: Place, found: Collector) -> Passage:
    """A text that stands in a TOML value; its first line is that of `place`."""
    lines = tuple(text.split("\n"))
    return TextSource(lines, place.line, vocabulary=vocabulary, place=place).read(found)
