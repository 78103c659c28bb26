"""Commands for what was written once: rebuild."""

from __future__ import annotations

from pathlib import Path

import click

from socialpolicy.cli.letterheads import letterhead_option
from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json, json_option, problems, refuses, say, show_findings
from socialpolicy.errors import printable

__all__ = ["rebuild"]


@click.command()
@click.argument("lock", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("rebuilt"),
    show_default=True,
    help="Where to write.",
)
@letterhead_option
@pack_options
@json_option
@refuses
def rebuild(lock: Path, out: Path, letterhead: Path | None, packs: Packs, as_json: bool) -> None:
    """Write the files of LOCK once more, as they were, and say which clauses have moved on since.

    Packs are only held against the lock, as the library is: no word of them is taken.
    """
    _rebuild(lock, out, letterhead, packs, as_json)


def _rebuild(lock: Path, out: Path, letterhead: Path | None, packs: Packs, wants_json: bool) -> None:
    from socialpolicy.cli.bundle import Bundle, write_bundle
    from socialpolicy.keeping.rebuilding import rebuild as rebuild_files

    rebuilt = rebuild_files(lock, library=packs.library(), letterhead=letterhead or b"")
    written = write_bundle(Bundle(tuple(rebuilt.files.items())), out)
    if wants_json:
        as_json(written=[str(path) for path in written], findings=problems(rebuilt.findings))
        return
    show_findings(rebuilt.findings)
    for path in written:
        say(f"Wrote {printable(str(path))}")
