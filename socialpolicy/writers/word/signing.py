"""What is ticked, filled and signed: consents and execution blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from socialpolicy.document import Consent, Consents, Execution, Field, Signer, plain
from socialpolicy.writers.word.controls import checkbox, inline_control
from socialpolicy.writers.word.desk import Desk
from socialpolicy.writers.word.paragraphs import Frame, paragraph, spacer
from socialpolicy.writers.word.runs import Look, plain_run, runs
from socialpolicy.writers.word.tables import Cell, grid, row, stays

__all__ = ["consents", "execution", "field_tags"]

# a non-breaking space: a control must not be empty
NOTHING = "\u00a0"
TICK_WIDTH = 480
LINES_WIDTH = 2700
GAP_WIDTH = 200
SHARES = {"name": 34, "signature": 42, "date": 24, "initials": 18, "tick": 12}
# the least room that a field needs, in twips of our own size: a name, a signature, a date in words
ROOM = {"name": 1800, "signature": 1800, "date": 1450, "initials": 800, "tick": 400}
BLANK_LINE = "<w:r><w:tab/></w:r>"


def consents(desk: Desk, frame: Frame, block: Consents) -> str:
    """Each consent in a row of its own: the tick box, what is asked and how to take it back, its lines."""
    tick, lines = frame.scaled(TICK_WIDTH), frame.scaled(LINES_WIDTH)
    widths = [tick, frame.width - tick - lines, lines]
    rows = [
        row(widths, _consent(desk, consent, keep_next=stays(place, len(block.boxes))))
        for place, consent in enumerate(block.boxes)
    ]
    return grid("SPConsents", widths, rows) + spacer()


def _consent(desk: Desk, consent: Consent, *, keep_next: bool) -> tuple[Cell, Cell, Cell]:
    """With a box for each signer, the boxes stand beside their lines."""
    tag = f"consent:{consent.clause}.{consent.id}"
    box = checkbox(desk, tag, alias=plain(consent.asks)) if consent.has_box else ""
    asks = paragraph("SPCell", runs(desk, consent.asks), keep_next=keep_next)
    withdraw = paragraph("SPSmall", runs(desk, consent.withdraw))
    filled = "".join(_line(desk, field, tag) for field in consent.lines)
    return Cell(paragraph("SPTick", box)), Cell(asks + withdraw), Cell(filled or spacer())


def _line(desk: Desk, field: Field, within: str) -> str:
    """A field as a label and a ruled line, or as a tick box and its label."""
    if field.kind == "tick":
        return paragraph("SPFieldLine", _tick(desk, field, within) + plain_run(f" {field.label}"))
    filled = runs(desk, field.inlines) or BLANK_LINE
    return paragraph("SPFieldLine", plain_run(f"{field.label} ") + _fill_in(desk, field, filled, within))


def field_tags(block: Consent | Execution) -> Iterator[tuple[Field, str]]:
    """The fields of a block in the order in which they stand, each with the tag of its control."""
    if isinstance(block, Execution):
        yield from ((field, _tag(field, "sign")) for signer in block.signers for field in signer.fields)
        return
    tag = f"consent:{block.clause}.{block.id}"
    ticks = [field for field in block.fields if field.kind == "tick"]
    alone = ticks if len(ticks) == 1 else []
    yield from ((field, tag) for field in alone)
    yield from ((field, _tag(field, tag)) for field in block.fields if field not in alone)


def execution(desk: Desk, frame: Frame, block: Execution) -> str:
    """One block of signatures, on one page.

    It is one row of a table that may not break: Word would keep paragraphs and tables together by
    themselves, LibreOffice does not.
    """
    label = paragraph("SPExecution", plain_run(block.label)) if block.label else ""
    statement = paragraph("BodyText", runs(desk, block.statement), keep_next=True) if block.statement else ""
    last = len(block.signers) - 1
    strips = (
        _signer(desk, frame, signer, keep_next=place < last) for place, signer in enumerate(block.signers)
    )
    inside = label + statement + "".join(strips)
    if not inside:
        return ""
    return grid("SPStrip", [frame.width], [row([frame.width], [Cell(inside)])]) + spacer()


def _signer(desk: Desk, frame: Frame, signer: Signer, *, keep_next: bool) -> str:
    label = paragraph("SPSigner", plain_run(signer.label))
    if not signer.fields:
        return label
    strips = _strips(signer.fields, frame)
    widest = max(strips, key=len)
    widths = _widths(widest, frame.width)
    rows = [
        row(
            widths,
            _padded(
                _strip(desk, fields, keep_next=keep_next or place < len(strips), below=place > 1), len(widths)
            ),
        )
        for place, fields in enumerate(strips, start=1)
    ]
    return label + grid("SPStrip", widths, rows, caption=signer.label) + spacer(keep_next=keep_next)


def _padded(cells: Iterable[Cell], columns: int) -> list[Cell]:
    """Empty cells after those that there are: rows of one table stay on one page in every program."""
    filled = list(cells)
    return filled + [Cell(paragraph("SPFieldLabel", ""))] * (columns - len(filled))


def _strips(fields: tuple[Field, ...], frame: Frame) -> list[tuple[Field, ...]]:
    """The fields side by side as far as there is room for each, else one strip below the other."""
    strips: list[tuple[Field, ...]] = [()]
    for field in fields:
        together = (*strips[-1], field)
        widths = _widths(together, frame.width)[::2]
        fits = all(wide >= frame.scaled(ROOM[one.kind]) for one, wide in zip(together, widths, strict=True))
        if strips[-1] and not fits:
            strips.append(())
        strips[-1] = (*strips[-1], field)
    return strips


def _widths(fields: tuple[Field, ...], width: int) -> list[int]:
    """A column for each field, and a gap between two."""
    free = width - GAP_WIDTH * (len(fields) - 1)
    whole = sum(SHARES[field.kind] for field in fields)
    shares = [free * SHARES[field.kind] // whole for field in fields]
    shares[-1] = free - sum(shares[:-1])
    return [part for share in shares for part in (share, GAP_WIDTH)][:-1]


def _strip(desk: Desk, fields: tuple[Field, ...], *, keep_next: bool, below: bool) -> Iterable[Cell]:
    """One row of fields; `below`: another stands above it, from whose lines its labels keep clear."""
    for place, field in enumerate(fields):
        if place:
            yield Cell(paragraph("SPFieldLabel", "", keep_next=keep_next))
        cell = _field_cell(desk, field, keep_next=keep_next)
        yield attrs.evolve(cell, content=spacer(keep_next=True) + cell.content) if below else cell


def _field_cell(desk: Desk, field: Field, *, keep_next: bool) -> Cell:
    """A label over its line: whoever hears the page read hears the label first."""
    label = paragraph("SPFieldLabel", plain_run(field.label), keep_next=True)
    if field.kind == "tick":
        return Cell(label + paragraph("SPField", _tick(desk, field, "sign"), keep_next=keep_next))
    inside = runs(desk, field.inlines, Look(unfilled="open")) or plain_run(NOTHING)
    line = paragraph("SPField", _fill_in(desk, field, inside, "sign"), keep_next=keep_next)
    return Cell(label + line, _RULED)


_RULED = (
    '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
    '<w:vAlign w:val="bottom"/>'
)


def _tick(desk: Desk, field: Field, within: str) -> str:
    return checkbox(desk, _tag(field, within), alias=field.label)


def _fill_in(desk: Desk, field: Field, filled: str, within: str) -> str:
    return inline_control(desk, _tag(field, within), filled, alias=field.label)


def _tag(field: Field, within: str) -> str:
    """By this tag a reader of the file finds the field: `sign:client.date`, `consent:…:client.initials`."""
    return f"{within}:{field.party}.{field.kind}"
