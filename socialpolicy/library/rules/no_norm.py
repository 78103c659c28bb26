"""no-norm: a norm that no clause may assert, in any stance, of anyone that it names."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.patterns import NormPattern

__all__ = ["NoNorm"]


@attrs.frozen
class NoNorm:
    """No clause asserts this norm."""

    norm: NormPattern

    def breaches(self, case: Case) -> Iterator[Breach]:
        """Each clause that does."""
        barred = (name for name, norm in case.norms() if self.norm.met_by(norm, case.words))
        for name in dict.fromkeys(barred):
            says = f"Here, `{name}` says this ({self.norm.said(case.words)})."
            yield Breach(says, (f"{name}.stance",))
