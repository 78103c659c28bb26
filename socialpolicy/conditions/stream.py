"""The tokens of a condition, taken one after the other; says what is wrong where none fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from socialpolicy.conditions.spots import Faults
from socialpolicy.conditions.tokens import Token, tokens

__all__ = ["SIGNS", "Stream"]

SIGNS = frozenset(("==", "!=", "<", "<=", ">", ">="))

_MATCHING = "text is not matched; of a list, write has"
# words of other languages between a name and a value
_STRAY: Mapping[str, str] = {
    **dict.fromkeys(
        ("contains", "includes", "matches", "like", "startswith", "starts_with", "endswith"), _MATCHING
    ),
    "equals": "write ==",
    "unless": "write and not",
    "but": "write and",
}


class Stream:
    """A position among the tokens of a text."""

    def __init__(self, text: str, faults: Faults) -> None:
        self.faults = faults
        self._tokens = tuple(tokens(text))
        self._at = 0

    def peek(self, ahead: int = 0) -> Token:
        """The next token; stops at one that the language does not have."""
        token = self._tokens[min(self._at + ahead, len(self._tokens) - 1)]
        if token.kind == "fault" and not ahead:
            self.faults.stop(token.message, token.span, token.hint)
        return token

    def next(self) -> Token:
        """The next token, taken."""
        token = self.peek()
        self._at += 1
        return token

    def take(self, text: str) -> Token | None:
        """The next token, taken, if it is this word or sign."""
        return self.next() if self.peek().text == text else None

    def close(self, opening: Token, hint: str = "") -> None:
        """Takes the parenthesis that closes another."""
        if self.peek().kind == "end":
            self.faults.stop("This parenthesis is not closed", opening.span, "write ) at its end")
        if not self.take(")"):
            self.stray(hint)

    def missing(self, what: str, hint: str = "") -> NoReturn:
        """Stops where `what` should stand: at the next token, or at the last where nothing follows it."""
        token = self.peek()
        if token.kind == "end" and self._at:
            last = self._tokens[self._at - 1]
            self.faults.stop(f'Nothing follows "{last.text}"', last.span, hint)
        self.faults.stop(f"{what} should stand here, not {token.text}", token.span, hint)

    def stray(self, hint: str = "") -> NoReturn:
        """Stops at a token that nothing before it asks for."""
        token = self.peek()
        if token.text == ")":
            self.faults.stop("This parenthesis closes nothing", token.span)
        if token.text == "(":
            self.faults.stop("A condition calls no functions", self._tokens[self._at - 1].span)
        if token.text in SIGNS:
            self.faults.stop("One comparison follows another", token.span, "join them with and")
        hint = hint or _STRAY.get(token.text, "join two conditions with and, or with or")
        self.faults.stop(f'"{token.text}" is not expected here', token.span, hint)
