"""The command for those who publish clauses: edition."""

from __future__ import annotations

from pathlib import Path

import click

from socialpolicy.cli.printing import refuses, say

__all__ = ["edition"]


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", required=True, metavar="NAME", help="The edition, as library.toml names it.")
@refuses
def edition(folder: Path, name: str) -> None:
    """Write digests.toml into FOLDER, a library or a pack: from then on no version in it may change."""
    from socialpolicy.guarding.files import write_file
    from socialpolicy.library.publishing import digests_of
    from socialpolicy.library.reading.published import DIGESTS

    text = digests_of(folder, name)
    write_file(folder / DIGESTS, text.encode())
    say(f"Wrote {folder / DIGESTS}. The versions in it stand as they are: change one in a new version.")
