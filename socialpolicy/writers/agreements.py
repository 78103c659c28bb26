"""An agreement as it is given: a .docx that is read, and never written to."""

from __future__ import annotations

import os
from pathlib import Path

from socialpolicy.document import Document
from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.guarding.files import read_file
from socialpolicy.writers.prepared import Prepared

__all__ = ["attached"]

LARGEST_AGREEMENT = 25 << 20  # bytes


def attached(
    agreement: str | os.PathLike[str],
    document: Document,
    record: bytes,
    *,
    after: str,
    anchors: bool,
    out: str | os.PathLike[str],
) -> tuple[Prepared, tuple[Finding, ...]]:
    """The agreement with a document as a new section, and what to know of it; see `attaching.attach`.

    `out` is where it will be written: not over the agreement. Raises a finding of the FILE_ codes, too.
    """
    from socialpolicy.writers.word.attaching import attach

    place = Place(os.fspath(agreement))
    if Path(agreement).resolve() == Path(out).resolve():
        message = "The agreement itself is not written over."
        raise WrongValue(Code.AGREEMENT_FORM, message, place, "name another file for the result")
    content = read_file(Path(agreement), LARGEST_AGREEMENT)
    return attach(content, document, record, after=after, anchors=anchors, place=place)
