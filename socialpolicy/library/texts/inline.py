"""The two inline marks that CommonMark does not have: `{{value}}` and `[words]{when condition}`."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

__all__ = ["CONDITION", "VALUE", "commonmark"]

VALUE = "sp_value"
CONDITION = "sp_when"

_VALUE = re.compile(r"\{\{[ \t]*([A-Za-z][\w.-]*)(?:[ \t]+as[ \t]+([a-z-]+))?[ \t]*\}\}")
_WHEN = re.compile(r"\{when[ \t]+([^{}\n]+)\}")


def _value(state: StateInline, silent: bool) -> bool:
    match = _VALUE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(VALUE, "", 0)
        token.meta = {"name": match[1], "form": match[2] or "", "at": state.pos}
    state.pos = match.end()
    return True


def _closing(source: str, start: int, end: int) -> int:
    """The position of the bracket that closes the one at `start`, -1 for none."""
    depth, position = 0, start
    while position < end:
        here = source[position]
        if here == "\\":
            position += 1
        elif here in "[]":
            depth += 1 if here == "[" else -1
            if depth == 0:
                return position
        position += 1
    return -1


def _when(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    closing = _closing(state.src, state.pos, state.posMax)
    match = _WHEN.match(state.src, closing + 1) if closing > 0 else None
    if match is None:
        return False
    if not silent:
        _nested(state, closing, match)
    state.pos = match.end()
    return True


def _nested(state: StateInline, closing: int, match: re.Match[str]) -> None:
    start, limit = state.pos, state.posMax
    state.push(CONDITION, "", 1).meta = {"condition": match[1].strip(), "at": match.start(1)}
    state.pos, state.posMax = start + 1, closing
    state.md.inline.tokenize(state)
    state.push(CONDITION, "", -1)
    state.pos, state.posMax = start, limit


@cache
def commonmark() -> MarkdownIt:
    """The parser of every text: CommonMark without HTML, with tables and our two marks."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    markdown.inline.ruler.before("link", CONDITION, _when)
    markdown.inline.ruler.before("link", VALUE, _value)
    return markdown
