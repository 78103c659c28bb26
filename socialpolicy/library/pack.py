"""A pack: a folder of clauses from someone else, layered over a library. It is data, never code."""

from __future__ import annotations

import attrs

from socialpolicy.library.versions import Version

__all__ = ["PACK_FILE", "Pack", "who"]

PACK_FILE = "pack.toml"


@attrs.frozen
class Pack:
    """A pack by its name and version; `edition` is that of the library which it was written for, or ""."""

    name: str
    version: Version
    edition: str = attrs.field(default="", kw_only=True)
    licence: str = attrs.field(default="", kw_only=True)

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def who(pack: Pack | None) -> str:
    """Whose something is, in words; None is the library itself."""
    return f"the pack {pack}" if pack else "the library"
