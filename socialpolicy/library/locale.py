"""A locale: paper, dates, quotes, and the numbers and bodies that serve people in a country."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.conditions import Condition

__all__ = ["Locale", "LocaleRow"]


@attrs.frozen
class LocaleRow:
    """One value of a locale, for the practices where `when` holds and people served `within` a place."""

    value: object
    when: Condition | None
    within: str = attrs.field(kw_only=True)
    confidence: str = attrs.field(kw_only=True)
    source: str = attrs.field(kw_only=True)
    checked_on: datetime.date = attrs.field(kw_only=True)


@attrs.frozen(kw_only=True)
class Locale:
    """One locale; `date` is a CLDR pattern, `quotes` are outer open, outer close, inner open, inner close."""

    tag: str
    country: str
    name: str
    paper: Literal["A4", "Letter"]
    spelling: Literal["british", "american", "canadian"]
    date: str
    quotes: tuple[str, str, str, str]
    checked_on: datetime.date
    values: Mapping[str, tuple[LocaleRow, ...]]
