"""The options that lay packs over the bundled library."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

if TYPE_CHECKING:  # loaded only by the commands that need it
    from socialpolicy.library.library import Library

__all__ = ["Packs", "pack_options"]


@attrs.frozen
class Packs:
    """The packs that were asked for: folders, and names of installed ones."""

    folders: tuple[Path, ...] = ()
    names: tuple[str, ...] = ()

    def library(self) -> Library:
        """The bundled library with these packs over it; raises Refused and NotFound."""
        from socialpolicy.library.library import Library

        return Library.bundled(packs=self.folders, installed_packs=self.names)


def pack_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--pack FOLDER` and `--installed-pack NAME`, given to the command as `packs`."""

    @click.option(
        "folders",
        "--pack",
        multiple=True,
        metavar="FOLDER",
        type=click.Path(file_okay=False, path_type=Path),
        help="Lay the pack in FOLDER over the library (repeatable).",
    )
    @click.option(
        "names",
        "--installed-pack",
        multiple=True,
        metavar="NAME",
        help="Lay an installed pack over it (repeatable).",
    )
    @functools.wraps(command)
    def with_packs(*args: Any, folders: tuple[Path, ...], names: tuple[str, ...], **kwargs: Any) -> None:
        command(*args, packs=Packs(folders, names), **kwargs)

    return with_packs
