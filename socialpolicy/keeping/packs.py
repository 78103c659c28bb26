"""Which packs something was made with, and how those of a library differ from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from socialpolicy.errors import Code, NotFound, Place
from socialpolicy.keeping.clauses import KeptClause
from socialpolicy.library.library import Library
from socialpolicy.library.naming import shown

__all__ = ["KeptPack", "kept_packs", "pack_findings", "packs_of"]


@attrs.frozen
class KeptPack:
    """A pack by its name, and which version of it."""

    name: str
    version: str


def kept_packs(library: Library) -> tuple[KeptPack, ...]:
    """The packs that lie over a library, the lowest first."""
    return tuple(KeptPack(pack.name, str(pack.version)) for pack in library.packs)


def packs_of(clauses: Mapping[str, KeptClause], packs: Iterable[KeptPack]) -> tuple[KeptPack, ...]:
    """Those of the packs that some of these clauses are from."""
    named = {kept.pack for kept in clauses.values()}
    return tuple(pack for pack in packs if pack.name in named)


def pack_findings(
    packs: Iterable[KeptPack], library: Library, place: Place, severity: Literal["refuse", "warn"]
) -> Iterator[NotFound]:
    """A finding for each pack that does not lie over a library, or lies there in another version."""
    there = {pack.name: str(pack.version) for pack in library.packs}
    for number, pack in enumerate(packs):
        kept, version = f"`{shown(pack.name)}` {shown(pack.version)}", there.get(pack.name)
        if version != pack.version:
            message = f"The library is read without the pack {kept}, which the lock was made with."
            hint = "lay it over the library: `--pack FOLDER`, or `packs` of `Library.bundled`"
            if version is not None:
                message = f"The lock was made with the pack {kept}; over the library lies {version}."
                hint = f"lay {pack.name} {pack.version} over the library"
            yield NotFound(Code.PACK_DIFFERS, message, place.at(path=f"packs[{number + 1}]"), hint, severity)
