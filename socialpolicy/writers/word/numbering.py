"""Word's multilevel lists, tied to styles, and a counter that computes what Word will print."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from socialpolicy.writers.word.look import ACCENT, BODY_EDGES, CLAUSE_EDGES, TEXT_FONT

__all__ = ["BULLETS", "CLAUSES", "LISTS", "STEPS", "Counter", "Level", "MultiLevelList", "numbering_xml"]


@attrs.frozen
class Level:
    """One level: the style that carries it, Word's number format and text, its indents in twips."""

    style: str
    format: str
    text: str = attrs.field(kw_only=True)
    left: int = attrs.field(kw_only=True)
    hanging: int = attrs.field(kw_only=True)


@attrs.frozen
class MultiLevelList:
    """A list of levels under one number id; `nsid` is fixed so that equal documents have equal bytes."""

    id: int
    nsid: str
    levels: tuple[Level, ...] = attrs.field(kw_only=True)


def _level(style: str, format: str, text: str, *, start: int, end: int) -> Level:
    return Level(style, format, text=text, left=end, hanging=end - start)


C0, C1, C2 = CLAUSE_EDGES
B0, B1, B2 = BODY_EDGES

# No full stop after "%1": Word drops it in a REF field and LibreOffice does not.
CLAUSES = MultiLevelList(
    1,
    "5C1A0001",
    levels=(
        _level("Heading2", "decimal", "%1", start=0, end=C0),
        _level("SPClause", "decimal", "%1.%2", start=0, end=C0),
        _level("SPItem", "lowerLetter", "(%3)", start=C0, end=C1),
        _level("SPSubitem", "lowerRoman", "(%4)", start=C1, end=C2),
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
LISTS = (CLAUSES, STEPS, BULLETS)


@attrs.define
class Counter:
    """Counts the numbered paragraphs of a document as Word does, level by level."""

    counts: dict[int, list[int]] = attrs.field(
        factory=lambda: {entry.id: [0] * len(entry.levels) for entry in (CLAUSES, STEPS)}
    )

    def prints(self, style: str) -> str:
        """What Word prints before the next paragraph of this style.

        "" when a level above has not been counted: Word and LibreOffice then differ.
        """
        entry, level = _NUMBERED[style]
        counts = self._after(entry, level)
        return "" if 0 in counts[:level] else _print(entry.levels[level].text, entry, counts)

    def full(self, style: str) -> str:
        """What a `REF \\w` field prints for the paragraph of this style that was counted last."""
        entry, level = _NUMBERED[style]
        texts = [entry.levels[depth].text for depth in range(level + 1)]
        last = max(depth for depth, text in enumerate(texts) if "%1" in text)
        counts = self.counts[entry.id]
        return "".join(_print(text, entry, counts) for text in texts[last:])

    def take(self, style: str) -> None:
        """Count one paragraph of this style; deeper levels start again."""
        entry, level = _NUMBERED[style]
        self.counts[entry.id] = self._after(entry, level)

    def _after(self, entry: MultiLevelList, level: int) -> list[int]:
        counts = self.counts[entry.id]
        return [*counts[:level], counts[level] + 1, *([0] * (len(counts) - level - 1))]


_NUMBERED = {
    level.style: (entry, depth) for entry in (CLAUSES, STEPS) for depth, level in enumerate(entry.levels)
}


def _print(text: str, entry: MultiLevelList, counts: list[int]) -> str:
    for depth, level in enumerate(entry.levels):
        text = text.replace(f"%{depth + 1}", _FORMATS[level.format](counts[depth]))
    return text


def _letters(count: int) -> str:
    """a … z, then aa, bb, …: Word repeats the letter."""
    turns, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _roman(count: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        turns, count = divmod(count, value)
        words += letters * turns
    return words


_ROMAN = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FORMATS: dict[str, Callable[[int], str]] = {"decimal": str, "lowerLetter": _letters, "lowerRoman": _roman}


def numbering_xml() -> str:
    """The lists as the content of the numbering part; every abstractNum stands before the first num."""
    lists = "".join(_abstract(entry) for entry in LISTS)
    return lists + "".join(
        f'<w:num w:numId="{entry.id}"><w:abstractNumId w:val="{entry.id}"/></w:num>' for entry in LISTS
    )


def _abstract(entry: MultiLevelList) -> str:
    levels = "".join(_level_xml(depth, level) for depth, level in enumerate(entry.levels))
    return (
        f'<w:abstractNum w:abstractNumId="{entry.id}"><w:nsid w:val="{entry.nsid}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{entry.nsid}"/>{levels}</w:abstractNum>'
    )


def _level_xml(depth: int, level: Level) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{level.style}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hanging}"/></w:pPr>'
        f"{_marker(level)}</w:lvl>"
    )


def _marker(level: Level) -> str:
    if level.format != "bullet":
        return f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr>' if level.style == "Heading2" else ""
    fonts = f'<w:rFonts w:ascii="{TEXT_FONT}" w:hAnsi="{TEXT_FONT}" w:cs="{TEXT_FONT}"/>'
    return f'<w:rPr>{fonts}<w:color w:val="{ACCENT}"/></w:rPr>'
