"""One clause file: its front matter between +++ lines, and its texts by their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from socialpolicy.errors import Code, Collector, Place, WrongValue
from socialpolicy.library.digests import ClauseDigest, digest_of
from socialpolicy.library.reading.names import is_id
from socialpolicy.library.reading.toml import Source, parse_toml

__all__ = ["ClauseFile", "parse_clause_file"]

_FENCE = "+++"
_HEADING = re.compile(r"#[ \t]+([a-z][a-z0-9-]*)[ \t]*")


@attrs.frozen
class ClauseFile:
    """A clause file in its two halves; `texts` are name → (number of the first line, lines)."""

    front: Source
    texts: Mapping[str, tuple[int, tuple[str, ...]]]
    digest: ClauseDigest = attrs.field(kw_only=True)


def parse_clause_file(text: str, file: str, found: Collector) -> ClauseFile:
    """The halves of a clause file; raises Refused or WrongValue where its front matter cannot be read."""
    rows = text.split("\n")
    fences = [number for number, row in enumerate(rows, 1) if row.rstrip() == _FENCE]
    if len(fences) < 2 or fences[0] != 1:
        message = "A clause file begins with front matter between two lines `+++`."
        raise WrongValue(Code.FRONT_MATTER, message, Place(file, line=1))
    end = fences[1]
    texts = _texts(tuple(rows[end:]), end + 1, Place(file), found)
    front = parse_toml("\n".join(rows[1 : end - 1]), file, first_line=2)
    return ClauseFile(front, texts, digest=digest_of(text))


def _texts(
    rows: tuple[str, ...], first: int, place: Place, found: Collector
) -> dict[str, tuple[int, tuple[str, ...]]]:
    headings = [(number, match[1]) for number, row in enumerate(rows) if (match := _HEADING.fullmatch(row))]
    ends = [*(number for number, _ in headings), len(rows)][1:]
    texts: dict[str, tuple[int, tuple[str, ...]]] = {}
    for (number, name), end in zip(headings, ends, strict=False):
        at = place.at(path=name, line=first + number, excerpt=rows[number])
        if name in texts:
            found.add(WrongValue(Code.VALUE_REPEATED, f"The text `{name}` stands twice.", at))
        if name in ("none", "own") or not is_id(name):
            found.add(WrongValue(Code.NAME_FORM, f"`{name}` cannot be the name of a text.", at))
        texts[name] = (first + number + 1, rows[number + 1 : end])
    for number, row in enumerate(rows[: headings[0][0] if headings else len(rows)], first):
        if row.strip():
            at = place.at(line=number, excerpt=row)
            hint = "a name has small letters, digits and hyphens: # full"
            message = "Words stand before the first `# name` of a text."
            found.add(WrongValue(Code.TEXT_SYNTAX, message, at, hint))
            break
    return texts
