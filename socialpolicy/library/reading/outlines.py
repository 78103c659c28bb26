"""Outline files → outlines."""

from __future__ import annotations

from typing import Any, cast

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, NotFound, WrongValue
from socialpolicy.library.documents import SHOWN_TO
from socialpolicy.library.outline import (
    PART_KINDS,
    ExecutionPlan,
    Outline,
    PartPlan,
    PartyPlan,
    SignerPlan,
)
from socialpolicy.library.reading.names import condition, must_be_condition, named
from socialpolicy.library.reading.table import Table
from socialpolicy.library.texts.checking import Known, check_passage
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import read_passage

__all__ = ["OutlineNames", "read_outline"]


@attrs.frozen(kw_only=True)
class OutlineNames:
    """What an outline may name."""

    practice: Vocabulary
    chosen: Vocabulary
    client: Vocabulary
    clauses: tuple[str, ...]
    sections: tuple[str, ...]
    known: Known

    def for_audience(self, audience: str) -> OutlineNames:
        """The same, where only the values fit for an audience may be printed."""
        return attrs.evolve(self, known=attrs.evolve(self.known, shown=SHOWN_TO[audience]))


def read_outline(table: Table, document: str, variant: str, names: OutlineNames) -> Outline:
    """The outline of a file; faults go to the collector of its table."""
    audience = table.one_of("audience", SHOWN_TO, "public")
    names = names.for_audience(audience)
    outline = Outline(
        document=document,
        variant=variant,
        title=_passage(table, "title", names, "must"),
        subtitle=_passage(table, "subtitle", names),
        when=must_be_condition(table, "when", names.practice),
        audience=cast("Any", audience),
        numbers=cast("Any", table.one_of("numbers", ("provisions", "none"), "none")),
        references=table.take("references", str, ""),
        box_reference=table.take("box_reference", str, ""),
        length=_length(table),
        signers=_signers(table, names),
        parts=tuple(_part(part, names) for part in table.array("parts")),
        place=table.place(),
    )
    table.close()
    _signers_known(outline, table)
    return outline


def _passage(table: Table, key: str, names: OutlineNames, need: str = "") -> Passage:
    text = table.must(key, str, "") if need else table.take(key, str, "")
    place = table.place(key)
    passage = read_passage(text, names.chosen, place, table.found)
    check_passage(passage, names.known, place, table.found)
    return passage


def _length(table: Table) -> tuple[int, int]:
    bounds = table.take("length", list, [0, 1_000_000])
    if len(bounds) == 2 and all(type(bound) is int for bound in bounds):
        return bounds[0], bounds[1]
    message = "`length` is the fewest and the most words."
    table.report(WrongValue(Code.VALUE_FORM, message, table.place("length")))
    return 0, 1_000_000


def _signers(table: Table, names: OutlineNames) -> dict[str, SignerPlan]:
    signers = {}
    for party, entry in named(table, table.tables("signers"), "party"):
        name = entry.must("name", str, "")
        if name not in names.known.facts:
            message = f"There is no fact `{name}`."
            table.report(NotFound(Code.NAME_UNKNOWN, message, entry.place("name")))
        signers[party] = SignerPlan(party, _passage(entry, "label", names, "must"), name=name)
        entry.close()
    return signers


def _part(table: Table, names: OutlineNames) -> PartPlan:
    kind = table.one_of("kind", PART_KINDS, "prose")
    part = PartPlan(
        kind=kind,
        heading=_passage(table, "heading", names),
        take=_takes(table, names),
        box=table.one_of("box", ("emergency", "note"), "note"),
        rows=table.take("rows", int, 10),
        header=_header(table, names),
        intro=_passage(table, "statement" if kind == "execution" else "intro", names),
        text=_passage(table, "text", names),
        parties=tuple(_party(entry, names) for entry in table.array("parties")),
        blocks=tuple(_block(entry, names) for entry in table.array("blocks")),
    )
    table.close()
    return part


def _takes(table: Table, names: OutlineNames) -> tuple[str, ...]:
    takes = table.texts("take")
    for number, take in enumerate(takes):
        section = take.removeprefix("section:")
        known = names.sections if take.startswith("section:") else names.clauses
        if section not in known:
            message = f"There is no clause or section `{take}`."
            table.report(NotFound(Code.NAME_UNKNOWN, message, table.place("take", number)))
    return takes


def _header(table: Table, names: OutlineNames) -> tuple[Passage, ...]:
    passages = []
    for number, text in enumerate(table.texts("header")):
        place = table.place("header", number)
        passage = read_passage(text, names.chosen, place, table.found)
        check_passage(passage, names.known, place, table.found)
        passages.append(passage)
    return tuple(passages)


def _party(table: Table, names: OutlineNames) -> PartyPlan:
    party = PartyPlan(
        table.must("id", str, ""),
        _passage(table, "label", names, "must"),
        text=_passage(table, "text", names, "must"),
    )
    table.close()
    return party


def _block(table: Table, names: OutlineNames) -> ExecutionPlan:
    table.must("signers", list, [])
    block = ExecutionPlan(
        signers=table.texts("signers"),
        label=_passage(table, "label", names),
        when=condition(table, "when", names.practice),
        for_clients=condition(table, "for_clients", names.client),
    )
    table.close()
    return block


def _signers_known(outline: Outline, table: Table) -> None:
    for part in outline.parts:
        for block in part.blocks:
            for signer in block.signers:
                name = signer.removeprefix("each:")
                if name not in outline.signers:
                    message = f"There is no signer `{name}`."
                    table.report(NotFound(Code.NAME_UNKNOWN, message, table.place("signers")))
