"""Commands that browse the library: clauses, facts."""

from __future__ import annotations

import click

from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, refuses, say

__all__ = ["clauses", "facts"]


@click.command()
@click.argument("clause", required=False)
@json_option
@refuses
def clauses(clause: str | None, as_json: bool) -> None:
    """List the clauses, or describe CLAUSE (or one version of it: CLAUSE@1.0.0)."""
    from socialpolicy.cli.describing import describe_clause, described, list_clauses, listed
    from socialpolicy.library.library import Library

    library = Library.bundled()
    rows = describe_clause(library, clause) if clause else list_clauses(library)
    if as_json:
        print_json(clauses=[dict(row) for row in rows])
        return
    for line in described(rows) if clause else listed(rows):
        say(line)


@click.command()
@click.argument("fact", required=False)
@json_option
@refuses
def facts(fact: str | None, as_json: bool) -> None:
    """List the facts that a profile may hold, or describe FACT (`clause.fact` for a clause's own)."""
    from socialpolicy.cli.describing import describe_fact, described, list_facts, listed
    from socialpolicy.library.library import Library

    library = Library.bundled()
    rows = describe_fact(library, fact) if fact else list_facts(library)
    if as_json:
        print_json(facts=[dict(row) for row in rows])
        return
    for line in described(rows) if fact else listed(rows):
        say(line)
