"""Clients for tests: one of each outcome, in a practice that sees everyone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from socialpolicy import PolicyDocument
from tests.practice import policy_of

__all__ = ["EVERYONE", "OUTCOMES", "addendum", "clients", "contents"]

EVERYONE: dict[str, Any] = {
    "serves_minors": True,
    "min_client_age": 12,
    "modalities": ["individual", "couple", "family", "group"],
    "delivery": ["in-person", "video"],
}
DAY = datetime.date(2026, 3, 2)
# what decides: who comes, how many sign and as what, and which optional facts are known
OUTCOMES: dict[str, dict[str, Any]] = {
    "nobody": {},
    "named": {"client_name": "Sam Fern"},
    "adult": {"client_name": "Sam Fern", "client_is_minor": False, "client_unit": "individual"},
    "dated": {"client_unit": "individual", "agreement_date": DAY, "talk_date": "none"},
    "group": {"client_name": "Sam", "client_is_minor": False, "client_unit": "group-member"},
    "child": {"client_name": "Sam", "client_is_minor": True, "guardian_name": "Ada Fern"},
    "child without a guardian's name": {"client_name": "Sam", "client_is_minor": True},
    "couple": {
        "client_name": "Sam and Bo",
        "client_unit": "couple",
        "client_signers": [{"name": "Sam", "role": "client"}, {"name": "Bo", "role": "partner"}],
    },
    "family": {
        "client_unit": "family",
        "client_signers": [{"name": name, "role": "parent"} for name in ("A", "B", "C")],
    },
}  # fmt: skip


@cache
def addendum() -> PolicyDocument:
    """The addendum of a practice that sees everyone."""
    return policy_of(**EVERYONE).document("client-addendum")


def clients(count: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """So many clients, of all outcomes in turn, each with a key."""
    kinds = list(OUTCOMES.values())
    for number in range(first, first + count):
        yield {**kinds[number % len(kinds)], "client_name": f"Client {number}", "key": f"c{number}"}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
