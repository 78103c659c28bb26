"""Texts and documents: blocks can print, references arrive, values are there and were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import attrs

from socialpolicy.composition.gates import Block, Found, Gate, found_in, printed_key, takes_stance
from socialpolicy.composition.supposing import Supposing
from socialpolicy.composition.targets import variants
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.values import NONE
from socialpolicy.library.clause import Clause
from socialpolicy.library.outline import Outline
from socialpolicy.library.texts.passage import Cross, Line, Named, Passage, Run, pieces_of
from socialpolicy.proving.claim import Claim, Ways
from socialpolicy.proving.universes import stands

__all__ = ["claims"]


def claims(overrides: Supposing) -> Iterator[Claim]:
    """The claims of every outline, and of every text in every document that takes it."""
    writings = [
        _Writing(overrides, document, outline, gates)
        for document, outlines in overrides.library.outlines.items()
        for outline, gates in variants(outlines)
    ]
    for one in writings:
        yield from one.outline_claims()
    for clause in overrides.clauses.values():
        yield from _Texts(overrides, clause, tuple(writings)).claims()


@attrs.frozen
class _Writing:
    """One variant of a document, and what must be so for it to be taken."""

    supposing: Supposing
    document: str
    outline: Outline
    gates: tuple[Gate, ...]

    def outline_claims(self) -> Iterator[Claim]:
        yield self._can("outline-can-be-taken", self.outline.variant, self.gates, "can never be taken")
        for place, (gates, one) in enumerate(found_in(self.outline, self.gates), 1):
            if isinstance(one, Block):
                said = f"{self.outline.variant}, {said_of(one)} ({place})"
                yield self._can("block-can-print", said, gates, "has a block that can never print")

    def _can(self, name: str, subject: str, gates: tuple[Gate, ...], wrong: str) -> Claim:
        return Claim(
            property=name,
            subject=f"{self.document}: {subject}",
            universe="overrides",
            can=True,
            ways=(gates,),
            sentence=f"The outline {subject} of `{self.document}` {wrong}.",
            place=self.outline.place,
        )

    def may_shorten(self, clause: Clause) -> bool:
        names = {clause.id, f"section:{clause.section}"}
        return bool(names & set(self.outline.gives_way)) and clause.id not in self.outline.stays_full

    def prints(self, clause: Clause) -> Ways:
        """The ways in which this document prints a text of a clause."""
        shown = tuple(chain.from_iterable(clause.stances_by_text(self.document).values()))
        if not shown or not self.outline.takes(clause.id, clause.section):
            return ()
        takes = takes_stance(self.supposing, clause.id, shown)
        return ((*self.gates, stands(self.supposing, clause.id), takes),)


@attrs.frozen
class _Texts:
    """What one clause prints, and where."""

    supposing: Supposing
    clause: Clause
    writings: tuple[_Writing, ...]

    def claims(self) -> Iterator[Claim]:
        for text, ways in self._by_text().items():
            node = self.clause.sources[text].passage
            alone = _alone(node)
            for place in range(len(list(found_in(node, ())))):
                several = [(where, self._at(node, gates, place)) for where, gates in ways]
                _, one = several[0][1]
                if isinstance(one, Block):
                    yield self._block(text, place, one, tuple(found[0] for _, found in several))
                elif isinstance(one, Cross):
                    yield from self._reference(text, one, several)
                elif isinstance(one, Named) and id(one) not in alone:
                    yield from self._value(text, one, tuple(found[0] for _, found in several))
        yield from self._consents()

    def _at(self, node: object, gates: tuple[Gate, ...], place: int) -> Found:
        return list(found_in(node, gates))[place]

    def _by_text(self) -> dict[str, list[tuple[_Writing, tuple[Gate, ...]]]]:
        """Each text that some stance takes somewhere, with the ways in which it stands."""
        found: dict[str, list[tuple[_Writing, tuple[Gate, ...]]]] = {}
        for where in self.writings:
            for text, gates in self._ways(where):
                found.setdefault(text, []).append((where, gates))
        return found

    def _ways(self, where: _Writing) -> Iterator[tuple[str, tuple[Gate, ...]]]:
        clause = self.clause
        standing = (*where.gates, stands(self.supposing, clause.id))
        taken = where.outline.takes(clause.id, clause.section)
        for text, stances in clause.stances_by_text(where.document).items() if taken else ():
            gates = (*standing, takes_stance(self.supposing, clause.id, stances))
            yield text, gates
            if text == "full" and "short" in clause.sources and where.may_shorten(clause):
                yield "short", gates
        if where.outline.at_a_glance(clause.id) and "glance" in clause.sources:
            yield "glance", standing

    # ---------- claims ----------

    def _block(self, text: str, place: int, block: Block, ways: Ways) -> Claim:
        return self._claim(
            "block-can-print",
            f"{text}, {said_of(block)} ({place})",
            True,
            ways,
            f"A block of the text `{text}` can never print: {said_of(block)}.",
        )

    def _reference(self, text: str, one: Cross, several: list[tuple[_Writing, Found]]) -> Iterator[Claim]:
        target = self.supposing.clauses.get(one.clause)
        if target is None:
            return
        for where, (gates, _) in several:
            if where.outline.numbers == "provisions" and not where.outline.partial:
                ways = tuple((*gates, *way) for way in where.prints(target))
                subject = f"{text} in {where.document}, to {one.clause}"
                wrong = f"`{where.document}` never prints what the text `{text}` refers to: `{one.clause}`."
                yield self._claim("reference-can-arrive", subject, True, ways, wrong)

    def _value(self, text: str, one: Named, ways: Ways) -> Iterator[Claim]:
        key = printed_key(one.name, self.clause)
        fact = self.supposing.fact(key)
        if fact is None or fact.about == "client":
            return
        if fact.optional or (fact.is_list and not fact.at_least):
            wrong = f"The text `{text}` prints `{key}` in a sentence although there may be none."
            missing = _missing(self.supposing, fact)
            yield self._claim("value-is-there", f"{text}: {key}", False, _each(ways, missing), wrong)
        asked = self.supposing.asked_when(key)
        if asked is not None:
            wrong = f"The text `{text}` prints `{key}` where its question is not asked."
            barred = Gate.of(asked, wanted=False)
            yield self._claim("value-was-asked-for", f"{text}: {key}", False, _each(ways, barred), wrong)

    def _consents(self) -> Iterator[Claim]:
        for consent in self.clause.consents:
            asked = () if consent.asked_when is None else (Gate.of(consent.asked_when),)
            for_whom = () if consent.for_clients is None else (Gate.of(consent.for_clients),)
            ways = tuple(
                (*way, *asked, *for_whom)
                for where in self.writings
                if where.outline.has("consents")
                for way in where.prints(self.clause)
            )
            wrong = f"The consent `{consent.id}` can never be asked for."
            yield self._claim("consent-can-be-asked", consent.id, True, ways, wrong)

    def _claim(self, name: str, subject: str, can: bool, ways: Ways, wrong: str) -> Claim:
        return Claim(
            property=name,
            subject=f"{self.clause.id}: {subject}",
            universe="overrides",
            can=can,
            ways=ways,
            sentence=f"`{self.clause.id}`: {wrong}",
            place=self.clause.place,
        )


def said_of(block: Block) -> str:
    """A block, by what it hangs on."""
    return f"when {block.condition.text}" if block.condition else "otherwise"


def _each(ways: Ways, gate: Gate) -> Ways:
    return tuple((*way, gate) for way in ways)


def _missing(supposing: Supposing, fact: Fact) -> Gate:
    """That a fact was answered with none, or has no entries."""

    def allows(values: Mapping[str, object]) -> object:
        value = values.get(fact.key)
        return None if value is None else value in (NONE, ())

    return Gate((fact.key,), allows, (), "")


def _alone(node: Passage) -> set[int]:
    """The values that are all that their line says: where one prints nothing, the line is not there."""
    found: set[int] = set()
    for unit in _lines(node):
        said = [one for one in pieces_of(unit) if not (isinstance(one, Run) and not one.text.strip())]
        if len(said) == 1 and isinstance(said[0], Named):
            found.add(id(said[0]))
    return found


def _lines(node: object) -> Iterator[Line]:
    if isinstance(node, Line):
        yield node
    elif isinstance(node, tuple):
        for entry in node:
            yield from _lines(entry)
    elif attrs.has(type(node)):
        for field in attrs.fields(type(node)):  # type: ignore[arg-type]  # attrs.has says so
            yield from _lines(getattr(node, field.name))
