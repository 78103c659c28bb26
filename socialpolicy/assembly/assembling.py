"""assemble: one document of a policy, as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly import covering
from socialpolicy.assembly.blocks import blocks_of, provision
from socialpolicy.assembly.definitions import definitions
from socialpolicy.assembly.glance import at_a_glance
from socialpolicy.assembly.planning import Plan, Planned, choose_outline, plan
from socialpolicy.assembly.signing import Signing
from socialpolicy.assembly.standing import standing_units
from socialpolicy.assembly.wording import Writer
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import value_words
from socialpolicy.errors import Code, Finding, NotFound
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.outline import Outline, PartPlan
from socialpolicy.library.texts.passage import Passage

__all__ = ["assemble", "documents_of"]


def documents_of(composed: Composed) -> tuple[str, ...]:
    """The documents that have an outline for this practice, in the order of the library."""
    return tuple(document for document in DOCUMENTS if _has_outline(composed, document))


def _has_outline(composed: Composed, document: str) -> bool:
    return any(one.when.holds(composed.values) for one in composed.library.outlines.get(document, ()))


def assemble(composed: Composed, document: str, client: Mapping[str, object] | None = None) -> tree.Document:
    """The tree of a document; `client` are values that `for_clients` conditions read (none is in the tree).

    Raises NotFound for a document without an outline for this practice, and where no clause stands in it.
    """
    outline = choose_outline(composed, document)
    client = {**composed.values, **(client or {})}
    planned = plan(composed, outline, client)
    takes = any(part.take for part in outline.parts)
    if takes and not planned.clauses:
        raise NotFound(Code.DOCUMENT_EMPTY, f"No clause stands in `{document}` on {composed.on}.")
    return _Assembling(composed, planned, client).document()


@attrs.define
class _Assembling:
    composed: Composed
    plan: Plan
    client: Mapping[str, object]
    writer: Writer = attrs.field(init=False)
    signing: Signing = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        outline = self.plan.outline
        self.writer = Writer(
            self.composed,
            self.plan.targets,
            defines=any(part.kind == "definitions" for part in outline.parts),
            lettered=outline.numbers == "provisions",
        )
        self.signing = Signing(self.plan, self.writer, self.client)

    def document(self) -> tree.Document:
        outline, composed = self.plan.outline, self.composed
        title = tree.plain(self.writer.passage(outline.title))
        subtitle = self.writer.passage(outline.subtitle)
        return tree.Document(
            outline.document,
            title,
            subtitle=subtitle,
            locale=composed.locale.tag,
            paper=composed.locale.paper,
            practice=self._words("practice_name"),
            version=self._words("policy_version"),
            date=self._words("effective_date"),
            dated=composed.on.isoformat(),
            edition=composed.library.edition,
            blocks=tuple(self._parts(outline)),
        )

    def _words(self, name: str) -> str:
        found = self.composed.find(name)
        return value_words(self.composed, *found) if found else ""

    def _parts(self, outline: Outline) -> Iterator[tree.Block]:
        for part, taken in self.plan.parts:
            blocks = tuple(self._blocks(part, taken))
            if part.kind == "box":
                yield from blocks
            elif blocks:
                yield tree.Part(tree.plain(self.writer.passage(part.heading)), (*self._intro(part), *blocks))

    def _intro(self, part: PartPlan) -> tuple[tree.Block, ...]:
        """The statement of an execution part stands in each of its blocks, not above them."""
        return () if part.kind == "execution" else self._prose(part, part.intro)

    def _prose(self, part: PartPlan, passage: Passage) -> tuple[tree.Block, ...]:
        units = standing_units(passage, self.composed.values)
        return blocks_of(((f"{part.kind}:{ordinal}", "", unit) for ordinal, unit in units), self.writer)

    def _blocks(self, part: PartPlan, taken: tuple[Planned, ...]) -> Iterator[tree.Block]:
        match part.kind:
            case "prose":
                yield from (provision(planned, self.writer) for planned in taken)
            case "box":
                yield from (self._box(part, planned) for planned in taken)
            case "parties":
                yield self.signing.parties(part)
            case "at-a-glance":
                table = at_a_glance(part, self.plan, self.writer)
                yield from (table,) if table else ()
            case "definitions":
                entries = definitions(self.writer)
                yield from (entries,) if entries.entries else ()
            case "consents":
                boxes = self.signing.consents()
                yield from (boxes,) if boxes.boxes else ()
            case "execution":
                yield from self.signing.executions(part)
            case "text" | "next-steps":
                yield from self._prose(part, part.text)
            case "assumptions":
                yield from covering.assumptions(self.composed)
            case "authorities":
                yield from covering.authorities(self.composed)
            case "blanks":
                yield from covering.blanks(self._others())

    def _box(self, part: PartPlan, planned: Planned) -> tree.Box:
        clause = planned.chosen.clause
        own, given = (self.writer.passage(text, clause.id) for text in (clause.heading, part.heading))
        return tree.Box(part.box, given or own, blocks=blocks_of(planned.units, self.writer, clause.id))

    def _others(self) -> Iterator[tree.Document]:
        for document in documents_of(self.composed):
            if document != self.plan.outline.document:
                try:
                    yield assemble(self.composed, document)
                except Finding:
                    continue
