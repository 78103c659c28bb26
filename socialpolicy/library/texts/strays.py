"""What CommonMark lets through and a text may not hold: marks left over, and a voice written by hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from socialpolicy.errors import Code, Collector, WrongValue
from socialpolicy.library.texts.lines import Lines

__all__ = ["LEFT_OVER", "strays"]

# Each: what is looked for, what is said of it, what to do about it. All take time linear in the text.
_STRAYS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\b[Aa]n?\s++[\[*_\"(“]*+\{\{"),
        "`a` or `an` cannot stand before a value: it may not fit.",
        "turn the sentence round",
    ),
    (re.compile(r"<[A-Za-z/!?][^>\n]*+>?"), "HTML cannot stand in a text.", ""),
    (re.compile(r"&#?\w{1,31};"), "An HTML entity cannot stand in a text.", "write the character itself"),
    (re.compile(r"\{%|\{#|%\}|#\}"), "Jinja cannot stand in a text.", "write `[…]{when …}` for a condition"),
    (
        re.compile(r"\{\{(?![ \t]*+[A-Za-z][A-Za-z0-9_.-]*+(?:[ \t]++as[ \t]++[a-z-]++)?[ \t]*+\}\})"),
        "This `{{` does not begin a value.",
        "write {{name}} or {{name as form}}",
    ),
    (re.compile(r"(?<!\])\{(?:when|or when|otherwise)\b"), "`{when …}` follows `[words]` at once.", ""),
    (
        re.compile(r"\]\{(?!when[ \t]++[^{}\n]++\})"),
        "Behind `[words]` stands `{when condition}`, all on one line.",
        "",
    ),
)
_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Oo]urs|us|Us|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Oo]urselves)\b")
# Where a word of the voice is not one: names, conditions, links, the labels of `# glance`.
_APART = re.compile(
    r"\b[Yy]ou and I\b|\{\{[^{}\n]*+\}\}|\{when [^{}\n]*+\}|\]\([^()\n]*+\)|^:::.*+$|^We do \|", re.MULTILINE
)
# Marks that CommonMark leaves in the words where they begin or end nothing.
LEFT_OVER = re.compile(r"[\[\]{}*`]|:::")


def strays(lines: Lines, found: Collector) -> frozenset[int]:
    """Report every stray of a text; the lines that have one."""
    text = "\n".join(lines.rows)
    starts = list(accumulate((len(row) + 1 for row in lines.rows), initial=0))
    faulty = set[int]()

    def report(match: re.Match[str], message: str, hint: str) -> None:
        row = bisect_right(starts, match.start()) - 1
        place = lines.spot(lines.first + row, match.start() - starts[row] + 1, len(match[0].split("\n")[0]))
        found.add(WrongValue(Code.TEXT_SYNTAX, message, place, hint))
        faulty.add(lines.first + row)

    for pattern, message, hint in _STRAYS:
        for match in pattern.finditer(text):
            report(match, message, hint)
    for match in _VOICE.finditer(_APART.sub(lambda part: "·" * len(part[0]), text)):
        hint = "write {{we}}, {{our}}, {{us}}: it follows the size of the practice"
        report(match, f'"{match[0]}" is the voice of nobody.', hint)
    return frozenset(faulty)
