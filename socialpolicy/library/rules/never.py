"""never: what the rule's own condition says may not be so."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.library.rules.case import Breach, Case

__all__ = ["Never"]


@attrs.frozen
class Never:
    """The condition that must never hold."""

    condition: Condition

    def breaches(self, case: Case) -> Iterator[Breach]:
        """The parts that make it hold, where the rule looks at all."""
        parts = self.condition.because(case.values)
        read = dict.fromkeys(key for part in parts for key in sorted(part.reads))
        clauses = {key.partition(".")[0] for key in read if "." in key}
        keys = tuple(key for key in read if key not in clauses)
        yield Breach(f"Here, {' and '.join(part.words() for part in parts)}.", keys)
