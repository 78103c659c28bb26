"""An explanation, and its sentences: why a clause stands or not, and what would bring it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

__all__ = ["BroughtIn", "ChangeSaid", "Explanation", "RefusalSaid", "ValueSource"]


@attrs.frozen(kw_only=True)
class ValueSource:
    """One value: its name, its question, its words ("" for none), how it stands and where it comes from."""

    name: str
    question: str
    words: str
    standing: str
    source: str

    def __str__(self) -> str:
        source = f"assumed: {self.source}" if self.standing == "assumed" else self.source
        return f"{self.name} = {self.words or '(no answer)'} ({source})"


@attrs.frozen
class ChangeSaid:
    """One line of a profile to write anew, and a sentence for people."""

    toml: str
    says: str


@attrs.frozen
class RefusalSaid:
    """A change that composing refuses, and what it says against it."""

    changes: tuple[ChangeSaid, ...]
    because: tuple[str, ...]


@attrs.frozen(kw_only=True)
class BroughtIn:
    """The smallest change that brings a clause in, () for none, and what else it moves.

    `refused` are changes as small or smaller that composing refuses; `undecided`: the search was given up.
    """

    changes: tuple[ChangeSaid, ...] = ()
    come: tuple[str, ...] = ()
    go: tuple[str, ...] = ()
    turn: tuple[tuple[str, str, str], ...] = ()
    refused: tuple[RefusalSaid, ...] = ()
    undecided: bool = False

    def lines(self) -> Iterator[str]:
        """What a person reads of it."""
        for one in self.refused:
            yield f"refused: {_toml(one.changes)}"
            yield from (f"  {words}" for words in one.because)
        if not self.changes:
            given_up = "the search was given up before one was found; there may be one"
            yield f"smallest change: {given_up if self.undecided else 'none: no answer brings it in'}"
            return
        yield "smallest change that brings it in:"
        yield from (f"  {change.toml}   ({change.says})" for change in self.changes)
        yield f"  {'; '.join(self._moves()) or 'nothing else would come or go'}"

    def _moves(self) -> Iterator[str]:
        if self.come:
            yield f"would also bring in {', '.join(self.come)}"
        if self.go:
            yield f"would take out {', '.join(self.go)}"
        for clause, before, after in self.turn:
            yield f"{clause} would turn from {before} to {after}"


@attrs.frozen(kw_only=True)
class Explanation:
    """The whole answer to "why" for one clause; `stance` is "" where the clause does not stand.

    `condition` says where it stands, `facts` are those that decided that it does or does not, and
    `stance_facts` those that decided its stance. `bring_in` is None where it stands.
    """

    clause: str
    title: str
    stands: bool
    condition: str
    why: str
    facts: tuple[ValueSource, ...] = ()
    version: str = ""
    why_version: str = ""
    stance: str = ""
    why_stance: str = ""
    stance_facts: tuple[ValueSource, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    values: tuple[ValueSource, ...] = ()
    bring_in: BroughtIn | None = None

    def __str__(self) -> str:
        return "\n".join((self._first(), *(f"  {line}" for line in self._lines())))

    def _first(self) -> str:
        if self.stands and self.condition == "always":
            return f"{self.clause}: stands, as it does for every practice"
        return f"{self.clause}: {'stands' if self.stands else 'left out'}, because {self.why}"

    def _lines(self) -> Iterator[str]:
        if self.condition not in ("always", self.why):
            yield f"stands where {self.condition}"
        yield from _decided(self.facts)
        yield f"version {self.version}: {self.why_version}" if self.version else self.why_version
        if self.stands:
            yield f"stance {self.stance}: {self.why_stance}"
            yield from _decided(self.stance_facts)
        yield from (f"not {stance}: {why}" for stance, why in self.others)
        yield from map(str, self.values)
        if self.bring_in:
            yield from self.bring_in.lines()


def _decided(facts: Iterable[ValueSource]) -> Iterator[str]:
    yield from (f"  decided by {fact}" for fact in facts)


def _toml(changes: Iterable[ChangeSaid]) -> str:
    return "; ".join(change.toml for change in changes)
