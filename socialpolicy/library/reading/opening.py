"""Opening the files of a library: bounded, of characters that can stand, and none stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import attrs

from socialpolicy.errors import Code, Collector, Finding, Place, Refused, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.guarding.files import read_text
from socialpolicy.library.naming import shown
from socialpolicy.library.pack import Pack
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import Source, parse_toml

__all__ = ["CLAUSE_LIMIT", "DIGESTS_LIMIT", "FILE_LIMIT", "MOST_FILES", "Folder"]

# bytes: a folder of clauses from someone else is hostile until it is read
FILE_LIMIT = 262_144
CLAUSE_LIMIT = 32_768
DIGESTS_LIMIT = 4_194_304
MOST_FILES = 2_000  # of one pack, for one pattern


@attrs.frozen
class Folder:
    """The folder of a library, or of a pack; `unread` gathers the files that could not be read (reported)."""

    root: Path
    found: Collector
    pack: Pack | None = None
    unread: set[str] = attrs.field(factory=set)

    def called(self, name: str) -> str:
        """What a file is called in findings: that of a pack begins with the pack's name."""
        return f"{self.pack.name}/{name}" if self.pack else name

    def table(self, name: str, limit: int = FILE_LIMIT) -> Table:
        """A TOML file as a table; an empty one, of which nothing is reported, where it cannot be read."""
        source = self.source(name, limit)
        found = self.found if source.lines else Collector()
        return Table.of(source, found)

    def source(self, name: str, limit: int = FILE_LIMIT) -> Source:
        """A TOML file with its places; one without a line where it cannot be read (then reported)."""
        text = self.text(name, limit)
        if text is not None:
            try:
                return parse_toml(text, self.called(name))
            except Refused as refused:
                self.refuse(name, *refused.findings)
        return Source(self.called(name), {}, spots={}, lines=())

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, readable or not."""
        return (self.root / name).is_symlink() or (self.root / name).exists()

    def text(self, name: str, limit: int) -> str | None:
        """The text of a file; None where it cannot be read (then reported)."""
        called = self.called(name)
        try:
            self._check_inside(name)
            text = read_text(self.root / name, limit)
        except Finding as finding:
            self.refuse(name, _renamed(finding, called))
            return None
        faults = _characters(text, called)
        if faults:
            self.refuse(name, *faults)
        return None if faults else text.replace("\r\n", "\n")

    def refuse(self, name: str, *findings: Finding) -> None:
        """Report why a file cannot be read."""
        self.found.extend(findings)
        self.unread.add(name)

    def names(self, pattern: str) -> tuple[str, ...]:
        """The files that a pattern finds, as they are called in the folder, sorted."""
        files = (file for file in self.root.glob(pattern) if self._is_file(file))
        names = (file.relative_to(self.root).as_posix() for file in files)
        return self._of_pack(names, pattern) if self.pack else tuple(sorted(names))

    def _of_pack(self, names: Iterable[str], pattern: str) -> tuple[str, ...]:
        """The files of a pack: it may hold millions, and one too many is enough to refuse it."""
        some = tuple(sorted(islice(names, MOST_FILES + 1)))
        if len(some) > MOST_FILES:
            message = f"The pack has more than {MOST_FILES:,} files {pattern}."
            self.found.add(WrongValue(Code.FILE_TOO_LARGE, message, Place(self.called(""))))
        return tuple(filter(self._is_printable, some[:MOST_FILES]))

    def _is_file(self, file: Path) -> bool:
        """Whether it is to be read; a link that leads nowhere in a pack is, in order to be reported."""
        return file.is_file() or (self.pack is not None and file.is_symlink() and not file.is_dir())

    def _is_printable(self, name: str) -> bool:
        """Whether a name can be shown to people; one that cannot is reported."""
        if not name.isprintable():
            message = "The name of this file has characters that cannot be shown."
            self.found.add(WrongValue(Code.NAME_FORM, message, Place(self.called(shown(name)))))
        return name.isprintable()

    def _check_inside(self, name: str) -> None:
        """Nothing outside a pack is read through it: raises WrongValue where a link leads out."""
        if self.pack and not (self.root / name).resolve().is_relative_to(self.root.resolve()):
            message = "This leads out of the pack: nothing else is read through it."
            raise WrongValue(Code.FILE_OUTSIDE, message, hint="put the file itself there, not a link")


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
