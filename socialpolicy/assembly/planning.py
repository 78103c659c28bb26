"""The plan of one document for one practice: which clauses stand where, with which numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import attrs

from socialpolicy.assembly.standing import Stands, standing_of
from socialpolicy.assembly.tables import table_in
from socialpolicy.assembly.wording import Target
from socialpolicy.composition.composed import Chosen, Composed
from socialpolicy.document import SCHEMES, number_of
from socialpolicy.errors import Code, NotFound
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.documents import DOCUMENTS, EXTRACTS
from socialpolicy.library.outline import TAKING, Outline, PartPlan
from socialpolicy.library.texts.passage import Line, Passage, Run

__all__ = ["Counts", "Plan", "Planned", "choose_outline", "plan"]

Counts = tuple[int, ...]


@attrs.frozen(kw_only=True)
class Planned:
    """A clause in a document: its text's blocks that stand, each with its key and its counts.

    The counts are those of a number, level by level, () for none: (5,) of the clause itself, (5, 2) of its
    second numbered paragraph. `own` are the paragraphs that the practice adds, with theirs.
    """

    chosen: Chosen
    heading: Passage
    text: str
    counts: Counts
    units: tuple[tuple[str, Counts, Stands], ...]
    own: tuple[tuple[str, Counts, str], ...] = ()


@attrs.frozen(kw_only=True)
class Plan:
    """What each part of an outline takes, and where every target of a reference stands."""

    outline: Outline
    parts: tuple[tuple[PartPlan, tuple[Planned, ...]], ...]
    targets: Mapping[str, Target]

    @property
    def clauses(self) -> tuple[Planned, ...]:
        """Every clause of the document, in order."""
        return tuple(planned for _, taken in self.parts for planned in taken)


def choose_outline(composed: Composed, document: str) -> Outline:
    """The first variant of a document's outline whose `when` holds; raises NotFound."""
    outlines = composed.library.outlines.get(document, ())
    for outline in outlines:
        if outline.when.holds(composed.values):
            return outline
    hint = ""
    if outlines:
        message = f"`{document}` is not for this practice."
    elif document in DOCUMENTS:
        message = f"`{document}` has no outline yet."
    else:
        message = f"There is no document `{document}`."
        hint = did_you_mean(document, (*composed.library.outlines, *EXTRACTS))
    raise NotFound(Code.DOCUMENT_NONE, message, hint=hint)


def plan(
    composed: Composed,
    outline: Outline,
    client: Mapping[str, object],
    short: Collection[str] = (),
) -> Plan:
    """The plan of a document; `client` are the values of a client that conditions may read.

    `short` are clauses whose full text gives way to their short one.
    """
    planning = _Planning(composed, outline, client, short)
    parts = tuple(
        (part, tuple(planning.taken(part)) if part.kind in TAKING else ()) for part in outline.parts
    )
    return Plan(outline=outline, parts=parts, targets=planning.targets)


