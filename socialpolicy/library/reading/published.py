"""digests.toml: what each published version said. A published version never changes."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from socialpolicy.errors import Code, NotFound, WrongValue
from socialpolicy.library.digests import ClauseDigest
from socialpolicy.library.naming import shown
from socialpolicy.library.reading.opening import DIGESTS_LIMIT, Folder
from socialpolicy.library.reading.table import Table

__all__ = ["DIGESTS", "Published", "check_published", "read_published"]

DIGESTS = "digests.toml"

Key = tuple[str, str]  # clause, version


@attrs.frozen
class Published:
    """The edition in which a version was first published, and its digest then."""

    edition: str
    digest: ClauseDigest


def read_published(folder: Folder) -> dict[Key, tuple[Published, Table]]:
    """Every version that was published, with its table; nothing where no edition was made yet."""
    if not folder.has(DIGESTS):
        return {}
    top = folder.table(DIGESTS, DIGESTS_LIMIT)
    return {
        (clause, version): (_published(entry), entry)
        for clause, versions in top.named()
        for version, entry in versions.named()
    }


def _published(table: Table) -> Published:
    digest = ClauseDigest(table.must("front", str, ""), table.must("texts", str, ""))
    published = Published(table.must("edition", str, ""), digest)
    table.close()
    return published


def check_published(folder: Folder, digests: Mapping[Key, ClauseDigest]) -> None:
    """Report each published version that says something else by now, or is gone."""
    for (clause, version), (published, table) in read_published(folder).items():
        name = f"`{shown(clause)}` {shown(version)}"
        now = digests.get((clause, version))
        if now is None:
            message = f"{name} was published in edition {shown(published.edition)}, and cannot be read."
            hint = "put it back: to end it, write `withdrawn` into it"
            table.report(NotFound(Code.CLAUSE_PUBLISHED, message, table.place(), hint))
        elif now != published.digest:
            halves = _halves(now, published.digest)
            message = f"The {halves} of {name} changed after edition {shown(published.edition)} was made."
            hint = "undo the change, and make it in a new version beside this one"
            table.report(WrongValue(Code.CLAUSE_PUBLISHED, message, table.place(), hint))


def _halves(now: ClauseDigest, then: ClauseDigest) -> str:
    halves = {"front matter": now.front == then.front, "texts": now.texts == then.texts}
    return " and ".join(half for half, same in halves.items() if not same)
