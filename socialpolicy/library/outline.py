"""An outline: the plan of a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.errors import Place
from socialpolicy.library.texts.passage import NO_WORDS, Passage

__all__ = ["PART_KINDS", "ExecutionPlan", "Outline", "PartPlan", "PartyPlan", "SignerPlan"]

PART_KINDS = (
    "prose",
    "parties",
    "box",
    "at-a-glance",
    "definitions",
    "consents",
    "execution",
    "text",
    "assumptions",
    "blanks",
    "authorities",
    "next-steps",
)


@attrs.frozen
class PartyPlan:
    """One party: a label and the words that name it."""

    id: str
    label: Passage
    text: Passage = attrs.field(kw_only=True)


@attrs.frozen
class SignerPlan:
    """How one who signs is called, and the fact that holds their name."""

    party: str
    label: Passage
    name: str = attrs.field(kw_only=True)


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
    header: tuple[Passage, ...] = ()
    intro: Passage = NO_WORDS
    text: Passage = NO_WORDS
    parties: tuple[PartyPlan, ...] = ()
    blocks: tuple[ExecutionPlan, ...] = ()


@attrs.frozen(kw_only=True)
class Outline:
    """One variant of a document's plan; the first variant whose `when` holds is taken."""

    document: str
    variant: str
    title: Passage
    subtitle: Passage
    when: Condition
    audience: Literal["public", "clients", "staff"]
    numbers: Literal["provisions", "none"]
    references: str
    box_reference: str
    length: tuple[int, int]
    signers: Mapping[str, SignerPlan]
    parts: tuple[PartPlan, ...]
    place: Place = attrs.field(eq=False)
