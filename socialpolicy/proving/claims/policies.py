"""Whole policies: every reason is served in every client document, and no two norms contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.composition.gates import Gate
from socialpolicy.composition.supposing import Supposing
from socialpolicy.library.clause import REASONS, Clause, Norm
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.rules.patterns import meet
from socialpolicy.proving.claim import Claim, Ways
from socialpolicy.proving.claims.rules import holds_of, made_of, says

__all__ = ["claims"]


def claims(defaults: Supposing, overrides: Supposing) -> Iterator[Claim]:
    """The claims on what documents and policies are as a whole."""
    for document in overrides.library.outlines:
        if DOCUMENTS[document] != "staff":
            yield from (_serves(overrides, document, reason) for reason in REASONS)
    yield from _agreeing(defaults)


def _serves(supposing: Supposing, document: str, reason: str) -> Claim:
    serving: Ways = tuple(
        (holds_of(supposing, document, clause.id),)
        for clause in supposing.clauses.values()
        if reason in clause.reasons
    )
    return Claim(
        property="reason-is-served",
        subject=f"{document}: {reason}",
        universe="overrides",
        can=False,
        ways=((made_of(supposing, document),),),
        unless=serving,
        sentence=f"`{document}` can be without any clause that serves {reason}.",
    )


def _agreeing(supposing: Supposing) -> Iterator[Claim]:
    """No clause bars what another one allows, asks for or demands, as far as nothing is overridden."""
    norms = [(clause, norm) for clause in supposing.clauses.values() for norm in clause.norms]
    barring = [(clause, norm) for clause, norm in norms if norm.modality == "prohibition"]
    asking: dict[str, list[tuple[Clause, Norm]]] = {}
    for clause, norm in norms:
        if norm.modality != "prohibition":
            asking.setdefault(norm.act, []).append((clause, norm))
    found: dict[tuple[str, str, str], list[tuple[Gate, ...]]] = {}
    for one, bars in barring:
        for other, asks in asking.get(bars.act, ()):
            if meet(bars, asks, supposing.library.norms):
                ways = found.setdefault((one.id, other.id, bars.act), [])
                ways.append((*says(supposing, one, bars), *says(supposing, other, asks)))
    for (bar, ask, act), gates in found.items():
        yield Claim(
            property="norms-agree",
            subject=f"{bar} and {ask}: {act}",
            universe="defaults",
            can=False,
            ways=tuple(gates),
            sentence=f"`{bar}` bars what `{ask}` says ({act}), and nothing was overridden.",
            place=supposing.clauses[bar].place,
        )
