"""A text of a clause as it lies in its file; it is parsed when it is first read."""

from __future__ import annotations

from functools import cached_property

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, Collector, Place, WrongValue
from socialpolicy.library.texts.lines import Lines
from socialpolicy.library.texts.parse import parse_passage
from socialpolicy.library.texts.passage import Line, Passage

__all__ = ["TextSource", "read_line", "read_passage"]


@attrs.frozen(slots=False)
class TextSource:
    """The lines of a text, and the names that its conditions may read. `place` is its heading's."""

    lines: tuple[str, ...]
    first_line: int
    vocabulary: Vocabulary = attrs.field(kw_only=True, repr=False)
    place: Place = attrs.field(kw_only=True)

    @cached_property
    def passage(self) -> Passage:
        """The parsed text; raises Refused with every fault in it."""
        found = Collector()
        passage = self._parsed(found)
        found.refuse("A text of the library cannot be read.")
        return passage

    def read(self, found: Collector) -> Passage:
        """The parsed text, its faults in `found`; `passage` is this from now on."""
        passage = self.__dict__["passage"] = self._parsed(found)
        return passage

    def _parsed(self, found: Collector) -> Passage:
        return parse_passage(Lines(self.lines, self.first_line, self.place), self.vocabulary, found)


def read_passage(text: str, vocabulary: Vocabulary, place: Place, found: Collector) -> Passage:
    """A text that stands in a TOML value; its first character is at `place`."""
    return parse_passage(Lines(tuple(text.split("\n")), place.line, place), vocabulary, found)


def read_line(text: str, vocabulary: Vocabulary, place: Place, found: Collector) -> Passage:
    """A text in a TOML value that is one paragraph at most; another is reported."""
    passage = read_passage(text, vocabulary, place, found)
    if [type(unit) for unit in passage.units] not in ([], [Line]):
        message = "This is one paragraph: no list, no table and no `:::` can stand in it."
        found.add(WrongValue(Code.TEXT_SYNTAX, message, place))
    return passage
