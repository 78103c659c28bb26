"""What the writing of one document keeps in mind: ids given out, numbers counted, bookmarks set."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.writers.word.markup import bookmark_name
from socialpolicy.writers.word.numbering import Counter

__all__ = ["TYPED", "Desk"]

# The style for a number that Word would not compute by itself: the number is typed in.
TYPED = {
    "SPSchedule": "SPScheduleTyped",
    "Heading2": "SPHeadingTyped",
    "SPClause": "SPClauseTyped",
    "SPItem": "SPItemTyped",
    "SPSubitem": "SPSubitemTyped",
    "SPStep": "SPStepTyped",
    "SPSubstep": "SPSubstepTyped",
}


@attrs.define
class Desk:
    """One pass over a document.

    `known` is what the pass before bookmarked: a reference forward needs the number of what follows.
    """

    known: Mapping[str, str] = attrs.field(factory=dict)
    bookmarks: dict[str, str] = attrs.field(factory=dict)
    counter: Counter = attrs.field(factory=Counter, kw_only=True)
    last_id: int = attrs.field(default=0, kw_only=True)

    def next_id(self) -> int:
        """An id that nothing else in the document has."""
        self.last_id += 1
        return self.last_id

    def bookmarked(self, key: str, runs: str, *, number: str = "") -> str:
        """The runs inside the hidden bookmark of a key; a name is given once.

        `number` is what a `REF` field to this bookmark prints, "" where it has none.
        """
        if not key or key in self.bookmarks:
            return runs
        self.bookmarks[key] = number
        own = self.next_id()
        start = f'<w:bookmarkStart w:id="{own}" w:name="{bookmark_name(key)}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{own}"/>'

    def count(self, style: str, number: str) -> bool:
        """Whether Word computes this number for the next paragraph of this style; if so, it is counted."""
        if self.counter.prints(style) != number:
            return False
        self.counter.take(style)
        return True
