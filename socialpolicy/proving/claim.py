"""Claims: what can happen to some practice and what never does, and what became of each when it was tried."""

from __future__ import annotations

from typing import Literal

import attrs

from socialpolicy.composition.gates import Gate
from socialpolicy.errors import Place
from socialpolicy.proving.universes import Universe

__all__ = ["Claim", "Counterexample", "Result", "Verdict", "Ways"]

Ways = tuple[tuple[Gate, ...], ...]
Verdict = Literal["holds", "fails", "undecided"]


@attrs.frozen(kw_only=True)
class Claim:
    """One property of one thing. `ways` are the gates of each way in which it happens.

    `can` True: some practice shows it, by one way at least; False: none does, by any. `sentence` says what
    is wrong where the claim fails. `rule` is the rule that it is about, "" for none. Where a
    way of `unless` is open, too, it does not happen.
    """

    property: str
    subject: str
    universe: Universe
    can: bool
    ways: Ways
    unless: Ways = ()
    sentence: str
    place: Place = attrs.field(default=Place(), eq=False)
    rule: str = ""


@attrs.frozen
class Counterexample:
    """The smallest profile found that shows what should never be, as TOML that can be saved and built."""

    toml: str


@attrs.frozen(kw_only=True)
class Result:
    """What became of a claim. `why` says more where it fails or is undecided."""

    claim: Claim
    verdict: Verdict
    why: str = ""
    counterexample: Counterexample | None = None
