"""The command that begins a profile: new."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from socialpolicy.cli.printing import refuses, say

__all__ = ["new"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--example", metavar="ID", help="Begin with an example practice, such as p01.")
@click.option("--ask/--blank", default=None, help="Ask questions, or write all of them down.")
@click.argument("file", type=_FILE)
@refuses
def new(file: Path, example: str | None, ask: bool | None) -> None:
    """Ask the questions that matter, or write a commented profile to fill in, to FILE.

    FILE must not exist yet; with --ask an unfinished one is gone on with. Asking needs the extra `wizard`.
    """
    from socialpolicy.cli.blank_profile import blank_profile, example_profile
    from socialpolicy.guarding.files import write_file

    if ask or (ask is None and example is None and not file.exists() and _somebody_is_there()):
        _interview(file, example)
        return
    if file.exists():
        raise click.UsageError(f"{file} is there already; nothing was written.")
    text = blank_profile() if example is None else example_profile(example)
    write_file(file, text.encode())
    say(f"Wrote {file}. Fill it in, then run: socialpolicy build {file}")


def _somebody_is_there() -> bool:
    """Whether a person sits at a terminal, and what asks them is installed."""
    return sys.stdin.isatty() and sys.stdout.isatty() and find_spec("questionary") is not None


def _interview(file: Path, example: str | None) -> None:
    from socialpolicy.cli.blank_profile import example_profile
    from socialpolicy.cli.interview import BEGUN, Interview
    from socialpolicy.composition.profile import PROFILE_LIMIT
    from socialpolicy.guarding.files import read_text
    from socialpolicy.library.library import Library

    if find_spec("questionary") is None:
        raise click.UsageError("Asking needs questionary: pip install 'socialpolicy[wizard]'")
    from socialpolicy.cli.wizard import run_wizard

    library = Library.bundled()
    begun = read_text(file, PROFILE_LIMIT) if file.exists() else ""
    if begun and BEGUN not in begun.splitlines():
        message = f"{file} was not begun by asking: going on would lose its notes. Nothing was written."
        raise click.UsageError(message)
    text = begun or (example_profile(example) if example else "")
    if run_wizard(Interview.resume(text, library, file=str(file)), file):
        say(f"Wrote {file}. Next: socialpolicy build {file}")
