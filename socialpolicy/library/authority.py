"""An authority: the code or law behind a clause, with how sure this library is of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import attrs

from socialpolicy.conditions import Condition

__all__ = ["CONFIDENCE", "Authority"]

# How an entry was seen, from the surest to the least sure.
CONFIDENCE: Mapping[str, str] = {
    "V": "seen on a page of its issuer",
    "VC": "seen on a third party's copy",
    "H": "heading seen, meaning recalled",
    "V2": "seen in a secondary source",
    "P": "document seen, section recalled",
    "R": "recalled only",
    "U": "section unknown",
}


@attrs.frozen(kw_only=True)
class Authority:
    """One code or law; `unseen` names the parts that nobody saw, which are never printed."""

    id: str
    title: str
    body: str
    edition: str
    section: str
    meaning: str
    jurisdiction: str
    professions: tuple[str, ...]
    confidence: str
    source: str
    checked_on: datetime.date
    seen: str
    unseen: str
    status: str
    when: Condition
