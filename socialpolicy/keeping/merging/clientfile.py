"""Files of clients: a table (.csv) or a JSON object a line (.jsonl), read as a stream, again and again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import attrs

from socialpolicy.errors import Code, Finding, NotFound, Place, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.guarding.files import open_stream
from socialpolicy.guarding.secret import wrapped
from socialpolicy.keeping.canonical import json_value
from socialpolicy.keeping.merging.cells import from_json
from socialpolicy.keeping.merging.rows import KEY, ClientRow, key_of
from socialpolicy.keeping.merging.tables import table_rows
from socialpolicy.library.library import Library

__all__ = ["ClientFile"]

_LONGEST_LINE = 1 << 20  # bytes


@attrs.frozen
class ClientFile:
    """The clients of a file, each time anew. Its ending says how it is read: .csv, .jsonl or .ndjson.

    `known` are the facts about clients. Raises Refused and findings of the FILE_ codes when it is iterated.
    """

    path: Path
    known: Mapping[str, Fact] = attrs.field(repr=False)

    @classmethod
    def read(cls, path: str | os.PathLike[str], library: Library) -> ClientFile:
        """The clients of a file, for this library; raises NotFound for an ending that is not known."""
        file = Path(path)
        if file.suffix.lower() not in _READERS:
            hint = f"one of {', '.join(_READERS)}"
            message = "The ending of this file does not say how clients stand in it."
            raise NotFound(Code.FORMAT_UNKNOWN, message, Place(str(file)), hint)
        return cls(file, {name: fact for name, fact in library.facts.items() if fact.about == "client"})

    @property
    def is_lasting(self) -> bool:
        """Whether it can be read more than once, as a pipe cannot."""
        try:
            return stat.S_ISREG(os.stat(self.path).st_mode)
        except (OSError, ValueError):
            return True

    def __iter__(self) -> Iterator[ClientRow]:
        place = Place(str(self.path))
        with open_stream(self.path) as stream:
            lines = _lines(stream, place)
            if self.path.suffix.lower() == ".csv":
                yield from table_rows(lines, self.known, place)
            else:
                yield from _json_rows(lines, self.known, place)


def _lines(stream: BinaryIO, place: Place) -> Iterator[str]:
    """The lines; what is no UTF-8 in them becomes characters that no text may hold, and is found as such."""
    number, start = 0, b"\xef\xbb\xbf"
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            message = f"The line is longer than {_LONGEST_LINE:,} bytes."
            raise WrongValue(Code.FILE_TOO_LARGE, message, place.at(line=number))
        yield line.removeprefix(start).decode("utf-8", "surrogateescape")
        start = b""


def _json_rows(lines: Iterator[str], known: Mapping[str, Fact], place: Place) -> Iterator[ClientRow]:
    number = 0
    for at, line in enumerate(lines, 1):
        if line.strip():
            number += 1
            yield _json_row(number, line, known, place.at(line=at))
    if not number:
        raise WrongValue(Code.CLIENTS_NONE, "There is no client in this file.", place)


def _json_row(number: int, line: str, known: Mapping[str, Fact], place: Place) -> ClientRow:
    try:
        value = json_value(line, place)
    except WrongValue:
        value = None
    if not isinstance(value, dict):
        found: Finding = WrongValue(Code.JSON_SYNTAX, "This line is not one JSON object.", place)
        return ClientRow(number, str(number), {}, place=place, findings=(found,))
    key, findings = key_of(value.pop(KEY, None), number, place)
    facts = {
        name: from_json(known[name], said) if name in known else said
        for name, said in value.items()
        if said is not None
    }
    return ClientRow(number, key, wrapped(facts), place=place, findings=findings)


_READERS = (".csv", ".jsonl", ".ndjson")
