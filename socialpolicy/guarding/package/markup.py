"""XML as it may come in: UTF-8 or UTF-16, well-formed, no DOCTYPE, within bounds.

Namespaces are left to whoever reads a part: expat takes twice as long with them, and libxml2 refuses some
that Word writes (`$ListId:`). So a reader may still have to say of a part that it is `package-xml`.
"""

from __future__ import annotations

import contextlib
import pyexpat
from collections.abc import Sequence
from typing import Final

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import (
    ATTRIBUTES,
    ATTRIBUTES_EACH,
    DEPTH,
    LONGEST,
    NAMESPACES,
    NODES,
    SAVE_AGAIN,
    WORD,
    XML_PART,
    mib,
)
from socialpolicy.guarding.package.counting import Markup, estimate
from socialpolicy.guarding.package.flat import malformed, parse
from socialpolicy.guarding.package.inflating import too_large

__all__ = ["check_markup", "utf8"]

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF32 = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
_DRAWINGS: Final = "take out drawings or tables that were made by a program, or split the document"


def check_markup(part: bytes, before: Markup, place: Place) -> Markup:
    """What the package holds with this part, and held `before` without it; raises what is wrong with it."""
    if len(part) > XML_PART:
        raise too_large(f"A part of the document unpacks to more than {mib(XML_PART)}.", place)
    text = utf8(part, place)
    reader = _Reader(place, before, "utf-16" if part.startswith(_UTF16) else "utf-8")
    held = estimate(text)
    if held and before.nodes + held.nodes > NODES:
        raise _too_many_nodes(place)
    if held and before.attributes + held.attributes <= ATTRIBUTES:
        reader.read(text)
        return Markup(before.nodes + held.nodes, before.attributes + held.attributes)
    reader.count(text)
    return Markup(reader.nodes, reader.attributes)


def utf8(part: bytes, place: Place) -> bytes:
    """The text of a part in UTF-8, without its byte order mark."""
    text = None
    if part.startswith(_UTF16) and not part.startswith(_UTF32):
        with contextlib.suppress(UnicodeDecodeError):
            text = part.decode("utf-16").encode("utf-8")
    elif b"\0" not in part[:4]:
        text = part.removeprefix(_UTF8_MARK)
    if text is None or text.startswith(_UTF8_MARK):
        raise _encoding(place)
    return text


class _Reader:
    """One reading of one part: counts where it is asked to, and refuses in the middle of it."""

    def __init__(self, place: Place, before: Markup, encoding: str) -> None:
        self.nodes, self.attributes = before.nodes, before.attributes
        self._place = place
        self._encoding = encoding
        self._declared: list[int] = []  # namespaces, by each element that is open
        self._namespaces = self._text = 0

    def read(self, text: bytes) -> None:
        parse(self._parser(), text, self._place)

    def count(self, text: bytes) -> None:
        parser = self._parser()
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._node
        parser.StartCdataSectionHandler = self._node
        parse(parser, text, self._place)

    def _parser(self) -> pyexpat.XMLParserType:
        parser = pyexpat.ParserCreate("utf-8")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        return parser

    def _declaration(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0":
            raise malformed("another version than 1.0", self._place)
        if encoding is not None and encoding.lower() != self._encoding:
            raise _encoding(self._place)

    def _doctype(self, *_: object) -> None:
        message = "A part of the document has a DOCTYPE, which no Word document needs."
        raise WrongValue(Code.PACKAGE_DOCTYPE, message, self._place, SAVE_AGAIN)

    def _instruction(self, target: str, _text: str) -> None:
        self._check_lengths((target,), ())
        self._node()

    def _node(self, *_: object) -> None:
        self.nodes += 1
        self._text = 0
        self._check_sums()

    def _start(self, name: str, attributes: list[str]) -> None:
        names = attributes[::2]
        declared = sum(name.startswith("xmlns") for name in names)
        self.attributes += len(names)
        self._declared.append(declared)
        self._namespaces += declared
        self._node()
        if len(self._declared) > DEPTH:
            message = f"Elements in a part of the document lie more than {DEPTH} deep in each other."
            raise WrongValue(Code.PACKAGE_TOO_DEEP, message, self._place, _DRAWINGS)
        if len(names) > ATTRIBUTES_EACH or self._namespaces > NAMESPACES:
            raise _too_many(f"An element has more than {ATTRIBUTES_EACH} attributes.", self._place)
        if max(map(len, (name, *attributes))) > WORD:
            self._check_lengths((name, *names), attributes[1::2])

    def _end(self, _name: str) -> None:
        self._namespaces -= self._declared.pop()
        self._text = 0

    def _characters(self, text: str) -> None:
        self._text += len(text)
        if self._text > LONGEST:
            raise too_large(f"A text in the document is longer than {LONGEST:,} characters.", self._place)

    def _check_lengths(self, names: Sequence[str], values: Sequence[str]) -> None:
        if any(len(name) > WORD for name in names):
            raise too_large(f"A name in the document is longer than {WORD:,} characters.", self._place)
        if any(len(value) > LONGEST for value in values):
            raise too_large(f"A value in the document is longer than {LONGEST:,} characters.", self._place)

    def _check_sums(self) -> None:
        if self.nodes > NODES:
            raise _too_many_nodes(self._place)
        if self.attributes > ATTRIBUTES:
            raise _too_many(f"The elements have more than {ATTRIBUTES:,} attributes.", self._place)


def _encoding(place: Place) -> WrongValue:
    message = "A part of the document is neither in UTF-8 nor in UTF-16."
    return WrongValue(Code.PACKAGE_ENCODING, message, place, SAVE_AGAIN)


def _too_many_nodes(place: Place) -> WrongValue:
    return _too_many(f"The document consists of more than {NODES:,} elements.", place)


def _too_many(message: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_TOO_MANY, message, place, _DRAWINGS)
