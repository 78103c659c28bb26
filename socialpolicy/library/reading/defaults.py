"""Defaults of facts: given, taken from another fact, or from the locale."""

from __future__ import annotations

from collections.abc import Mapping

from socialpolicy.errors import Code, Refused, WrongKind
from socialpolicy.facts.fact import Default, Fact, FromFact, FromLocale, Given
from socialpolicy.facts.reading import read_value
from socialpolicy.library.naming import no_such
from socialpolicy.library.reading.table import Table

__all__ = ["check_defaults", "read_default"]


_FAULTY = Given(None)


def read_default(table: Table, fact: Fact) -> Default | None:
    """The default of a fact, None where it has none.

    A faulty one is reported; something stands in for it, so that conditions which need it are not faulty too.
    """
    table.taken.add("default")
    if "default" not in table.values:
        return None
    raw = table.values["default"]
    if isinstance(raw, dict):
        return _taken_from(table, raw)
    if fact.kind in ("choice", "choices") and not fact.options:  # reported: nothing would fit
        return _FAULTY
    try:
        return Given(read_value(fact, raw, table.place("default")))
    except Refused as refused:
        table.found.extend(refused.findings)
    return _FAULTY


def _taken_from(table: Table, raw: Mapping[str, object]) -> Default:
    match raw:
        case {"fact": str(name)} if len(raw) == 1:
            return FromFact(name)
        case {"locale": str(name)} if len(raw) == 1:
            return FromLocale(name)
    hint = 'write { fact = "…" } or { locale = "…" }'
    table.report(WrongKind(Code.VALUE_KIND, "This default is not understood.", table.place("default"), hint))
    return _FAULTY


def check_defaults(table: Table, facts: Mapping[str, Fact], practice: Mapping[str, Fact]) -> None:
    """Report defaults of `facts` that lead nowhere, do not fit, or go round in a circle.

    `practice` are the facts that a default can be taken from.
    """
    for fact in facts.values():
        place = ("facts", fact.name, "default")
        match fact.default:
            case FromFact(name):
                lender = practice.get(name)
                if lender is None or lender.about == "client":
                    known = [one.name for one in practice.values() if _why_unfit(one, fact) == ""]
                    table.report(no_such("fact of the practice", name, known, table.place(*place)))
                elif why := _why_unfit(lender, fact):
                    message = f"The default of `{fact.name}` cannot be `{name}`: {why}."
                    table.wrong(Code.VALUE_KIND, message, *place)
                elif _is_first_of_circle(fact, practice):
                    message = "The defaults of these facts go round in a circle."
                    table.wrong(Code.DEFAULT_CYCLE, message, *place)
            case FromLocale() if fact.clause or fact.about == "client":
                message = "Only facts of the practice, in facts.toml, take their default from the locale."
                table.wrong(Code.VALUE_KIND, message, *place)


def _why_unfit(lender: Fact, fact: Fact) -> str:
    """Why the value of one fact cannot be that of another; "" where it can."""
    if lender.about == "client":
        return "it is about a client"
    if lender.kind != fact.kind:
        return f"it is of kind {lender.kind}"
    # for a fact of the practice, one place may stand for a list of places
    if lender.is_list != fact.is_list and (lender.is_list or fact.clause):
        return "one of them is a list"
    if not set(lender.options) <= set(fact.options):
        return "it has options that this one has not"
    if lender.columns != fact.columns:
        return "it has other columns"
    if lender.optional and not fact.optional:
        return 'it can be "none"'
    return ""


def _is_first_of_circle(fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether defaults lead from a fact back to it, and no fact of that circle stands before it."""
    circle, step = [fact.name], fact
    while isinstance(step.default, FromFact) and step.default.fact in facts:
        step = facts[step.default.fact]
        if step.name in circle:
            order = list(facts)
            return step.name == fact.name and fact.name == min(circle, key=order.index)
        circle.append(step.name)
    return False
