"""contains: the clauses that documents must hold."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.library.rules.case import Breach, Case

__all__ = ["Contains"]


@attrs.frozen
class Contains:
    """Each of these documents that the practice has holds each of these clauses."""

    documents: tuple[str, ...]
    clauses: tuple[str, ...]

    def breaches(self, case: Case) -> Iterator[Breach]:
        """Each clause that is missing in a document."""
        for document in self.documents:
            held = case.held(document)
            for clause in self.clauses if held is not None else ():
                if clause not in (held or ()):
                    keys = (f"{clause}.stance",) if clause in case.clauses else (clause,)
                    yield Breach(f"Here, `{document}` would be without `{clause}`.", keys)
