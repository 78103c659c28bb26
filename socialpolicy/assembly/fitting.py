"""Which full texts give way to short ones, so that a document is no longer than its outline says.

The practice alone decides: the same clauses give way for each of its clients.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialpolicy import document as tree
from socialpolicy.assembly.blocks import planned_blocks
from socialpolicy.assembly.planning import Plan, Planned
from socialpolicy.assembly.wording import Writer
from socialpolicy.document import word_count
from socialpolicy.library.outline import Outline

__all__ = ["counted", "give_way", "giving_way"]


def counted(document: tree.Document) -> int:
    """The words that its length is about: what is read once by all, without own sentences."""
    skipped = (tree.Parties, tree.Definitions, tree.Execution)
    return sum(
        word_count(part) - sum(word_count(node) for node in tree.walk(part) if isinstance(node, skipped))
        for part in document.blocks
        if not _is_contents(part)
    ) - sum(word_count(node) for node in tree.walk(document) if _own(node))


def _is_contents(part: tree.Block) -> bool:
    """Whether it says again what stands below it."""
    return isinstance(part, tree.Part) and any(isinstance(one, tree.Contents) for one in part.blocks)


def _own(node: tree.Node) -> bool:
    return isinstance(node, tree.Paragraph) and ":own:" in node.key


def giving_way(outline: Outline, planned: Plan) -> Iterator[Planned]:
    """The clauses of a plan whose full text may give way, in the order in which it does."""
    here = [one for one in planned.clauses if one.text == "full" and "short" in one.chosen.clause.sources]
    for name in outline.gives_way:
        yield from (one for one in here if name in _names(one) and not _names(one) & {*outline.stays_full})


def _names(planned: Planned) -> set[str]:
    """The names that an outline may call a clause by."""
    return {planned.chosen.clause.id, f"section:{planned.chosen.clause.section}"}


def give_way(full: Plan, short: Mapping[str, Planned], over: int, writer: Writer) -> frozenset[str]:
    """The first of the clauses that may give way, so many that `over` words are saved; all, if need be."""
    gone: set[str] = set()
    for one in giving_way(full.outline, full):
        clause = one.chosen.clause.id
        if over > 0 and clause not in gone:
            gone.add(clause)
            over -= _words(one, writer) - _words(short[clause], writer)
    return frozenset(gone)


def _words(planned: Planned, writer: Writer) -> int:
    return sum(map(word_count, planned_blocks(planned, writer)))
