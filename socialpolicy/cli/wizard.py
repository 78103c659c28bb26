"""The wizard: an interview in a terminal, with a way back, a way out that saves, and a summary at the end."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import questionary

from socialpolicy.cli.interview import Interview
from socialpolicy.cli.printing import say
from socialpolicy.composition.question import Question
from socialpolicy.errors import Refused
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.toml import as_toml
from socialpolicy.guarding.files import write_file

__all__ = ["run_wizard"]

BACK, USUAL, FINISH = "<", "=", "!"
_KEYS = (
    f"Where you type: {BACK} goes back, {USUAL} leaves it as usual, {FINISH} leaves all others as usual.\n"
    "Ctrl-C saves what you have answered and stops."
)
_FEW = 4  # clauses that are named, not counted
_LONG = 20  # options of which a filter finds one
_ANSWERED = "answered"


def run_wizard(interview: Interview, file: Path) -> bool:
    """Ask until nothing is left that matters; each answer is saved. False: it was stopped."""
    say(_KEYS)
    try:
        while open_ := interview.open():
            write_file(file, interview.text().encode())
            say()
            say(f"{len(open_)} question{'s' if len(open_) > 1 else ''} can still change something.")
            if _ask(interview, open_[0]) == FINISH:
                break
    except (KeyboardInterrupt, EOFError):
        say(f"Saved in {file}. Go on with: socialpolicy new --ask {file}")
        return False
    write_file(file, interview.text().encode())
    _summary(interview)
    return True


def _ask(interview: Interview, question: Question) -> str:
    """Put one question; what was done with it."""
    fact = question.fact
    _introduce(question)
    usual = question.need != "decision"
    raw = _KINDS.get(fact.kind, _typed)(fact, question, usual)
    if raw == BACK:
        interview.back()
        return BACK
    if raw == USUAL and usual:
        interview.leave(fact)
        return USUAL
    if raw == FINISH and usual:
        return FINISH
    try:
        interview.answer(fact, raw)
    except Refused as refused:
        for finding in refused.findings:
            say(f"  {finding.message}{f' ({finding.hint})' if finding.hint else ''}")
    return _ANSWERED


def _introduce(question: Question) -> None:
    say(f"This one {_why(question)}.")
    if question.fact.help:
        say(question.fact.help)


def _why(question: Question) -> str:
    """What an answer could change, in a few words."""
    clauses = dict.fromkeys(one.clause for one in question.effects if one.clause and one.what != "rule")
    documents = dict.fromkeys(one.document for one in question.effects if one.document)
    if not documents and not clauses:
        return "must be known before anything is composed"
    where = f" in {', '.join(documents)}" if documents else ""
    what = ", ".join(clauses) if 0 < len(clauses) < _FEW else f"{len(clauses)} clauses"
    return f"could change {what if clauses else 'words'}{where}"


# ---------- one way to ask a kind ----------


def _yes_no(fact: Fact, question: Question, usual: bool) -> object:
    choices = [questionary.Choice("yes", value="yes"), questionary.Choice("no", value="no")]
    chosen = _select(fact, [*choices, *_ways(question, usual)])
    return {"yes": True, "no": False}.get(chosen, chosen)


def _choice(fact: Fact, question: Question, usual: bool) -> object:
    choices = [questionary.Choice(words, value=option) for option, words in fact.options.items()]
    ways = _ways(question, usual)
    return _select(fact, [*ways, *choices] if len(choices) > _LONG else [*choices, *ways])


def _choices(fact: Fact, question: Question, usual: bool) -> object:
    how = _select(fact, [questionary.Choice("choose …", value="choose"), *_ways(question, usual)])
    if how != "choose":
        return how
    choices = [questionary.Choice(words, value=option) for option, words in fact.options.items()]
    return questionary.checkbox(fact.question, choices=choices).unsafe_ask()


def _rows(fact: Fact, question: Question, usual: bool) -> object:
    rows: list[dict[str, object]] = []
    ways = _ways(question, usual)
    while True:
        more = [questionary.Choice("add one", value="add")]
        done = [questionary.Choice(f"done ({len(rows)})", value="done")]
        chosen = _select(fact, [*more, *done, *(ways if not rows else [])])
        if chosen == "done":
            return rows
        if chosen != "add":
            return chosen
        rows.append(_row(fact))


def _row(fact: Fact) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, column in fact.columns.items():
        words = column.question or name
        if column.kind == "yes-no":
            row[name] = questionary.confirm(words).unsafe_ask()
        elif typed := questionary.text(f"{words}:").unsafe_ask().strip():
            row[name] = _parsed(column, typed)
    return row


def _typed(fact: Fact, question: Question, usual: bool) -> object:
    default = f" [{question.default}]" if question.default and usual else ""
    typed = str(questionary.text(f"{fact.question}{default}").unsafe_ask()).strip()
    if typed in (BACK, USUAL, FINISH) or (not typed and usual):
        return typed or USUAL
    if fact.is_list:
        return [part.strip() for part in typed.split(",") if part.strip()]
    return _parsed(fact, typed)


def _parsed(fact: Fact, typed: str) -> object:
    """What was typed, as a profile would have it."""
    if fact.kind in ("whole", "duration") and typed.removeprefix("-").isdecimal():
        return int(typed)
    if fact.kind == "date":
        try:
            return datetime.date.fromisoformat(typed)
        except ValueError:
            return typed
    return typed


def _ways(question: Question, usual: bool) -> list[questionary.Choice]:
    kept = questionary.Choice(f"as usual: {question.default or 'nothing'}", value=USUAL)
    rest = questionary.Choice("leave this and all others as usual", value=FINISH)
    return [*([kept, rest] if usual else []), questionary.Choice("back", value=BACK)]


def _select(fact: Fact, choices: list[questionary.Choice]) -> str:
    filtered = len(choices) > _LONG
    asked = questionary.select(
        fact.question, choices=choices, use_search_filter=filtered, use_jk_keys=not filtered
    )
    return str(asked.unsafe_ask())


_KINDS: dict[str, Callable[[Fact, Question, bool], object]] = {
    "yes-no": _yes_no,
    "choice": _choice,
    "place": lambda fact, question, usual: (_choices if fact.many else _choice)(fact, question, usual),
    "choices": _choices,
    "rows": _rows,
}


def _summary(interview: Interview) -> None:
    given = [key for key, value in interview.answers.items() if value is not None]
    left = len(interview.answers) - len(given)
    say()
    say(f"{len(given)} answers, {left} left as usual. What you answered:")
    profile = interview.profile()
    for key in given:
        clause, _, name = key.rpartition(".")
        value = profile.clause_answers[clause][name] if clause else profile.answers[name]
        say(f"  {key} = {as_toml(value)}")
