"""The command that asks: questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, refuses, say

if TYPE_CHECKING:  # loaded only by the command that needs it
    from socialpolicy.composition.question import Question

__all__ = ["questions"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_MANY = 12  # more options than this are counted, not listed
_NEEDS = {
    "decision": "must be answered before anything is composed",
    "value": "prints a blank until it is answered",
}


@click.command()
@click.argument("profile", type=_FILE)
@pack_options
@json_option
@refuses
def questions(profile: Path, packs: Packs, as_json: bool) -> None:
    """List the open questions of PROFILE that can still change a document, the most decisive first."""
    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import questions as open_questions

    library = packs.library()
    asked = open_questions(library, Profile.read(profile, library))
    if as_json:
        print_json(questions=[_described(one) for one in asked])
        return
    for one in asked:
        say("\n".join(_lines(one)))
    count = len(asked)
    say(f"{profile}: {count or 'no'} open question{'' if count == 1 else 's'}")


def _lines(question: Question) -> Iterator[str]:
    fact = question.fact
    yield f"{fact.key}: {fact.question}"
    if fact.help:
        yield f"  {fact.help}"
    if fact.options:
        yield f"  {_options(question)}"
    assumed = f"assumed: {question.default or 'nothing'}"
    yield f"  {_NEEDS.get(question.need, assumed)}"
    yield from (f"  could change {words}" for words in question.why())
    if question.undecided:
        yield "  it may turn out to change nothing: the search was given up"
    yield ""


def _options(question: Question) -> str:
    fact = question.fact
    how = "any of" if fact.is_list else "one of"
    if len(fact.options) > _MANY:
        return f"{how} {len(fact.options)}: `socialpolicy facts {fact.key}` lists them"
    return f"{how}: {', '.join(f'{option} ({words})' for option, words in fact.options.items())}"


def _described(question: Question) -> dict[str, object]:
    """A question as JSON says it."""
    fact = question.fact
    return {
        "fact": fact.name,
        "clause": fact.clause,
        "question": fact.question,
        "help": fact.help,
        "kind": fact.kind,
        "options": dict(fact.options),
        "need": question.need,
        "default": question.default,
        "why": list(question.why()),
        "effects": [
            {"what": one.what, "clause": one.clause, "document": one.document, "proved": one.proved}
            for one in question.effects
        ],
        "undecided": question.undecided,
    }
