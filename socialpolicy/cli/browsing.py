"""Commands that browse the library: clauses, facts."""

from __future__ import annotations

from collections.abc import Iterable

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, refuses, say

__all__ = ["clauses", "facts"]


@click.command()
@click.argument("clause", required=False)
@click.option("--history", is_flag=True, help="List the versions of CLAUSE, the newest first.")
@pack_options
@json_option
@refuses
def clauses(clause: str | None, history: bool, packs: Packs, as_json: bool) -> None:
    """List the clauses, or describe CLAUSE (or one version of it: CLAUSE@1.0.0)."""
    from socialpolicy.cli.describing import describe_clause, described, history_of, list_clauses, listed

    if history and not clause:
        raise click.UsageError("--history needs a clause.")

    library = packs.library()
    if clause and history:
        rows = history_of(library, clause)
    else:
        rows = describe_clause(library, clause) if clause else list_clauses(library)
    if as_json:
        print_json(clauses=[dict(row) for row in rows])
        return
    if history:
        lines: Iterable[str] = ("  ".join(value for _, value in row) for row in rows)
    else:
        lines = described(rows) if clause else listed(rows)
    for line in lines:
        say(line)


@click.command()
@click.argument("fact", required=False)
@pack_options
@json_option
@refuses
def facts(fact: str | None, packs: Packs, as_json: bool) -> None:
    """List the facts that a profile may hold, or describe FACT (`clause.fact` for a clause's own)."""
    from socialpolicy.cli.describing import describe_fact, described, list_facts, listed

    library = packs.library()
    rows = describe_fact(library, fact) if fact else list_facts(library)
    if as_json:
        print_json(facts=[dict(row) for row in rows])
        return
    for line in described(rows) if fact else listed(rows):
        say(line)
