"""The parts of an outline: what each kind of part has, and what it must have."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.conditions import Vocabulary
from socialpolicy.errors import Code, NotFound
from socialpolicy.library.documents import SHOWN_TO
from socialpolicy.library.naming import shown
from socialpolicy.library.outline import PART_KINDS, ExecutionPlan, PartPlan, PartyPlan
from socialpolicy.library.reading.names import condition, is_id
from socialpolicy.library.reading.table import Table
from socialpolicy.library.texts.checking import Known, check_line, check_passage
from socialpolicy.library.texts.passage import Passage
from socialpolicy.library.texts.source import read_line, read_passage

__all__ = ["OutlineNames", "line", "read_part", "read_takes"]

# kind → the keys that it must have, and those that it may have beside `kind` and `heading`
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "prose": (("heading", "take"), ("intro",)),
    "parties": (("parties",), ("intro",)),
    "box": (("box", "take"), ()),
    "prompts": (("heading", "take", "header"), ("rows", "intro")),
    "at-a-glance": (("heading", "take", "header"), ("rows",)),
    "contents": (("heading",), ("levels",)),
    "definitions": (("heading",), ("intro",)),
    "consents": (("heading",), ("intro",)),
    "execution": (("heading", "blocks"), ("statement",)),
    "schedule": (("heading",), ("take", "text", "intro")),
    "text": (("heading", "text"), ("intro",)),
    "assumptions": (("heading",), ("intro",)),
    "blanks": (("heading",), ("intro",)),
    "authorities": (("heading",), ("intro",)),
    "next-steps": (("heading", "text"), ("intro",)),
}
_MOST_ROWS = {"at-a-glance": 10, "prompts": 12}
_COLUMNS = 3


@attrs.frozen(kw_only=True)
class OutlineNames:
    """What an outline may name. `takes` are the documents that take each clause, "glance" among them."""

    practice: Vocabulary
    chosen: Vocabulary
    client: Vocabulary
    sections: tuple[str, ...]
    takes: Mapping[str, frozenset[str]]
    known: Known
    document: str = ""
    signers: tuple[str, ...] = ()

    def for_audience(self, audience: str, document: str) -> OutlineNames:
        """The same for one document, where only the values fit for its audience may be printed."""
        known = attrs.evolve(self.known, shown=SHOWN_TO[audience], clients=audience == "clients")
        return attrs.evolve(self, known=known, document=document)


def line(table: Table, key: str, names: OutlineNames, *, needed: bool = False) -> Passage:
    """The one paragraph under a key, of which every name is checked."""
    text = table.must(key, str, "") if needed else table.take(key, str, "")
    passage = read_line(text, names.chosen, table.place(key), table.found)
    check_line(passage, names.known, table.found)
    return passage


def _blocks(table: Table, key: str, names: OutlineNames) -> Passage:
    passage = read_passage(table.take(key, str, ""), names.chosen, table.place(key), table.found)
    check_passage(passage, names.known, table.found)
    return passage


def read_part(table: Table, names: OutlineNames) -> PartPlan:
    """One part of an outline; faults go to the collector of its table."""
    kind = table.one_of("kind", PART_KINDS, "" if "kind" in table.values else "prose")
    if kind:
        _check_keys(table, kind)
    part = PartPlan(
        kind=kind or "prose",
        heading=line(table, "heading", names),
        take=read_takes(table, "take", names, "glance" if kind == "at-a-glance" else names.document),
        box=table.one_of("box", ("emergency", "note"), "note"),
        rows=_rows(table, kind),
        levels=_levels(table),
        header=_header(table, names),
        intro=line(table, "statement", names) if kind == "execution" else _blocks(table, "intro", names),
        text=_blocks(table, "text", names),
        parties=_parties(table, names),
        blocks=tuple(_block(entry, names) for entry in table.array("blocks")),
    )
    table.close()
    return part


def _check_keys(table: Table, kind: str) -> None:
    needed, allowed = _KEYS[kind]
    table.must_have(*needed)
    fitting = {"kind", "heading", *needed, *allowed}
    known = {key for keys in _KEYS.values() for part in keys for key in part}
    for key in table.values:
        if key in known - fitting:
            message = f"A part of kind {kind} has no `{key}`."
            table.report(NotFound(Code.KEY_UNKNOWN, message, table.place(key)))
            table.taken.add(key)


def read_takes(table: Table, key: str, names: OutlineNames, wanted: str) -> tuple[str, ...]:
    """Clauses that have a text for the document `wanted` ("glance": a row), and whole sections of them."""
    sections = () if wanted == "glance" else tuple(f"section:{section}" for section in names.sections)
    takes = table.names(key, (*names.takes, *sections), "clause or section")
    for take in takes:
        if take in names.takes and wanted not in names.takes[take]:
            lacks = "no text `glance`" if wanted == "glance" else f"no text for {wanted}"
            message = f"`{take}` has {lacks}."
            place = table.place(key, table.values[key].index(take))
            table.report(NotFound(Code.TEXT_MISSING, message, place))
    return takes


def _rows(table: Table, kind: str) -> int:
    most = _MOST_ROWS.get(kind, 10)
    rows = table.take("rows", int, most)
    if not 1 <= rows <= most:
        table.wrong(Code.VALUE_RANGE, f"`rows` is from 1 to {most}.", "rows")
    return rows


def _levels(table: Table) -> int:
    levels = table.take("levels", int, 1)
    if levels not in (1, 2):
        table.wrong(Code.VALUE_RANGE, "`levels` is 1 or 2.", "levels")
    return levels


def _header(table: Table, names: OutlineNames) -> tuple[Passage, ...]:
    passages = []
    for number, text in enumerate(table.texts("header")):
        passage = read_line(text, names.chosen, table.place("header", number), table.found)
        check_line(passage, names.known, table.found)
        passages.append(passage)
    if "header" in table.values and len(passages) != _COLUMNS:
        table.wrong(Code.VALUE_FORM, "`header` is three texts, one a column.", "header")
    return tuple(passages)


def _parties(table: Table, names: OutlineNames) -> tuple[PartyPlan, ...]:
    parties: list[PartyPlan] = []
    for entry in table.array("parties"):
        party = PartyPlan(
            entry.must("id", str, ""),
            line(entry, "label", names, needed=True),
            text=line(entry, "text", names, needed=True),
        )
        entry.close()
        if party.id.strip() and not is_id(party.id):
            entry.wrong(Code.NAME_FORM, f"`{shown(party.id)}` cannot be the name of a party.", "id")
        if party.id in [other.id for other in parties]:
            entry.wrong(Code.VALUE_REPEATED, f"The party `{shown(party.id)}` stands here twice.", "id")
        parties.append(party)
    return tuple(parties)


def _block(table: Table, names: OutlineNames) -> ExecutionPlan:
    each = tuple(f"each:{signer}" for signer in names.signers)
    block = ExecutionPlan(
        signers=table.must_names("signers", (*names.signers, *each), "signer"),
        label=line(table, "label", names),
        when=condition(table, "when", names.chosen),
        for_clients=condition(table, "for_clients", names.client),
    )
    table.close()
    return block
