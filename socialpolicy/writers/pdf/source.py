"""Typst source: every text as a string literal, so that nothing of it is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["array", "block", "call", "literal", "text"]

_SIGNS = {"\\": "\\\\", '"': '\\"', "\t": " "}
_SPECIAL = re.compile(r'[\\"\t\x00-\x1f]')


def literal(words: str) -> str:
    """The words as a string of Typst; a tab is a space.

    >>> literal('say "#" \\\\ ')
    '"say \\\\"#\\\\" \\\\\\\\ "'
    """
    return f'"{_SPECIAL.sub(_sign, words)}"'


def _sign(found: re.Match[str]) -> str:
    return _SIGNS.get(found[0]) or f"\\u{{{ord(found[0]):x}}}"


def text(words: str) -> str:
    """The words as content; a line feed is a line break."""
    return block(";linebreak();".join(literal(line) for line in words.split("\n")))


def block(*parts: str) -> str:
    """Content made of these expressions, one after the other; nothing for none."""
    inside = ";".join(part for part in parts if part)
    return f"{{{inside}}}" if inside else "[]"


def call(name: str, *arguments: str, **named: str) -> str:
    """A call of a function of `style.typ`; an underscore in a name stands for its hyphen."""
    given = (f"{key.replace('_', '-')}: {value}" for key, value in named.items())
    return f"{name}({', '.join((*arguments, *given))})"


def array(values: Iterable[str]) -> str:
    """An array, of one entry too."""
    return f"({''.join(f'{value}, ' for value in values)})"
