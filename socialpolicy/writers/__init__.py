"""The formats: one line each; a writer is imported when its format is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

import attrs

from socialpolicy.document import Document
from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.writers.prepared import Prepared

__all__ = ["FORMATS", "Format", "format_named"]


@attrs.frozen
class Format:
    """A format: how its files end, and the module whose `prepare` writes it.

    `carries_record`: its files have room for bytes that are not printed.
    """

    extension: str
    module: str
    carries_record: bool = attrs.field(default=False, kw_only=True)

    def prepare(self, document: Document, record: bytes = b"") -> Prepared:
        """The document in this format, ready to be filled; `record` rides in it, where it can carry one."""
        carried = {"record": record} if self.carries_record else {}
        return cast(Prepared, import_module(self.module).prepare(document, **carried))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format("docx", "socialpolicy.writers.word", carries_record=True),
        "txt": Format("txt", "socialpolicy.writers.text"),
        "md": Format("md", "socialpolicy.writers.markdown"),
    }
)


def format_named(name: str, place: Place | None = None) -> Format:
    """The format of that name; NotFound names those that there are."""
    if name not in FORMATS:
        hint = f"one of {', '.join(FORMATS)}"
        raise NotFound(Code.FORMAT_UNKNOWN, f"There is no format `{name}`.", place or Place(), hint)
    return FORMATS[name]
