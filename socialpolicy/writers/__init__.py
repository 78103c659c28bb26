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
    """A format: how its files end, and the module whose `prepare` writes it."""

    extension: str
    module: str

    def prepare(self, document: Document) -> Prepared:
        """The document in this format, ready to be filled."""
        return cast(Prepared, import_module(self.module).prepare(document))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format("docx", "socialpolicy.writers.word"),
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
