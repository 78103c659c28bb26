"""A value as someone wrote it, the place where it stands, and where its faults go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Final

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongKind, WrongValue

__all__ = ["UNREAD", "Raw", "Unread", "quoted"]


class Unread(Enum):
    """What stands for a value whose faults were reported."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD

_LONGEST = 40

_FOUND: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (int, "a whole number"),
    (float, "a number with a decimal point"),
    (str, "text"),
    ((list, tuple), "a list"),
    (Mapping, "a table"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (time, "a time"),
)


@attrs.frozen(repr=False, kw_only=True)
class Raw:
    """One value to read. Of a `private` one, what was found shows in no finding."""

    value: object
    place: Place
    private: bool
    faults: Collector

    def within(self, step: str, value: object) -> Raw:
        """A value inside this one; `step` is what its path goes on with: "[2]" or ".name"."""
        return attrs.evolve(self, value=value, place=self.place.at(path=self.place.path + step))

    def expected(self, what: str, hint: str = "") -> Unread:
        """Report a value of another kind."""
        found = "" if self.private else f", found {_kind_of(self.value)}"
        self._report(WrongKind, Code.VALUE_KIND, f"expected {what}{found}", hint)
        return UNREAD

    def unfit(self, what: str, hint: str = "", *, code: Code = Code.VALUE_RANGE) -> Unread:
        """Report a value of the right kind that cannot stand."""
        found = "" if self.private else _said(self.value)
        self._report(WrongValue, code, f"expected {what}{found}", hint)
        return UNREAD

    def lacking(self, key: str) -> Unread:
        """Report a key that is missing in this table."""
        missing = self.within(f".{key}", None)
        missing._report(NotFound, Code.KEY_MISSING, f'"{key}" is missing', "")
        return UNREAD

    def stray(self, key: str, hint: str) -> None:
        """Report a key of this table that nothing knows."""
        named = "this column" if self.private else quoted(key)
        spot = self if named.startswith("this") else self.within(f".{key}", None)
        spot._report(NotFound, Code.KEY_UNKNOWN, f"{named} is not known here", hint)

    def add(self, finding: Finding) -> Unread:
        """Keep a finding that was raised, without the frames that hold the value."""
        self.faults.add(finding.with_traceback(None))
        return UNREAD

    def _report(self, kind: type[Finding], code: Code, message: str, hint: str) -> None:
        self.add(kind(code, message, self.place, "" if self.private else hint))


def quoted(word: str) -> str:
    """The word in quotes where it is short and plain to print, else "this"."""
    return f'"{word}"' if _is_short(word) else "this"


def _is_short(word: str) -> bool:
    return len(word) <= _LONGEST and word.isprintable()


def _said(value: object) -> str:
    if isinstance(value, str) and _is_short(value):
        return f', found "{value}"'
    return f", found {value}" if type(value) is int and abs(value) < 10**15 else ""


def _kind_of(value: object) -> str:
    return next((words for kind, words in _FOUND if isinstance(value, kind)), "something else")
