"""An outline: the plan of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.document import Scheme
from socialpolicy.errors import Place
from socialpolicy.library.texts.passage import NO_WORDS, Passage

__all__ = [
    "PART_KINDS",
    "TAKING",
    "ExecutionPlan",
    "LengthPlan",
    "Outline",
    "PartPlan",
    "PartyPlan",
    "SignerPlan",
]

PART_KINDS = (
    "prose",
    "parties",
    "box",
    "prompts",
    "contents",
    "at-a-glance",
    "definitions",
    "consents",
    "execution",
    "schedule",
    "text",
    "assumptions",
    "blanks",
    "authorities",
    "next-steps",
)


# the kinds that take clauses, each of them once
TAKING = ("prose", "schedule", "box", "prompts")


@attrs.frozen
class PartyPlan:
    """One party: a label and the words that name it."""

    id: str
    label: Passage
    text: Passage = attrs.field(kw_only=True)


@attrs.frozen
class SignerPlan:
    """How one who signs is called, and the fact that holds their name ("": a line to write it on)."""

    party: str
    label: Passage
    name: str = attrs.field(default="", kw_only=True)


@attrs.frozen(kw_only=True)
class ExecutionPlan:
    """A block of signatures and whom it is for."""

    signers: tuple[str, ...]
    label: Passage
    when: Condition | None
    for_clients: Condition | None


@attrs.frozen(kw_only=True)
class PartPlan:
    """One part. What it has beyond a heading depends on its kind."""

    kind: str
    heading: Passage
    take: tuple[str, ...] = ()
    box: str = ""
    rows: int = 0
    levels: int = 1
    header: tuple[Passage, ...] = ()
    intro: Passage = NO_WORDS
    text: Passage = NO_WORDS
    parties: tuple[PartyPlan, ...] = ()
    blocks: tuple[ExecutionPlan, ...] = ()


@attrs.frozen
class LengthPlan:
    """The fewest and the most words of a document where a condition holds."""

    when: Condition
    words: tuple[int, int]


@attrs.frozen(kw_only=True)
class Outline:
    """One variant of a document's plan; the first variant whose `when` holds is taken.

    `gives_way` are clauses and sections: in this order, a full text gives way to its short one while the
    document is longer than it should be; those of the clauses in `stays_full` never do. `headings` says
    whether provisions go by the question that a client would ask, or by the title. A `partial` one takes
    some clauses only, and another variant the others. `scheme` is how numbers count, where there are any.
    """

    document: str
    variant: str
    title: Passage
    subtitle: Passage
    when: Condition
    audience: Literal["public", "clients", "staff"]
    numbers: Literal["provisions", "none"]
    scheme: Scheme = "legal"
    references: str
    box_reference: str
    partial: bool = False
    headings: Literal["questions", "titles"] = "questions"
    length: tuple[int, int]
    lengths: tuple[LengthPlan, ...] = ()
    gives_way: tuple[str, ...] = ()
    stays_full: tuple[str, ...] = ()
    signers: Mapping[str, SignerPlan]
    parts: tuple[PartPlan, ...]
    place: Place = attrs.field(eq=False)

    def takes(self, clause: str, section: str) -> bool:
        """Whether a part takes a clause, by its name or with its section; rows at a glance do not count."""
        taken = {take for part in self.parts if part.kind != "at-a-glance" for take in part.take}
        return not taken.isdisjoint((clause, f"section:{section}"))

    def at_a_glance(self, clause: str) -> bool:
        """Whether a clause has a row at a glance."""
        return any(part.kind == "at-a-glance" and clause in part.take for part in self.parts)

    def has(self, kind: str) -> bool:
        """Whether a part is of this kind."""
        return any(part.kind == kind for part in self.parts)

    def length_for(self, values: Mapping[str, object]) -> tuple[int, int]:
        """The fewest and the most words for a practice with these values."""
        return next((one.words for one in self.lengths if one.when.holds(values)), self.length)
