"""What CommonMark lets through and a text may not hold: marks left over, and a voice written by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from socialpolicy.errors import Code, Collector, Place, WrongValue

__all__ = ["strays"]

# Each: what is looked for in a line, what is said of it, what to do about it.
_STRAYS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\b[Aa]n?[ \t]+(?:\[)?\{\{"),
        "`a` or `an` cannot stand before a value: it may not fit.",
        "turn the sentence round",
    ),
    (re.compile(r"<[A-Za-z/!?][^>]*>?"), "HTML cannot stand in a text.", ""),
    (re.compile(r"&#?\w{1,31};"), "An HTML entity cannot stand in a text.", "write the character itself"),
    (re.compile(r"\{%|\{#|%\}|#\}"), "Jinja cannot stand in a text.", "write `[…]{when …}` for a condition"),
    (
        re.compile(r"\{\{(?![ \t]*[A-Za-z][\w.-]*(?:[ \t]+as[ \t]+[a-z-]+)?[ \t]*\}\})"),
        "This `{{` does not begin a value.",
        "write {{name}} or {{name as form}}",
    ),
    (re.compile(r"(?<!\])\{(?:when|or when|otherwise)\b"), "`{when …}` follows `[words]` at once.", ""),
    (
        re.compile(r"\]\{(?!when[ \t]+[^{}\n]+\})"),
        "Behind `[words]` stands `{when condition}`, all on one line.",
        "",
    ),
)
_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Oo]urs|us|Us|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Oo]urselves)\b")
_TOGETHER = re.compile(r"\b[Yy]ou and I\b|\{\{.*?\}\}|\{when [^{}]*\}|\]\([^)]*\)|^:::.*$|^We do \|")


def strays(lines: Sequence[str], first_line: int, place: Place, found: Collector) -> None:
    """Report every stray of the text whose first line is line `first_line` of the file of `place`."""
    for number, line in enumerate(lines, first_line):
        for pattern, message, hint in _STRAYS:
            for match in pattern.finditer(line):
                found.add(_fault(message, place.at(line=number, excerpt=line), match, hint))
        for match in _VOICE.finditer(_TOGETHER.sub(lambda part: "·" * len(part[0]), line)):
            hint = "write {{we}}, {{our}}, {{us}}: it follows the size of the practice"
            message = f'"{match[0]}" is the voice of nobody.'
            found.add(_fault(message, place.at(line=number, excerpt=line), match, hint))


def _fault(message: str, place: Place, match: re.Match[str], hint: str) -> WrongValue:
    place = place.at(column=match.start() + 1, length=len(match[0]))
    return WrongValue(Code.TEXT_SYNTAX, message, place, hint)
