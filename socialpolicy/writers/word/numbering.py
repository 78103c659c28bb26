"""Word's multilevel lists, tied to styles, and a counter that computes what Word will print."""

from __future__ import annotations

from typing import Literal

import attrs

from socialpolicy.document.schemes import SCHEMES, CountFormat, Rank, Scheme, number_of
from socialpolicy.writers.word.look import ACCENT, BODY_EDGES, CLAUSE_EDGES, TEXT_FONT

__all__ = ["LISTS", "NSIDS", "Counter", "Level", "MultiLevelList", "item_edges", "numbering_xml"]


@attrs.frozen
class Level:
    """One level: the style that carries it, Word's number format and text, its indents in twips."""

    style: str
    format: CountFormat | Literal["bullet"]
    text: str = attrs.field(kw_only=True)
    left: int = attrs.field(kw_only=True)
    hanging: int = attrs.field(kw_only=True)


@attrs.frozen
class MultiLevelList:
    """A list of levels under one number id; `nsid` is fixed so that equal documents have equal bytes."""

    id: int
    nsid: str
    levels: tuple[Level, ...] = attrs.field(kw_only=True)


def _level(style: str, format: CountFormat | Literal["bullet"], text: str, *, start: int, end: int) -> Level:
    return Level(style, format, text=text, left=end, hanging=end - start)


C0, C1, C2 = CLAUSE_EDGES
B0, B1, B2 = BODY_EDGES
_CLAUSE_STYLES = ("Heading2", "SPClause", "SPItem", "SPSubitem")
# each scheme is a list of its own: Word takes lists of one identity for one list
_CLAUSE_NSIDS = {scheme: f"5C1A00{place}1" for place, scheme in enumerate(SCHEMES)}


def item_edges(scheme: Scheme) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the number and the text of an item start, and those of an item in it, in twips."""
    # a number of three or four parts is wide: it starts where the numbers of paragraphs do
    return ((0, C1), (0, C2)) if scheme == "decimal" else ((C0, C1), (C1, C2))


def _clauses(scheme: Scheme) -> MultiLevelList:
    edges = ((0, C0), (0, C0), *item_edges(scheme))
    levels = zip(_CLAUSE_STYLES, SCHEMES[scheme], edges, strict=True)
    return MultiLevelList(
        1,
        _CLAUSE_NSIDS[scheme],
        levels=tuple(
            _level(style, rank.format, rank.text, start=start, end=end)
            for style, rank, (start, end) in levels
        ),
    )


STEPS = MultiLevelList(
    2,
    "5C1A0002",
    levels=(
        _level("SPStep", "decimal", "%1.", start=B0, end=B1),
        _level("SPSubstep", "lowerLetter", "(%2)", start=B1, end=B2),
    ),
)
BULLETS = MultiLevelList(
    3,
    "5C1A0003",
    levels=(
        _level("SPBullet", "bullet", "•", start=B0, end=B1),
        _level("SPSubbullet", "bullet", "–", start=B1, end=B2),
        _level("SPClauseBullet", "bullet", "•", start=C0, end=C1),
        _level("SPItemBullet", "bullet", "–", start=C1, end=C2),
    ),
)
SCHEDULES = MultiLevelList(
    4, "5C1A0004", levels=(_level("SPSchedule", "decimal", "Schedule %1:", start=0, end=0),)
)
LISTS = {scheme: (_clauses(scheme), STEPS, BULLETS, SCHEDULES) for scheme in SCHEMES}
NSIDS = frozenset(entry.nsid for lists in LISTS.values() for entry in lists)


@attrs.define
class Counter:
    """Counts the numbered paragraphs of a document as Word does, level by level."""

    scheme: Scheme = "legal"
    counts: dict[int, tuple[int, ...]] = attrs.field(factory=dict)

    def prints(self, style: str) -> str:
        """What Word prints before the next paragraph of this style.

        "" when a level above has not been counted: Word and LibreOffice then differ.
        """
        entry, level = self._level(style)
        counts = self._after(entry, level)
        return "" if 0 in counts else number_of(_ranks(entry), counts)

    def full(self, style: str) -> str:
        """What a `REF \\w` field prints for the paragraph of this style that was counted last."""
        entry, level = self._level(style)
        ranks, counts = _ranks(entry), self.counts[entry.id]
        last = max(depth for depth in range(level + 1) if "%1" in ranks[depth].text)
        return "".join(number_of(ranks, counts[: depth + 1]) for depth in range(last, level + 1))

    def take(self, style: str) -> None:
        """Count one paragraph of this style; deeper levels start again."""
        entry, level = self._level(style)
        self.counts[entry.id] = self._after(entry, level)

    def _level(self, style: str) -> tuple[MultiLevelList, int]:
        return next(
            (entry, depth)
            for entry in LISTS[self.scheme]
            for depth, level in enumerate(entry.levels)
            if level.style == style
        )

    def _after(self, entry: MultiLevelList, level: int) -> tuple[int, ...]:
        before = self.counts.get(entry.id, ())
        filled = (*before, *(0,) * (level + 1 - len(before)))
        return (*filled[:level], filled[level] + 1)


def _ranks(entry: MultiLevelList) -> tuple[Rank, ...]:
    return tuple(Rank(level.format, level.text) for level in entry.levels if level.format != "bullet")


def numbering_xml(scheme: Scheme = "legal") -> str:
    """The lists as the content of the numbering part; every abstractNum stands before the first num."""
    lists = "".join(_abstract(entry) for entry in LISTS[scheme])
    return lists + "".join(
        f'<w:num w:numId="{entry.id}"><w:abstractNumId w:val="{entry.id}"/></w:num>'
        for entry in LISTS[scheme]
    )


def _abstract(entry: MultiLevelList) -> str:
    levels = "".join(_level_xml(depth, level) for depth, level in enumerate(entry.levels))
    return (
        f'<w:abstractNum w:abstractNumId="{entry.id}"><w:nsid w:val="{entry.nsid}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{entry.nsid}"/>{levels}</w:abstractNum>'
    )


def _level_xml(depth: int, level: Level) -> str:
    # a number with words in it is as long as they are
    after = '<w:suff w:val="space"/>' * (level.hanging == 0)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/>{after}<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>'
        f"{_marker(level)}</w:lvl>"
    )


def _marker(level: Level) -> str:
    if level.format != "bullet":
        return f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr>' if level.style == "Heading2" else ""
    fonts = f'<w:rFonts w:ascii="{TEXT_FONT}" w:hAnsi="{TEXT_FONT}" w:cs="{TEXT_FONT}"/>'
    return f'<w:rPr>{fonts}<w:color w:val="{ACCENT}"/></w:rPr>'
