"""The command `authorities`: the codes and laws behind the clauses, and what to check in each."""

from __future__ import annotations

from pathlib import Path

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, refuses, say

__all__ = ["authorities"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option(
    "profile", "--for", type=_FILE, metavar="PROFILE", help="Only those behind this practice's policy."
)
@pack_options
@json_option
@refuses
def authorities(profile: Path | None, packs: Packs, as_json: bool) -> None:
    """List the authorities: how surely each was seen, which clauses rest on it, what to check."""
    from socialpolicy.cli.crediting import all_authorities, authorities_of, credited
    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import compose

    library = packs.library()
    if profile:
        rows = authorities_of(compose(library, Profile.read(profile, library)).composed)
    else:
        rows = all_authorities(library)
    if as_json:
        print_json(authorities=[dict(row) for row in rows])
        return
    for line in credited(rows):
        say(line)
