"""Clauses and facts of a library in words, a row of (key, words) each."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.facts.drafting import Manner, draft_words
from socialpolicy.facts.fact import Fact, FromFact, FromLocale, Given
from socialpolicy.guarding.suggest import did_you_mean
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.versions import Version

__all__ = [
    "describe_clause",
    "describe_fact",
    "described",
    "history_of",
    "list_clauses",
    "list_facts",
    "listed",
]

Row = tuple[tuple[str, str], ...]
_MANNER = Manner("en-GB", "d MMMM y")  # of no practice: as the library itself is written


def described(rows: list[Row]) -> Iterator[str]:
    """Each row as lines, one a key."""
    for row in rows:
        yield from (f"{key}: {value}" for key, value in row)


def listed(rows: list[Row]) -> Iterator[str]:
    """Each row as one line, in columns."""
    widths = [
        max(map(len, column)) for column in zip(*([value for _, value in row] for row in rows), strict=True)
    ]
    for row in rows:
        yield "  ".join(value.ljust(width) for (_, value), width in zip(row, widths, strict=True)).rstrip()


def list_clauses(library: Library) -> list[Row]:
    """The newest version of every clause."""
    newest = [versions[-1] for versions in library.clauses.values()]
    return [
        (
            ("clause", clause.id),
            ("version", str(clause.version)),
            ("section", clause.section),
            ("title", clause.title),
        )
        for clause in newest
    ]


def describe_clause(library: Library, name: str) -> list[Row]:
    """One clause, or one version of it (`name@1.0.0`); raises NotFound."""
    clause_id, _, wanted = name.partition("@")
    versions = library.clause(clause_id)
    if not wanted:
        return [_clause(versions[-1])]
    version = Version.parse(wanted, Place())
    found = [clause for clause in versions if clause.version == version]
    if found:
        return [_clause(found[0])]
    hint = f"there is {', '.join(str(clause.version) for clause in versions)}"
    raise NotFound(Code.VERSION_NONE, f"`{clause_id}` has no version {version}.", Place(), hint)


def history_of(library: Library, clause_id: str) -> list[Row]:
    """Every version of a clause, the newest first, with its dates and what it changed; raises NotFound."""
    versions = library.clause(clause_id)
    width = max(len(str(clause.version)) for clause in versions)
    return [
        (
            ("version", str(clause.version).ljust(width)),
            ("effective", f"from {clause.effective}"),
            *_from_elsewhere(clause),
            ("change", clause.change),
        )
        for clause in reversed(versions)
    ]


def _from_elsewhere(clause: Clause) -> Row:
    """What most versions have not: a pack that they come from, and a day on which they were withdrawn."""
    pack = (("pack", f"pack {clause.pack}"),) if clause.pack else ()
    why = f"withdrawn {clause.withdrawn}: {clause.withdrawn_because}"
    return (*pack, *((("withdrawn", why),) if clause.withdrawn else ()))


def _clause(clause: Clause) -> Row:
    return (
        ("clause", clause.id),
        ("title", clause.title),
        ("version", f"{clause.version} ({clause.change})"),
        *_from_elsewhere(clause),
        ("intent", clause.intent),
        ("when", clause.when.text),
        ("reasons", ", ".join(clause.reasons)),
        ("benefits", ", ".join(clause.benefits)),
        ("requires", ", ".join(f"{one.clause} {one.versions}".strip() for one in clause.requires) or "none"),
        ("effective", f"{clause.effective}, to be reviewed by {clause.review_by}"),
        *((f"stance {stance.id}", stance.label) for stance in clause.stances),
        *((f"fact {fact.name}", fact.question) for fact in clause.facts.values()),
        *((f"text for {document}", text) for document, text in clause.texts.items()),
        ("authorities", ", ".join(clause.authorities) or "none"),
    )


def list_facts(library: Library) -> list[Row]:
    """Every fact that a profile may hold, the practice's first, then those of clauses."""
    facts = [fact for fact in library.facts.values() if fact.about == "practice"]
    facts += [fact for versions in library.clauses.values() for fact in versions[-1].facts.values()]
    return [(("fact", fact.key), ("kind", fact.kind), ("question", fact.question)) for fact in facts]


def describe_fact(library: Library, name: str) -> list[Row]:
    """One fact; raises NotFound."""
    facts = dict(library.facts)
    for versions in library.clauses.values():
        facts.update({fact.key: fact for fact in versions[-1].facts.values()})
    if name not in facts:
        hint = did_you_mean(name, tuple(facts))
        raise NotFound(Code.NAME_UNKNOWN, f"There is no fact `{name}`.", Place(), hint)
    return [_fact(facts[name])]


def _fact(fact: Fact) -> Row:
    rows = [
        ("fact", fact.key),
        ("about", f"the {fact.about}"),
        ("kind", fact.kind),
        ("question", fact.question),
        ("help", fact.help),
        ("default", _default(fact)),
        ("asked when", fact.asked_when),
        ("printed for", fact.shown or "nobody: it only decides"),
        ("unit", fact.unit),
        ("range", f"{fact.range[0]} to {fact.range[1]}" if fact.range else ""),
    ]
    options = {} if fact.kind == "place" else fact.options
    return tuple(row for row in rows if row[1]) + tuple(
        (f"option {key}", words) for key, words in options.items()
    )


def _default(fact: Fact) -> str:
    match fact.default:
        case Given(value):
            return draft_words(fact, value, "", _MANNER) or "none"
        case FromFact(name):
            return f"as {name}"
        case FromLocale(name):
            return f"{name} of the locale"
        case _:
            return "none: it must be answered" if fact.required else "none"
