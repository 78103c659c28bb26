"""JSON: the tree itself, for programs that lay documents out in their own way.

What is written is what the published schema describes, so that nobody has to read our code.
"""

from __future__ import annotations

import json
import re

import attrs

from socialpolicy.document import Document
from socialpolicy.document.canonical import json_bytes, json_of
from socialpolicy.writers.prepared import HoleKey, Prepared, Words, cleaned

__all__ = ["prepare"]

# A hole as canonical JSON has it. In a string every quotation mark is escaped, so this stands in none.
_HOLE = re.compile(
    r'(\{"fact":"(?P<fact>[^"\\]*)","form":"(?P<form>[^"\\]*)","label":"(?:[^"\\]|\\.)*","type":"hole")\}'
)


def prepare(document: Document) -> Prepared:
    """The tree as canonical JSON, ready to be filled; a hole that is filled has its `words`."""
    text = json_bytes(json_of(document)).decode()
    pieces: list[str] = []
    keys: list[HoleKey] = []
    end = 0
    for found in _HOLE.finditer(text):
        pieces.append(text[end : found.end(1)])
        keys.append((found["fact"], found["form"]))
        end = found.end(1)
    return _PreparedTree((*pieces, text[end:]), tuple(keys))


@attrs.frozen
class _PreparedTree:
    """Canonical JSON, cut before the end of each hole; a Prepared."""

    pieces: tuple[str, ...]
    keys: tuple[HoleKey, ...]

    def fill(self, words: Words) -> bytes:
        fit = cleaned(words)
        filled = [piece + _words(key, fit) for piece, key in zip(self.pieces, self.keys, strict=False)]
        return "".join((*filled, self.pieces[-1])).encode()


def _words(key: HoleKey, words: Words) -> str:
    # "words" sorts after every other key of a hole
    return f',"words":{json.dumps(words[key], ensure_ascii=False)}' if key in words else ""
