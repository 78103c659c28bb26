"""Authorities in words, a row of (key, words) each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialpolicy.assembly.covering import authorities_to_check
from socialpolicy.composition.composed import Composed
from socialpolicy.library.authority import CONFIDENCE, Authority
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library

__all__ = ["all_authorities", "authorities_of", "credited"]

Row = tuple[tuple[str, str], ...]

# how it was seen → what to do before relying on it, by the domain's rule on citing (R28)
_TO_DO = {
    "V": "see that this edition is still in force",
    "VC": "open it at its issuer",
    "H": "read the section: its meaning is recalled",
    "V2": "open it at its issuer",
    "P": "find the section: its number is recalled",
    "R": "find it: nobody saw it for this library",
    "U": "find the section: it is not known",
}


def all_authorities(library: Library) -> list[Row]:
    """Every authority of a library, by jurisdiction."""
    newest = [versions[-1] for versions in library.clauses.values()]
    entries = sorted(library.authorities.values(), key=lambda entry: entry.jurisdiction)
    return [_row(entry, newest) for entry in entries]


def authorities_of(composed: Composed) -> list[Row]:
    """The authorities behind the clauses that stand for a practice, as far as they concern it."""
    standing = [chosen.clause for chosen in composed.chosen.values()]
    return [_row(entry, standing) for entry in authorities_to_check(composed)]


def _row(entry: Authority, clauses: Iterable[Clause]) -> Row:
    return (
        ("authority", entry.id),
        ("title", f"{entry.title}, {entry.edition}" if entry.edition else entry.title),
        ("jurisdiction", entry.jurisdiction),
        ("part", entry.section),
        ("meaning", entry.meaning),
        ("seen", f"{CONFIDENCE[entry.confidence]}, {entry.checked_on}"),
        ("source", entry.source),
        ("clauses", ", ".join(clause.id for clause in clauses if entry.id in clause.authorities)),
        ("check", "; ".join(filter(None, (_TO_DO[entry.confidence], _unseen(entry))))),
    )


def _unseen(entry: Authority) -> str:
    return f"not seen: {entry.unseen}" if entry.unseen else ""


def credited(rows: Iterable[Row]) -> Iterator[str]:
    """Each row as lines: its title, then what is known of it, what is not left out."""
    for row in rows:
        (_, name), (_, title), *others = row
        yield f"{title} ({name})"
        yield from (f"    {key}: {value}" for key, value in others if value)
