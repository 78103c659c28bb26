"""Commands that look at one practice: check, show, explain."""

from __future__ import annotations

from pathlib import Path

import click

from socialpolicy.cli.packs import Packs, pack_options
from socialpolicy.cli.printing import as_json as print_json
from socialpolicy.cli.printing import json_option, problems, refuses, say, show_findings

__all__ = ["check", "explain", "show"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("profile", type=_FILE)
@pack_options
@json_option
@refuses
def check(profile: Path, packs: Packs, as_json: bool) -> None:
    """Find every problem of PROFILE at once, and what is still to complete."""
    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import compose

    library = packs.library()
    policy = compose(library, Profile.read(profile, library))
    blanks = {
        blank.source: None for document in policy.documents for blank in policy.document(document).blanks
    }
    if as_json:
        print_json(findings=problems(policy.findings), blanks=list(blanks))
        return
    show_findings(policy.findings)
    for blank in blanks:
        say(f"To complete: {blank}")
    say(f"{profile}: no problems" if not policy.findings else f"{profile}: warnings only")


@click.command()
@click.argument("profile", type=_FILE)
@click.argument("clause")
@click.option("documents", "--document", multiple=True, metavar="ID", help="Only in this document.")
@pack_options
@refuses
def show(profile: Path, clause: str, documents: tuple[str, ...], packs: Packs) -> None:
    """Print CLAUSE as this practice would print it, in each document that has it."""
    from socialpolicy.cli.excerpts import excerpts
    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import compose

    library = packs.library()
    library.clause(clause)
    policy = compose(library, Profile.read(profile, library))
    for document, words in excerpts(policy, clause, documents or policy.documents):
        say(f"== {document} ==")
        say(words)


@click.command()
@click.argument("profile", type=_FILE)
@click.argument("clause", required=False)
@pack_options
@json_option
@refuses
def explain(profile: Path, clause: str | None, packs: Packs, as_json: bool) -> None:
    """Say why CLAUSE (or each clause) stands or not, with which stance and which values."""
    import attrs

    from socialpolicy.composition.profile import Profile
    from socialpolicy.policy import compose

    library = packs.library()
    policy = compose(library, Profile.read(profile, library))
    explanations = [policy.explain(name) for name in ((clause,) if clause else library.clauses)]
    if as_json:
        print_json(clauses=[attrs.asdict(one) for one in explanations], findings=problems(policy.findings))
        return
    say("\n\n".join(map(str, explanations)))
