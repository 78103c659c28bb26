"""The formats: one line each; a writer is imported when its format is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

import attrs

from socialpolicy.document import Document
from socialpolicy.errors import Code, NotFound, Place, WrongValue
from socialpolicy.writers.prepared import Prepared

__all__ = ["ENDINGS", "FORMATS", "Format", "format_named", "format_of_file"]


@attrs.frozen
class Format:
    """A format: how its files end, and the module whose `prepare` writes it.

    `carries_record`: its files have room for bytes that are not printed. `takes_letterhead`: they can be
    written on a practice's own letterhead, by the module `on_letterhead` where it is another one.
    `places_anchors`: they can carry a word at each field. `prints_large`: they can be written in large print.
    """

    extension: str
    module: str
    carries_record: bool = attrs.field(default=False, kw_only=True)
    takes_letterhead: bool = attrs.field(default=False, kw_only=True)
    on_letterhead: str = attrs.field(default="", kw_only=True)
    places_anchors: bool = attrs.field(default=False, kw_only=True)
    prints_large: bool = attrs.field(default=False, kw_only=True)

    def prepare(
        self,
        document: Document,
        record: bytes = b"",
        letterhead: bytes = b"",
        *,
        anchors: bool = False,
        large_print: bool = False,
    ) -> Prepared:
        """The document in this format, ready to be filled; `record` rides in it, where it can carry one.

        Raises WrongValue for a letterhead that this format cannot take, for large print where it has none
        or a letterhead is given, and what the writer raises.
        """
        carried: dict[str, object] = {"record": record} if self.carries_record else {}
        if anchors:
            self._check_anchors()
            carried["anchors"] = True
        if letterhead:
            self._check_letterhead()
            carried["letterhead"] = letterhead
        if large_print:
            self.check_large_print(letterhead)
            carried["large_print"] = True
        module = (letterhead and self.on_letterhead) or self.module
        return cast(Prepared, import_module(module).prepare(document, **carried))

    def check_large_print(self, letterhead: bytes = b"") -> None:
        """Raise WrongValue (LARGE_PRINT_UNUSED) where large print cannot be had."""
        if not self.prints_large:
            message = f"A {self.extension} file has no large print."
            hint = f"these have: {', '.join(name for name, one in FORMATS.items() if one.prints_large)}"
            raise WrongValue(Code.LARGE_PRINT_UNUSED, message, hint=hint)
        if letterhead:
            message = "On a letterhead its own sizes hold."
            hint = "leave one out, or start a letterhead with the look large-print"
            raise WrongValue(Code.LARGE_PRINT_UNUSED, message, hint=hint)

    def _check_anchors(self) -> None:
        if not self.places_anchors:
            message = f"A {self.extension} file has no anchors for e-signature services."
            hint = f"these have: {', '.join(name for name, one in FORMATS.items() if one.places_anchors)}"
            raise WrongValue(Code.ANCHORS_DIFFER, message, hint=hint)

    def _check_letterhead(self) -> None:
        if not self.takes_letterhead:
            message = f"A {self.extension} file has no letterhead."
            hint = f"these have: {', '.join(name for name, one in FORMATS.items() if one.takes_letterhead)}"
            raise WrongValue(Code.LETTERHEAD_UNUSED, message, hint=hint)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format(
            "docx",
            "socialpolicy.writers.word",
            carries_record=True,
            takes_letterhead=True,
            places_anchors=True,
            prints_large=True,
        ),
        "pdf": Format(
            "pdf",
            "socialpolicy.writers.pdf",
            takes_letterhead=True,
            on_letterhead="socialpolicy.writers.office",
            prints_large=True,
        ),
        "html": Format("html", "socialpolicy.writers.html", prints_large=True),
        "fragment": Format("fragment.html", "socialpolicy.writers.html.fragment"),
        "md": Format("md", "socialpolicy.writers.markdown"),
        "txt": Format("txt", "socialpolicy.writers.text"),
        "json": Format("json", "socialpolicy.writers.json"),
    }
)
# how files end (".html", ".fragment.html") → the name of their format
ENDINGS: Mapping[str, str] = MappingProxyType({f".{form.extension}": name for name, form in FORMATS.items()})


def format_of_file(path: str | os.PathLike[str]) -> str:
    """The name of the format that a file's name ends with, the longest of those that fit; raises NotFound.

    >>> format_of_file("website-policy.fragment.html")
    'fragment'
    """
    name = Path(path).name.lower()
    fitting = [ending for ending in ENDINGS if name.endswith(ending)]
    if not fitting:
        raise _unknown(Path(name).suffix.removeprefix("."), Place(os.fspath(path)), ENDINGS)
    return ENDINGS[max(fitting, key=len)]


def format_named(name: str, place: Place | None = None) -> Format:
    """The format of that name; NotFound names those that there are."""
    if name not in FORMATS:
        raise _unknown(name, place or Place(), FORMATS)
    return FORMATS[name]


def _unknown(name: str, place: Place, known: Iterable[str]) -> NotFound:
    return NotFound(Code.FORMAT_UNKNOWN, f"There is no format `{name}`.", place, f"one of {', '.join(known)}")
