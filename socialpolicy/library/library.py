"""A library: every clause in every version, and all that they name."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.conditions import Condition, NamedCondition
from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.facts.fact import Fact
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.authority import Authority
from socialpolicy.library.clause import Clause
from socialpolicy.library.locale import Locale
from socialpolicy.library.outline import Outline
from socialpolicy.library.pack import Pack
from socialpolicy.library.reading.words import NormWords, TermEntry
from socialpolicy.library.rules.rule import Rule

__all__ = ["Library"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Library:
    """Everything that policies are composed from. `clauses` are id → versions, the oldest first.

    `sections` are id → title, in the order of the library; `packs` what lies over it, the lowest first.
    """

    name: str
    edition: str
    checked_on: datetime.date
    licence: str
    notice: str
    sections: Mapping[str, str]
    facts: Mapping[str, Fact]
    asked_when: Mapping[str, Condition]
    conditions: Mapping[str, NamedCondition]
    places: Mapping[str, str]
    terms: Mapping[str, TermEntry]
    norms: NormWords
    authorities: Mapping[str, Authority]
    locales: Mapping[str, Locale]
    spelling: Mapping[str, str]
    outlines: Mapping[str, tuple[Outline, ...]]
    clauses: Mapping[str, tuple[Clause, ...]]
    packs: tuple[Pack, ...] = ()
    rules: tuple[Rule, ...] = ()

    @classmethod
    def bundled(
        cls, *, packs: Iterable[str | os.PathLike[str]] = (), installed_packs: Iterable[str] = ()
    ) -> Library:
        """The library that comes with this package, and packs over it: folders, then installed ones by name.

        An installed pack is never taken unasked. Raises Refused with every fault in every file, and NotFound
        for a pack that is not installed.
        """
        from socialpolicy.library.bundled import bundled_folder
        from socialpolicy.library.installed import installed_pack
        from socialpolicy.library.reading.whole import read_library

        folders = (*packs, *map(installed_pack, installed_packs))
        return read_library(bundled_folder(), folders, texts="at once" if folders else "when chosen")

    @classmethod
    def read(cls, folder: str | os.PathLike[str], *packs: str | os.PathLike[str]) -> Library:
        """The library in a folder, and packs over it; raises Refused with every fault in every file."""
        from socialpolicy.library.reading.whole import read_library

        return read_library(folder, packs, texts="at once")

    def clause(self, clause_id: str) -> tuple[Clause, ...]:
        """The versions of a clause, the oldest first; raises NotFound."""
        if clause_id in self.clauses:
            return self.clauses[clause_id]
        hint = did_you_mean(clause_id, tuple(self.clauses))
        raise NotFound(Code.NAME_UNKNOWN, f"There is no clause `{clause_id}`.", Place(), hint)

    def __repr__(self) -> str:
        return f"Library({self.name!r}, {self.edition!r}, {len(self.clauses)} clauses)"
