"""The command `prove`: what holds for every practice that can be described, and what does not."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import click

from socialpolicy.cli.packs import Packs
from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, refuses, say

if TYPE_CHECKING:  # loaded only by the command itself
    from socialpolicy.proving.claim import Result
    from socialpolicy.proving.proof import Proof

__all__ = ["prove"]

_FOLDER = click.Path(file_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("folders", nargs=-1, type=_FOLDER, metavar="[FOLDER]...")
@click.option("--on", type=_DAY, help="The day for which it is proved.  [default: today]")
@click.option(
    "--steps", type=click.IntRange(1), default=100_000, show_default=True, help="Steps for one claim."
)
@click.option("--count", is_flag=True, help="Count how many different policies there are.")
@click.option("--cover", type=_FOLDER, help="Write a few profiles here that together show everything.")
@click.option(
    "--against", type=_FOLDER, metavar="OLD", help="Say instead what changed since the library in OLD."
)
@click.option("--profiles", type=_FOLDER, help="With --against: saved profiles.  [the examples]")
@json_option
@refuses
def prove(
    folders: tuple[Path, ...],
    on: datetime.datetime | None,
    steps: int,
    count: bool,
    cover: Path | None,
    against: Path | None,
    profiles: Path | None,
    as_json: bool,
) -> None:
    """Try the library, and the packs in each FOLDER over it, for every practice that can be described.

    What should never be and is shown by some practice is printed with the smallest profile that shows it.
    Exit 1 where anything fails or stays undecided.
    """
    from socialpolicy.cli.impacting import tell_impact
    from socialpolicy.proving.counting import count_policies
    from socialpolicy.proving.covering import covering_set
    from socialpolicy.proving.proof import Proving

    library = Packs(folders).library()
    if against:
        tell_impact(library, against, profiles, on.date() if on else datetime.date.today(), as_json)
        return
    proving = Proving(library, on.date() if on else datetime.date.today(), steps)
    claims = proving.claims()
    proving.prepare(claims)
    hidden = as_json or not sys.stdout.isatty()
    with click.progressbar(claims, label="Proving", hidden=hidden) as shown:
        proof = proving.proof(shown)
    more: dict[str, object] = {}
    if count:
        more["policies"] = count_policies(library, proving.on)
    if cover:
        more["written"] = _written(covering_set(library, proving.on), cover)
    if as_json:
        wrong = [_described(one) for one in proof.wrong]
        print_json(on=proving.on, claims=_counted(proof), wrong=wrong, **more)
    else:
        _tell(proof, proving.on)
        if count:
            say(f"{more['policies']:,} different policies where nothing is overridden.")
        if cover:
            say(f"Wrote {more['written']} profiles to {cover}.")
    if proof.wrong:
        raise click.exceptions.Exit(1)


def _written(profiles: tuple[str, ...], folder: Path) -> int:
    """Write the profiles as 01.toml and so on."""
    from socialpolicy.guarding.files import write_file

    folder.mkdir(parents=True, exist_ok=True)
    for number, profile in enumerate(profiles, 1):
        write_file(folder / f"{number:02}.toml", profile.encode())
    return len(profiles)


def _counted(proof: Proof) -> dict[str, int]:
    """How many claims there are of each property."""
    return dict(Counter(result.claim.property for result in proof.results))


def _described(result: Result) -> dict[str, str]:
    example = result.counterexample
    return {
        "property": result.claim.property,
        "subject": result.claim.subject,
        "verdict": result.verdict,
        "sentence": result.claim.sentence,
        "why": result.why,
        "place": str(result.claim.place),
        "profile": example.toml if example else "",
    }


def _tell(proof: Proof, on: datetime.date) -> None:
    for result in proof.wrong:
        said = _described(result)
        say(f"{said['place']}: {said['sentence']} [{said['property']}, {said['verdict']}]")
        say(f"    {said['why']}" if said["why"] else "    This profile shows it:")
        if said["profile"]:
            say(indent(said["profile"], "        "))
    counted = _counted(proof)
    widest = max(map(len, counted))
    for name, count in counted.items():
        bad = sum(result.claim.property == name for result in proof.wrong)
        say(f"{name:<{widest}}  {count:>5,}  {f'{bad} do not hold' if bad else 'hold'}")
    say(f"{len(proof.results):,} claims on {on}: {_sum(proof)}.")


def _sum(proof: Proof) -> str:
    if not proof.wrong:
        return "all hold, for every practice that can be described"
    parts = ((len(proof.failures), "do not hold"), (len(proof.undecided), "are undecided"))
    return ", ".join(f"{count} {words}" for count, words in parts if count)
