"""The command `schema`: what other programs check profiles, clauses and documents with."""

from __future__ import annotations

import json

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import refuses, say

__all__ = ["schema"]

_KINDS = ("profile", "clause", "document")


@click.command()
@click.argument("kind", type=click.Choice(_KINDS), metavar="|".join(_KINDS))
@pack_options
@refuses
def schema(kind: str, packs: Packs) -> None:
    """Print a JSON Schema (2020-12): of a profile, of a clause's front matter, or of a document's tree."""
    from socialpolicy.schemas import clause_schema, document_schema, profile_schema

    if kind == "document":
        made = document_schema()
    else:
        made = (profile_schema if kind == "profile" else clause_schema)(packs.library())
    say(json.dumps(made, ensure_ascii=False, indent=2))
