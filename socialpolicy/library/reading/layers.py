"""A library and the packs over it, read as one: what two of them call alike is refused, naming both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from socialpolicy.errors import Code, Collector, Place, WrongValue
from socialpolicy.library.naming import shown
from socialpolicy.library.pack import Pack, who
from socialpolicy.library.reading.opening import Folder
from socialpolicy.library.reading.scan import Key
from socialpolicy.library.reading.table import Table
from socialpolicy.library.reading.toml import Source

__all__ = ["Layers"]


@attrs.frozen
class Layers:
    """The folder of a library, and those of packs, the lowest first; `sections` are all of theirs."""

    folders: tuple[Folder, ...]
    found: Collector
    tops: tuple[Table, ...]  # library.toml, and the pack.toml of each pack

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs, the lowest first."""
        return tuple(folder.pack for folder in self.folders if folder.pack)

    @property
    def unread(self) -> set[str]:
        """The files that could not be read, as they are called in their folders."""
        return {name for folder in self.folders for name in folder.unread}

    def sections(self) -> dict[str, str]:
        """Section → title, the library's first."""
        for top in self.tops:
            top.taken.add("sections")
        sources = [attrs.evolve(top.source, values=_only(top.values, "sections")) for top in self.tops]
        return self._merged(sources, 2, {}).table("sections").words()

    def table(self, name: str, deeper: Mapping[str, int] | None = None, *, depth: int = 2) -> Table:
        """A TOML file of all layers as one table; a pack need not have it.

        `depth` is how deep its entries stand (`[facts.email]`: two), `deeper` the same for some of its keys.
        """
        sources = [self.folders[0].source(name)]
        sources += [folder.source(name) for folder in self.folders[1:] if folder.has(name)]
        return self._merged(sources, depth, deeper or {})

    def table_if_there(self, name: str, *, depth: int = 2) -> Table | None:
        """The same of a file that the library need not have either; None where no layer has it."""
        sources = [folder.source(name) for folder in self.folders if folder.has(name)]
        return self._merged(sources, depth, {}) if sources else None

    def pack_of(self, file: str) -> Pack | None:
        """The pack that a file belongs to, by what it is called in findings; None for the library."""
        name, slash, _ = file.partition("/")
        return next((pack for pack in self.packs if slash and pack.name == name), None)

    def files(self, pattern: str) -> Iterator[tuple[Folder, str]]:
        """The files that a pattern finds, those of the highest pack first; none of them twice."""
        owners: dict[str, Folder] = {}
        for folder in self.folders:
            for name in folder.names(pattern):
                if owners.setdefault(name, folder) is not folder:
                    self._clash(name, owners[name].pack, folder.pack, Place(folder.called(name)))
        for folder in reversed(self.folders):
            yield from ((folder, name) for name in sorted(owners) if owners[name] is folder)

    def _merged(self, sources: list[Source], depth: int, deeper: Mapping[str, int]) -> Table:
        if len(sources) == 1:
            return Table.of(sources[0], self.found if sources[0].lines else Collector())
        first, *others = sources
        merged = Merged(first.file, dict(first.values), spots=first.spots, lines=first.lines, owners={})
        for source in others:
            for key, value in self._new(merged, source, depth, deeper):
                merged.owners[key] = source
                _put(merged.values, key, value)
        return Table.of(merged, self.found)

    def _new(
        self, merged: Merged, source: Source, depth: int, deeper: Mapping[str, int]
    ) -> list[tuple[Key, Any]]:
        """What a source adds to those below it, by its path; what is there already is reported."""
        new: list[tuple[Key, Any]] = []
        ahead: list[Key] = [(key,) for key in source.values]
        for path in ahead:
            value, there = _at(source.values, path), _at(merged.values, path)
            tables = isinstance(value, dict) and isinstance(there, dict)
            if there is None:
                new.append((path, value))
            elif tables and len(path) < deeper.get(str(path[0]), depth):
                ahead += [(*path, key) for key in value]
            else:
                first, second = self.pack_of(merged.file_of(path)), self.pack_of(source.file)
                self._clash(".".join(map(str, path)), first, second, source.place(*path))
        return new

    def _clash(self, what: str, first: Pack | None, second: Pack | None, place: Place) -> None:
        message = f"`{shown(what)}` of {who(second)} is there already, in {who(first)}."
        self.found.add(WrongValue(Code.PACK_CONFLICT, message, place, "give it a name of its own"))


@attrs.frozen
class Merged(Source):
    """Several TOML texts as one; `owners` are the paths that another text than the first has brought."""

    owners: dict[Key, Source] = attrs.field(kw_only=True, repr=False)

    def owner(self, path: Key) -> Source | None:
        """The text that something at a path comes from; None for the first."""
        starts = (path[:end] for end in range(len(path), 0, -1))
        return next((self.owners[start] for start in starts if start in self.owners), None)

    def file_of(self, path: Key) -> str:
        """The file that something at a path comes from."""
        owner = self.owner(path)
        return owner.file if owner else self.file

    def place(self, *path: str | int) -> Place:
        """The place of a key in the text that it comes from."""
        owner = self.owner(path)
        return owner.place(*path) if owner else Source.place(self, *path)


def _only(values: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {key: values[key]} if key in values else {}


def _at(values: Mapping[str, Any], path: Key) -> Any:
    """What stands at a path; None for nothing."""
    here: Any = values
    for key in path:
        here = here.get(key) if isinstance(here, dict) else None
    return here


def _put(values: Mapping[str, Any], path: Key, value: Any) -> None:
    """Put a value at a path; the tables on the way there are copied, for others hold them too."""
    here: Any = values
    for key in path[:-1]:
        here[key] = dict(here[key])
        here = here[key]
    here[path[-1]] = value
