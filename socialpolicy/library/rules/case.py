"""What rules look at, one practice with all that was chosen for it, and what they find there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy.errors import Place
from socialpolicy.library.clause import Clause, Norm
from socialpolicy.library.outline import Outline
from socialpolicy.library.reading.words import NormWords

__all__ = ["Breach", "Case", "Typed"]


@attrs.frozen
class Typed:
    """A text that the practice typed, and where it stands."""

    text: str
    place: Place


@attrs.frozen(kw_only=True)
class Case:
    """One practice. `clauses` are those that stand; `values` what conditions read, their stances among it.

    Everything else follows from the values: with other values it is another practice's case.
    """

    clauses: Mapping[str, Clause]
    values: Mapping[str, object]
    outlines: Mapping[str, tuple[Outline, ...]]
    words: NormWords
    typed: tuple[Typed, ...] = ()

    def stance(self, clause: str) -> str:
        """The stance of a clause; "" for one that does not stand."""
        return str(self.values.get(f"{clause}.stance", "")) if clause in self.clauses else ""

    def norms(self) -> Iterator[tuple[str, Norm]]:
        """Every norm that a clause asserts here, with the clause."""
        for name, clause in self.clauses.items():
            for norm in clause.norms:
                if self.stance(name) in norm.stances and self._holds(norm):
                    yield name, norm

    def _holds(self, norm: Norm) -> bool:
        return norm.when is None or norm.when.holds(self.values) is True

    def held(self, document: str) -> tuple[str, ...] | None:
        """The clauses that a document takes a text of; None where this practice has no such document."""
        outlines = self.outlines.get(document, ())
        outline = next((one for one in outlines if one.when.holds(self.values)), None)
        if outline is None:
            return None
        return tuple(
            name
            for name, clause in self.clauses.items()
            if outline.takes(name, clause.section) and clause.text_for(document, self.stance(name)) != "none"
        )


@attrs.frozen
class Breach:
    """How a rule is broken. `keys` are the values that decided it, those that were chosen first.

    `place` is where it was typed, for a text; `instead` what would do.
    """

    says: str
    keys: tuple[str, ...] = ()
    place: Place | None = attrs.field(default=None, kw_only=True)
    instead: str = attrs.field(default="", kw_only=True)
