"""The table styles: rules and tints, so that no cell carries its own."""

from __future__ import annotations

from socialpolicy.writers.word.look import ACCENT, ALARM, ALARM_TINT, HAIRLINE, TINT

__all__ = ["BOX_MARGIN", "CELL_MARGIN", "table_styles"]

# a cell's own margins left and right, in twips
CELL_MARGIN = 113
BOX_MARGIN = 198


def table_styles() -> str:
    """Every table style: of the text, of pairs, of boxes, of consents and of signatures."""
    line = _line("insideH", HAIRLINE)
    ruled = _line("top", ACCENT, 8) + _line("bottom", ACCENT, 8) + line
    quiet = _line("top", HAIRLINE) + _line("bottom", HAIRLINE) + line
    bar = _line("left", ACCENT, 24)
    return (
        _NORMAL
        + _style("SPTable", "SP Table", ruled, band=TINT)
        + _style("SPPairs", "SP Pairs", quiet)
        + _style("SPConsents", "SP Consents", quiet)
        + _style("SPStrip", "SP Strip", "", margin=0)
        + _style("SPAlarm", "SP Alarm", _frame(ALARM, 12), ground=ALARM_TINT, band=ALARM, margin=BOX_MARGIN)
        + _style("SPNote", "SP Note", bar, ground=TINT, band=TINT, margin=BOX_MARGIN)
    )


_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def _style(
    id: str, name: str, borders: str, *, ground: str = "", band: str = "", margin: int = CELL_MARGIN
) -> str:
    drawn = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    cells = f"<w:tcPr>{_shade(ground)}</w:tcPr>" if ground else ""
    first = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade(band)}</w:tcPr></w:tblStylePr>' if band else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{drawn}{_margins(margin, high=bool(ground))}</w:tblPr>'
        f"{cells}{first}</w:style>"
    )


def _margins(margin: int, *, high: bool) -> str:
    """A cell's margins: a box has some above and below too."""
    sides = {"top": 60 * high, "left": margin, "bottom": 60 * high, "right": margin}
    inside = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


def _line(side: str, colour: str, size: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _frame(colour: str, size: int) -> str:
    return "".join(_line(side, colour, size) for side in ("top", "left", "bottom", "right"))


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
