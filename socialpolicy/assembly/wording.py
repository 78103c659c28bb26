"""Pieces of a text → inlines of the tree: values, voice, references and terms put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.standing import StandingPiece, standing_pieces
from socialpolicy.assembly.typesetting import typeset
from socialpolicy.assembly.voice import voice_word
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of
from socialpolicy.document.schemes import Rank
from socialpolicy.facts.drafting import draft_words
from socialpolicy.facts.standing import Standing
from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Emphasised,
    Line,
    LineBreak,
    Named,
    Outside,
    Passage,
    Pieces,
    Run,
    Stressed,
)

__all__ = ["Target", "Writer", "label_of"]


@attrs.frozen
class Target:
    """Where the target of a cross-reference stands: its key, and what is said behind the words."""

    key: str
    number: str
    label: str = attrs.field(kw_only=True)


def label_of(name: str) -> str:
    """The name of a fact as a blank or a ruled line says it."""
    return name.rpartition(".")[2].replace("_", " ")


@attrs.define
class Writer:
    """Writes the texts of one document. `targets` are where references lead; `terms` gathers those used.

    `defines`: the document has definitions; `ranks`: how its numbers count, () where it has none.
    """

    composed: Composed
    targets: Mapping[str, Target] = attrs.field(factory=dict)
    defines: bool = False
    ranks: Sequence[Rank] = ()
    terms: dict[str, None] = attrs.field(factory=dict)

    def passage(self, passage: Passage, clause: str = "") -> tree.Inlines:
        """The inlines of a text that is one line (a heading, a label)."""
        lines = [unit for unit in passage.units if isinstance(unit, Line)]
        return self.inlines(lines[0].pieces, clause) if lines else ()

    def inlines(self, pieces: Pieces, clause: str = "") -> tree.Inlines:
        """The inlines of the pieces that stand, typeset as one line."""
        written = tuple(self._written(pieces, clause))
        return typeset(written, self.composed.locale, self.composed.library.spelling)

    def _written(self, pieces: Pieces, clause: str) -> Iterator[tree.Inline]:
        for piece in standing_pieces(pieces, self.composed.values):
            yield from self._inline(piece, clause)

    def _inline(self, piece: StandingPiece, clause: str) -> Iterator[tree.Inline]:
        match piece:
            case Run(text):
                yield tree.Text(text)
            case LineBreak():
                yield tree.Break()
            case Named():
                yield from self._named(piece, clause)
            case Stressed(pieces):
                yield tree.Strong(tuple(self._written(pieces, clause)))
            case Emphasised(pieces):
                yield tree.Emphasis(tuple(self._written(pieces, clause)))
            case Outside(pieces, url):
                yield tree.Link(tuple(self._written(pieces, clause)), url)
            case Defined(pieces, term):
                yield from self._defined(tuple(self._written(pieces, clause)), term)
            case Cross(pieces):
                yield self._reference(piece, tuple(self._written(pieces, clause)))
            case _:
                assert_never(piece)

    def _defined(self, words: tree.Inlines, term: str) -> Iterator[tree.Inline]:
        if not self.defines:
            yield from words
            return
        self.terms[term] = None
        yield tree.Term(words, term)

    def _reference(self, piece: Cross, words: tree.Inlines) -> tree.Inline:
        """To the paragraph where it stands here with a number, else to its clause, else the words alone."""
        paragraph = f"{piece.clause}:{piece.text}:{piece.ordinal}"
        target = self.targets.get(paragraph) or self.targets.get(piece.clause)
        if target is None:
            return tree.Reference(words)
        return tree.Reference(words, target.key, number=target.number, label=target.label)

    def _named(self, piece: Named, clause: str) -> Iterator[tree.Inline]:
        word = voice_word(self.composed, piece.name)
        if word is not None:
            yield tree.Text(word)
            return
        found = self.composed.find(piece.name, clause)
        if found is None or not self.composed.prints(piece.name, clause):
            return
        fact, answer = found
        if fact.about == "client":
            yield tree.Hole(fact.name, piece.form, label_of(fact.name))
        elif answer.standing is Standing.UNANSWERED:
            yield tree.Blank(label_of(fact.name), fact.key)
        else:
            words = draft_words(fact, answer.value, piece.form, manner_of(self.composed))
            yield tree.Value(words, fact.key)
