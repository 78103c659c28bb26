"""A paragraph's XML, and where a paragraph stands: its style and edge at each depth of a list."""

from __future__ import annotations

import attrs

from socialpolicy.writers.word.look import BODY_EDGES, CLAUSE_EDGES

__all__ = ["BODY", "CLAUSE", "Frame", "Rung", "paragraph", "spacer"]


@attrs.frozen
class Rung:
    """One depth: the style of running text, of a lettered or numbered item, of a bullet; the text's edge."""

    text: str
    ordered: str
    bullet: str = attrs.field(kw_only=True)
    edge: int = attrs.field(kw_only=True)


CLAUSE = (
    Rung("SPClauseText", "SPItem", bullet="SPClauseBullet", edge=CLAUSE_EDGES[0]),
    Rung("SPItemText", "SPSubitem", bullet="SPItemBullet", edge=CLAUSE_EDGES[1]),
    Rung("SPSubitemText", "SPSubitem", bullet="SPItemBullet", edge=CLAUSE_EDGES[2]),
)
BODY = (
    Rung("BodyText", "SPStep", bullet="SPBullet", edge=BODY_EDGES[0]),
    Rung("SPStepText", "SPSubstep", bullet="SPSubbullet", edge=BODY_EDGES[1]),
    Rung("SPSubstepText", "SPSubstep", bullet="SPSubbullet", edge=BODY_EDGES[2]),
)


@attrs.frozen
class Frame:
    """The column that blocks stand in: its width in twips, the ladder of styles, the depth on it.

    `scale` is how much larger than ours the text is: what stands beside text must grow with it.
    """

    width: int
    ladder: tuple[Rung, ...] = BODY
    depth: int = attrs.field(default=0, kw_only=True)
    scale: float = attrs.field(default=1, kw_only=True)

    @property
    def rung(self) -> Rung:
        """The styles at this depth; deeper than the ladder is its last rung."""
        return self.ladder[min(self.depth, len(self.ladder) - 1)]

    @property
    def edge(self) -> int:
        """Where text starts at this depth, in twips."""
        return self.scaled(self.rung.edge)

    def scaled(self, twips: int) -> int:
        """A measure of ours for text of this size."""
        return round(twips * self.scale)

    def deeper(self) -> Frame:
        """The frame inside an item of a list."""
        return attrs.evolve(self, depth=self.depth + 1)


def paragraph(style: str, runs: str, *, keep_next: bool = False, edge: int = 0) -> str:
    """One paragraph; `keep_next` keeps it on the page of what follows, `edge` indents it (twips)."""
    keep = "<w:keepNext/>" if keep_next else ""
    indent = f'<w:ind w:left="{edge}"/>' if edge else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{indent}</w:pPr>{runs}</w:p>'


def spacer(*, keep_next: bool = False) -> str:
    """The thin paragraph after a table: it keeps two tables apart and a cell well formed."""
    return paragraph("SPSpacer", "", keep_next=keep_next)
