"""What a practice answered, as it would stand in a profile; and as a profile for the library of today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socialpolicy.facts.fact import Fact
from socialpolicy.keeping.shapes import iso_date

__all__ = ["as_answered"]


def as_answered(fact: Fact, written: Any) -> object:
    """What was written, as it would come out of a profile's TOML for this fact."""
    match written:
        case str() if fact.kind == "date":
            return iso_date(written) or written
        case list():
            return [as_answered(fact, entry) for entry in written]
        case Mapping():
            return {name: as_answered(fact.columns.get(name, fact), cell) for name, cell in written.items()}
    result: object = written
    return result
