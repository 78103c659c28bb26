"""A fact: a typed answer about the practice or about a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

import attrs

from socialpolicy.errors import Place

__all__ = [
    "KINDS",
    "SHOWN",
    "Default",
    "Fact",
    "FromFact",
    "FromLocale",
    "Given",
    "Kind",
    "Shown",
]

Kind = Literal[
    "yes-no", "choice", "choices", "whole", "duration", "money", "date", "words", "list of words",
    "email", "phone", "url", "place", "rows",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
Shown = Literal["public", "clients", "staff"]
SHOWN: tuple[str, ...] = get_args(Shown)  # from the most to the least public


@attrs.frozen
class Given:
    """A default that stands in the library; already read into the fact's kind."""

    value: object


@attrs.frozen
class FromFact:
    """A default that is the value of another practice fact."""

    fact: str


@attrs.frozen
class FromLocale:
    """A default that is a value of the practice's locale."""

    name: str


Default = Given | FromFact | FromLocale


@attrs.frozen(kw_only=True)
class Fact:
    """One fact. `clause` is "" for a fact of the practice or of a client, else its clause's id.

    `options` are id → words for print; a fact of kind place has every known place (country or region)
    there. `range` is inclusive. `columns` are the facts of a row. `shown` None: no text prints it.
    """

    name: str
    kind: Kind
    clause: str = ""
    question: str = ""
    help: str = ""
    options: Mapping[str, str] = attrs.field(factory=dict)
    options_from: str = ""
    default: Default | None = None
    required: bool = False
    optional: bool = False
    asked_when: str = ""
    shown: Shown | None = None
    about: Literal["practice", "client"] = "practice"
    unit: str = ""
    range: tuple[int, int] | None = None
    at_least: int = 0
    many: bool = False
    columns: Mapping[str, Fact] = attrs.field(factory=dict)
    row: str = ""
    each_country: bool = False
    place: Place = attrs.field(factory=Place)

    @property
    def key(self) -> str:
        """The name that is unique in a library: `name`, or `clause.name`."""
        return f"{self.clause}.{self.name}" if self.clause else self.name

    @property
    def is_list(self) -> bool:
        """Whether its value is a tuple."""
        return self.kind in ("choices", "list of words", "rows") or self.many
