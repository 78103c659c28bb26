"""The command group."""

from __future__ import annotations

import click

from socialpolicy.cli.asking import questions
from socialpolicy.cli.attaching import attach
from socialpolicy.cli.beginning import new
from socialpolicy.cli.browsing import clauses, facts
from socialpolicy.cli.building import build, demo
from socialpolicy.cli.letterheads import letterhead
from socialpolicy.cli.looking import check, explain, show
from socialpolicy.cli.merging import merge
from socialpolicy.cli.proving import prove
from socialpolicy.cli.publishing import edition
from socialpolicy.cli.rebuilding import rebuild
from socialpolicy.cli.schemas import schema
from socialpolicy.cli.sources import authorities

__all__ = ["group"]


@click.group()
@click.version_option(package_name="socialpolicy")
def group() -> None:
    """Social media policies for therapists, from a library of clauses.

    What it writes is general information, not legal or clinical advice, and no professional
    relationship comes of it. Have it reviewed by someone competent in your place and profession.
    Codes and laws change. No regulator or association had a part in it.
    """


for command in (
    demo,
    new,
    build,
    check,
    show,
    explain,
    questions,
    clauses,
    facts,
    authorities,
    letterhead,
    attach,
    merge,
    rebuild,
    edition,
    prove,
    schema,
):
    group.add_command(command)
