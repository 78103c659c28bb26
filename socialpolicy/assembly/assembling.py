"""assemble: one document of a policy, as a tree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly import covering
from socialpolicy.assembly.blocks import blocks_of, planned_blocks, provision
from socialpolicy.assembly.contents import contents
from socialpolicy.assembly.definitions import definitions
from socialpolicy.assembly.extracting import extracted
from socialpolicy.assembly.fitting import counted, give_way, giving_way
from socialpolicy.assembly.glance import at_a_glance
from socialpolicy.assembly.planning import Plan, Planned, choose_outline, plan
from socialpolicy.assembly.prompts import prompts
from socialpolicy.assembly.signing import Signing
from socialpolicy.assembly.standing import standing_of
from socialpolicy.assembly.wording import Writer
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of, value_words
from socialpolicy.errors import Code, NotFound
from socialpolicy.facts.drafting import draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Standing
from socialpolicy.library.documents import DOCUMENTS, EXTRACTS, SHOWN_TO, most_public
from socialpolicy.library.outline import Outline, PartPlan
from socialpolicy.library.texts.passage import Passage

__all__ = ["assemble", "documents_of"]

_TREE, _SHORT = "tree", "short"  # what is kept of a policy
_DATE = Fact(name="effective_date", kind="date")
# kinds of parts that are written when others are
_LAST = {"definitions": 1, "contents": 2}


def documents_of(composed: Composed) -> tuple[str, ...]:
    """The documents that have an outline for this practice, in the order of the library."""
    return tuple(document for document in DOCUMENTS if _has_outline(composed, document))


def _has_outline(composed: Composed, document: str) -> bool:
    return any(one.when.holds(composed.values) for one in composed.library.outlines.get(document, ()))


def assemble(composed: Composed, document: str, client: Mapping[str, object] | None = None) -> tree.Document:
    """The tree of a document or an extract; `client` are values that `for_clients` conditions read.

    None of them is in the tree.

    Raises NotFound for a document without an outline for this practice, where no clause stands in it, and
    where nobody would sign it.
    """
    if document in EXTRACTS:
        return extracted(assemble(composed, EXTRACTS[document][0], client), document)
    if client:
        return _assembled(composed, document, client)
    known = composed.worked_out.get((_TREE, document))
    if not isinstance(known, tree.Document):
        known = composed.worked_out[_TREE, document] = _assembled(composed, document, {})
    return known


def _assembled(composed: Composed, document: str, client: Mapping[str, object]) -> tree.Document:
    outline = choose_outline(composed, document)
    client = {**composed.values, **client}
    planned = plan(composed, outline, client, _short(composed, outline))
    takes = any(part.take for part in outline.parts)
    if takes and not planned.clauses:
        raise NotFound(Code.DOCUMENT_EMPTY, f"No clause stands in `{document}` on {composed.on}.")
    return _Assembling(composed, planned, client).document()


def _short(composed: Composed, outline: Outline) -> frozenset[str]:
    """The clauses whose full text gives way in a document of this practice, whoever its client is."""
    known = composed.worked_out.get((_SHORT, outline.document))
    if not isinstance(known, frozenset):
        known = composed.worked_out[_SHORT, outline.document] = _giving_way(composed, outline)
    return known


def _giving_way(composed: Composed, outline: Outline) -> frozenset[str]:
    full = plan(composed, outline, composed.values)
    may = frozenset(one.chosen.clause.id for one in giving_way(outline, full))
    if not may:
        return may
    draft = _Assembling(composed, full, composed.values)
    over = counted(draft.document()) - outline.length_for(composed.values)[1]
    short = {one.chosen.clause.id: one for one in plan(composed, outline, composed.values, may).clauses}
    return give_way(full, short, over, draft.writer) if over > 0 else frozenset()


@attrs.define
class _Assembling:
    composed: Composed
    plan: Plan
    client: Mapping[str, object] = attrs.field(repr=False)
    writer: Writer = attrs.field(init=False)
    signing: Signing = attrs.field(init=False)
    schedules: int = attrs.field(default=0, init=False)
    made: dict[str, tuple[tree.Block, ...]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        outline = self.plan.outline
        self.writer = Writer(
            self.composed,
            self.plan.targets,
            defines=any(part.kind == "definitions" for part in outline.parts),
            ranks=tree.SCHEMES[outline.scheme] if outline.numbers == "provisions" else (),
        )
        self.signing = Signing(self.plan, self.writer, self.client)

    def document(self) -> tree.Document:
        outline, composed = self.plan.outline, self.composed
        return tree.Document(
            outline.document,
            tree.plain(self.writer.passage(outline.title)),
            subtitle=self.writer.passage(outline.subtitle),
            locale=composed.locale.tag,
            paper=composed.locale.paper,
            practice=self._words("practice_name"),
            version=self._words("policy_version"),
            date=draft_words(_DATE, self._effective(), "", manner_of(composed)),
            dated=self._effective().isoformat(),
            edition=composed.library.edition,
            blocks=self._blocks(),
            details=tuple(self._details()),
            scheme=outline.scheme,
        )

    def _details(self) -> Iterator[tree.Detail]:
        """What a letterhead may print for the readers of this document: nothing that is only assumed."""
        shown = SHOWN_TO[most_public((self.plan.outline.document,))]
        for name in tree.DETAILS:
            found = self.composed.find(name)
            if found and found[0].shown in shown and found[1].standing is Standing.ANSWERED:
                words = value_words(self.composed, *found)
                yield from (tree.Detail(name, words),) if words else ()

    def _words(self, name: str) -> str:
        found = self.composed.find(name)
        return value_words(self.composed, *found) if found else ""

    def _effective(self) -> datetime.date:
        """The day that the practice names, else the one for which the policy was composed."""
        named = self.composed.values.get("effective_date")
        return named if isinstance(named, datetime.date) else self.composed.on

    # ---------- parts ----------

    def _blocks(self) -> tuple[tree.Block, ...]:
        """Definitions list what all other parts use, and the contents all parts: these are written last."""
        keys = _part_keys(self.plan.outline)
        parts = list(zip(keys, *zip(*self.plan.parts, strict=True), strict=True))
        for key, part, taken in sorted(parts, key=lambda one: _LAST.get(one[1].kind, 0)):
            self.made[key] = tuple(self._part(key, part, taken))
        return tuple(block for key in keys for block in self.made[key])

    def _part(self, key: str, part: PartPlan, taken: tuple[Planned, ...]) -> Iterator[tree.Block]:
        if part.kind == "box":
            yield from (self._box(part, planned) for planned in taken)
            return
        # the statement of an execution part stands in each of its blocks, not above them
        intro = () if part.kind == "execution" else self._prose(f"{key}:intro", part.intro)
        blocks = tuple(self._inside(key, part, taken))
        if blocks:
            heading = tree.plain(self.writer.passage(part.heading))
            yield tree.Part(heading, (*intro, *blocks), key=key, number=self._schedule(part))

    def _schedule(self, part: PartPlan) -> str:
        """Schedules are numbered as they stand: one that has nothing to say leaves no gap."""
        self.schedules += part.kind == "schedule"
        return f"Schedule {self.schedules}" if part.kind == "schedule" else ""

    def _prose(self, key: str, passage: Passage) -> tuple[tree.Block, ...]:
        units = standing_of(self.composed, passage)
        return blocks_of(((f"{key}:{place}", (), unit) for place, unit in units), self.writer)

    def _inside(self, key: str, part: PartPlan, taken: tuple[Planned, ...]) -> Iterator[tree.Block]:
        match part.kind:
            case "prose" | "schedule":
                yield from (provision(planned, self.writer) for planned in taken)
                yield from self._prose(f"{key}:text", part.text)
            case "parties":
                yield self.signing.parties(part)
            case "prompts":
                rows = prompts(part, key, taken, self.writer)
                yield from (rows,) if rows else ()
            case "at-a-glance":
                table = at_a_glance(part, key, self.plan, self.writer)
                yield from (table,) if table else ()
            case "contents":
                keys = _part_keys(self.plan.outline)
                made = (block for one in keys for block in self.made.get(one, ()))
                lines = contents(made, levels=part.levels)
                yield from (lines,) if lines.lines else ()
            case "definitions":
                entries = definitions(self.writer)
                yield from (entries,) if entries.entries else ()
            case "consents":
                boxes = self.signing.consents()
                yield from (boxes,) if boxes.boxes else ()
            case "execution":
                yield from self.signing.executions(part)
            case "text" | "next-steps":
                yield from self._prose(f"{key}:text", part.text)
            case "assumptions":
                yield from covering.assumptions(self.composed, key)
            case "authorities":
                yield from covering.authorities(self.composed, key)
            case _:  # the last of the kinds: blanks
                yield from covering.blanks(self.composed, self._others(), key)

    def _box(self, part: PartPlan, planned: Planned) -> tree.Box:
        clause = planned.chosen.clause
        own, given = (self.writer.passage(text, clause.id) for text in (clause.heading, part.heading))
        return tree.Box(part.box, given or own, blocks=planned_blocks(planned, self.writer))

    def _others(self) -> Iterator[tree.Document]:
        for document in documents_of(self.composed):
            if document != self.plan.outline.document:
                try:
                    yield assemble(self.composed, document)
                except NotFound:  # no clause stands in it
                    continue


def _part_keys(outline: Outline) -> list[str]:
    """A key for each part, which no clause can have: its kind, and which of its kind it is."""
    kinds = [part.kind for part in outline.parts]
    return [f"outline/{kind}-{kinds[:place].count(kind) + 1}" for place, kind in enumerate(kinds)]
