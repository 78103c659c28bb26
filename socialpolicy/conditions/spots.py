"""From a position in a condition's text to a place in its file, so that a caret can stand under it."""

from __future__ import annotations

from typing import NoReturn

import attrs

from socialpolicy.errors import Code, Finding, NotFound, Place, Refused, WrongKind, WrongValue

__all__ = ["Faults", "Source", "Span", "Stopped", "caret"]

Span = tuple[int, int]

_ERRORS: dict[Code, type[Finding]] = {
    Code.CONDITION_TYPE: WrongKind,
    Code.CONDITION_UNKNOWN_NAME: NotFound,
}


@attrs.frozen
class Source:
    """The text of a condition, and the place of its first character."""

    text: str
    place: Place

    def spot(self, span: Span) -> Place:
        """The place in the file of a part of the text; a part over several lines ends with its first."""
        start, end = span
        begin = self.text.rfind("\n", 0, start) + 1
        row = self.text[begin:].split("\n", 1)[0].rstrip("\r")
        length = max(1, min(end, begin + len(row)) - start)
        if begin == 0:
            return self._first(row).at(column=max(self.place.column, 1) + start, length=length)
        line = self.place.line and self.place.line + self.text.count("\n", 0, start)
        return self.place.at(line=line, column=start - begin + 1, length=length, excerpt=row)

    def _first(self, row: str) -> Place:
        # TOML's "…" strings hide backslashes: then the condition itself is shown, moved to its column
        lead = max(self.place.column, 1) - 1
        if self.place.excerpt[lead:].startswith(row):
            return self.place
        return self.place.at(excerpt=" " * lead + row)


def caret(finding: Finding) -> str:
    """The source line of a finding, with a line of carets under the part that is meant."""
    place = finding.place
    lead = "".join("\t" if mark == "\t" else " " for mark in place.excerpt[: place.column - 1])
    return f"{place.excerpt}\n{lead}{'^' * place.length}"


class Stopped(Exception):  # it ends the reading; the error is `Refused`
    """Reading cannot go on; the fault is already kept."""


@attrs.frozen
class Faults:
    """The faults of one condition, in the order of its text."""

    source: Source
    found: list[Finding] = attrs.field(factory=list)

    def add(self, code: Code, message: str, span: Span, hint: str = "") -> None:
        """Keep a fault and go on."""
        error = _ERRORS.get(code, WrongValue)
        self.found.append(error(code, message, self.source.spot(span), hint))

    def stop(self, message: str, span: Span, hint: str = "") -> NoReturn:
        """Keep a fault of syntax; nothing after it can be read."""
        self.add(Code.CONDITION_SYNTAX, message, span, hint)
        raise Stopped

    def refuse(self) -> None:
        """Raise `Refused` if there is any fault."""
        if self.found:
            ordered = sorted(self.found, key=lambda fault: (fault.place.line, fault.place.column))
            raise Refused("A condition cannot be read", ordered)
