"""A clause: the unit of the library, in one of its versions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import attrs

from socialpolicy.conditions import Condition
from socialpolicy.errors import Place
from socialpolicy.facts.fact import Fact
from socialpolicy.library.digests import ClauseDigest
from socialpolicy.library.pack import Pack
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import TextSource
from socialpolicy.library.versions import Requirement, Version

__all__ = ["BENEFITS", "REASONS", "Clause", "ConsentAsked", "Norm", "Stance"]

REASONS = ("professionalism", "confidentiality", "expectations", "dual-relationships", "ethical-standards")
BENEFITS = ("legal-protection", "ethical-compass", "reputation", "client-trust", "conflict-resolution")


@attrs.frozen
class Stance:
    """One of the alternative positions that a clause can take.

    `was` is what the stance was called in the clause that this one replaces.
    """

    id: str
    label: str
    default: bool = attrs.field(default=False, kw_only=True)
    default_when: Condition | None = attrs.field(default=None, kw_only=True)
    allowed_when: Condition | None = attrs.field(default=None, kw_only=True)
    because: str = attrs.field(default="", kw_only=True)
    was: str = attrs.field(default="", kw_only=True)
    texts: Mapping[str, str] = attrs.field(factory=dict, kw_only=True)
    place: Place = attrs.field(default=Place(), kw_only=True, eq=False)


@attrs.frozen
class ConsentAsked:
    """A separate, optional tick box that a clause asks for."""

    id: str
    clause: str
    asks: Passage = attrs.field(kw_only=True)
    withdraw: Passage = attrs.field(kw_only=True)
    asked_when: Condition | None = attrs.field(default=None, kw_only=True)
    for_clients: Condition | None = attrs.field(default=None, kw_only=True)
    each_signer: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen(kw_only=True)
class Norm:
    """The obligation, prohibition, permission or request that some stances assert. Norms prove; texts say."""

    stances: tuple[str, ...]
    modality: Literal["obligation", "prohibition", "permission", "request"]
    bearer: str
    act: str
    toward: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    time_limit: str = ""
    when: Condition | None = None


@attrs.frozen(kw_only=True)
class Clause:
    """One version of one clause. `texts` says which text each document takes ("none": it takes none).

    `pack` is where it comes from, None for the library itself; `replaces` the clause of that name whose
    place it takes ("" for none); `withdrawn` the day from which it is no longer chosen by itself.
    `prompt_rank` says how early its prompt is taken where there is room for a few only: 1 before 99.
    """

    id: str
    section: str
    version: Version
    title: str
    heading: Passage
    intent: str
    when: Condition
    for_clients: Condition | None
    reasons: tuple[str, ...]
    benefits: tuple[str, ...]
    texts: Mapping[str, str]
    requires: tuple[Requirement, ...]
    authorities: tuple[str, ...]
    covers: Mapping[str, str]
    effective: datetime.date
    review_by: datetime.date
    change: str
    prompt_rank: int = 50
    withdrawn: datetime.date | None = None
    withdrawn_because: str = ""
    pack: Pack | None = None
    replaces: str = ""
    digest: ClauseDigest = attrs.field(eq=False, repr=False)
    stances: tuple[Stance, ...]
    facts: Mapping[str, Fact]
    asked_when: Mapping[str, Condition]
    consents: tuple[ConsentAsked, ...]
    norms: tuple[Norm, ...]
    sources: Mapping[str, TextSource]
    place: Place = attrs.field(eq=False)
    places: Mapping[str, Place] = attrs.field(eq=False, repr=False)  # of "texts.<document>", "covers.<point>"

    def stance(self, stance_id: str) -> Stance:
        """The stance of that id; the id must be one of this clause."""
        return next(stance for stance in self.stances if stance.id == stance_id)

    def stands_on(self, day: datetime.date) -> bool:
        """Whether this version is effective on a day and not withdrawn by then."""
        return self.effective <= day and (self.withdrawn is None or day < self.withdrawn)

    def stances_by_text(self, document: str) -> dict[str, tuple[str, ...]]:
        """The texts that a document takes, each with the stances under which it does; "none" is left out."""
        found: dict[str, tuple[str, ...]] = {}
        for stance in self.stances:
            text = self.text_for(document, stance.id)
            if text != "none":
                found[text] = (*found.get(text, ()), stance.id)
        return found

    def text_for(self, document: str, stance: str) -> str:
        """The name of the text that a document takes under a stance: "none" for no text."""
        shortened = self.stance(stance).texts.get(document)
        return shortened or self.texts.get(document, "none")
