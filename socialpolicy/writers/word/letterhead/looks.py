"""The looks of the letterheads that come with the package."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.writers.word.letterhead.dressing import Look

__all__ = ["LOOKS", "Design"]


@attrs.frozen(kw_only=True)
class Design:
    """A starter: the look of its text, the margins of its page (twips), its header and footer as XML.

    `head` is the header of the first page, `running` that of the others; in all of them `{right}` is where
    the text ends on the right, in twips, and `{inner}` where that of a band does.
    """

    look: Look
    margins: Mapping[str, int]
    head: str
    running: str
    foot: str


def _border(side: str, colour: str, size: int, space: int = 1, kind: str = "single") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def _rules(*sides: str) -> str:
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _look_of_run(size: int, colour: str, *, font: str = "", bold: bool = False, spacing: int = 0) -> str:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    weight = "<w:b/><w:bCs/>" * bold
    apart = f'<w:spacing w:val="{spacing}"/>' if spacing else ""
    return f'{fonts}{weight}<w:color w:val="{colour}"/>{apart}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _paragraph(style: str, properties: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def _field(code: str, look: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:rPr>{look}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:r><w:rPr>{look}</w:rPr><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return mark("begin") + instruction + mark("separate") + _run("1", look) + mark("end")


def _page(look: str) -> str:
    pages = _field("PAGE", look) + _run(" of ", look) + _field("NUMPAGES", look)
    return _run("Page ", look) + pages


_TAB = "<w:r><w:tab/></w:r>"
_RIGHT = '<w:tabs><w:tab w:val="clear" w:pos="{right}"/><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
# inside a band, whose ends stand out from the text
_INNER = _RIGHT.replace("{right}", "{inner}")
_CENTRED = '<w:jc w:val="center"/>'


# ---------- plain: a serif letter, black on white ----------

_SERIF = "Cambria"
_INK, _GREY, _RULE = "1C1C1C", "555555", "8A8A8A"
_PLAIN_FOOT = _look_of_run(17, _GREY)
_PLAIN = Design(
    look=Look(
        text_font=_SERIF,
        heading_font=_SERIF,
        ink=_INK,
        accent="2B2B2B",
        muted=_GREY,
        hairline="BDBDBD",
        tint="F3F2EF",
        alarm="7A1B1B",
        alarm_tint="FBF6F4",
        changes={
            "Title": {"size": 44, "bold": False, "rules": "", "before": 240},
            "Subtitle": {"size": 24, "rules": _rules(_border("bottom", _RULE, 4, 10))},
            "Heading1": {"size": 28, "bold": False, "rules": _rules(_border("bottom", _RULE, 4, 3))},
            "Heading2": {"size": 23},
            "Header": {"rules": "", "tabs": ""},
            "Footer": {"rules": "", "tabs": ""},
        },
    ),
    margins={"top": 1701, "right": 1474, "bottom": 1474, "left": 1474, "header": 794, "footer": 680},
    head=_paragraph(
        "Header",
        '<w:spacing w:after="40"/>' + _CENTRED,
        _run("{{ practice_name }}", _look_of_run(38, _INK, spacing=30)),
    )
    + _paragraph(
        "Header",
        _rules(_border("bottom", _INK, 6, 8, "double")) + '<w:spacing w:after="240"/>' + _CENTRED,
        _run("{{ practice_address }}  {{ practice_phone }}  {{ practice_email }}", _look_of_run(19, _GREY)),
    ),
    running=_paragraph(
        "Header",
        _CENTRED,
        _run("{{ practice_name }}", _look_of_run(18, _GREY, spacing=20)),
    ),
    foot=_paragraph(
        "Footer",
        _rules(_border("top", _RULE, 4, 6)) + _CENTRED,
        _run("{{ title }}  ·  {{ imprint }}  ·  ", _PLAIN_FOOT),
        _page(_PLAIN_FOOT),
    ),
)

# ---------- modern: a sans serif, a band of colour, bars beside the headings ----------

_BLUE, _DEEP, _SLATE = "24508F", "16325C", "4A5568"
_SANS = "Calibri"
_MODERN_FOOT = _look_of_run(17, _SLATE)
_MODERN = Design(
    look=Look(
        text_font=_SANS,
        heading_font=_SANS,
        ink="1F2937",
        accent=_BLUE,
        muted=_SLATE,
        hairline="C9D3E3",
        tint="EEF3FA",
        alarm="A61B3C",
        alarm_tint="FDF3F5",
        changes={
            "Title": {"size": 60, "colour": _DEEP, "before": 200, "after": 40},
            "Subtitle": {"size": 26, "rules": "", "after": 360},
            "Heading1": {
                "size": 32,
                "rules": _rules(_border("left", _BLUE, 48, 10)),
                "edge": (320, 0),
                "before": 480,
            },
            "Heading2": {"colour": _DEEP},
            "Header": {"rules": "", "tabs": ""},
            "Footer": {"rules": "", "tabs": ""},
        },
    ),
    margins={"top": 1644, "right": 1247, "bottom": 1361, "left": 1247, "header": 624, "footer": 567},
    head=_paragraph(
        "Header",
        _rules(*(_border(side, _DEEP, 4, 8) for side in ("top", "left", "bottom", "right")))
        + _shade(_DEEP)
        + _INNER
        + '<w:ind w:left="160" w:right="160"/>',
        _run("{{ practice_name }}", _look_of_run(32, "FFFFFF", bold=True)),
        _TAB,
        _run("{{ practice_phone }}", _look_of_run(20, "FFFFFF")),
    )
    + _paragraph(
        "Header",
        _INNER + '<w:spacing w:before="200" w:after="200"/><w:ind w:left="160" w:right="160"/>',
        _run("{{ registered_title }}", _look_of_run(19, _SLATE)),
        _TAB,
        _run("{{ practice_email }}", _look_of_run(19, _SLATE)),
    ),
    running=_paragraph(
        "Header",
        _rules(_border("bottom", _BLUE, 18, 6)) + _RIGHT,
        _run("{{ practice_name }}", _look_of_run(19, _DEEP, bold=True)),
        _TAB,
        _run("{{ title }}", _look_of_run(18, _SLATE)),
    ),
    foot=_paragraph(
        "Footer",
        _rules(_border("top", _BLUE, 18, 6)) + _RIGHT,
        _run("{{ imprint }}", _MODERN_FOOT),
        _TAB,
        _page(_MODERN_FOOT),
    ),
)

# ---------- large print: 18 points, black, nothing small (RNIB asks for at least 16) ----------

_BLACK = "000000"
_LARGE_FOOT = _look_of_run(32, _BLACK)
_LARGE = Design(
    look=Look(
        text_font="Arial",
        heading_font="Arial",
        size=36,
        smallest=32,
        ink=_BLACK,
        accent=_BLACK,
        muted=_BLACK,
        hairline="595959",
        tint="F2F2F2",
        alarm="7A0000",
        alarm_tint="FFFFFF",
        changes={
            "Title": {"size": 60, "before": 200, "after": 120},
            "Subtitle": {"size": 40, "rules": _rules(_border("bottom", _BLACK, 24, 10)), "after": 400},
            "Heading1": {"size": 50, "before": 560, "after": 200},
            "Heading2": {"size": 40, "before": 400},
            "SPCell": {"size": 36, "line": 276},
            "SPAlarmHeading": {"size": 44},
            "SPNoteHeading": {"size": 40},
            "SPExecution": {"size": 40},
            "SPPrompt": {"size": 34},
            "Caption": {"size": 36},
            "Header": {"size": 32, "rules": "", "tabs": ""},
            "Footer": {"size": 32, "rules": "", "tabs": ""},
        },
    ),
    margins={"top": 1474, "right": 1134, "bottom": 1701, "left": 1134, "header": 680, "footer": 624},
    head=_paragraph(
        "Header",
        '<w:spacing w:after="60"/>',
        _run("{{ practice_name }}", _look_of_run(44, _BLACK, bold=True)),
    )
    + _paragraph(
        "Header",
        _rules(_border("bottom", _BLACK, 24, 8)) + '<w:spacing w:after="240"/>',
        _run("{{ practice_phone }}", _LARGE_FOOT),
    ),
    running=_paragraph("Header", '<w:spacing w:after="120"/>', _run("{{ practice_name }}", _LARGE_FOOT)),
    foot=_paragraph(
        "Footer",
        _rules(_border("top", _BLACK, 12, 8)),
        _run("{{ imprint }}", _LARGE_FOOT),
        "<w:r><w:br/></w:r>",
        _page(_LARGE_FOOT),
    ),
)

LOOKS: Mapping[str, Design] = {"plain": _PLAIN, "modern": _MODERN, "large-print": _LARGE}
