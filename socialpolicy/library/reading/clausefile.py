"""One clause file: its front matter between +++ lines, and its texts by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from socialpolicy.errors import Code, Collector, Place, Refused, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.library.reading.toml import Source, parse_toml

__all__ = ["ClauseFile", "parse_clause_file"]

_FENCE = "+++"
_HEADING = re.compile(r"^#[ \t]+([a-z][a-z0-9-]*)[ \t]*$")


@attrs.frozen
class ClauseFile:
    """A clause file in its two halves; `texts` are name → (number of the first line, lines)."""

    front: Source
    texts: Mapping[str, tuple[int, tuple[str, ...]]]


def parse_clause_file(text: str, file: str, found: Collector) -> ClauseFile | None:
    """The halves of a clause file; None where it has no front matter that can be read (then reported)."""
    try:
        text = clean(text, Place(file))
        front, line, rest = _halves(text, file)
        return ClauseFile(parse_toml(front, file, first_line=2), _texts(rest, line, file, found))
    except Refused as refused:
        found.extend(refused.findings)
    except WrongValue as finding:
        found.add(finding)
    return None


def _halves(text: str, file: str) -> tuple[str, int, list[str]]:
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE or _FENCE not in [line.rstrip() for line in lines[1:]]:
        message = "A clause file begins with front matter between two lines `+++`."
        raise WrongValue(Code.FRONT_MATTER, message, Place(file, line=1))
    end = [line.rstrip() for line in lines].index(_FENCE, 1)
    return "\n".join(lines[1:end]), end + 2, lines[end + 1 :]


def _texts(
    lines: list[str], first: int, file: str, found: Collector
) -> dict[str, tuple[int, tuple[str, ...]]]:
    texts: dict[str, tuple[int, tuple[str, ...]]] = {}
    name, start, block = "", first, list[str]()

    def keep() -> None:
        if name:
            texts[name] = (start, tuple(block))
        elif any(line.strip() for line in block):
            message = "Words stand before the first `# name` of a text."
            found.add(WrongValue(Code.TEXT_SYNTAX, message, Place(file, line=start)))

    for number, line in enumerate(lines, first):
        heading = _HEADING.match(line)
        if heading is None:
            block.append(line)
            continue
        keep()
        if heading[1] in texts or heading[1] == name:
            message = f"The text `{heading[1]}` stands twice."
            found.add(WrongValue(Code.TEXT_SYNTAX, message, Place(file, line=number)))
        name, start, block = heading[1], number + 1, []
    keep()
    return texts
