"""The command that writes a document for each client: merge."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from socialpolicy.cli.letterheads import letterhead_option, usable_letterhead
from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json, json_option, problems, refuses, say, show_findings
from socialpolicy.cli.progress import progress_bar
from socialpolicy.errors import Finding, printable

if TYPE_CHECKING:  # loaded only when it is needed
    from socialpolicy.keeping.merging.clientfile import ClientFile
    from socialpolicy.keeping.merging.running import Counts
    from socialpolicy.policy import Policy

__all__ = ["merge"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_DOCUMENT = "client-addendum"


@attrs.frozen(kw_only=True)
class _Options:
    """How the files are made, and where they go."""

    out: Path
    document: str
    to: str
    name: str
    archive: bool
    skip_bad: bool
    resume: bool
    large_print: bool
    final: bool

    @property
    def place(self) -> Path:
        """The folder, or the archive in it."""
        return self.out / f"{self.document}.zip" if self.archive else self.out


@click.command()
@click.argument("profile", type=_FILE)
@click.argument("clients", type=_FILE)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to write."
)
@click.option("--document", default=_DOCUMENT, show_default=True, metavar="ID", help="Which document.")
@click.option(
    "--to",
    default="docx",
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, html, fragment, md, txt or json.",
)
@click.option("--name", default="", metavar="PATTERN", help="How files are called  [{key}.docx]")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Compose as of this day [effective_date].")
@letterhead_option
@click.option("--large-print", is_flag=True, help="Write them in large print: .docx, .pdf or .html.")
@click.option("--final", is_flag=True, help="Refuse while anything is left to complete.")
@click.option("--skip-bad", is_flag=True, help="Leave out clients that cannot stand, and list them.")
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted.")
@click.option("archive", "--zip", is_flag=True, help="Write one archive instead of files.")
@pack_options
@json_option
@refuses
def merge(
    profile: Path,
    clients: Path,
    on: datetime.datetime | None,
    letterhead: Path | None,
    packs: Packs,
    as_json: bool,
    **options: object,
) -> None:
    """Write a document of PROFILE for each client of CLIENTS (.csv or .jsonl).

    The first line of a .csv names facts; a column `key` says what files are called. Nothing is written while
    a client cannot stand, unless --skip-bad is given.
    """
    wanted = _Options(**options)  # type: ignore[arg-type]
    if wanted.archive and wanted.resume:
        raise click.UsageError("An archive is written whole or not at all: run it anew, without --resume.")
    _merge(profile, clients, wanted, packs, on=on.date() if on else None, letterhead=letterhead, json=as_json)


def _merge(
    profile: Path,
    clients: Path,
    options: _Options,
    packs: Packs,
    *,
    on: datetime.date | None,
    letterhead: Path | None,
    json: bool,
) -> None:
    from socialpolicy.composition.profile import Profile
    from socialpolicy.keeping.merging.clientfile import ClientFile
    from socialpolicy.policy import compose

    form, left_out = usable_letterhead(letterhead)
    library = packs.library()
    file = ClientFile.read(clients, library)
    policy = compose(library, Profile.read(profile, library), on=on)
    counts = _written(policy, file, options, form)
    _tell(counts, (*policy.findings, *left_out), options, json=json)


def _written(policy: Policy, file: ClientFile, options: _Options, letterhead: bytes) -> Counts:
    with progress_bar(lambda: sum(1 for _ in file)) as progress:
        return policy.document(options.document).merge_into(
            options.place,
            file,
            options.to,
            name=options.name,
            letterhead=letterhead,
            large_print=options.large_print,
            final=options.final,
            skip_bad=options.skip_bad,
            resume=options.resume,
            progress=progress,
        )


def _tell(counts: Counts, findings: tuple[Finding, ...], options: _Options, *, json: bool) -> None:
    rejected = options.out / "rejected.csv"
    if json:
        as_json(
            out=str(options.place),
            written=counts.written,
            kept=counts.kept,
            rejected=counts.rejected,
            findings=problems(findings),
        )
    else:
        show_findings(findings)
        kept = f"; {counts.kept} were there already" if counts.kept else ""
        say(f"Wrote {counts.written} documents to {printable(str(options.place))}{kept}.")
        if counts.rejected:
            clients = "1 client" if counts.rejected == 1 else f"{counts.rejected} clients"
            say(f"Left out {clients}: see {printable(str(rejected))}", error=True)
    if counts.rejected:
        raise SystemExit(1)
