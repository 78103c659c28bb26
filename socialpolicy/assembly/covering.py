"""What only the cover note says: assumptions, blanks, authorities to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from socialpolicy import document as tree
from socialpolicy.assembly.used import used_facts
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import value_words
from socialpolicy.conditions import Condition
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.authority import CONFIDENCE, Authority

__all__ = ["assumptions", "authorities", "authorities_to_check", "blanks"]


def assumptions(composed: Composed, key: str) -> tuple[tree.Block, ...]:
    """A table of every value that the practice did not give, and that decides or shows in a document."""
    used = used_facts(composed)
    rows = [
        (
            _text(fact.question),
            (tree.Value(value_words(composed, fact, answer) or "none", fact.key),),
            _text(_setting(fact)),
        )
        for fact, answer in _assumed(composed)
        if fact.key in used
    ]
    return _table(key, ("Question", "Assumed", "Change it with"), rows)


def _assumed(composed: Composed) -> Iterator[tuple[Fact, Answer]]:
    facts = composed.library.facts
    yield from _matter(composed, facts, composed.answers, composed.library.asked_when)
    for chosen in composed.chosen.values():
        yield from _matter(composed, chosen.clause.facts, chosen.answers, chosen.clause.asked_when)


def _matter(
    composed: Composed,
    facts: Mapping[str, Fact],
    answers: Mapping[str, Answer],
    asked_when: Mapping[str, Condition],
) -> Iterator[tuple[Fact, Answer]]:
    for name, answer in answers.items():
        asked = asked_when.get(name)
        if answer.standing is Standing.ASSUMED and (asked is None or asked.holds(composed.values)):
            yield facts[name], answer


def _setting(fact: Fact) -> str:
    """What stands before the "=" in a profile."""
    return f"[facts.{fact.clause}] {fact.name}" if fact.clause else fact.name


def blanks(composed: Composed, documents: Iterable[tree.Document], key: str) -> tuple[tree.Block, ...]:
    """A table of the blanks that stand in the documents."""
    found: dict[str, dict[str, None]] = {}
    for document in documents:
        for node in tree.walk(document):
            if isinstance(node, tree.Blank):
                found.setdefault(node.source, {})[document.id] = None
    facts = ((composed.find(source), names) for source, names in found.items())
    rows = [
        (_text(known[0].question), _text(_setting(known[0])), _text(", ".join(names)))
        for known, names in facts
        if known
    ]
    return _table(key, ("Question", "Answer it with", "Stands in"), rows)


def authorities_to_check(composed: Composed) -> tuple[Authority, ...]:
    """The authorities of the clauses that stand, as far as they concern this practice."""
    named = {name: None for chosen in composed.chosen.values() for name in chosen.clause.authorities}
    entries = (composed.library.authorities[name] for name in named)
    return tuple(entry for entry in entries if _concerns(entry, composed))


def _concerns(entry: Authority, composed: Composed) -> bool:
    practised = composed.values.get("professions", ())
    ours = not entry.professions or any(one in practised for one in entry.professions)  # type: ignore[operator]
    return ours and entry.when.holds(composed.values) is True


def authorities(composed: Composed, key: str) -> tuple[tree.Block, ...]:
    """A table of the authorities, how sure the library is of each, and when it was checked."""
    rows = [
        (
            _text(f"{entry.title}, {entry.edition}" if entry.edition else entry.title),
            _text(entry.section or "whole"),
            _text(f"{CONFIDENCE[entry.confidence]}, {entry.checked_on.isoformat()}"),
            _text("; ".join(filter(None, (entry.meaning, entry.unseen and f"not seen: {entry.unseen}")))),
        )
        for entry in authorities_to_check(composed)
    ]
    return _table(key, ("Code or law", "Part", "How and when it was seen", "To check"), rows)


def _text(words: str) -> tree.Inlines:
    return (tree.Text(words),)


def _table(
    key: str, header: tuple[str, ...], rows: Sequence[tuple[tree.Inlines, ...]]
) -> tuple[tree.Block, ...]:
    if not rows:
        return (tree.Paragraph(key, _text("None.")),)
    return (tree.Table(key, tuple(map(_text, header)), rows=tuple(rows)),)
