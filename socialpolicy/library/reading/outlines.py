"""Outline files → outlines."""

from __future__ import annotations

from typing import Any, cast

import attrs

from socialpolicy.document import SCHEMES
from socialpolicy.errors import Code
from socialpolicy.library.documents import DOCUMENTS, SHOWN_TO
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.outline import LengthPlan, Outline, SignerPlan
from socialpolicy.library.reading.layers import Layers
from socialpolicy.library.reading.names import must_be_condition, named
from socialpolicy.library.reading.parts import OutlineNames, line, read_part, read_takes
from socialpolicy.library.reading.table import Table

__all__ = ["read_outlines"]

_ANY_LENGTH = (0, 1_000_000)
_REFERENCE_MARK = "{number}"


def read_outlines(layers: Layers, names: OutlineNames) -> dict[str, tuple[Outline, ...]]:
    """Document → its outlines, those of packs first, in the order of their files."""
    outlines: dict[str, tuple[Outline, ...]] = {}
    for folder, name in layers.files("outlines/**/*.toml"):
        table = folder.table(name)
        match name.removesuffix(".toml").split("/"):
            case [_, document, variant]:
                if document not in DOCUMENTS:
                    table.report(no_such("document", document, DOCUMENTS, table.place()))
                    continue
                outline = _outline(table, document, variant, names)
                outlines[document] = (*outlines.get(document, ()), outline)
            case _:
                message = "An outline lies in outlines/<document>/<variant>.toml."
                table.wrong(Code.NAME_FORM, message)
    return outlines


def _outline(table: Table, document: str, variant: str, names: OutlineNames) -> Outline:
    audience = _audience(table, document)
    names = names.for_audience(audience, document)
    signers = _signers(table, names)
    names = attrs.evolve(names, signers=tuple(signers))
    outline = Outline(
        document=document,
        variant=variant,
        title=line(table, "title", names, needed=True),
        subtitle=line(table, "subtitle", names),
        when=must_be_condition(table, "when", names.practice),
        audience=cast("Any", audience),
        numbers=cast("Any", table.one_of("numbers", ("provisions", "none"), "none")),
        scheme=cast("Any", table.one_of("scheme", tuple(SCHEMES), "legal")),
        references=_reference(table, "references"),
        box_reference=_reference(table, "box_reference"),
        partial=table.take("partial", bool, False),
        headings=cast("Any", table.one_of("headings", ("questions", "titles"), "questions")),
        length=_length(table),
        lengths=tuple(_length_where(entry, names) for entry in table.array("lengths")),
        gives_way=read_takes(table, "gives_way", names, document),
        stays_full=read_takes(table, "stays_full", names, document),
        signers=signers,
        parts=tuple(read_part(part, names) for part in table.array("parts")),
        place=table.place(),
    )
    if not outline.parts:
        table.must_have("parts")
    _check_taken_once(outline, table)
    table.close()
    return outline


def _audience(table: Table, document: str) -> str:
    table.must_have("audience")
    audience = table.one_of("audience", SHOWN_TO, DOCUMENTS[document])
    if audience != DOCUMENTS[document]:
        message = f"The audience of {document} is {DOCUMENTS[document]}."
        table.wrong(Code.VALUE_OPTION, message, "audience")
    return DOCUMENTS[document]


def _reference(table: Table, key: str) -> str:
    words = table.take(key, str, "")
    rest = words.replace(_REFERENCE_MARK, "", 1)
    if "{" in rest or "}" in rest:
        hint = f"write {_REFERENCE_MARK}, once"
        table.wrong(Code.VALUE_FORM, f"`{key}` prints no value but the number.", key, hint=hint)
    return words


def _length(table: Table) -> tuple[int, int]:
    bounds = table.take("length", list, list(_ANY_LENGTH))
    if len(bounds) == 2 and all(type(bound) is int for bound in bounds) and 0 <= bounds[0] <= bounds[1]:
        return bounds[0], bounds[1]
    table.wrong(Code.VALUE_FORM, "`length` is the fewest and the most words.", "length")
    return _ANY_LENGTH


def _length_where(table: Table, names: OutlineNames) -> LengthPlan:
    table.must_have("length")
    plan = LengthPlan(must_be_condition(table, "when", names.practice), _length(table))
    table.close()
    return plan


def _signers(table: Table, names: OutlineNames) -> dict[str, SignerPlan]:
    signers = {}
    for party, entry in named(table, "signers", "party"):
        name = entry.name("name", names.known.facts, "fact") if "name" in entry.values else ""
        fact = names.known.facts.get(name)
        if fact is not None and fact.shown not in names.known.shown:
            message = f"`{name}` may not be printed here: it is for {fact.shown or 'decisions only'}."
            entry.wrong(Code.TEXT_TOO_PUBLIC, message, "name", hint="see `shown` of the fact")
        signers[party] = SignerPlan(party, line(entry, "label", names, needed=True), name=name)
        entry.close()
    return signers


def _check_taken_once(outline: Outline, table: Table) -> None:
    """Report a clause or section that two parts take; "at a glance" repeats what others take."""
    seen: set[str] = set()
    for part, entry in zip(outline.parts, table.array("parts"), strict=True):
        taken = () if part.kind == "at-a-glance" else part.take
        for take in seen.intersection(taken):
            message = f"`{shown(take)}` is taken by a part above."
            entry.wrong(Code.VALUE_REPEATED, message, "take", entry.values["take"].index(take))
        seen.update(taken)
