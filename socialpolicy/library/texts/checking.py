"""What the values and links of a text name: unknown names, forms, and values that are too private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongValue
from socialpolicy.facts.drafting import FORMS_OF
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.suggest import did_you_mean
from socialpolicy.library.texts.passage import Cross, Defined, Named, Passage, pieces_of
from socialpolicy.library.voice import VOICE

__all__ = ["Known", "check_passage"]


@attrs.frozen(kw_only=True)
class Known:
    """What the texts of one clause or outline may name; `shown` are the standings they may print."""

    facts: Mapping[str, Fact]
    clauses: Mapping[str, tuple[str, ...]]  # clause → names of its texts
    terms: tuple[str, ...]
    shown: tuple[str, ...]
    clients: bool = True  # whether a hole may stand


def check_passage(passage: Passage, known: Known, place: Place, found: Collector) -> None:
    """Report every name in a text that is not known, or not fit to be printed where the text goes."""
    for piece in pieces_of(passage.units):
        if isinstance(piece, Named):
            found.extend(_value(piece, known, place.at(line=piece.line or place.line)))
        elif isinstance(piece, Cross):
            found.extend(_cross(piece, known, place.at(line=piece.line or place.line)))
        elif isinstance(piece, Defined) and piece.term not in known.terms:
            found.add(_unknown(f"term `{piece.term}`", piece.term, known.terms, place.at(line=piece.line)))


def _unknown(what: str, name: str, names: Iterable[str], place: Place) -> NotFound:
    hint = did_you_mean(name, tuple(names))
    return NotFound(Code.NAME_UNKNOWN, f"There is no {what}.", place, hint)


def _cross(piece: Cross, known: Known, place: Place) -> Iterable[Finding]:
    if piece.clause not in known.clauses:
        yield _unknown(f"clause `{piece.clause}`", piece.clause, known.clauses, place)
    elif piece.text and piece.text not in known.clauses[piece.clause]:
        texts = known.clauses[piece.clause]
        yield _unknown(f"text `{piece.text}` in `{piece.clause}`", piece.text, texts, place)


def _value(piece: Named, known: Known, place: Place) -> Iterable[Finding]:
    if piece.name.lower() in VOICE:
        return
    fact = known.facts.get(piece.name)
    if fact is None:
        yield _unknown(f"fact `{piece.name}`", piece.name, (*known.facts, *VOICE), place)
        return
    if piece.form not in FORMS_OF[fact.kind]:
        hint = f"for this one: {', '.join(form for form in FORMS_OF[fact.kind] if form) or 'none'}"
        message = f"`{fact.name}` cannot be printed as `{piece.form}`."
        yield WrongValue(Code.VALUE_FORM, message, place, hint)
    if not _printable(fact, known):
        message = f"`{fact.name}` may not be printed here: it is for {fact.shown or 'decisions only'}."
        yield WrongValue(Code.TEXT_TOO_PUBLIC, message, place, "see `shown` of the fact")


def _printable(fact: Fact, known: Known) -> bool:
    if fact.about == "client":
        return known.clients and fact.shown is not None
    return fact.shown in known.shown
