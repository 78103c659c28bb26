"""Tables as HTML: headers that belong to their cells, and rows that can be stacked where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from socialpolicy.document import Inlines, Table, plain
from socialpolicy.writers.html.elements import element, lines
from socialpolicy.writers.html.spans import Spans

__all__ = ["grid"]

_NOTHING: Inlines = ()


def grid(table: Table, spans: Spans) -> str:
    """The table; the first cell of a row names it where there is a header. "" for one without cells."""
    columns = max(map(len, (table.header, *table.rows)), default=0)
    if not columns:
        return ""
    caption = element("caption", lines(table.caption)) if table.caption else ""
    header = _padded(table.header, columns) if any(table.header) else ()
    head = "".join(_head(cell, spans) for cell in header)
    rows = (_row(_padded(row, columns), header, spans) for row in table.rows)
    parts = (
        caption,
        _roled("thead", _roled("tr", head, spans, "row"), spans, "rowgroup") if head else "",
        _roled("tbody", "\n".join(["", *rows, ""]), spans, "rowgroup"),
    )
    kind = spans.named(" ".join(filter(None, ("stacks" if head else "", table.kind))))
    return _roled("table", "\n".join(["", *filter(None, parts), ""]), spans, "table", class_=kind)


def _head(cell: Inlines, spans: Spans) -> str:
    text = spans.text(cell)
    if not text:
        return _roled("td", "", spans, "cell")
    return _roled("th", text, spans, "columnheader", scope="col")


def _row(row: Sequence[Inlines], header: Sequence[Inlines], spans: Spans) -> str:
    cells = "".join(_cell(place, cell, header, spans) for place, cell in enumerate(row))
    return _roled("tr", cells, spans, "row")


def _cell(place: int, cell: Inlines, header: Sequence[Inlines], spans: Spans) -> str:
    text = spans.text(cell)
    if header and place == 0 and text:
        return _roled("th", text, spans, "rowheader", scope="row")
    label = plain(header[place]) if header and spans.styled and text else ""
    return _roled("td", text, spans, "cell", data_label=label)


def _roled(name: str, content: str, spans: Spans, role: str, **attributes: str) -> str:
    # stacked, rows and cells would be no table any more to a screen reader unless they say so
    return element(name, content, role=spans.named(role), **attributes)


def _padded(cells: Sequence[Inlines], columns: int) -> tuple[Inlines, ...]:
    return (*cells, *[_NOTHING] * (columns - len(cells)))
