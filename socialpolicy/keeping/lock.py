"""The lock: everything that a policy was made from, and the digest of each file that was written.

It stands outside those files, belongs to the practice alone, and holds nothing about any client.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import attrs

from socialpolicy.document import Document
from socialpolicy.document.canonical import Json, json_bytes
from socialpolicy.errors import Code, Collector, Place, WrongValue
from socialpolicy.guarding.files import read_text
from socialpolicy.keeping.canonical import LARGEST, json_value
from socialpolicy.keeping.clauses import KeptClause
from socialpolicy.keeping.packs import KeptPack
from socialpolicy.keeping.record import Edition, Record
from socialpolicy.keeping.release import RELEASE
from socialpolicy.keeping.trees import NODES
from socialpolicy.library.documents import DOCUMENTS, EXTRACTS
from socialpolicy.library.naming import shown
from socialpolicy.writers import ENDINGS

__all__ = ["LOCK_NAME", "Choices", "KeptSentences", "Lock", "LockedFact"]

LOCK_NAME = "socialpolicy.lock"
_REFUSED = "The lock cannot be used as it stands."
_FORMAT = 1
_DIGEST = re.compile(r"(?:parts-)?sha256:[0-9a-f]{64}")


@attrs.frozen
class LockedFact:
    """How a fact stands, and its value as a profile would have it (null: nobody has said)."""

    standing: Literal["answered", "assumed", "unanswered"]
    value: object


@attrs.frozen
class KeptSentences:
    """What the practice adds to a clause, and to which documents."""

    text: str
    documents: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Choices:
    """What the practice chose; `stances`, `versions` and `own` are clause → choice, `locale` a tag or ""."""

    stances: Mapping[str, str]
    versions: Mapping[str, str]
    exclude: tuple[str, ...]
    locale: str
    own: Mapping[str, KeptSentences]


@attrs.frozen(kw_only=True, repr=False)
class Lock:
    """What one policy was made from. `lock` is the number of this format.

    `packs` lay over the library, the lowest first; `facts` are fact or `clause.fact` → answer; `clauses`
    those that stand, `stances` theirs; `documents` the trees, with their holes open; `outputs` file name
    → digest; `letterhead` the digest of what the .docx among them are written on ("": nothing);
    `large_print` whether those among them are in large print that can be.
    """

    lock: Literal[1]
    socialpolicy: str
    library: Edition
    packs: tuple[KeptPack, ...]
    on: datetime.date
    locale: str
    facts: Mapping[str, LockedFact]
    choices: Choices
    clauses: Mapping[str, KeptClause]
    stances: Mapping[str, str]
    documents: Mapping[str, Document]
    outputs: Mapping[str, str]
    letterhead: str = ""
    large_print: bool = False

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Lock:
        """The lock in a file; raises a finding of the FILE_ codes, JSON_SYNTAX, or Refused."""
        return cls.parse(read_text(Path(path), LARGEST), Place(os.fspath(path)))

    @classmethod
    def parse(cls, text: str, place: Place) -> Lock:
        """The lock that a JSON text holds; raises WrongValue or Refused, each fault with its path."""
        value = json_value(text, place)
        _check_format(value, place)
        lock = NODES.read(cls, value, place, _REFUSED)
        _check_names(lock, place)
        return lock

    def written(self) -> bytes:
        """The lock as canonical JSON: the same policy gives the same bytes, anywhere."""
        return json_bytes(NODES.plain(self))

    def record(self, document: str) -> Record:
        """The record that rides in the files of one document."""
        return Record.of(self.documents[document], self.library, self.packs, self.clauses)

    def __repr__(self) -> str:
        return f"Lock({len(self.documents)} documents on {self.on})"


def _check_format(value: Json, place: Place) -> None:
    """Another format is refused before its keys are, which would say less."""
    format_number = value.get("lock") if isinstance(value, dict) else None
    if type(format_number) is int and format_number != _FORMAT:
        message = f"This lock has format {format_number}; socialpolicy {RELEASE} reads format {_FORMAT}."
        raise WrongValue(Code.LOCK_FORMAT, message, place, "use the release that wrote it, or a later one")


def _check_names(lock: Lock, place: Place) -> None:
    """Names of documents become names of files: only those that this package has can stand."""
    found = Collector()
    for name, tree in lock.documents.items():
        if name not in {*DOCUMENTS, *EXTRACTS} or tree.id != name:
            found.add(_misnamed("document", name, place.at(path="documents")))
    for name, digest in lock.outputs.items():
        document, point, ending = name.partition(".")
        if document not in lock.documents or point + ending not in ENDINGS:
            found.add(_misnamed("file", name, place.at(path="outputs")))
        elif not _DIGEST.fullmatch(digest):
            message = "This is not the digest of a file."
            found.add(WrongValue(Code.NAME_FORM, message, place.at(path=f"outputs.{name}")))
    if lock.letterhead and not _DIGEST.fullmatch(lock.letterhead):
        message = "This is not the digest of a file."
        found.add(WrongValue(Code.NAME_FORM, message, place.at(path="letterhead")))
    found.refuse(_REFUSED)


def _misnamed(what: str, name: str, place: Place) -> WrongValue:
    return WrongValue(Code.NAME_UNKNOWN, f"`{shown(name)}` is no {what} of this policy.", place)
