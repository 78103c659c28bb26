"""An edition: the digest of every clause version, so that none can change unseen once it is published."""

from __future__ import annotations

from pathlib import Path

from socialpolicy.errors import Code, Collector, Place, WrongValue
from socialpolicy.library.clause import Clause
from socialpolicy.library.library import Library
from socialpolicy.library.naming import shown
from socialpolicy.library.pack import PACK_FILE
from socialpolicy.library.reading.opening import Folder
from socialpolicy.library.reading.published import Published, read_published

__all__ = ["digests_of"]

_OPENING = (
    "# What each published version says, by digest. Written by `socialpolicy edition`; never by hand.\n"
)


def digests_of(folder: Path, edition: str) -> str:
    """digests.toml for an edition of the library, or the pack, in a folder; earlier entries stay as they are.

    Raises Refused for whatever is wrong with the folder, a changed version among it, and WrongValue where
    `edition` is not the one that library.toml names (of a pack: its version).
    """
    is_pack = (folder / PACK_FILE).is_file()
    library = Library.bundled(packs=[folder]) if is_pack else Library.read(folder)
    named = str(library.packs[0].version) if is_pack else library.edition
    if edition != named:
        file, key = (PACK_FILE, "version") if is_pack else ("library.toml", "edition")
        message = f'{file} says {key} = "{shown(named)}", not "{shown(edition)}".'
        hint = f'write {key} = "{shown(edition)}" there first'
        raise WrongValue(Code.VALUE_OPTION, message, Place(file, key), hint)
    pack = library.packs[0] if is_pack else None
    clauses = [one for versions in library.clauses.values() for one in versions if one.pack == pack]
    return _written(clauses, edition, Folder(folder, Collector()))


def _written(clauses: list[Clause], edition: str, folder: Folder) -> str:
    earlier = {key: published for key, (published, _) in read_published(folder).items()}
    lines = [_OPENING]
    for clause in sorted(clauses, key=lambda one: (one.id, one.version)):
        published = earlier.get((clause.id, str(clause.version)), Published(edition, clause.digest))
        lines += [
            f'[{clause.id}."{clause.version}"]',
            f'edition = "{published.edition}"',
            f'front = "{published.digest.front}"',
            f'texts = "{published.digest.texts}"',
            "",
        ]
    return "\n".join(lines)
