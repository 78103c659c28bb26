"""The claims of a library: one file a group of properties."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from socialpolicy.library.library import Library
from socialpolicy.proving.claim import Claim
from socialpolicy.proving.claims import clauses, decisions, policies, rules, texts
from socialpolicy.proving.universes import universe_of

__all__ = ["claims_of"]


def claims_of(library: Library, on: datetime.date) -> Iterator[Claim]:
    """Every claim of a library on a day, in the order in which they are told."""
    defaults, overrides = (universe_of(library, name, on) for name in ("defaults", "overrides"))
    yield from clauses.claims(defaults, overrides)
    yield from texts.claims(overrides)
    yield from rules.claims(defaults, overrides)
    yield from policies.claims(defaults, overrides)
    yield from decisions.claims(defaults)
