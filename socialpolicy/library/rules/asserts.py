"""asserts: a norm that the policy must say."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.patterns import NormPattern

__all__ = ["Asserts"]


@attrs.frozen
class Asserts:
    """Some clause asserts at least this norm."""

    norm: NormPattern

    def breaches(self, case: Case) -> Iterator[Breach]:
        """That none does; the keys are the stances of clauses that could."""
        if not any(self.norm.covered_by(norm, case.words) for _, norm in case.norms()):
            able = [
                f"{name}.stance"
                for name, clause in case.clauses.items()
                if any(self.norm.covered_by(norm, case.words) for norm in clause.norms)
            ]
            yield Breach(f"Here, no clause says this ({self.norm.said(case.words)}).", tuple(able))