@attrs.define
class _Planning:
    composed: Composed
    outline: Outline
    client: Mapping[str, object] = attrs.field(repr=False)
    short: Collection[str] = ()
    number: int = 0
    targets: dict[str, Target] = attrs.field(factory=dict)
    done: set[str] = attrs.field(factory=set)

    def taken(self, part: PartPlan) -> Iterator[Planned]:
        ids = self._clause_ids(part)
        for clause_id in self._first(part, ids) if part.kind == "prompts" else ids:
            if clause_id not in self.done and (planned := self._planned(clause_id, part)):
                self.done.add(clause_id)
                yield planned

    def _clause_ids(self, part: PartPlan) -> Iterator[str]:
        """The clauses that a part names, and those of its sections that no part names."""
        named = {take for other in self.outline.parts for take in other.take if other.kind != "at-a-glance"}
        for take in part.take:
            section = take.removeprefix("section:")
            if section == take:
                yield take
            else:
                in_section = (one for one in self.composed.chosen.values() if one.clause.section == section)
                yield from (one.clause.id for one in in_section if one.clause.id not in named)

    def _first(self, part: PartPlan, ids: Iterator[str]) -> list[str]:
        """Those that have something to say, by the ranks of their prompts, as many as there is room for."""
        chosen = self.composed.chosen
        here = {one: chosen[one].clause.prompt_rank for one in ids if self._says(one)}
        return sorted(here, key=here.__getitem__)[: part.rows]

    def _text(self, chosen: Chosen) -> str:
        """The name of the text that stands in this document."""
        text = chosen.clause.text_for(self.outline.document, chosen.stance.id)
        gives_way = text == "full" and chosen.clause.id in self.short and "short" in chosen.clause.sources
        return "short" if gives_way else text

    def _says(self, clause_id: str) -> tuple[str, tuple[tuple[str, Stands], ...]] | None:
        """The text of a clause and what stands of it; None where it has nothing to say in this document."""
        chosen = self.composed.chosen.get(clause_id)
        if chosen is None or self._not_for(chosen):
            return None
        text = self._text(chosen)
        if text == "none":
            return None
        stands = standing_of(self.composed, chosen.clause.sources[text].passage, clause_id)
        return (text, stands) if stands else None

    def _planned(self, clause_id: str, part: PartPlan) -> Planned | None:
        says = self._says(clause_id)
        if says is None:
            return None
        chosen, (text, stands) = self.composed.chosen[clause_id], says
        counts = self._next(part)
        units = tuple(self._numbered(f"{clause_id}:{text}", counts, stands))
        if part.kind == "box":
            self.targets[clause_id] = self._target(part.box, (), self.outline.box_reference)
        else:
            self.targets[clause_id] = self._target(clause_id, counts, self.outline.references)
        own = tuple(self._own(clause_id, counts, sum(bool(unit[1]) for unit in units)))
        heading = chosen.clause.heading
        if self.outline.headings == "titles":
            heading = Passage((Line((Run(chosen.clause.title),)),))
        return Planned(chosen=chosen, heading=heading, text=text, counts=counts, units=units, own=own)

    def _own(self, clause: str, counts: Counts, before: int) -> Iterator[tuple[str, Counts, str]]:
        own = self.composed.profile.own.get(clause)
        if own is not None and self.outline.document in own.documents:
            for place, words in enumerate(own.paragraphs, 1):
                yield f"{clause}:own:{place}", counts and (*counts, before + place), words

    def _not_for(self, chosen: Chosen) -> bool:
        for_clients = chosen.clause.for_clients
        return for_clients is not None and for_clients.holds(self.client) is False

    def _next(self, part: PartPlan) -> Counts:
        if self.outline.numbers == "none" or part.kind not in ("prose", "schedule"):
            return ()
        self.number += 1
        return (self.number,)

    def _numbered(
        self, text: str, counts: Counts, stands: tuple[tuple[str, Stands], ...]
    ) -> Iterator[tuple[str, Counts, Stands]]:
        """Paragraphs are numbered; lists and tables are not."""
        clause, count = text.partition(":")[0], 0
        for place, unit in stands:
            key, numbered = f"{text}:{place}", Counts()
            if counts and isinstance(unit, Line) and not table_in(self.composed, unit, clause):
                count += 1
                numbered = (*counts, count)
                # a reference to a `:::` block leads to the first paragraph of it that stands
                block = f"{text}:{place.partition('.')[0]}"
                self.targets.setdefault(block, self._target(key, numbered, self.outline.references))
            yield key, numbered, unit

    def _target(self, key: str, counts: Counts, label: str) -> Target:
        number = number_of(SCHEMES[self.outline.scheme], counts) if counts else ""
        if not label or ("{number}" in label and not number):
            return Target(key, number, label="")
        return Target(key, number, label=f" ({label.replace('{number}', number)})")
