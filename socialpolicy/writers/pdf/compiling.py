"""Typst, run inside this process: what it cannot print is said in our words, and of whose text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

import attrs

from socialpolicy.document import Document, Node, Value, walk
from socialpolicy.errors import Code, NotFound, Place, Refused, WrongValue
from socialpolicy.writers.pdf.source import text
from socialpolicy.writers.prepared import Words

if TYPE_CHECKING:
    import typst

__all__ = ["pages_of", "pdf_of"]

_INCHES = {"A4": 210 / 25.4, "Letter": 8.5}
_NO_GLYPH = re.compile(r"could not be displayed with")
_STANDARD: Literal["ua-1"] = "ua-1"


def pdf_of(source: str, document: Document, words: Words) -> bytes:
    """The PDF of a source; it says of itself that it is of the document's day."""
    day = datetime.datetime.fromisoformat(document.dated).replace(tzinfo=datetime.UTC)
    made = _compiled(source, document, words, format="pdf", pdf_standards=_STANDARD, timestamp=day)
    return bytes(made)


def pages_of(source: str, document: Document, words: Words, *, width: int) -> tuple[bytes, ...]:
    """The pages of a source as PNG, so many pixels wide."""
    made = _compiled(source, document, words, format="png", ppi=width / _INCHES[document.paper])
    return (made,) if isinstance(made, bytes) else tuple(made)


def _compiled(source: str, document: Document, words: Words, **options: Any) -> Any:
    """What Typst makes; only where its own fonts lack a sign are those of the machine looked at."""
    typst, whole = _typst(), (_style() + source).encode()
    for system in (False, True):
        try:
            return _compiler(system=system).compile(input=whole, **options)
        except typst.TypstError as error:
            if not _NO_GLYPH.search(error.message):
                raise
    raise Refused("The PDF cannot be made.", list(_unprintable(document, words)))


def _unprintable(document: Document, words: Words) -> Iterator[WrongValue]:
    """Each text that no font here can print, by the fact or the document that it comes from."""
    found = [place for place, said in _texts(document, words) if not _prints(said)]
    message = "No font that is here has all signs of this text."
    hint = "install a font that has them, or write another format"
    # signs that only cannot be printed side by side are in no text alone
    for place in dict.fromkeys(found or [document.id]):
        yield WrongValue(Code.PDF_CHARACTER, message, Place(path=place), hint)


def _texts(document: Document, words: Words) -> Iterator[tuple[str, str]]:
    yield from ((fact, said) for (fact, _), said in words.items())
    for node in walk(document):
        for field in attrs.fields(type(node)):
            said = getattr(node, field.name)
            if isinstance(said, str):
                yield _source(document, node, field.name), said


def _source(document: Document, node: Node, field: str) -> str:
    """The fact that a text comes from, else the document."""
    if isinstance(node, Value):
        return node.source
    return _FACTS.get(field, document.id) if isinstance(node, Document) else document.id


_FACTS = {"practice": "practice_name", "version": "policy_version"}


def _prints(said: str) -> bool:
    bare = f"#set document(title: [t])\n#{text(said)}".encode()
    try:
        _compiler(system=True).compile(input=bare, format="pdf", pdf_standards=_STANDARD)
    except _typst().TypstError:
        return False
    return True


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("style.typ").read_text(encoding="utf-8")


def _typst() -> ModuleType:
    try:
        import typst
    except ModuleNotFoundError:
        message = "A PDF needs Typst, which is not installed."
        raise NotFound(Code.PDF_EXTRA, message, hint="pip install 'socialpolicy[pdf]'") from None
    return typst


@cache
def _compiler(*, system: bool) -> typst.Compiler:
    module = _typst()
    compiler: typst.Compiler = module.Compiler(font_paths=module.Fonts(include_system_fonts=system))
    return compiler
