"""Opening the files of a library: bounded, of characters that can stand, and none stops the others."""

from __future__ import annotations

from pathlib import Path

import attrs

from socialpolicy.errors import Collector, Finding, Place, Refused, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.guarding.files import read_text
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import Source, parse_toml

__all__ = ["CLAUSE_LIMIT", "FILE_LIMIT", "Folder"]

# bytes: a folder of clauses from someone else is hostile until it is read
FILE_LIMIT = 262_144
CLAUSE_LIMIT = 32_768


@attrs.frozen
class Folder:
    """The folder of a library; `unread` gathers the files that could not be read (they are reported)."""

    root: Path
    found: Collector
    unread: set[str] = attrs.field(factory=set)

    def table(self, name: str) -> Table:
        """A TOML file as a table; an empty one, of which nothing is reported, where it cannot be read."""
        text = self.text(name, FILE_LIMIT)
        if text is not None:
            try:
                return Table.of(parse_toml(text, name), self.found)
            except Refused as refused:
                self.refuse(name, *refused.findings)
        return Table.of(Source(name, {}, spots={}, lines=()), Collector())

    def text(self, name: str, limit: int) -> str | None:
        """The text of a file; None where it cannot be read (then reported)."""
        try:
            text = read_text(self.root / name, limit)
        except Finding as finding:
            self.refuse(name, _renamed(finding, name))
            return None
        faults = _characters(text, name)
        if faults:
            self.refuse(name, *faults)
        return None if faults else text.replace("\r\n", "\n")

    def refuse(self, name: str, *findings: Finding) -> None:
        """Report why a file cannot be read."""
        self.found.extend(findings)
        self.unread.add(name)

    def names(self, pattern: str) -> tuple[str, ...]:
        """The files that a pattern finds, as they are called in the library, sorted."""
        files = (file for file in self.root.glob(pattern) if file.is_file())
        return tuple(sorted(file.relative_to(self.root).as_posix() for file in files))


def _renamed(finding: Finding, name: str) -> Finding:
    """A finding about a file, called as it is called in the library."""
    place = finding.place.at(file=name)
    return type(finding)(finding.code, finding.message, place, finding.hint, finding.severity)


def _characters(text: str, name: str) -> tuple[Finding, ...]:
    try:
        clean(text, Place(name))
    except WrongValue:
        lines = enumerate(text.replace("\r\n", "\n").split("\n"), 1)
        return tuple(fault for number, line in lines for fault in _in_line(line, Place(name, line=number)))
    return ()


def _in_line(line: str, place: Place) -> tuple[Finding, ...]:
    try:
        clean(line, place)
    except WrongValue as fault:
        return (fault,)
    return ()
