"""The paragraph styles as a table: every look has a name, so that a practice can restyle it in Word."""

from __future__ import annotations

import attrs

from socialpolicy.document import Scheme
from socialpolicy.writers.word.look import (
    ACCENT,
    BODY_EDGES,
    CLAUSE_EDGES,
    HAIRLINE,
    HEADING_FONT,
    MUTED,
)
from socialpolicy.writers.word.numbering import item_edges

__all__ = ["Style", "paragraph_styles"]


@attrs.frozen
class Style:
    """A paragraph style. Sizes in half points, spaces and indents in twips; None where it inherits.

    `edge` is where the text starts and how far the first line hangs out of it; `typed` takes away the
    number of the style it is based on; `own_page` begins a page; `rules` and `tabs` are XML.
    """

    id: str
    name: str
    based: str = attrs.field(default="Normal", kw_only=True)
    next: str = attrs.field(default="", kw_only=True)
    font: str = attrs.field(default="", kw_only=True)
    size: int | None = attrs.field(default=None, kw_only=True)
    bold: bool = attrs.field(default=False, kw_only=True)
    colour: str = attrs.field(default="", kw_only=True)
    before: int | None = attrs.field(default=None, kw_only=True)
    after: int | None = attrs.field(default=None, kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)
    edge: tuple[int, int] | None = attrs.field(default=None, kw_only=True)
    own_page: bool = attrs.field(default=False, kw_only=True)
    keep: bool = attrs.field(default=False, kw_only=True)
    typed: bool = attrs.field(default=False, kw_only=True)
    outline: int | None = attrs.field(default=None, kw_only=True)
    rules: str = attrs.field(default="", kw_only=True)
    tabs: str = attrs.field(default="", kw_only=True)


def _rule(side: str, colour: str, *, size: int = 4, space: int = 4) -> str:
    line = f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"


def _right_tab(position: int, leader: str = "none") -> str:
    return f'<w:tabs><w:tab w:val="right" w:leader="{leader}" w:pos="{position}"/></w:tabs>'


C0, C1, C2 = CLAUSE_EDGES
_, B1, B2 = BODY_EDGES


def paragraph_styles(width: int, scheme: Scheme = "legal") -> tuple[Style, ...]:
    """Every paragraph style, for a text of this width and numbers of this scheme."""
    text = (_edged(style, scheme) for style in _TEXT)
    return (*_HEADINGS, *text, *_CELLS, *_SIGNING, *_furniture(width))


def _edged(style: Style, scheme: Scheme) -> Style:
    """A style of numbered items, with room for the numbers of a scheme."""
    edges = dict(zip(("SPItem", "SPSubitem"), item_edges(scheme), strict=True))
    start, end = edges.get(style.id.removesuffix("Typed"), (0, 0))
    return attrs.evolve(style, edge=(end, end - start)) if end else style


