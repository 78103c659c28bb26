"""Which clause stands under each name where packs bring their own: a pack replaces one only by saying so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, Finding, NotFound, Place, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.pack import who
from socialpolicy.library.reading.drafts import Draft, vocabulary_of

__all__ = ["Settled", "settle"]

Group = tuple[Draft, ...]  # the versions of one clause in one layer


@attrs.frozen
class Settled:
    """The clauses that stand, and what became of the stances of those that were replaced (see Vocabulary)."""

    drafts: Group
    renamed: Mapping[str, Mapping[str, str]]
    dropped: Mapping[str, Mapping[str, str]]

    def vocabulary(self, facts: Mapping[str, Fact]) -> Vocabulary:
        """What conditions may name: stances by their former names too."""
        words = vocabulary_of(facts, self.drafts)
        stances = {name: (*known, *self.renamed.get(name, ())) for name, known in words.stances.items()}
        return attrs.evolve(words, stances=stances, renamed=self.renamed, dropped=self.dropped)


def settle(layers: Iterable[Group]) -> Settled:
    """The clauses of all layers, the lowest first; faults go to the collectors of their tables."""
    standing: dict[str, Group] = {}
    renamed: dict[str, dict[str, str]] = {}
    dropped: dict[str, dict[str, str]] = {}
    for layer in layers:
        for name, group in _grouped(layer).items():
            before = standing.get(name)
            faults = tuple(_faults(group, before, standing))
            if before is not None and not faults:
                faults = tuple(_wrongly_renamed(group, before))
            group[0].table.found.extend(faults)
            if before is None or not faults:
                standing[name] = group
            if before is not None and not faults:
                renamed[name], dropped[name] = _stances(group, before)
    return Settled(tuple(draft for group in standing.values() for draft in group), renamed, dropped)


def _grouped(layer: Group) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for draft in layer:
        groups[draft.id] = (*groups.get(draft.id, ()), draft)
    return groups


def _faults(group: Group, before: Group | None, standing: Mapping[str, Group]) -> Iterable[Finding]:
    """Why these versions cannot stand, or cannot take the place of those before."""
    for draft in group:
        if draft.replaces:
            yield from _wrongly_replaced(draft, before, standing)
        elif before is not None:
            message = f"`{draft.id}` of {who(draft.pack)} is there already, in {who(before[0].pack)}."
            hint = f'to take its place, write replaces = "{draft.id}"; or give yours another name'
            yield WrongValue(Code.PACK_CONFLICT, message, draft.table.place(), hint)
        if draft.was and not draft.replaces:
            message = "Only a clause that replaces another has stances with `was`."
            yield WrongValue(Code.KEY_UNKNOWN, message, _place_of_was(draft, next(iter(draft.was))))


def _wrongly_replaced(draft: Draft, before: Group | None, standing: Mapping[str, Group]) -> Iterable[Finding]:
    place = draft.table.place("replaces")
    if draft.pack is None:
        yield NotFound(Code.KEY_UNKNOWN, "Only a clause of a pack replaces another.", place)
    elif draft.replaces != draft.id:
        message = f"A clause replaces the one that it is called after: here `{draft.id}`."
        hint = f"its folder must be called {shown(draft.replaces)}"
        yield WrongValue(Code.NAME_FORM, message, place, hint)
    elif before is None:
        yield no_such("clause to replace", draft.id, standing, place)
    elif before[0].replaces:
        message = f"`{draft.id}` is replaced twice: by {who(before[0].pack)} and by {who(draft.pack)}."
        yield WrongValue(Code.PACK_CONFLICT, message, place, "use one of the two packs")


def _stances(group: Group, before: Group) -> tuple[dict[str, str], dict[str, str]]:
    """The stances of the clause before: those that have a new name, and those that are gone."""
    new = {stance for draft in group for stance in draft.stances}
    renamed = {former: stance for draft in group for former, stance in draft.was.items()}
    old = {stance for draft in before for stance in draft.stances}
    gone = {stance: who(group[0].pack) for stance in sorted(old - new - renamed.keys())}
    return renamed, gone


def _wrongly_renamed(group: Group, before: Group) -> Iterable[Finding]:
    old = tuple(dict.fromkeys(stance for draft in before for stance in draft.stances))
    kept = {stance for draft in group for stance in draft.stances}
    for draft in group:
        for former in draft.was:
            place = _place_of_was(draft, former)
            if former not in old:
                yield no_such(f"stance of `{draft.id}` in {who(before[0].pack)}", former, old, place)
            elif former in kept:
                message = f"`{shown(former)}` is the name of a stance still: it was not renamed."
                yield WrongValue(Code.VALUE_REPEATED, message, place)


def _place_of_was(draft: Draft, former: str) -> Place:
    return draft.table.place("stances", draft.was[former], "was")
