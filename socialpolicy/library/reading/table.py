"""Typed reading of one TOML table: every wrong key and value is gathered, none stops the reading."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, overload

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, Refused, WrongKind, WrongValue
from socialpolicy.facts.suggest import did_you_mean
from socialpolicy.guarding.clean import clean
from socialpolicy.library.reading.toml import Source

__all__ = ["Table"]

T = TypeVar("T")
_WORDS: Mapping[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    datetime.date: "a date such as 2026-11-22",
    dict: "a table",
    list: "a list",
}


@attrs.define
class Table:
    """A table at a path of a source; `take` reads one key, `close` reports the keys nobody took."""

    source: Source
    path: tuple[str | int, ...]
    found: Collector
    values: Mapping[str, Any]
    taken: set[str] = attrs.field(factory=set, init=False)

    @classmethod
    def of(cls, source: Source, found: Collector) -> Table:
        """The whole source as a table."""
        return cls(source, (), found, source.values)

    def place(self, *path: str | int) -> Place:
        """The place of something below this table."""
        return self.source.place(*self.path, *path)

    def report(self, finding: Finding) -> None:
        """Keep a finding."""
        self.found.add(finding)

    @overload
    def take(self, key: str, kind: type[T], default: T) -> T: ...
    @overload
    def take(self, key: str, kind: type[T], default: None = None) -> T | None: ...
    def take(self, key: str, kind: type[T], default: T | None = None) -> T | None:
        """The value of a key, or `default` where it is absent or of another kind (then reported)."""
        self.taken.add(key)
        if key not in self.values:
            return default
        value: T = self.values[key]
        if not _is(value, kind):
            self.report(WrongKind(Code.VALUE_KIND, f"`{key}` must be {_WORDS[kind]}.", self.place(key)))
            return default
        return self._cleaned(key, value)

    def must(self, key: str, kind: type[T], default: T) -> T:
        """Like `take`, and reported where it is absent."""
        if key not in self.values:
            self.report(NotFound(Code.KEY_MISSING, f"`{key}` is missing.", self.place(key)))
        return self.take(key, kind, default)

    def one_of(self, key: str, options: Iterable[str], default: str) -> str:
        """A text that is one of `options`."""
        value = self.take(key, str, default)
        return self._checked(key, value, tuple(options), default) if key in self.values else default

    def texts(self, key: str, options: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each one of `options` where these are given; () where it is absent."""
        entries = self.take(key, list, [])
        return tuple(
            entry
            for number, entry in enumerate(entries)
            if self._is_text(entry, key, number)
            and (options is None or self._checked(key, entry, tuple(options), "", number))
        )

    def _is_text(self, entry: object, key: str, number: int) -> bool:
        if isinstance(entry, str):
            return True
        self.report(WrongKind(Code.VALUE_KIND, "This must be text in quotes.", self.place(key, number)))
        return False

    def _checked(
        self, key: str, value: str, options: tuple[str, ...], default: str, number: int | None = None
    ) -> str:
        if value in options:
            return value
        place = self.place(key) if number is None else self.place(key, number)
        hint = did_you_mean(value, options) or f"one of: {', '.join(options)}"
        self.report(WrongValue(Code.VALUE_OPTION, f'"{value}" is not possible for `{key}`.', place, hint))
        return default

    def table(self, key: str) -> Table:
        """The table under a key; an empty one where it is absent."""
        return Table(self.source, (*self.path, key), self.found, self.take(key, dict, {}))

    def tables(self, key: str) -> tuple[tuple[str, Table], ...]:
        """The named tables under a key: `[facts.a]`, `[facts.b]`, …"""
        return self.table(key).named()

    def named(self) -> tuple[tuple[str, Table], ...]:
        """Every entry of this table, each of which must be a table itself."""
        return tuple((name, self.table(name)) for name in self.values)

    def array(self, key: str) -> tuple[Table, ...]:
        """The tables of an array: `[[norms]]`, `[[norms]]`, …"""
        rows = []
        for number, entry in enumerate(self.take(key, list, [])):
            if isinstance(entry, dict):
                rows.append(Table(self.source, (*self.path, key, number), self.found, entry))
            else:
                self.report(WrongKind(Code.VALUE_KIND, "This must be a table.", self.place(key, number)))
        return tuple(rows)

    def close(self, *more: str) -> None:
        """Report every key that was not taken; `more` are further keys to propose."""
        for key in self.values:
            if key not in self.taken:
                hint = did_you_mean(key, (*self.taken, *more))
                message = f"`{key}` is not a key that can stand here."
                self.report(NotFound(Code.KEY_UNKNOWN, message, self.place(key), hint))

    def _cleaned(self, key: str, value: T) -> T:
        if not isinstance(value, str):
            return value
        try:
            return clean(value, self.place(key))  # type: ignore[return-value]
        except Refused as refused:
            self.found.extend(refused.findings)
        except Finding as finding:
            self.report(finding)
        return value


def _is(value: object, kind: type) -> bool:
    if kind is datetime.date:
        return type(value) is datetime.date
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))
