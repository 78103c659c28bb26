"""Text as CommonMark: escaped so that every character prints as itself, wherever it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["address", "cell", "dented", "escaped", "heading", "joined", "prose", "stands"]

# an underscore inside a word marks nothing; an ampersand at an end may meet the rest of an entity
SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=[#A-Za-z]|\Z)")
# what opens a heading, a list, a rule or a table when it opens a line
OPENERS = re.compile(r"[#+\-=]|:(?=-)|\d{1,9}(?=[.)](?:\s|\Z))")
# an address that needs no brackets round it
PLAIN_URL = re.compile(r"[\w\-.~:/?#@!$+,;=%]+", re.ASCII)


def escaped(text: str) -> str:
    """The text with every sign that means something inside a line made literal."""
    return SPECIAL.sub(lambda found: "\\" + found[0], text)


def joined(parts: Iterable[str]) -> str:
    """The parts one after another; an exclamation mark before a link does not make it an image."""
    text = ""
    for part in parts:
        if part.startswith("[") and text.endswith("!"):
            text = text[:-1] + "\\!"
        text += part
    return text


def prose(text: str) -> str:
    """The text as a paragraph: its line ends are hard breaks, and no line opens anything else."""
    lines = [_opened(_edged(line)) for line in text.split("\n")]
    paragraph = lines[0]
    for before, line in pairwise(lines):
        # a hard break needs words on both sides of it
        paragraph += ("\\\n" if before and line else "&#10;") + line
    return paragraph


def heading(level: int, text: str) -> str:
    """The text as a heading of that level, "" for an empty one."""
    # a row of # would close the heading
    line = cell(text.replace("#", "\\#"))
    return f"{'#' * level} {line}" if line else ""


def cell(text: str) -> str:
    """The text where it must stay on one line: line ends become character references."""
    return "&#10;".join(_edged(line) for line in text.split("\n"))


def dented(text: str, first: str, rest: str) -> str:
    """The lines with one prefix before the first and another before the others."""
    head, *others = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip(" ") for line in others)])


def stands(mark: str, text: str, before: str, after: str) -> bool:
    """Whether marks around the text would be read as marks, and not print (CommonMark 0.31, section 6.2).

    `before` and `after` are what the marked text stands between, "" at an end.
    """
    return _holds(mark, before[-1:], text[0]) and _holds(mark, after[:1], text[-1])


def address(url: str) -> str:
    """The address as the target of a link."""
    if PLAIN_URL.fullmatch(url):
        return url
    signs = re.sub(r"[\\<>&|]", lambda found: "\\" + found[0], url)
    return "<" + re.sub(r"\s", "%20", signs) + ">"


def _holds(mark: str, outside: str, inside: str) -> bool:
    if _is_space(inside):
        return False
    clear = not outside or _is_space(outside) or _is_punctuation(outside)
    return clear or (mark == "**" and unicodedata.category(inside)[0] in "LMN")


def _is_space(sign: str) -> bool:
    return sign in "\t\n" or unicodedata.category(sign) == "Zs"


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "P" or (sign.isascii() and not sign.isalnum())


def _edged(line: str) -> str:
    # spaces at the ends of a line are cut off by readers; as references they stay
    core = line.strip()
    if not core:
        return _referred(line)
    start = line.index(core)
    return _referred(line[:start]) + core + _referred(line[start + len(core) :])


def _referred(spaces: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in spaces)


def _opened(line: str) -> str:
    found = OPENERS.match(line)
    if not found:
        return line
    digits = found[0] if found[0].isdigit() else ""
    return f"{digits}\\{line[len(digits) :]}"
