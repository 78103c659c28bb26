"""Makes docs/coverage.md: which clause serves which reason, stands where, and rests on which authority.

Run it with the Python that socialpolicy is installed in. A test holds the page to be what this makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from socialpolicy import Library
from socialpolicy.library.clause import REASONS, Clause
from socialpolicy.library.documents import DOCUMENTS

__all__ = ["page"]

PAGE = Path(__file__).with_name("coverage.md")
_NONE = "no code of its own: the general duty of confidentiality"
INTRO = """\
# Coverage

What the clause library covers. `docs/make_coverage.py` makes this page from its files.
"""


def page(library: Library) -> str:
    """The whole page, in Markdown."""
    clauses = [versions[-1] for versions in library.clauses.values()]
    order = list(library.sections)
    clauses.sort(key=lambda clause: (order.index(clause.section), clause.id))
    sections = (_reasons(clauses), _documents(clauses), _authorities(clauses), _clauses_of(library, clauses))
    return "\n".join([INTRO, *("\n".join(section) + "\n" for section in sections)])


def _reasons(clauses: list[Clause]) -> Iterator[str]:
    yield from ("## Clauses and reasons", "")
    yield from _table(("clause", *REASONS), (_served(clause) for clause in clauses))
    served = [str(sum(reason in clause.reasons for clause in clauses)) for reason in REASONS]
    yield f"| **{len(clauses)} clauses** | {' | '.join(served)} |"


def _served(clause: Clause) -> tuple[str, ...]:
    return (f"`{clause.id}`", *("●" if reason in clause.reasons else "" for reason in REASONS))


def _documents(clauses: list[Clause]) -> Iterator[str]:
    """Where stances take other texts, each is named."""
    documents = [document for document in DOCUMENTS if document != "cover-note"]
    yield from ("## Clauses and documents", "")
    yield "The text that each document takes; where stances differ, those that they take."
    yield ""
    yield from _table(("clause", *documents), (_taken(clause, documents) for clause in clauses))


def _taken(clause: Clause, documents: Iterable[str]) -> Iterator[str]:
    yield f"`{clause.id}`"
    for document in documents:
        texts = dict.fromkeys(clause.text_for(document, stance.id) for stance in clause.stances)
        yield " / ".join("–" if text == "none" else text for text in texts)


def _authorities(clauses: list[Clause]) -> Iterator[str]:
    yield from ("## Clauses and authorities", "")
    yield "Which of them stand behind a policy depends on place, profession, register, association and facts."
    yield ""
    yield from _table(
        ("clause", "rests on"), ((f"`{one.id}`", ", ".join(one.authorities) or _NONE) for one in clauses)
    )


def _clauses_of(library: Library, clauses: list[Clause]) -> Iterator[str]:
    yield from ("## Authorities and clauses", "")
    rows = (
        (f"`{name}`", authority.title, ", ".join(one.id for one in clauses if name in one.authorities))
        for name, authority in library.authorities.items()
    )
    yield from _table(("authority", "title", "clauses that rest on it"), rows)


def _table(header: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    yield from (f"| {' | '.join(map(_escaped, row))} |" for row in rows)


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(Library.bundled()), encoding="utf-8")
