"""Packs that were installed as distributions: found by their entry points, and never imported."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, EntryPoint, entry_points
from pathlib import Path

from socialpolicy.errors import Code, NotFound, Place, WrongValue
from socialpolicy.library.naming import no_such, shown
from socialpolicy.library.pack import PACK_FILE

__all__ = ["GROUP", "installed_pack"]

GROUP = "socialpolicy.packs"
# a folder inside the distribution: dotted, as entry points are written, or with slashes; never upwards
_DOTTED = re.compile(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*")
_SLASHED = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)+", re.ASCII)


def installed_pack(name: str) -> Path:
    """The folder of an installed pack, by the name of its entry point; no code of it is loaded.

    Raises NotFound where none is called so, and WrongValue where two are, or its folder lies elsewhere.
    """
    entries = tuple(entry_points(group=GROUP))
    found = [entry for entry in entries if entry.name == name]
    if not found:
        raise no_such("installed pack", name, [entry.name for entry in entries], Place())
    owners = sorted({_owner(entry) for entry in found})
    if len(owners) > 1:
        message = f"The pack `{shown(name)}` comes from two distributions: {' and '.join(owners)}."
        raise WrongValue(Code.PACK_CONFLICT, message, Place(), "uninstall one of them")
    return _folder(found[0])


def _owner(entry: EntryPoint) -> str:
    return shown(entry.dist.name) if entry.dist else "an unnamed one"


def _folder(entry: EntryPoint) -> Path:
    place = Place(path=f"{GROUP}.{shown(entry.name)}")
    path = entry.value.replace(".", "/") if _DOTTED.fullmatch(entry.value) else entry.value
    if entry.dist is None or not (_SLASHED.fullmatch(path) or _DOTTED.fullmatch(path)):
        message = f"`{shown(entry.value)}` is no folder inside a distribution."
        raise WrongValue(Code.FILE_OUTSIDE, message, place, 'write it like "lawfirm_pack.clauses"')
    if not _lists(entry.dist, f"{path}/{PACK_FILE}"):
        message = f"The distribution {_owner(entry)} has no file {path}/{PACK_FILE}."
        hint = "give the folder of a pack that is being worked on with --pack"
        raise NotFound(Code.FILE_NOT_FOUND, message, place, hint)
    site, folder = (Path(str(entry.dist.locate_file(part))).resolve() for part in ("", path))
    if not folder.is_relative_to(site):
        raise WrongValue(Code.FILE_OUTSIDE, f"The folder of {_owner(entry)} leads out of it.", place)
    return folder


def _lists(distribution: Distribution, file: str) -> bool:
    return any(listed.as_posix() == file for listed in distribution.files or ())
