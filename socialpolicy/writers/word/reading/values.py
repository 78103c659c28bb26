"""What a .docx says, as values: paragraphs of pieces, each with where it stands and who changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Flag
from typing import Literal

import attrs

from socialpolicy.errors import Finding

__all__ = ["Change", "Control", "Piece", "ReadParagraph", "Reading", "Story", "StoryKind", "said_in"]

StoryKind = Literal["body", "header", "footer", "footnote", "endnote", "comment", "text box"]


class Change(Flag):
    """A tracked change that nobody has accepted or rejected yet; both: inserted, and then deleted again."""

    NONE = 0
    INSERTED = 1
    DELETED = 2


@attrs.frozen
class Story:
    """One run of text of its own: the body, a header, a note, a comment, a text box.

    `part` is the member of the file that it stands in; `id` tells notes, comments and boxes of a part apart.
    """

    kind: StoryKind
    part: str
    id: str = attrs.field(default="", kw_only=True)


@attrs.frozen
class Control:
    """A content control; `ordinal` counts those of the file, since a tag may stand on several."""

    tag: str
    ordinal: int


@attrs.frozen
class Piece:
    """Text of one kind.

    `hidden` is whether Word shows it at all. `faint` says why nobody sees it on the page although it is
    shown ("": somebody does). `controls` are those around it, the outermost first.
    """

    text: str
    change: Change = Change.NONE
    hidden: bool = attrs.field(default=False, kw_only=True)
    faint: str = attrs.field(default="", kw_only=True)
    controls: tuple[Control, ...] = attrs.field(default=(), kw_only=True)


@attrs.frozen
class ReadParagraph:
    """A paragraph, and where it stands.

    `style` is its style's id, "" for the default one. `row` and `column` count from 1 in the innermost
    table, 0 outside any. `bookmarks` cover some of it. `notes` are the footnotes and endnotes that it
    refers to, as `"footnote 2"`; their marks are not in the text, since Word counts them. `mark` is a
    change of its end, `around` one of the row or cell it is in. `within` names the container, for
    paragraphs that merge.
    """

    style: str
    pieces: tuple[Piece, ...]
    story: Story = attrs.field(kw_only=True)
    row: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)
    controls: tuple[Control, ...] = attrs.field(default=(), kw_only=True)
    bookmarks: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    mark: Change = attrs.field(default=Change.NONE, kw_only=True)
    around: Change = attrs.field(default=Change.NONE, kw_only=True)
    within: int = attrs.field(default=0, kw_only=True)

    @property
    def text(self) -> str:
        """What it says now: insertions are in, deletions and hidden text are out."""
        return _joined(piece for piece in self.pieces if not piece.change & Change.DELETED)

    @property
    def original(self) -> str:
        """What it said before the tracked changes."""
        return _joined(piece for piece in self.pieces if not piece.change & Change.INSERTED)

    @property
    def marked(self) -> str:
        """What it says with the changes marked: `Notice is [-24-]{+48+} hours.`"""
        return "".join(_marked(piece) for piece in self.pieces if not piece.hidden)


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if not piece.hidden)


def _marked(piece: Piece) -> str:
    text = f"{{+{piece.text}+}}" if piece.change & Change.INSERTED else piece.text
    return f"[-{text}-]" if piece.change & Change.DELETED else text


@attrs.frozen
class Reading:
    """A whole file as it was read.

    `paragraphs` are as the file has them. In `current` and `original` the tracked changes are accepted,
    or rejected: what goes is left out, and paragraphs whose end goes have merged with the next.
    `findings` say what a plain look at the text would miss, as warnings.
    """

    paragraphs: tuple[ReadParagraph, ...]
    current: tuple[ReadParagraph, ...] = attrs.field(kw_only=True)
    original: tuple[ReadParagraph, ...] = attrs.field(kw_only=True)
    controls: tuple[Control, ...] = attrs.field(default=(), kw_only=True)
    findings: tuple[Finding, ...] = attrs.field(default=(), kw_only=True)

    def said(self, tag: str) -> tuple[str, ...]:
        """The current text of each content control with this tag, in the order of the file."""
        return tuple(said_in(self.current, control) for control in self.controls if control.tag == tag)

    def stories(self, *kinds: StoryKind) -> Iterator[ReadParagraph]:
        """The current paragraphs of stories of these kinds."""
        return (paragraph for paragraph in self.current if paragraph.story.kind in kinds)


def said_in(paragraphs: Iterable[ReadParagraph], control: Control) -> str:
    """The text inside one control, a line feed between paragraphs."""
    inside = ((p, [piece for piece in p.pieces if control in piece.controls]) for p in paragraphs)
    return "\n".join(_joined(pieces) for p, pieces in inside if pieces or control in p.controls)
