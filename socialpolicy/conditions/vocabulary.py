"""The names that a condition may use where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.conditions.condition import NamedCondition
from socialpolicy.facts.fact import Fact

__all__ = ["Reads", "Vocabulary"]

Reads = Literal["practice", "chosen", "client"]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """The facts, clauses and named conditions that a condition can name, and which it may read.

    `facts` are those with a bare name here, a clause's own and those about clients among them;
    `clause_facts` go by "clause.fact"; `stances` has every clause of the library; `own` is the clause
    whose file this is. `reads`: "practice" facts only; what was "chosen" too; or facts about a "client".
    Where a pack replaced a clause, `renamed` are its stances by their old names, clause → old → new, and
    `dropped` those that are gone, clause → stance → the pack that dropped it.
    """

    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    clause_facts: Mapping[str, Fact] = attrs.field(factory=dict)
    stances: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    own: str = ""
    named: Mapping[str, NamedCondition] = attrs.field(factory=dict)
    reads: Reads = "practice"
    renamed: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    dropped: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
