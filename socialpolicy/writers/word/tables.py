"""Tables: of the text, and those that lay out parties, definitions and boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from socialpolicy.document import Box, Definitions, Inlines, Parties, Table, plain
from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.markup import attribute
from socialpolicy.writers.word.paragraphs import Frame, paragraph, spacer
from socialpolicy.writers.word.runs import plain_run, runs, term_key, unbroken
from socialpolicy.writers.word.widths import column_widths

__all__ = ["Cell", "box", "definitions", "grid", "parties", "row", "stays", "text_table"]

# kind of table → the styles of its first column and of the others
_CELLS = {"text": ("SPCellFirst", "SPCell"), "prompts": ("SPPromptFirst", "SPPrompt")}


@attrs.frozen
class Cell:
    """One cell: its paragraphs, and properties such as shading that follow its width."""

    content: str
    properties: str = ""


def grid(
    style: str,
    widths: Sequence[int],
    rows: Sequence[str],
    *,
    indent: int = 0,
    caption: str = "",
    first: int = 0,
) -> str:
    """A table of fixed column widths (twips), without the spacer that follows it; none without rows.

    `first` is 1 when the first row looks apart, as its style says.
    """
    if not rows:
        return ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    name = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    properties = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="06{first * 2}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{name}'
    )
    inside = "".join(rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


def row(widths: Sequence[int], cells: Iterable[Cell], *, header: bool = False, breaks: bool = False) -> str:
    """One row, which stays on one page unless it `breaks`; a header row stands again on each page."""
    whole, repeated = "" if breaks else "<w:cantSplit/>", "<w:tblHeader/>" if header else ""
    inside = "".join(_cell(width, cell) for width, cell in zip(widths, cells, strict=True))
    return f"<w:tr><w:trPr>{whole}{repeated}</w:trPr>{inside}</w:tr>"


def _cell(width: int, cell: Cell) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{cell.properties}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content}</w:tc>"


def text_table(desk: Desk, frame: Frame, table: Table) -> str:
    """A table of the text: its caption, its header row, its rows."""
    edge = frame.edge
    headers = [table.header] if table.header else []
    texts = [[unbroken(plain(words)) for words in cells] for cells in (*headers, *table.rows)]
    widths = column_widths(texts, frame.width - edge, frame.scale)
    header = [_header(desk, widths, words) for words in headers]
    rows = [
        row(
            widths,
            _cells(
                desk, entry, _CELLS[table.kind], keep_next=not frame.breaks and stays(place, len(table.rows))
            ),
        )
        for place, entry in enumerate(table.rows)
    ]
    caption = paragraph("Caption", plain_run(table.caption), edge=edge) if table.caption else ""
    drawn = grid("SPTable", widths, [*header, *rows], indent=edge, caption=table.caption, first=len(header))
    return caption + drawn + spacer()


def _header(desk: Desk, widths: Sequence[int], header: tuple[Inlines, ...]) -> str:
    cells = (Cell(paragraph("SPCellHeading", runs(desk, words))) for words in header)
    return row(widths, cells, header=True)


def _cells(
    desk: Desk, entry: tuple[Inlines, ...], styles: tuple[str, str], *, keep_next: bool
) -> Iterable[Cell]:
    for column, words in enumerate(entry):
        yield Cell(paragraph(styles[min(column, 1)], runs(desk, words), keep_next=keep_next))


def stays(place: int, rows: int) -> bool:
    """Whether this row stays with the next: neither the first row nor the last is left alone on a page."""
    return place < rows - 1 and place in (0, rows - 2)


def parties(desk: Desk, frame: Frame, block: Parties) -> str:
    """Who the document is between: a label and the words, line by line."""
    lines = [(plain_run(party.label), runs(desk, party.inlines)) for party in block.parties]
    return _pairs(frame, lines, share=0.24) + spacer()


def definitions(desk: Desk, frame: Frame, block: Definitions) -> str:
    """The defined terms, each bookmarked so that its uses link to it."""
    lines = [
        (desk.bookmarked(term_key(entry.id), plain_run(entry.words)), runs(desk, entry.inlines))
        for entry in block.entries
    ]
    return _pairs(frame, lines, share=0.28) + spacer()


def _pairs(frame: Frame, lines: Sequence[tuple[str, str]], *, share: float) -> str:
    first = round(frame.width * share)
    widths = [first, frame.width - first]
    rows = [row(widths, _pair(line, keep_next=stays(place, len(lines)))) for place, line in enumerate(lines)]
    return grid("SPPairs", widths, rows)


def _pair(line: tuple[str, str], *, keep_next: bool) -> Iterable[Cell]:
    for style, words in zip(("SPCellFirst", "SPCell"), line, strict=True):
        yield Cell(paragraph(style, words, keep_next=keep_next))


def box(desk: Desk, frame: Frame, block: Box, *, content: str) -> str:
    """A bordered call-out: a band with its heading over its content, on one page.

    In large print it would push too much of its page away: there it may break.
    """
    breaks = frame.inside_a_box.breaks
    kind = "Alarm" if block.kind == "emergency" else "Note"
    heading = desk.bookmarked(block.kind, runs(desk, block.heading))
    rows = (
        row([frame.width], [Cell(paragraph(f"SP{kind}Heading", heading))]),
        row([frame.width], [Cell(content or spacer())], breaks=breaks),
    )
    table = grid(f"SP{kind}", [frame.width], rows, caption=plain(block.heading), first=1)
    return spacer() + table + spacer()
