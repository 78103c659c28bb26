"""Opening packs: each has a pack.toml that says which it is, and no two are called alike."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import attrs

from socialpolicy.errors import Code, Collector, Finding, NotFound, Place, WrongValue
from socialpolicy.library.pack import PACK_FILE, Pack, who
from socialpolicy.library.reading.layers import Layers
from socialpolicy.library.reading.names import is_id
from socialpolicy.library.reading.opening import Folder
from socialpolicy.library.reading.table import Table
from socialpolicy.library.versions import Version

__all__ = ["open_layers"]

_NO_VERSION = Version(0, 0, patch=0)


def open_layers(root: Path, packs: Iterable[str | os.PathLike[str]], found: Collector) -> Layers:
    """The layers of a library; raises Refused where a pack has no usable pack.toml, or its name is taken."""
    base = Folder(root, found)
    faults = Collector()
    opened = [one for path in packs if (one := _open_pack(Path(path), found, faults))]
    names: dict[str, Pack] = {}
    for pack, folder, _ in opened:
        twin = names.setdefault(pack.name, pack)
        place = Place(os.fspath(folder.root / PACK_FILE), "name")
        if twin is not pack:
            message = f"Two packs are called alike: {who(twin)} and {who(pack)}."
            faults.add(WrongValue(Code.PACK_CONFLICT, message, place))
        if base.has(pack.name):  # its files could not be told from those of the library
            message = f"The library has a folder `{pack.name}`: {who(pack)} needs another name."
            faults.add(WrongValue(Code.PACK_CONFLICT, message, place))
    faults.refuse("A pack cannot be used.")
    tops = (base.table("library.toml"), *(top for _, _, top in opened))
    return Layers((base, *(folder for _, folder, _ in opened)), found, tops)


def _open_pack(root: Path, found: Collector, faults: Collector) -> tuple[Pack, Folder, Table] | None:
    """A pack with its pack.toml; None where that is faulty (reported)."""
    if not root.is_dir():
        place = Place(os.fspath(root))
        faults.add(NotFound(Code.FILE_NOT_FOUND, "There is no such folder.", place))
        return None
    nameless = Folder(root, Collector(), Pack(os.fspath(root), _NO_VERSION))
    table = nameless.table(PACK_FILE)
    pack = _pack(table)
    faults.extend(nameless.found.findings)
    if nameless.found.findings:
        return None
    folder = Folder(root, found, pack)
    top = Table.of(attrs.evolve(table.source, file=folder.called(PACK_FILE)), found)
    return pack, folder, top


def _pack(table: Table) -> Pack:
    name = table.must("name", str, "")
    if name.strip() and not is_id(name):
        hint = "lower-case words joined by -, at most 48 characters"
        table.wrong(Code.NAME_FORM, "This cannot be the name of a pack.", "name", hint=hint)
    pack = Pack(
        name,
        _version(table),
        edition=table.take("edition", str, ""),
        licence=table.must("licence", str, ""),
    )
    table.taken.add("sections")
    table.close()
    return pack


def _version(table: Table) -> Version:
    text = table.must("version", str, "")
    try:
        return Version.parse(text, table.place("version")) if text.strip() else _NO_VERSION
    except Finding as finding:
        table.report(finding)
        return _NO_VERSION
