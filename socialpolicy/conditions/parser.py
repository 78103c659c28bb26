"""Recursive descent over a condition's tokens: or, and, not, then a comparison or a name."""

from __future__ import annotations

from socialpolicy.conditions.checks import Checks
from socialpolicy.conditions.condition import Condition
from socialpolicy.conditions.names import Names
from socialpolicy.conditions.nodes import Always, And, Expression, Not, Or, height, size
from socialpolicy.conditions.phrases import Phrases
from socialpolicy.conditions.renaming import renamed
from socialpolicy.conditions.spots import Faults, Source, Stopped
from socialpolicy.conditions.stream import Stream
from socialpolicy.conditions.tokens import Token
from socialpolicy.conditions.vocabulary import Vocabulary
from socialpolicy.conditions.wording import written
from socialpolicy.errors import Place

__all__ = ["DEEPEST", "LARGEST", "LONGEST", "parse"]

LONGEST = 2_000  # characters
DEEPEST = 32  # parts within parts, named conditions included
LARGEST = 2_000  # comparisons, those of named conditions included


def parse(source: str, vocabulary: Vocabulary, place: Place | None = None) -> Condition:
    """The condition that a text says; `place` is where its first character stands.

    Raises `Refused` with every fault of names and kinds that stands before the first fault of syntax.
    """
    faults = Faults(Source(source[: LONGEST + 1], place or Place()))
    try:
        expression = _read(faults, vocabulary)
    except Stopped:
        expression = Always()
    faults.refuse()
    return Condition(renamed(expression, vocabulary.renamed) if vocabulary.renamed else expression)


def _read(faults: Faults, vocabulary: Vocabulary) -> Expression:
    text = faults.source.text
    if len(text) > LONGEST:
        faults.stop(f"A condition has at most {LONGEST} characters", (0, 1), "give parts of it names")
    expression = _Parser(Stream(text, faults), vocabulary).whole()
    if height(expression) > DEEPEST:
        faults.stop(f"A condition is nested at most {DEEPEST} deep, with what it names", (0, len(text)))
    if size(expression) > LARGEST or len(written(expression)) > LONGEST:
        faults.stop("This condition is too large, with what it names", (0, len(text)))
    return expression


class _Parser:
    def __init__(self, stream: Stream, vocabulary: Vocabulary) -> None:
        self._stream = stream
        faults = stream.faults
        self._phrases = Phrases(stream, Names(vocabulary, faults), Checks(faults, vocabulary.dropped))
        self._depth = 0

    def whole(self) -> Expression:
        """The expression that the whole text is."""
        if self._stream.peek().kind == "end":
            self._stream.faults.stop("The condition is empty", (0, 1), "write always")
        expression = self._either()
        if self._stream.peek().kind != "end":
            self._stream.stray()
        return expression

    def _either(self) -> Expression:
        parts = [self._both()]
        while self._stream.take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(_flat(parts, Or))

    def _both(self) -> Expression:
        parts = [self._contrary()]
        while self._stream.take("and"):
            parts.append(self._contrary())
        return parts[0] if len(parts) == 1 else And(_flat(parts, And))

    def _contrary(self) -> Expression:
        word = self._stream.take("not")
        if word is None:
            return self._primary()
        self._deeper(word)
        part = self._contrary()
        self._depth -= 1
        return Not(part)

    def _primary(self) -> Expression:
        opening = self._stream.take("(")
        if opening is None:
            return Always() if self._stream.take("always") else self._phrases.phrase()
        self._deeper(opening)
        inner = self._either()
        self._stream.close(opening)
        self._depth -= 1
        return inner

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._stream.faults.stop(f"A condition is nested at most {DEEPEST} deep", token.span)


def _flat(parts: list[Expression], kind: type[And] | type[Or]) -> tuple[Expression, ...]:
    """`a and (b and c)` is `a and b and c`."""
    return tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, kind) else (part,))
    )  # fmt: skip
