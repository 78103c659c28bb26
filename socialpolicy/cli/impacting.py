"""What `prove --against` tells: the practices that change when a library does."""

from __future__ import annotations

import datetime
from pathlib import Path
from textwrap import indent

import attrs

from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import say
from socialpolicy.composition.profile import PROFILE_LIMIT
from socialpolicy.guarding.files import read_text
from socialpolicy.library.bundled import examples_folder
from socialpolicy.library.library import Library
from socialpolicy.proving.impact import Impact, Move, impact

__all__ = ["tell_impact"]


def tell_impact(
    library: Library, against: Path, profiles: Path | None, on: datetime.date, as_json: bool
) -> None:
    """Print which of a folder of profiles change between the library in `against` and this one."""
    files = sorted((profiles or examples_folder()).glob("*.toml"))
    saved = {path.stem: read_text(path, PROFILE_LIMIT) for path in files}
    found = impact(Library.read(against), library, saved, on)
    if as_json:
        print_json(on=on, profiles=len(saved), **attrs.asdict(found))
    else:
        _tell(found, len(saved), on)


def _tell(found: Impact, profiles: int, on: datetime.date) -> None:
    for name, moves in found.changed.items():
        say(f"{name}:")
        _moves(moves)
    if found.smallest:
        say("The smallest profile found that changes:")
        say(indent(found.smallest.rstrip(), "    "))
        _moves(found.moves)
    for name in found.undecided:
        say(f"{name}: the search was given up; other practices may change.")
    say(f"{len(found.changed)} of {profiles} profiles change on {on}.")


def _moves(moves: tuple[Move, ...]) -> None:
    for move in moves:
        say(f"  {move.clause}: {move.before or 'left out'} → {move.after or 'left out'}")
