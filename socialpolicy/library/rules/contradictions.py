"""Two norms of one policy that cannot both be kept: one bars what another allows, asks for or demands."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.library.clause import Norm
from socialpolicy.library.reading.words import NormWords
from socialpolicy.library.rules.case import Breach, Case
from socialpolicy.library.rules.patterns import meet

__all__ = ["contradictions"]

_BARS = "prohibition"


def contradictions(case: Case) -> Iterator[Breach]:
    """Each pair of clauses (or one with itself) of which one bars what the other does not."""
    norms = tuple(case.norms())
    barred = [(name, norm) for name, norm in norms if norm.modality == _BARS]
    asked = [(name, norm) for name, norm in norms if norm.modality != _BARS]
    seen: set[tuple[str, str, str]] = set()
    for one, bars in barred:
        for other, asks in asked:
            if (one, other, bars.act) not in seen and meet(bars, asks, case.words):
                seen.add((one, other, bars.act))
                yield _breach(one, other, bars, asks, words=case.words)


def _breach(one: str, other: str, bars: Norm, asks: Norm, *, words: NormWords) -> Breach:
    who = words.words["bearers"].get(bars.bearer, bars.bearer)
    act = words.words["acts"][bars.act]
    says = f"`{one}` bars what `{other}` says: {bars.modality} and {asks.modality} for {who} to {act}."
    return Breach(says, tuple(dict.fromkeys((f"{one}.stance", f"{other}.stance"))))
