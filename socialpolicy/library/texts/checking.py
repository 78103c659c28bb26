"""What the values and links of a text name: unknown names, forms, and values that are too private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongValue
from socialpolicy.facts.drafting import FORMS_OF, slots
from socialpolicy.facts.fact import Fact
from socialpolicy.library.naming import no_such
from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Line,
    Listing,
    Named,
    Passage,
    Pieces,
    Unit,
    Variant,
    When,
    pieces_of,
)
from socialpolicy.library.voice import VOICE

__all__ = ["Known", "check_line", "check_passage"]


@attrs.frozen(kw_only=True)
class Known:
    """What the texts of one clause or outline may name; `shown` are the standings they may print.

    `clauses` are clause → text → how many paragraphs it has, None where it is not parsed yet.
    `clients`: whether a hole for a client's value may stand.
    """

    facts: Mapping[str, Fact]
    clauses: Mapping[str, Mapping[str, int | None]]
    terms: tuple[str, ...]
    shown: tuple[str, ...]
    clients: bool = True


def check_passage(passage: Passage, known: Known, found: Collector) -> None:
    """Report every name in a text that is not known, or not fit to be printed where the text goes."""
    _check(passage, known, found, tables=tuple(_alone(passage.units)))


def check_line(passage: Passage, known: Known, found: Collector) -> None:
    """The same for a text of one paragraph, in which no table can stand."""
    _check(passage, known, found, tables=())


def _check(passage: Passage, known: Known, found: Collector, *, tables: tuple[Named, ...]) -> None:
    for piece in pieces_of(passage):
        if isinstance(piece, Named):
            found.extend(_value(piece, known, may_be_table=any(piece is table for table in tables)))
        elif isinstance(piece, Cross):
            found.extend(_cross(piece, known))
        elif isinstance(piece, Defined) and piece.term not in known.terms:
            found.add(no_such("term", piece.term, known.terms, piece.place))


def _alone(units: Iterable[Unit]) -> Iterator[Named]:
    """The values that are alone in their paragraph: only they can be tables."""
    for unit in units:
        match unit:
            case Line(pieces):
                yield from _only(pieces)
            case Listing(items):
                yield from (named for item in items for named in _alone(item))
            case Variant(branches):
                yield from (named for branch in branches for named in _alone(branch.units))
            case _:  # the cells of a table hold no paragraphs
                pass


def _only(pieces: Pieces) -> Iterator[Named]:
    match pieces:
        case (Named() as named,):
            yield named
        case (When(_, inner),):
            yield from _only(inner)


def _cross(piece: Cross, known: Known) -> Iterator[Finding]:
    texts = known.clauses.get(piece.clause)
    if texts is None:
        yield no_such("clause", piece.clause, known.clauses, piece.place)
    elif piece.text and piece.text not in texts:
        yield no_such(f"text in `{piece.clause}` called", piece.text, texts, piece.place)
    elif piece.text:
        count = texts[piece.text]
        if count is not None and not 1 <= piece.ordinal <= count:
            message = f"`{piece.clause}` has no paragraph {piece.text}:{piece.ordinal}."
            hint = f"its last one is {piece.text}:{count}"
            yield NotFound(Code.TEXT_MISSING, message, piece.place, hint)


def _value(piece: Named, known: Known, *, may_be_table: bool) -> Iterator[Finding]:
    if piece.name.lower() in VOICE:
        yield from _voice(piece)
        return
    fact = known.facts.get(piece.name)
    if fact is None:
        yield no_such("fact", piece.name, (*known.facts, *VOICE), piece.place)
        return
    if piece.form not in FORMS_OF[fact.kind]:
        forms = ", ".join(form for form in FORMS_OF[fact.kind] if form)
        message = f"`{fact.name}` cannot be printed as `{piece.form}`."
        hint = f"its forms are {forms}" if forms else f"write {{{{{piece.name}}}}}"
        yield WrongValue(Code.VALUE_FORM, message, piece.place, hint)
    elif piece.form == "table" and (not may_be_table or fact.about == "client"):
        message = "A table is a value of the practice that stands alone in its paragraph."
        yield WrongValue(Code.VALUE_FORM, message, piece.place)
    yield from _too_private(piece, fact, known)


def _voice(piece: Named) -> Iterator[Finding]:
    if piece.form:
        yield WrongValue(Code.VALUE_FORM, f"`{piece.name}` has no forms.", piece.place)
    if piece.name not in (piece.name.lower(), piece.name.capitalize()):
        hint = f"write {{{{{piece.name.lower()}}}}} or {{{{{piece.name.capitalize()}}}}}"
        yield WrongValue(Code.NAME_FORM, f"`{piece.name}` is not written so.", piece.place, hint)


def _too_private(piece: Named, fact: Fact, known: Known) -> Iterator[Finding]:
    if fact.about == "client" and not known.clients:
        message = f"`{fact.name}` is about a client, and this is not for one client alone."
        yield _refused(message, piece.place)
    elif fact.shown not in known.shown:
        message = f"`{fact.name}` may not be printed here: it is for {fact.shown or 'decisions only'}."
        yield _refused(message, piece.place)
    for column in _printed(fact, piece.form):
        if column.shown and column.shown not in known.shown:
            message = f"`{fact.name}` prints its `{column.name}` here, which is for {column.shown}."
            yield _refused(message, piece.place)


def _printed(fact: Fact, form: str) -> Iterator[Fact]:
    """The columns that a form prints: those in the row's own sentence, or all of them."""
    if fact.row and form != "table":
        names = tuple(name for name, _ in slots(fact.row))
        yield from (column for name, column in fact.columns.items() if name in names)
    else:
        yield from fact.columns.values()


def _refused(message: str, place: Place) -> WrongValue:
    return WrongValue(Code.TEXT_TOO_PUBLIC, message, place, "see `shown` of the fact")
