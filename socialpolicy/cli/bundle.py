"""Everything that one build writes: made whole in memory first, so that nothing is written by halves."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TypedDict

import attrs

from socialpolicy.composition.profile import Profile
from socialpolicy.errors import Code, Collector, Finding, NotWritten, Place, Refused, printable
from socialpolicy.guarding.files import write_file
from socialpolicy.keeping.lock import LOCK_NAME
from socialpolicy.library.documents import DOCUMENTS
from socialpolicy.library.library import Library
from socialpolicy.policy import Policy, compose
from socialpolicy.writers import FORMATS, format_named

__all__ = ["Bundle", "missing_documents", "write_bundle"]

_COVER = "cover-note"
_ARCHIVE = "policy.zip"
# the documents, as they are gone through
Shown = Callable[[tuple[str, ...]], AbstractContextManager[Iterable[str]]]
# what is written where no format is asked for
_USUAL = ("docx",)
_USUAL_FOR = {"website-policy": ("docx", "html")}


class _Asked(TypedDict):
    letterhead: bytes
    large_print: bool


@attrs.frozen
class Bundle:
    """The files of a build, each name with its bytes."""

    files: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(
        cls,
        library: Library,
        profile: Path,
        documents: tuple[str, ...],
        formats: tuple[str, ...],
        *,
        on: datetime.date | None,
        final: bool,
        letterhead: bytes = b"",
        large_print: bool = False,
        shown: Shown = contextlib.nullcontext,
    ) -> tuple[Policy, Bundle]:
        """The policy of a profile and its files; raises Refused with everything that stands in the way.

        Without `formats` each document is written in those that it is used in. `letterhead` and
        `large_print` are for those that have them; `shown` shows how far the documents have come.
        """
        for name in formats:
            format_named(name)
        manner = _Manner(letterhead, _large(formats, letterhead) if large_print else frozenset())
        policy = compose(library, Profile.read(profile, library), on=on)
        wanted = documents or tuple(name for name in policy.documents if name != _COVER)
        found = Collector()
        with shown(wanted) as names:
            files = [
                file
                for name in names
                for file in _files(policy, name, formats or _usual(name), manner, final, found)
            ]
        found.refuse("The documents cannot be built.")
        cover = (f"{_COVER}.md", policy.document(_COVER).bytes("md"))
        documents_made = (*(file for file in files if file[0] != cover[0]), cover)
        # the lock is written last: a folder without one is not whole
        lock = policy.lock(dict(documents_made), letterhead=letterhead, large_print=large_print)
        return policy, cls((*documents_made, (LOCK_NAME, lock.written())))

    def zipped(self) -> Bundle:
        """All files in one, which has the same bytes each time."""
        from socialpolicy.writers.word.zipped import zipped

        return Bundle(((_ARCHIVE, zipped(self.files)),))


@attrs.frozen
class _Manner:
    """How files are written: on which letterhead, and which formats in large print."""

    letterhead: bytes
    large: frozenset[str]

    def of(self, to: str) -> _Asked:
        """What a format is asked for, of what it has."""
        on = self.letterhead if FORMATS[to].takes_letterhead else b""
        return {"letterhead": on, "large_print": to in self.large}


def _large(formats: tuple[str, ...], letterhead: bytes) -> frozenset[str]:
    """Those that have large print; raises WrongValue where none has, and where a letterhead is given."""
    named = formats or (*_USUAL, *chain.from_iterable(_USUAL_FOR.values()))
    large = [name for name in named if FORMATS[name].prints_large]
    for name in large or named:
        FORMATS[name].check_large_print(letterhead)
    return frozenset(large)


def _usual(document: str) -> tuple[str, ...]:
    return _USUAL_FOR.get(document, _USUAL)


def _files(
    policy: Policy,
    name: str,
    formats: tuple[str, ...],
    manner: _Manner,
    final: bool,
    found: Collector,
) -> list[tuple[str, bytes]]:
    try:
        document = policy.document(name)
        if final:
            document.check_final()
        return [(f"{name}.{FORMATS[to].extension}", document.bytes(to, **manner.of(to))) for to in formats]
    except Refused as refused:
        found.extend(refused.findings)
    except Finding as finding:
        found.add(finding)
    return []


def write_bundle(bundle: Bundle, out: Path) -> tuple[Path, ...]:
    """Write the files into a folder, which is made if it is not there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        raise NotWritten(Code.FILE_NOT_WRITTEN, message, Place(str(out))) from None
    written: list[Path] = []
    for name, content in bundle.files:
        try:
            write_file(out / name, content)
        except NotWritten as finding:
            raise Refused(_so_far(written, len(bundle.files)), [finding]) from None
        written.append(out / name)
    return tuple(written)


def _so_far(written: list[Path], count: int) -> str:
    names = ", ".join(printable(str(path)) for path in written)
    return f"Of {count} files, {len(written)} were written{f' ({names})' if names else ''}."


def missing_documents(policy: Policy) -> tuple[tuple[str, str], ...]:
    """The documents that this policy does not have, each with the reason."""
    outlines = policy.composed.library.outlines
    return tuple(
        (name, "not for this practice" if name in outlines else "it has no outline yet")
        for name in DOCUMENTS
        if name not in policy.documents
    )
