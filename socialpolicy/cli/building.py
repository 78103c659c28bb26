"""Commands that write documents: demo, build."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from socialpolicy.cli.letterheads import letterhead_option, usable_letterhead
from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json, json_option, problems, refuses, say, show_findings
from socialpolicy.errors import printable

__all__ = ["build", "demo"]

_DEMO = "p01"
_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--out", type=_FOLDER, default=Path("demo"), show_default=True, help="Where to write.")
@refuses
def demo(out: Path) -> None:
    """Build an example practice; no file is needed."""
    from socialpolicy.library.bundled import examples_folder

    _build(examples_folder() / f"{_DEMO}.toml", out=out)


@click.command()
@click.argument("profile", type=_FILE)
@click.option("documents", "--document", multiple=True, metavar="ID", help="Only this document (repeatable).")
@click.option(
    "--to",
    metavar="FORMATS",
    help="docx, pdf, html, fragment, md, txt, json, by commas [docx; website-policy also html].",
)
@click.option("--out", type=_FOLDER, default=Path("policy"), show_default=True, help="Where to write.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Compose as of this day [effective_date].")
@letterhead_option
@click.option("--large-print", is_flag=True, help="Write the .docx, .pdf and .html files in large print.")
@click.option("--final", is_flag=True, help="Refuse while anything is left to complete.")
@click.option("archive", "--zip", is_flag=True, help="Write all files as one, policy.zip.")
@pack_options
@json_option
@refuses
def build(
    profile: Path,
    documents: tuple[str, ...],
    to: str | None,
    out: Path,
    on: datetime.datetime | None,
    letterhead: Path | None,
    large_print: bool,
    final: bool,
    archive: bool,
    packs: Packs,
    as_json: bool,
) -> None:
    """Write the documents of PROFILE, and a cover note for the practitioner."""
    formats = tuple(part.strip() for part in to.split(",")) if to is not None else ()
    day = on.date() if on else None
    _build(
        profile,
        documents,
        formats,
        out=out,
        packs=packs,
        on=day,
        letterhead=letterhead,
        large_print=large_print,
        final=final,
        archive=archive,
        wants_json=as_json,
    )


def _build(
    profile: Path,
    documents: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    *,
    out: Path,
    packs: Packs = Packs(),  # noqa: B008 – it is frozen
    on: datetime.date | None = None,
    letterhead: Path | None = None,
    large_print: bool = False,
    final: bool = False,
    archive: bool = False,
    wants_json: bool = False,
) -> None:
    from socialpolicy.cli.bundle import Bundle, missing_documents, write_bundle

    form, left_out = usable_letterhead(letterhead)
    policy, bundle = Bundle.of(
        packs.library(),
        profile,
        documents,
        formats,
        on=on,
        final=final,
        letterhead=form,
        large_print=large_print,
        shown=_bar,
    )
    findings = (*policy.findings, *left_out)
    written = write_bundle(bundle.zipped() if archive else bundle, out)
    missing = missing_documents(policy) if not documents else ()
    if wants_json:
        as_json(written=[str(path) for path in written], left_out=missing, findings=problems(findings))
        return
    show_findings(findings)
    for path in written:
        say(f"Wrote {printable(str(path))}")
    for document, why in missing:
        say(f"Left out {document}: {why}")
    cover = "cover-note.md in it" if archive else str(out / "cover-note.md")
    say(f"Read {printable(cover)} first: it says what was assumed and what to check.")


def _bar(documents: tuple[str, ...]) -> AbstractContextManager[Iterable[str]]:
    """A bar on a terminal, nothing elsewhere."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(documents, label="Building", file=sys.stderr, hidden=hidden)
