"""Commands for letterheads: letterhead new, letterhead check; and the option that names one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import click

from socialpolicy.cli.printing import as_json, json_option, problems, refuses, say, show_findings
from socialpolicy.errors import Code, Finding, NotWritten, Place, Refused, printable

__all__ = ["letterhead", "letterhead_option", "usable_letterhead"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_LOOKS = ("plain", "modern", "large-print")


def letterhead_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--letterhead FILE`, given to the command as `letterhead`."""
    words = "Write the .docx files on this letterhead."
    return click.option("--letterhead", type=_FILE, metavar="FILE", help=words)(command)


def usable_letterhead(path: Path | None) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a letterhead, and what is left out of it; raises Refused with all that refuses it."""
    from socialpolicy.writers.letterheads import letterhead_bytes

    content = letterhead_bytes(path or b"")
    findings = _check(content, Place(str(path))) if content else ()
    refusing = [finding for finding in findings if finding.severity == "refuse"]
    if refusing:
        raise Refused("The letterhead cannot be used as it stands.", refusing)
    return content, tuple(finding for finding in findings if finding.code is Code.LETTERHEAD_LEFT_OUT)


def _check(content: bytes, place: Place) -> tuple[Finding, ...]:
    from socialpolicy.writers.word.letterhead import check as faults

    return faults(content, place)


@click.group()
def letterhead() -> None:
    """A practice's own Word file that the documents are written on."""


@letterhead.command()
@click.argument("file", type=_FILE)
@click.option("--look", type=click.Choice(_LOOKS), default="plain", show_default=True, help="How it looks.")
@click.option(
    "--paper", type=click.Choice(["A4", "Letter"]), default="A4", show_default=True, help="Its size."
)
@refuses
def new(file: Path, look: str, paper: Literal["A4", "Letter"]) -> None:
    """Write a letterhead to FILE, to be opened in Word and made one's own."""
    from socialpolicy.guarding.files import write_file
    from socialpolicy.writers.word.letterhead import starter

    if file.exists():
        message = "There is such a file already; it is left as it is."
        raise NotWritten(Code.FILE_NOT_WRITTEN, message, Place(str(file)), "choose another name")
    write_file(file, starter(look, paper))
    say(f"Wrote {printable(str(file))}")
    say("Open it in Word: change the header, footer, fonts and styles. Your logo goes into the header.")
    say(f"Then: socialpolicy letterhead check {printable(str(file))}")


@letterhead.command()
@click.argument("file", type=_FILE)
@click.option("--annotate", type=_FILE, metavar="OUT", help="Write a copy with a Word comment at each fault.")
@json_option
@refuses
def check(file: Path, annotate: Path | None, as_json: bool) -> None:
    """Say what is wrong with the letterhead FILE, and what could be better; FILE is never changed."""
    _report(file, annotate, wants_json=as_json)


def _report(file: Path, annotate: Path | None, *, wants_json: bool) -> None:
    from socialpolicy.writers.letterheads import letterhead_bytes

    content = letterhead_bytes(file)
    findings = _check(content, Place(str(file)))
    if annotate is not None:
        _annotate(file, content, annotate)
    refused = any(finding.severity == "refuse" for finding in findings)
    if wants_json:
        as_json(refused=refused, findings=problems(findings))
    else:
        show_findings(findings)
        say(_verdict(findings))
        if annotate is not None:
            say(f"Wrote {printable(str(annotate))}")
    if refused:
        raise SystemExit(1)


def _annotate(file: Path, content: bytes, out: Path) -> None:
    from socialpolicy.guarding.files import write_file
    from socialpolicy.writers.word.letterhead import annotated

    if out.exists() and out.samefile(file):
        message = "The copy would take the place of the letterhead."
        raise NotWritten(Code.FILE_NOT_WRITTEN, message, Place(str(out)), "choose another name for the copy")
    write_file(out, annotated(content, Place(str(file))))


def _verdict(findings: tuple[Finding, ...]) -> str:
    refusing = sum(finding.severity == "refuse" for finding in findings)
    warning = len(findings) - refusing
    if not findings:
        return "The letterhead can be used; nothing is wrong with it."
    if not refusing:
        return (
            f"The letterhead can be used; {warning} could be better."
            if warning > 1
            else ("The letterhead can be used; one thing could be better.")
        )
    return f"The letterhead cannot be used yet: {refusing} to mend, {warning} that could be better."
