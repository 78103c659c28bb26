"""A condition's text, cut into tokens; what cannot be one becomes a fault that says what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from socialpolicy.conditions.spots import Span

__all__ = ["RESERVED", "WORDS", "Token", "TokenKind", "tokens"]

TokenKind = Literal["name", "word", "text", "whole", "date", "sign", "fault", "end"]

WORDS = frozenset(("and", "or", "not", "in", "has", "any", "within", "is", "empty", "included", "always"))
RESERVED = WORDS | {"stance"}  # no fact and no named condition can be called so

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+)
  | (?P<text>"[^"\n]*")
  | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9A-Za-z_-]))
  | (?P<whole>[0-9]+)
  | (?P<name>[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*)
  | (?P<sign>(?:==|!=|<=|>=|<|>)(?![=<>])|[(),])
    """,
    re.VERBOSE,
)

_SIGN = "This sign is not one of the language"
_QUOTES = "Text stands in straight double quotes"
_ARITHMETIC = "A condition does not calculate, and has no negative number"
_BRACKETS = "Lists and groups stand in round parentheses"

# what people write instead → what is wrong with it, what to write
_WRONG: dict[str, tuple[str, str]] = {
    "===": (_SIGN, "write =="),
    "!==": (_SIGN, "write !="),
    "=>": (_SIGN, "write >="),
    "=<": (_SIGN, "write <="),
    "<>": (_SIGN, "write !="),
    "&&": (_SIGN, "write and"),
    "||": (_SIGN, "write or"),
    "=": (_SIGN, "write =="),
    "&": (_SIGN, "write and"),
    "|": (_SIGN, "write or"),
    "!": (_SIGN, "write not"),
    "≠": (_SIGN, "write !="),
    "≤": (_SIGN, "write <="),
    "≥": (_SIGN, "write >="),
    **dict.fromkeys("“”„‟‘’‚«»'`", (_QUOTES, 'write "')),  # noqa: RUF001  # meant
    '"': ("This text is not closed", 'write " at its end'),
    **dict.fromkeys("+-*/%", (_ARITHMETIC, "")),
    **dict.fromkeys("[{", (_BRACKETS, "write (")),
    **dict.fromkeys("]}", (_BRACKETS, "write )")),
    ".": ("Numbers are whole", ""),
    "\xa0": ("This space is not a plain one", "write a space"),
}  # fmt: skip
_WRONG_SIGN = re.compile("|".join(map(re.escape, sorted(_WRONG, key=len, reverse=True))))


@attrs.frozen
class Token:
    """A piece of a condition's text; one of kind "fault" says what is wrong with it."""

    kind: TokenKind
    text: str
    start: int = attrs.field(kw_only=True)
    message: str = attrs.field(default="", kw_only=True)
    hint: str = attrs.field(default="", kw_only=True)

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.start, self.start + len(self.text)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, and one of kind "end"; or up to the first "fault"."""
    at = 0
    while at < len(text):
        token = _token(text, at)
        if token is not None:
            yield token
            if token.kind == "fault":
                return
            at += len(token.text)
        else:
            at += 1
    yield Token("end", "", start=len(text))


def _token(text: str, at: int) -> Token | None:
    """The token that begins at a position; None for a space."""
    found = _TOKEN.match(text, at)
    if found is None:
        return _fault(text, at)
    match found.lastgroup:
        case "space":
            return None
        case "name":
            return _word(found[0], at)
        case kind:
            return Token(kind, found[0], start=at)  # type: ignore[arg-type]  # the groups are the kinds


def _word(text: str, at: int) -> Token:
    lower = text.lower()
    if lower not in WORDS:
        return Token("name", text, start=at)
    if lower == text:
        return Token("word", text, start=at)
    return Token("fault", text, start=at, message="The words of conditions are small", hint=f"write {lower}")


def _fault(text: str, at: int) -> Token:
    found = _WRONG_SIGN.match(text, at)
    if found is None:
        message = f"The character U+{ord(text[at]):04X} cannot stand in a condition"
        return Token("fault", text[at], start=at, message=message)
    message, hint = _WRONG[found[0]]
    return Token("fault", found[0], start=at, message=message, hint=hint)
