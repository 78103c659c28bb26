"""Why a clause stands or not: its stance, version and values, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy.composition.composed import Chosen, Composed
from socialpolicy.facts.drafting import Manner, draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.texts.passage import Named, pieces_of

__all__ = ["Explanation", "ValueSource", "explain", "manner_of", "value_words"]


@attrs.frozen
class ValueSource:
    """One value of a clause: its name, its words ("" for none) and where it comes from."""

    name: str
    words: str
    source: str = attrs.field(kw_only=True)


@attrs.frozen(kw_only=True)
class Explanation:
    """The whole answer to "why" for one clause; `stance` is "" where the clause does not stand."""

    clause: str
    title: str
    stands: bool
    why: str
    version: str = ""
    why_version: str = ""
    stance: str = ""
    why_stance: str = ""
    others: tuple[tuple[str, str], ...] = ()
    values: tuple[ValueSource, ...] = ()

    def __str__(self) -> str:
        if not self.stands:
            return f"{self.clause}: left out, because {self.why}"
        lines = [
            f"{self.clause}: stands, because {self.why}",
            f"  version {self.version}: {self.why_version}",
            f"  stance {self.stance}: {self.why_stance}",
        ]
        lines += [f"  not {stance}: {why}" for stance, why in self.others]
        lines += [f"  {value.name} = {value.words or '(no answer)'}: {value.source}" for value in self.values]
        return "\n".join(lines)


def manner_of(composed: Composed) -> Manner:
    """How the values of this practice are written."""
    return Manner(composed.locale.tag, composed.locale.date)


def explain(composed: Composed, clause_id: str) -> Explanation:
    """Why a clause stands or does not; raises NotFound for a clause that the library does not have."""
    title = composed.library.clause(clause_id)[-1].title
    chosen = composed.chosen.get(clause_id)
    if chosen is None:
        why = composed.left_out[clause_id].why
        return Explanation(clause=clause_id, title=title, stands=False, why=why)
    return Explanation(
        clause=clause_id,
        title=title,
        stands=True,
        why=chosen.why,
        version=str(chosen.clause.version),
        why_version=chosen.why_version,
        stance=chosen.stance.id,
        why_stance=chosen.why_stance,
        others=_others(composed, chosen),
        values=_values(composed, chosen),
    )


def _others(composed: Composed, chosen: Chosen) -> tuple[tuple[str, str], ...]:
    others = []
    for stance in chosen.clause.stances:
        if stance.id == chosen.stance.id:
            continue
        allowed = stance.allowed_when is None or stance.allowed_when.holds(composed.values)
        others.append((stance.id, "allowed, not chosen" if allowed else f"not allowed. {stance.because}"))
    return tuple(others)


def _values(composed: Composed, chosen: Chosen) -> tuple[ValueSource, ...]:
    """The clause's own values as far as they matter, then those of the practice that its texts print."""
    return tuple(
        ValueSource(
            fact.name,
            value_words(composed, fact, answer) or ("" if _open(answer) else "none"),
            source=answer.source or "nobody has said",
        )
        for fact, answer in (*_own(composed, chosen), *_printed(composed, chosen))
    )


def _open(answer: Answer) -> bool:
    return answer.standing is Standing.UNANSWERED


def _own(composed: Composed, chosen: Chosen) -> Iterator[tuple[Fact, Answer]]:
    for name, answer in chosen.answers.items():
        asked = chosen.clause.asked_when.get(name)
        if answer.standing is Standing.ANSWERED or asked is None or asked.holds(composed.values) is not False:
            yield chosen.clause.facts[name], answer


def _printed(composed: Composed, chosen: Chosen) -> Iterator[tuple[Fact, Answer]]:
    clause = chosen.clause
    taken = dict.fromkeys(clause.text_for(document, chosen.stance.id) for document in DOCUMENTS)
    units = [clause.sources[text].passage.units for text in taken if text != "none"]
    names = dict.fromkeys(piece.name for piece in pieces_of(tuple(units)) if isinstance(piece, Named))
    for name in names:
        found = composed.find(name)
        if found and found[0].about == "practice" and name not in clause.facts:
            yield found


def value_words(composed: Composed, fact: Fact, answer: Answer) -> str:
    """A value in words, for people; "" where there is none."""
    return "" if _open(answer) else draft_words(fact, answer.value, "", manner_of(composed))
