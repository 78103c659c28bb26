"""The two inline marks that CommonMark does not have: `{{value}}` and `[words]{when condition}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

__all__ = ["CONDITION", "VALUE", "commonmark"]

VALUE = "sp_value"
CONDITION = "sp_when"
_BRACKETS = "sp_brackets"

_VALUE = re.compile(r"\{\{[ \t]*+([A-Za-z][\w.-]*+)(?:[ \t]++as[ \t]++([a-z-]++))?[ \t]*+\}\}", re.ASCII)
_WHEN = re.compile(r"\{when[ \t]++([^{}\n]++)\}")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def _value(state: StateInline, silent: bool) -> bool:
    match = _VALUE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push(VALUE, "", 0)
        token.meta = {"name": match[1], "form": match[2] or "", "at": state.pos, "long": len(match[0])}
    state.pos = match.end()
    return True


def _brackets(state: StateInline) -> dict[int, int]:
    """Each bracket's partner: found once for a paragraph, since every bracket in it asks."""
    known: tuple[str, dict[int, int]] = state.env.get(_BRACKETS, ("", {}))
    if known[0] is not state.src:
        known = state.env[_BRACKETS] = (state.src, dict(_pairs(state.src)))
    return known[1]


def _pairs(source: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for mark in _BRACKET.finditer(source):
        if mark[0] == "[":
            opened.append(mark.start())
        elif mark[0] == "]" and opened:
            yield opened.pop(), mark.start()


def _when(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    closing = _brackets(state).get(state.pos, state.posMax)
    match = _WHEN.match(state.src, closing + 1) if closing < state.posMax else None
    if match is None:
        return False
    if not silent:
        _nested(state, closing, match)
    state.pos = match.end()
    return True


def _nested(state: StateInline, closing: int, match: re.Match[str]) -> None:
    start, limit = state.pos, state.posMax
    state.push(CONDITION, "", 1).meta = {"condition": match[1].rstrip(), "at": match.start(1)}
    state.pos, state.posMax = start + 1, closing
    state.md.inline.tokenize(state)
    state.push(CONDITION, "", -1)
    state.pos, state.posMax = start, limit


@cache
def commonmark() -> MarkdownIt:
    """The parser of every text: CommonMark without HTML and definitions, with tables and our two marks."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("reference")
    markdown.inline.ruler.before("link", CONDITION, _when)
    markdown.inline.ruler.before("link", VALUE, _value)
    return markdown
