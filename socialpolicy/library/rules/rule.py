"""A rule: where it looks, what it demands there, and why."""

from __future__ import annotations

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.errors import Place, Severity
from socialpolicy.library.authority import Authority
from socialpolicy.library.rules.asserts import Asserts
from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.contains import Contains
from socialpolicy.library.rules.must_not_contain import MustNotContain
from socialpolicy.library.rules.never import Never
from socialpolicy.library.rules.no_norm import NoNorm
from socialpolicy.library.rules.only import Only
from socialpolicy.library.rules.typed_text import TypedText

__all__ = ["Demand", "Rule"]

Demand = Never | Only | Contains | MustNotContain | Asserts | NoNorm | TypedText


@attrs.frozen(kw_only=True)
class Rule:
    """What must be so wherever `where` holds; `because` is the sentence that says why to people.

    A `guard` is one that the library alone cannot break: it holds packs and later versions to it.
    """

    id: str
    where: Condition
    demand: Demand
    because: str
    authorities: tuple[Authority, ...] = ()
    severity: Severity = "refuse"
    guard: bool = False
    place: Place = attrs.field(default=Place(), eq=False)

    def breaches(self, case: Case) -> tuple[Breach, ...]:
        """Every way in which it is broken; () where it does not look, or is kept."""
        return tuple(self.demand.breaches(case)) if self.where.holds(case.values) else ()
