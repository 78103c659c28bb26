"""The command that puts an addendum into an agreement: attach."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json, json_option, problems, refuses, say, show_findings
from socialpolicy.errors import printable

__all__ = ["attach"]

_FILE = click.Path(dir_okay=False, path_type=Path)
_DOCUMENT = "client-addendum"


@click.command()
@click.argument("agreement", type=_FILE)
@click.argument("profile", type=_FILE)
@click.option("--out", type=_FILE, required=True, metavar="FILE", help="Where to write the whole.")
@click.option("--after", default="", metavar="HEADING", help="Put it after what stands under HEADING.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Compose as of this day [effective_date].")
@click.option("--final", is_flag=True, help="Refuse while anything is left to complete.")
@pack_options
@json_option
@refuses
def attach(
    agreement: Path,
    profile: Path,
    out: Path,
    after: str,
    on: datetime.datetime | None,
    final: bool,
    packs: Packs,
    as_json: bool,
) -> None:
    """Write a copy of AGREEMENT (.docx) with the client addendum of PROFILE as a new section.

    The agreement keeps its text, numbers, styles, headers and footers; the file itself is not changed.
    """
    _attach(agreement, profile, out, after, on.date() if on else None, final, packs, wants_json=as_json)


def _attach(
    agreement: Path,
    profile: Path,
    out: Path,
    after: str,
    on: datetime.date | None,
    final: bool,
    packs: Packs,
    *,
    wants_json: bool,
) -> None:
    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import compose

    library = packs.library()
    policy = compose(library, Profile.read(profile, library), on=on)
    findings = policy.document(_DOCUMENT).attach(agreement, out, after=after, final=final)
    told = (*policy.findings, *findings)
    if wants_json:
        as_json(written=[str(out)], findings=problems(told))
        return
    show_findings(told)
    say(f"Wrote {printable(str(out))}")
