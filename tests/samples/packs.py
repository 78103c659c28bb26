"""A sample that raises each code of packs and of published versions."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from socialpolicy.errors import Code
from socialpolicy.library.library import Library
from socialpolicy.library.publishing import digests_of
from tests.composition.small import clause, composed, small
from tests.library.lawfirm import MESSAGES, pack_at
from tests.library.small import RECORDS, Small

__all__ = ["SAMPLES"]


def _packed(change: Callable[[Small], object]) -> Callable[[], object]:
    def sample() -> object:
        with tempfile.TemporaryDirectory() as folder:
            small = Small.at(Path(folder, "small"))
            pack = pack_at(small, Path(folder, "pack"))
            change(pack)
            return Library.read(small.folder, pack.folder)

    return sample


def _outside(pack: Small) -> None:
    pack.remove("terms.toml")
    (pack.folder / "terms.toml").symlink_to("../small/terms.toml")


def _published() -> object:
    with tempfile.TemporaryDirectory() as folder:
        small = Small.at(Path(folder))
        small.put("digests.toml", digests_of(small.folder, "1"))
        small.replace(RECORDS, "keep a record", "keep records")
        return small.read()


def _withdrawn() -> object:
    top = 'withdrawn = 2026-02-01\nwithdrawn_because = "A slip."'
    library = small({"door@1.0.0": clause("Door", top=top), "door@1.0.1": clause("Door")})
    return composed(library, versions={"door": "1.0.0"}).findings


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.PACK_CONFLICT: _packed(lambda pack: pack.replace(MESSAGES, 'replaces = "messages"\n', "")),
    Code.PACK_STANCE: _packed(lambda pack: pack.replace(MESSAGES, 'was = "two-way"\n', "")),
    Code.FILE_OUTSIDE: _packed(_outside),
    Code.CLAUSE_PUBLISHED: _published,
    Code.VERSION_WITHDRAWN: _withdrawn,
}
