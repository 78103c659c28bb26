"""Why a clause stands or not: its stance, version and values, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator

from socialpolicy.composition.bringing import BringIn, Change, bring_in
from socialpolicy.composition.composed import Chosen, Composed, why_version
from socialpolicy.composition.explanation import (
    BroughtIn,
    ChangeSaid,
    Explanation,
    RefusalSaid,
    ValueSource,
)
from socialpolicy.conditions import Condition
from socialpolicy.conditions.nodes import And, keys
from socialpolicy.facts.drafting import Manner, draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.clause import Clause
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.texts.passage import Named, pieces_of

__all__ = ["Explanation", "ValueSource", "explain", "manner_of", "value_words"]


def manner_of(composed: Composed) -> Manner:
    """How the values of this practice are written."""
    return Manner(composed.locale.tag, composed.locale.date)


def explain(composed: Composed, clause_id: str) -> Explanation:
    """Why a clause stands or does not; raises NotFound for a clause that the library does not have."""
    newest = composed.library.clause(clause_id)[-1]
    chosen = composed.chosen.get(clause_id)
    return _left_out(composed, newest) if chosen is None else _standing(composed, chosen)


def _left_out(composed: Composed, newest: Clause) -> Explanation:
    left = composed.left_out[newest.id]
    clause = left.version or newest
    none = f"no version is in force on {composed.on}"
    return Explanation(
        clause=clause.id,
        title=clause.title,
        stands=False,
        condition=clause.when.words(),
        why=left.why,
        facts=_decided_by(composed, clause.when),
        version=str(clause.version) if left.version else "",
        why_version=why_version(composed.profile, clause.id, composed.on) if left.version else none,
        bring_in=_said(composed, bring_in(composed, clause.id)),
    )


def _standing(composed: Composed, chosen: Chosen) -> Explanation:
    clause = chosen.clause
    wanted = clause.id in composed.profile.stances
    asked = None if wanted else chosen.stance.default_when
    return Explanation(
        clause=clause.id,
        title=clause.title,
        stands=True,
        condition=clause.when.words(),
        why=chosen.why,
        facts=_decided_by(composed, clause.when),
        version=str(clause.version),
        why_version=chosen.why_version,
        stance=chosen.stance.id,
        why_stance=chosen.why_stance,
        stance_facts=_decided_by(composed, asked) if asked else (),
        others=_others(composed, chosen),
        values=_values(composed, chosen),
    )


def _decided_by(composed: Composed, condition: Condition) -> tuple[ValueSource, ...]:
    """The facts that made a condition hold, or not hold."""
    read = (key for part in _deciding(composed, condition) for key in keys(part.expression))
    found = ((key, composed.find(key)) for key in dict.fromkeys(read))
    return tuple(_value(composed, key, *one) for key, one in found if one)


def _deciding(composed: Composed, condition: Condition) -> Iterator[Condition]:
    """The parts that decide it; of those that must all hold, each that does not."""
    whole = condition.expression
    for part in map(Condition, whole.parts) if isinstance(whole, And) else (condition,):
        if part.holds(composed.values) is condition.holds(composed.values):
            yield from part.because(composed.values)


def _said(composed: Composed, found: BringIn) -> BroughtIn:
    moves = found.moves
    refused = (
        RefusalSaid(_changes(composed, one.changes), tuple(each.message for each in one.findings))
        for one in found.refused
    )
    return BroughtIn(
        changes=_changes(composed, found.changes),
        come=moves.come,
        go=moves.go,
        turn=moves.turn,
        refused=tuple(refused),
        undecided=found.undecided,
    )


def _changes(composed: Composed, changes: tuple[Change, ...]) -> tuple[ChangeSaid, ...]:
    return tuple(ChangeSaid(one.toml, _change(composed, one)) for one in changes)


def _change(composed: Composed, change: Change) -> str:
    if change.key == "exclude":
        return "leave it in"
    if change.key in ("--on", "effective_date"):
        return f"compose for {change.value}"
    fact = composed.library.facts[change.key]
    words = draft_words(fact, change.value, "", manner_of(composed)) or "none"
    return f'answer "{fact.question}" with: {words}'


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
    several = (*_own(composed, chosen), *_printed(composed, chosen))
    return tuple(_value(composed, fact.name, fact, answer) for fact, answer in several)


def _value(composed: Composed, name: str, fact: Fact, answer: Answer) -> ValueSource:
    return ValueSource(
        name=name,
        question=fact.question,
        words=value_words(composed, fact, answer) or ("" if _open(answer) else "none"),
        standing=answer.standing.value,
        source=answer.source or "nobody has said",
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