# A typed style says its edge again: LibreOffice takes the indent away together with the number.
_HEADINGS = (
    Style(
        "Title",
        "Title",
        next="Subtitle",
        font=HEADING_FONT,
        size=52,
        bold=True,
        colour=ACCENT,
        before=120,
        after=60,
        line=240,
        keep=True,
    ),
    Style(
        "Subtitle",
        "Subtitle",
        next="BodyText",
        size=26,
        colour=MUTED,
        after=320,
        rules=_rule("bottom", ACCENT, size=12, space=10),
    ),
    Style(
        "Heading1",
        "heading 1",
        next="BodyText",
        font=HEADING_FONT,
        size=30,
        bold=True,
        colour=ACCENT,
        before=440,
        after=140,
        line=240,
        keep=True,
        outline=0,
    ),
    Style(
        "Heading2",
        "heading 2",
        next="SPClause",
        size=24,
        bold=True,
        before=260,
        after=80,
        line=252,
        edge=(C0, C0),
        keep=True,
        outline=1,
    ),
    Style("TOCHeading", "TOC Heading", based="Heading1", next="BodyText", size=26, before=320, outline=9),
    Style("SPSchedule", "SP Schedule", based="Heading1", next="BodyText", own_page=True),
    Style("SPScheduleTyped", "SP Schedule Typed", based="SPSchedule", next="BodyText", typed=True),
    Style("SPHeading", "SP Heading", based="Heading2", next="BodyText", edge=(0, 0), typed=True),
    Style(
        "SPHeadingTyped",
        "SP Heading Typed",
        based="Heading2",
        next="SPClauseTyped",
        edge=(C0, C0),
        typed=True,
    ),
)
_TEXT = (
    Style("TOC1", "toc 1", next="BodyText", after=40, edge=(C0, C0)),
    Style("TOC2", "toc 2", next="BodyText", size=20, colour=MUTED, after=30, edge=(C1, C1 - C0)),
    Style("BodyText", "Body Text"),
    Style("SPClause", "SP Clause", edge=(C0, C0)),
    Style("SPClauseTyped", "SP Clause Typed", based="SPClause", edge=(C0, C0), typed=True),
    Style("SPClauseText", "SP Clause Text", edge=(C0, 0)),
    Style("SPClauseBullet", "SP Clause Bullet", after=90, edge=(C1, C1 - C0)),
    Style("SPItem", "SP Item", after=90, edge=(C1, C1 - C0)),
    Style("SPItemTyped", "SP Item Typed", based="SPItem", edge=(C1, C1 - C0), typed=True),
    Style("SPItemText", "SP Item Text", after=90, edge=(C1, 0)),
    Style("SPItemBullet", "SP Item Bullet", after=90, edge=(C2, C2 - C1)),
    Style("SPSubitem", "SP Subitem", after=90, edge=(C2, C2 - C1)),
    Style("SPSubitemTyped", "SP Subitem Typed", based="SPSubitem", edge=(C2, C2 - C1), typed=True),
    Style("SPSubitemText", "SP Subitem Text", after=90, edge=(C2, 0)),
    Style("SPStep", "SP Step", after=90, edge=(B1, B1)),
    Style("SPStepTyped", "SP Step Typed", based="SPStep", edge=(B1, B1), typed=True),
    Style("SPStepText", "SP Step Text", after=90, edge=(B1, 0)),
    Style("SPBullet", "SP Bullet", after=90, edge=(B1, B1)),
    Style("SPSubstep", "SP Substep", after=90, edge=(B2, B2 - B1)),
    Style("SPSubstepTyped", "SP Substep Typed", based="SPSubstep", edge=(B2, B2 - B1), typed=True),
    Style("SPSubstepText", "SP Substep Text", after=90, edge=(B2, 0)),
    Style("SPSubbullet", "SP Subbullet", after=90, edge=(B2, B2 - B1)),
)
_CELLS = (
    Style("Caption", "caption", size=20, bold=True, colour=ACCENT, before=80, after=80, keep=True),
    Style("SPCell", "SP Cell", size=21, before=50, after=50, line=252),
    Style("SPCellFirst", "SP Cell First", based="SPCell", bold=True),
    Style("SPPrompt", "SP Prompt", based="SPCell", size=18, before=24, after=24, line=228),
    Style("SPPromptFirst", "SP Prompt First", based="SPPrompt", bold=True),
    Style("SPCellHeading", "SP Cell Heading", based="SPCell", bold=True, colour=ACCENT, keep=True),
    Style(
        "SPAlarmHeading",
        "SP Alarm Heading",
        size=26,
        bold=True,
        colour="FFFFFF",
        before=30,
        after=30,
        line=240,
        keep=True,
    ),
    Style(
        "SPNoteHeading",
        "SP Note Heading",
        size=24,
        bold=True,
        colour=ACCENT,
        before=60,
        after=0,
        line=240,
        keep=True,
    ),
    Style("SPSpacer", "SP Spacer", size=8, before=0, after=0, line=160),
)
_SIGNING = (
    Style("SPTick", "SP Tick", size=26, before=30, after=0, line=240),
    Style("SPSmall", "SP Small", size=19, colour=MUTED, before=0, after=60, line=240),
    Style(
        "SPFieldLine",
        "SP Field Line",
        size=19,
        colour=MUTED,
        before=60,
        after=60,
        line=240,
        tabs=_right_tab(2440, "underscore"),
    ),
    Style("SPExecution", "SP Execution", size=24, bold=True, before=400, after=80, keep=True, outline=1),
    Style("SPSigner", "SP Signer", bold=True, colour=ACCENT, before=200, after=20, keep=True),
    Style("SPFieldLabel", "SP Field Label", size=18, colour=MUTED, before=0, after=0, line=240),
    Style("SPField", "SP Field", before=300, after=10, line=240),
)


def _furniture(width: int) -> tuple[Style, ...]:
    """Header and footer: what stands left, and what stands right."""
    tab = _right_tab(width)
    under, over = _rule("bottom", HAIRLINE, space=6), _rule("top", HAIRLINE, space=6)
    return (
        Style("Header", "header", size=17, colour=MUTED, after=0, line=240, tabs=tab, rules=under),
        Style("Footer", "footer", size=17, colour=MUTED, after=0, line=240, tabs=tab, rules=over),
    )
