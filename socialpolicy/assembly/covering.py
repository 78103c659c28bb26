"""What only the cover note says: assumptions, blanks, authorities to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialpolicy import document as tree
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import value_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.authority import CONFIDENCE, Authority

__all__ = ["assumptions", "authorities", "authorities_to_check", "blanks"]


def assumptions(composed: Composed) -> tuple[tree.Block, ...]:
    """A table of every value that the practice did not give, and that matters for it."""
    rows = [
        (
            _text(fact.question),
            (tree.Value(value_words(composed, fact, answer) or "none", fact.key),),
            _text(name),
        )
        for name, fact, answer in _assumed(composed)
    ]
    return _table("assumptions", ("Question", "Assumed", "Change it with"), rows)


def _assumed(composed: Composed) -> Iterator[tuple[str, Fact, Answer]]:
    for name, answer in composed.answers.items():
        asked = composed.library.asked_when.get(name)
        if answer.standing is Standing.ASSUMED and (asked is None or asked.holds(composed.values)):
            yield name, composed.library.facts[name], answer
    for chosen in composed.chosen.values():
        for name, answer in chosen.answers.items():
            asked = chosen.clause.asked_when.get(name)
            if answer.standing is Standing.ASSUMED and (asked is None or asked.holds(composed.values)):
                fact = chosen.clause.facts[name]
                yield f"[facts.{chosen.clause.id}] {name}", fact, answer


def blanks(documents: Iterable[tree.Document]) -> tuple[tree.Block, ...]:
    """A list of the blanks that stand in the documents."""
    found: dict[str, list[str]] = {}
    for document in documents:
        for node in tree.walk(document):
            if isinstance(node, tree.Blank):
                found.setdefault(node.source, [])
                if document.id not in found[node.source]:
                    found[node.source].append(document.id)
    rows = [(_text(source), _text(", ".join(names))) for source, names in found.items()]
    return _table("blanks", ("To complete", "Stands in"), rows)


def authorities_to_check(composed: Composed) -> tuple[Authority, ...]:
    """The authorities of the clauses that stand, as far as they concern this practice."""
    named = {name: None for chosen in composed.chosen.values() for name in chosen.clause.authorities}
    entries = (composed.library.authorities[name] for name in named)
    return tuple(entry for entry in entries if entry.when.holds(composed.values))


def authorities(composed: Composed) -> tuple[tree.Block, ...]:
    """A table of the authorities, how sure the library is of each, and when it was checked."""
    rows = [
        (
            _text(f"{entry.title}, {entry.edition}" if entry.edition else entry.title),
            _text(entry.section or "whole"),
            _text(f"{CONFIDENCE[entry.confidence]}, {entry.checked_on.isoformat()}"),
            _text(f"not seen: {entry.unseen}" if entry.unseen else entry.meaning),
        )
        for entry in authorities_to_check(composed)
    ]
    return _table("authorities", ("Code or law", "Part", "How and when it was seen", "To check"), rows)


def _text(words: str) -> tree.Inlines:
    return (tree.Text(words),)


def _table(
    key: str, header: tuple[str, ...], rows: Sequence[tuple[tree.Inlines, ...]]
) -> tuple[tree.Block, ...]:
    if not rows:
        return (tree.Paragraph(key, _text("None.")),)
    return (tree.Table(key, tuple(map(_text, header)), rows=tuple(rows)),)
