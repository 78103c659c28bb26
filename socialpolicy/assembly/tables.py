"""A value that is a block of its own: `{{services as table}}` alone in its paragraph."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.standing import Stands
from socialpolicy.assembly.wording import label_of
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of
from socialpolicy.facts.drafting import draft_table
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.library.texts.passage import Line, Named

__all__ = ["ValueTable", "table_in"]


@attrs.frozen
class ValueTable:
    """A value of the practice that stands as a table."""

    fact: Fact
    answer: Answer

    def blocks(self, key: str, composed: Composed) -> Iterator[tree.Block]:
        """The table, or a blank where nobody knows the value."""
        source = self.fact.key
        if self.answer.standing is Standing.UNANSWERED:
            yield tree.Paragraph(key, (tree.Blank(label_of(self.fact.name), source),))
            return
        header, rows = draft_table(self.fact, self.answer.value, manner_of(composed))
        yield tree.Table(
            key,
            tuple((tree.Text(cell),) for cell in header),
            rows=tuple(tuple((tree.Value(cell, source),) if cell else () for cell in row) for row in rows),
            caption=label_of(self.fact.name).capitalize(),
        )


def table_in(composed: Composed, unit: Stands, clause: str) -> ValueTable | None:
    """The table that a block is, if it is one; values of clients never are."""
    match unit:
        case Line((Named(name, "table"),)):
            found = composed.find(name, clause)
            return ValueTable(*found) if found and found[0].about == "practice" else None
    return None
