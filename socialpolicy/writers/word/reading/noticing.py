"""What a plain look at the text of a file would miss, as warnings that say where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.writers.word.reading.drafts import Missed
from socialpolicy.writers.word.reading.looks import Looks
from socialpolicy.writers.word.reading.values import Change, Piece, ReadParagraph, Story

__all__ = ["notices"]

# as much of a text as is quoted
SHOWN = 60
_CLIENT = "client:"
_UNREAD = {
    "altChunk": "Another document is inserted here whole",
    "subDoc": "Another document is linked here",
    "object": "An object of another program is embedded here",
    "control": "An ActiveX control stands here",
    "chart": "A chart stands here",
    "relIds": "A diagram stands here",
    "txBody": "A drawing with words stands here",
}
_HINTS = {
    Code.TEXT_HIDDEN: "select everything in Word, and clear Hidden under Font",
    Code.TEXT_FAINT: "give it a colour and a size that people can read",
    Code.TEXT_TRACKED: "accept or reject it in Word, under Review",
    Code.TEXT_ASIDE: "it is read after the paragraph that holds it",
    Code.TEXT_UNREAD: "read it in Word",
}


def notices(
    paragraphs: Sequence[ReadParagraph], missed: Iterable[Missed], looks: Looks, place: Place
) -> tuple[Finding, ...]:
    """The warnings, in the order of the file."""
    found = sorted(missed, key=lambda one: one.after)
    heading: dict[tuple[str, str], str] = {}
    collected: list[Finding] = []
    heads = {style: looks.heads(style) for style in {one.style for one in paragraphs}}
    for index, paragraph in enumerate(paragraphs):
        spot = _Spot(paragraph.story, heading.get(_part_of(paragraph.story), ""), place)
        while found and found[0].after <= index:
            collected += _of_missed(found.pop(0), spot)
        collected += _of_paragraph(paragraph, spot)
        if heads[paragraph.style] and paragraph.text.strip():
            heading[_part_of(paragraph.story)] = _quoted(paragraph.pieces)
    last = _Spot(paragraphs[-1].story if paragraphs else Story("body", ""), "", place)
    return (*collected, *(one for missing in found for one in _of_missed(missing, last)))


@attrs.frozen
class _Spot:
    """Where in the file: the story, and the nearest heading above."""

    story: Story
    heading: str
    place: Place

    def finding(self, code: Code, message: str, quote: str = "") -> Finding:
        where = [f"{self.story.part} ({' '.join(filter(None, (self.story.kind, _number(self.story))))})"]
        where += [f"under “{self.heading}”"] if self.heading else []
        where += [f"at “{quote}”"] if quote else []
        return WrongValue(code, message, self.place.at(path=", ".join(where)), _HINTS[code], severity="warn")


def _number(story: Story) -> str:
    return story.id if story.kind in ("footnote", "endnote", "comment") else ""


def _part_of(story: Story) -> tuple[str, str]:
    """A text box stands under the headings of the text around it."""
    return story.part, "" if story.kind in ("body", "text box") else story.id


def _of_paragraph(paragraph: ReadParagraph, spot: _Spot) -> Iterator[Finding]:
    pieces = [piece for piece in paragraph.pieces if piece.text.strip()]
    hidden = [piece for piece in pieces if piece.hidden]
    if hidden:
        yield spot.finding(Code.TEXT_HIDDEN, "Text is hidden: Word does not show it.", _quoted(hidden))
    for reason in dict.fromkeys(piece.faint for piece in pieces if piece.faint and not piece.hidden):
        faint = [piece for piece in pieces if piece.faint == reason]
        yield spot.finding(Code.TEXT_FAINT, f"Text cannot be seen: it is {reason}.", _quoted(faint))
    tracked = [piece for piece in pieces if piece.change or paragraph.around != Change.NONE]
    if tracked or paragraph.mark:
        message = "A tracked change is neither accepted nor rejected."
        yield spot.finding(Code.TEXT_TRACKED, message, _quoted(tracked or pieces))
    if paragraph.story.kind == "text box" and pieces:
        yield spot.finding(Code.TEXT_ASIDE, "Text stands in a box of its own.", _quoted(pieces))


def _of_missed(missed: Missed, spot: _Spot) -> Iterator[Finding]:
    words = _cut(missed.words)
    if missed.what == "field":
        yield spot.finding(Code.TEXT_UNREAD, "A field begins or ends alone; its code may be read as text.")
    elif missed.what == "text":
        yield spot.finding(Code.TEXT_UNREAD, "Text stands outside every paragraph, and is left out.")
    elif missed.what == "web":
        yield spot.finding(Code.TEXT_HIDDEN, "Text is hidden in a browser; on paper it is not.", words)
    elif missed.what == "choice":
        message = "The file says something else to older programs."
        yield spot.finding(Code.TEXT_HIDDEN, message, words)
    else:
        yield spot.finding(Code.TEXT_UNREAD, f"{_UNREAD[missed.what]}; what it says is not read.")


def _quoted(pieces: Iterable[Piece]) -> str:
    """The words of the pieces, cut; what is a client's is left out."""
    return _cut("".join("…" if _is_clients(piece) else piece.text for piece in pieces))


def _is_clients(piece: Piece) -> bool:
    return any(control.tag.startswith(_CLIENT) for control in piece.controls)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
