"""What a walk through a file is at work on: paragraphs that are not finished, and what it counts."""

from __future__ import annotations

import attrs

from socialpolicy.writers.word.reading.looks import PAPER, Look, Looks
from socialpolicy.writers.word.reading.values import Change, Control, Piece, ReadParagraph, Story

__all__ = ["Draft", "Missed", "Shared"]


@attrs.frozen
class Missed:
    """Something of which the paragraphs alone say nothing, before paragraph `after`."""

    what: str
    after: int
    words: str = ""


@attrs.define
class Shared:
    """What all walks through one file have in common."""

    looks: Looks
    controls: list[Control] = attrs.field(factory=list)
    last: int = 0

    def next(self) -> int:
        """A number that nothing else in the file has."""
        self.last += 1
        return self.last


# whether and why text is changed, hidden, faint, and the controls around it
_Kind = tuple[Change, bool, str, tuple[Control, ...]]


@attrs.define
class Draft:
    """A paragraph that has begun; `own` are the bookmarks that begin in it."""

    style: str
    mark: Change
    ground: str = attrs.field(default=PAPER, kw_only=True)
    row: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)
    within: int = attrs.field(default=0, kw_only=True)
    around: Change = attrs.field(default=Change.NONE, kw_only=True)
    controls: tuple[Control, ...] = attrs.field(default=(), kw_only=True)
    bookmarks: dict[str, None] = attrs.field(factory=dict, kw_only=True)
    own: set[str] = attrs.field(factory=set, kw_only=True)
    notes: list[str] = attrs.field(factory=list, kw_only=True)
    pieces: list[tuple[list[str], _Kind]] = attrs.field(factory=list, kw_only=True)

    def say(self, words: str, change: Change, look: Look, controls: tuple[Control, ...]) -> None:
        """More text; what looks and stands as the text before it is one piece with it."""
        kind = (change, look.hidden, look.faint, controls)
        if self.pieces and self.pieces[-1][1] == kind:
            self.pieces[-1][0].append(words)
        else:
            self.pieces.append(([words], kind))

    def finished(self, story: Story) -> ReadParagraph:
        """The paragraph as it is read."""
        return ReadParagraph(
            self.style, tuple(_piece(*one) for one in self.pieces), story=story,
            row=self.row, column=self.column, controls=self.controls,
            bookmarks=tuple(self.bookmarks), notes=tuple(self.notes),
            mark=self.mark, around=self.around, within=self.within,
        )  # fmt: skip


def _piece(words: list[str], kind: _Kind) -> Piece:
    change, hidden, faint, controls = kind
    return Piece("".join(words), change, hidden=hidden, faint=faint, controls=controls)
