"""rebuild: the files of a lock once more, from its own trees, whatever the library says by now."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from socialpolicy.errors import Code, Finding, NotFound, Place, Refused, WrongValue
from socialpolicy.guarding.files import write_file
from socialpolicy.keeping.digests import letterhead_digest, output_digest
from socialpolicy.keeping.lock import LOCK_NAME, Lock
from socialpolicy.keeping.packs import pack_findings
from socialpolicy.keeping.release import RELEASE
from socialpolicy.library.clause import Clause
from socialpolicy.library.digests import ClauseDigest
from socialpolicy.library.library import Library
from socialpolicy.writers import ENDINGS, FORMATS
from socialpolicy.writers.letterheads import Letterhead, letterhead_bytes

__all__ = ["Rebuilt", "rebuild"]


@attrs.frozen(kw_only=True, repr=False)
class Rebuilt:
    """The files of a lock, by name, the lock itself last; `findings` say what has moved on since."""

    lock: Lock
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]

    def write(self, folder: str | os.PathLike[str]) -> None:
        """Write the files into a folder that is there; raises NotWritten."""
        for name, content in self.files.items():
            write_file(Path(folder) / name, content)

    def __repr__(self) -> str:
        return f"Rebuilt({', '.join(self.files)})"


def rebuild(
    path: str | os.PathLike[str], *, library: Library | None = None, letterhead: Letterhead = b""
) -> Rebuilt:
    """Every file of the lock at `path`, as it was written; a warning for each pack and clause that moved on.

    `library` is held against the lock (default: the bundled one); no word of it is taken. `letterhead` is
    the very one that the files were written on. Raises what `Lock.read` raises; WrongValue for another
    letterhead, and where one is needed; and Refused where this very release writes a file otherwise than
    the lock says, because then the lock was changed. From another release the file comes with a warning.
    """
    lock, place = Lock.read(path), Place(os.fspath(path))
    form = letterhead_bytes(letterhead)
    _check_letterhead(lock, form, place)
    files = {name: _file(lock, name, form) for name in lock.outputs}
    changed = tuple(_changed(lock, files, place))
    if any(finding.severity == "refuse" for finding in changed):
        raise Refused("The files cannot be built as they were.", changed)
    moved = tuple(_moved(lock, library or Library.bundled(), place))
    return Rebuilt(lock=lock, files={**files, LOCK_NAME: lock.written()}, findings=(*changed, *moved))


def _check_letterhead(lock: Lock, letterhead: bytes, place: Place) -> None:
    if letterhead_digest(letterhead) != lock.letterhead:
        given = "The letterhead is another" if letterhead else "No letterhead was given"
        wanted = "files on one" if lock.letterhead else "files on none"
        message = f"{given}; the lock is of {wanted}."
        same = "give the very file that was used: the lock has its digest"
        hint = same if lock.letterhead else "leave it out"
        raise WrongValue(Code.LETTERHEAD_DIFFERS, message, place.at(path="letterhead"), hint)


def _file(lock: Lock, name: str, letterhead: bytes) -> bytes:
    document, point, ending = name.partition(".")
    form = FORMATS[ENDINGS[point + ending]]
    record = lock.record(document).written() if form.carries_record else b""
    on = letterhead if form.takes_letterhead else b""
    large = lock.large_print and form.prints_large
    return form.prepare(lock.documents[document], record, on, large_print=large).fill({})


def _changed(lock: Lock, files: Mapping[str, bytes], place: Place) -> Iterator[Finding]:
    same = lock.socialpolicy == RELEASE
    for name, digest in lock.outputs.items():
        if output_digest(files[name]) != digest:
            at = place.at(path=f"outputs.{name}")
            if same:
                message, hint = f"`{name}` comes out otherwise than the lock says.", "the lock was changed"
                yield WrongValue(Code.OUTPUT_DIFFERS, message, at, hint)
            else:
                message = f"socialpolicy {RELEASE} writes `{name}` otherwise than {lock.socialpolicy} did."
                hint = f"its words are the same; for the same bytes use socialpolicy {lock.socialpolicy}"
                yield WrongValue(Code.OUTPUT_DIFFERS, message, at, hint, "warn")


def _moved(lock: Lock, library: Library, place: Place) -> Iterator[Finding]:
    """A warning for each pack, and for each clause, that is another in this library than in the lock."""
    yield from pack_findings(lock.packs, library, place, "warn")
    lacking = {pack.name for pack in lock.packs} - {pack.name for pack in library.packs}
    for name, kept in lock.clauses.items():
        if kept.pack in lacking:  # the pack was named, with all that it has brought
            continue
        at = place.at(path=f"clauses.{name}")
        clause = _version(library, name, kept.version)
        if clause is None:
            message = f"The library has no `{name}` {kept.version} any more; the lock's words stand."
            yield NotFound(Code.CLAUSE_DIFFERS, message, at, severity="warn")
            continue
        differ = " and ".join(_differing(kept.digest, clause.digest))
        if differ:
            message = f"The {differ} of `{name}` {kept.version} in the library differ from the lock's."
            yield WrongValue(Code.CLAUSE_DIFFERS, message, at, "the lock's words stand", "warn")


def _differing(kept: ClauseDigest, now: ClauseDigest) -> Iterator[str]:
    halves = (("front matter", kept.front, now.front), ("texts", kept.texts, now.texts))
    for half, then, today in halves:
        if then != today:
            yield half


def _version(library: Library, name: str, version: str) -> Clause | None:
    versions = library.clauses.get(name, ())
    return next((clause for clause in versions if str(clause.version) == version), None)
