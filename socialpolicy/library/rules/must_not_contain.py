"""must-not-contain: the clauses that documents may not hold."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case

__all__ = ["MustNotContain"]


@attrs.frozen
class MustNotContain:
    """None of these documents holds any of these clauses."""

    documents: tuple[str, ...]
    clauses: tuple[str, ...]

    def breaches(self, case: Case) -> Iterator[Breach]:
        """Each clause that a document would hold."""
        for document in self.documents:
            held = case.held(document) or ()
            for clause in self.clauses:
                if clause in held:
                    keys = (f"{clause}.stance", clause)
                    yield Breach(f"Here, `{document}` would hold `{clause}`.", keys)
