"""Pieces of a text → inlines of the tree: values, voice, references and terms put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from socialpolicy import document as tree
from socialpolicy.assembly.standing import standing_pieces
from socialpolicy.assembly.typesetting import Typesetter
from socialpolicy.composition.composed import Composed
from socialpolicy.composition.explaining import manner_of
from socialpolicy.facts.drafting import draft_words
from socialpolicy.facts.fact import Fact
from socialpolicy.facts.standing import Answer, Standing
from socialpolicy.facts.values import NONE
from socialpolicy.library.texts.passage import (
    Cross,
    Defined,
    Emphasised,
    LineBreak,
    Named,
    Outside,
    Passage,
    Piece,
    Pieces,
    Run,
    Stressed,
)
from socialpolicy.library.voice import PERSON, PLURALS, SOLO_VOICE

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

    `defines`: the document has definitions; `lettered`: its lists count (a), (b), not 1., 2.
    """

    composed: Composed
    targets: Mapping[str, Target] = attrs.field(factory=dict)
    defines: bool = False
    lettered: bool = False
    terms: dict[str, None] = attrs.field(factory=dict)

    def passage(self, passage: Passage, clause: str = "") -> tree.Inlines:
        """The inlines of a text that is one line (a heading, a label)."""
        pieces = [unit.pieces for unit in passage.units if hasattr(unit, "pieces")]
        return self.inlines(pieces[0], clause) if pieces else ()

    def inlines(self, pieces: Pieces, clause: str = "") -> tree.Inlines:
        """The inlines of the pieces that stand, without blanks at the ends."""
        stands = standing_pieces(pieces, self.composed.values)
        locale = self.composed.locale
        typesetter = Typesetter(locale, self.composed.library.spelling)
        return _trimmed(_merged(_Line(self, clause, typesetter).inlines(stands)))

    def table(self, named: Named, clause: str) -> tuple[Fact, Answer] | None:
        """The fact of a `{{… as table}}`, with its answer; None for any other value."""
        return self.composed.find(named.name, clause) if named.form == "table" else None


@attrs.define
class _Line:
    writer: Writer
    clause: str
    typesetter: Typesetter

    def inlines(self, pieces: Pieces) -> Iterator[tree.Inline]:
        for piece in pieces:
            yield from self._inline(piece)

    def _inline(self, piece: Piece) -> Iterator[tree.Inline]:
        match piece:
            case Run(text):
                yield tree.Text(self.typesetter.words(text))
            case LineBreak():
                self.typesetter.value("\n")
                yield tree.Break()
            case Named():
                yield from self._named(piece)
            case Stressed(pieces):
                yield tree.Strong(tuple(self.inlines(pieces)))
            case Emphasised(pieces):
                yield tree.Emphasis(tuple(self.inlines(pieces)))
            case Outside(pieces, url):
                yield tree.Link(tuple(self.inlines(pieces)), url)
            case Defined(pieces, term):
                yield from self._defined(tuple(self.inlines(pieces)), term)
            case Cross(pieces):
                yield self._reference(piece, tuple(self.inlines(pieces)))

    def _defined(self, words: tree.Inlines, term: str) -> Iterator[tree.Inline]:
        if not self.writer.defines:
            yield from words
            return
        self.writer.terms[term] = None
        yield tree.Term(words, term)

    def _reference(self, piece: Cross, words: tree.Inlines) -> tree.Inline:
        targets = self.writer.targets
        paragraph = f"{piece.clause}:{piece.text}:{piece.ordinal}"
        target = targets.get(paragraph) or targets.get(piece.clause)
        if target is None:
            return tree.Reference(words)
        self.typesetter.value(target.label)
        return tree.Reference(words, target.key, number=target.number, label=target.label)

    def _named(self, piece: Named) -> Iterator[tree.Inline]:
        word = self._voice(piece.name)
        if word is not None:
            yield tree.Text(self.typesetter.value(word))
            return
        found = self.writer.composed.find(piece.name, self.clause)
        if found is None:  # a fact of a clause that does not stand
            return
        fact, answer = found
        if fact.about == "client":
            yield tree.Hole(fact.name, piece.form, label_of(fact.name))
        elif answer.standing is Standing.UNANSWERED:
            yield tree.Blank(self.typesetter.value(label_of(fact.name)), fact.key)
        elif answer.value is not NONE:
            words = draft_words(fact, answer.value, piece.form, manner_of(self.writer.composed))
            yield tree.Value(self.typesetter.value(words), fact.key)

    def _voice(self, name: str) -> str | None:
        word = self._lower_voice(name.lower())
        if word is None or name.islower():
            return word
        return word[0].upper() + word[1:]

    def _lower_voice(self, name: str) -> str | None:
        composed = self.writer.composed
        if name in SOLO_VOICE:
            return SOLO_VOICE[name] if composed.values.get("practice_size") == "solo" else name
        if name not in PERSON:
            return None
        fact, several = PERSON[name]
        found = composed.find(fact)
        words = name if found is None else draft_words(found[0], found[1].value, "", manner_of(composed))
        if several and found is not None:
            return PLURALS.get(words, f"{words}s")
        return words


def _merged(inlines: Iterator[tree.Inline]) -> tree.Inlines:
    """The inlines with neighbouring words in one, and without empty ones."""
    merged: list[tree.Inline] = []
    for inline in inlines:
        last = merged[-1] if merged else None
        if isinstance(inline, tree.Text) and isinstance(last, tree.Text):
            merged[-1] = tree.Text(last.text + inline.text)
        elif inline != tree.Text(""):
            merged.append(inline)
    return tuple(merged)


def _trimmed(inlines: tree.Inlines) -> tree.Inlines:
    if inlines and isinstance(last := inlines[-1], tree.Text):
        text = last.text.rstrip()
        return (*inlines[:-1], tree.Text(text)) if text else _trimmed(inlines[:-1])
    return inlines
