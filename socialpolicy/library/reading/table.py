"""Typed reading of one TOML table: every wrong key and value is gathered, none stops the reading."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, overload

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongKind, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.naming import no_such, shown
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

    def wrong(self, code: Code, message: str, *path: str | int, hint: str = "") -> None:
        """Report what is wrong with something below this table."""
        self.report(WrongValue(code, message, self.place(*path), hint))

    # ---------- single values ----------

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
        return self._cleaned(value, key)

    def must(self, key: str, kind: type[T], default: T) -> T:
        """Like `take`, and reported where it is absent, or a text without words."""
        self.must_have(key)
        value = self.take(key, kind, default)
        if key in self.values and isinstance(self.values[key], str) and not self.values[key].strip():
            self.wrong(Code.VALUE_RANGE, f"`{key}` is empty.", key)
        return value

    def must_have(self, *keys: str) -> None:
        """Report those of the keys that are absent."""
        for key in keys:
            if key not in self.values:
                self.report(NotFound(Code.KEY_MISSING, f"`{key}` is missing.", self.place(key)))

    def one_of(self, key: str, options: Iterable[str], default: str) -> str:
        """A text that is one of `options`; `default` where it is absent or faulty (then reported)."""
        value = self.take(key, str)
        return default if value is None else self._option(key, value, tuple(options), default, key)

    # ---------- lists ----------

    def texts(self, key: str, options: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each one of `options` where these are given; () where it is absent."""
        known = None if options is None else tuple(options)
        return tuple(
            entry
            for number, entry in self._entries(key)
            if known is None or self._option(key, entry, known, "", key, number)
        )

    def names(self, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """A list of names of `what`, each of them known, and none of them twice."""
        names: list[str] = []
        known = tuple(known)
        for number, name in self._entries(key):
            if name in names:
                self.wrong(Code.VALUE_REPEATED, f"`{shown(name)}` stands here twice.", key, number)
            elif name not in known:
                self.report(no_such(what, name, known, self.place(key, number)))
            else:
                names.append(name)
        return tuple(names)

    def must_names(self, key: str, known: Iterable[str], what: str) -> tuple[str, ...]:
        """Like `names`, and reported where there is none."""
        self.must_have(key)
        if self.values.get(key) == []:
            self.wrong(Code.VALUE_RANGE, f"`{key}` is empty.", key)
        return self.names(key, known, what)

    def name(self, key: str, known: Iterable[str], what: str) -> str:
        """The name of a `what` that must be there; "" where it is absent or not known (then reported)."""
        name = self.must(key, str, "")
        if not name.strip() or name in (known := tuple(known)):
            return name.strip()
        self.report(no_such(what, name, known, self.place(key)))
        return ""

    def _entries(self, key: str) -> Iterator[tuple[int, str]]:
        for number, entry in enumerate(self.take(key, list, [])):
            if isinstance(entry, str):
                yield number, self._cleaned(entry, key, number)
            else:
                place = self.place(key, number)
                self.report(WrongKind(Code.VALUE_KIND, "This must be text in quotes.", place))

    def _option(self, key: str, value: str, options: tuple[str, ...], default: str, *path: str | int) -> str:
        if value in options:
            return value
        hint = did_you_mean(value, options) or f"one of: {', '.join(options)}"
        self.wrong(Code.VALUE_OPTION, f'"{shown(value)}" is not possible for `{key}`.', *path, hint=hint)
        return default

    # ---------- tables ----------

    def table(self, key: str) -> Table:
        """The table under a key; an empty one where it is absent."""
        return Table(self.source, (*self.path, key), self.found, self.take(key, dict, {}))

    def tables(self, key: str) -> tuple[tuple[str, Table], ...]:
        """The named tables under a key: `[facts.a]`, `[facts.b]`, …"""
        return self.table(key).named()

    def named(self) -> tuple[tuple[str, Table], ...]:
        """Every entry of this table that is a table itself, as each must be (others are reported)."""
        entries = tuple((name, self.table(name)) for name in self.values)
        return tuple((name, entry) for name, entry in entries if entry.values is self.values[name])

    def array(self, key: str) -> tuple[Table, ...]:
        """The tables of an array: `[[norms]]`, `[[norms]]`, …"""
        rows = []
        for number, entry in enumerate(self.take(key, list, [])):
            if isinstance(entry, dict):
                rows.append(Table(self.source, (*self.path, key, number), self.found, entry))
            else:
                self.report(WrongKind(Code.VALUE_KIND, "This must be a table.", self.place(key, number)))
        return tuple(rows)

    def words(self) -> dict[str, str]:
        """Every entry of this table, each of which must be a text that is not empty."""
        return {name: self.must(name, str, name) for name in self.values}

    def close(self, *more: str) -> None:
        """Report every key that was not taken; `more` are further keys to propose."""
        for key in self.values:
            if key not in self.taken:
                hint = did_you_mean(key, (*self.taken, *more))
                message = f"`{shown(key)}` is not a key that can stand here."
                place = self.source.key_place(*self.path, key)
                self.report(NotFound(Code.KEY_UNKNOWN, message, place, hint))

    def _cleaned(self, value: T, *path: str | int) -> T:
        if not isinstance(value, str):
            return value
        try:
            return clean(value, Place())  # type: ignore[return-value]
        except WrongValue as finding:  # only now is it worth while to find out where it stands
            self.report(WrongValue(finding.code, finding.message, self.place(*path), finding.hint))
        return value


def _is(value: object, kind: type) -> bool:
    if kind is datetime.date:
        return type(value) is datetime.date
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))
