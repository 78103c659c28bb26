"""PDF of a Word file in a practice's letterhead: LibreOffice lays it out, where it is installed.

It is the only program that this package ever starts. The file to print, and with it a client's values, lies
for that while in a folder that nobody else may open.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from socialpolicy.document import Document
from socialpolicy.errors import Code, NotFound, NotWritten
from socialpolicy.writers.prepared import Prepared, Words

__all__ = ["PreparedOffice", "prepare", "timeless"]

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
# times in the properties, in the metadata, and digests of all of it that hang on them
_INFO = re.compile(rb"(/(?:Creation|Mod)Date\(D:)[0-9]{14}")
_XMP = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}")
_DIGESTS = re.compile(rb"(/ID \[ <|/DocChecksum /)[0-9A-F]{32}((?:>\s<)?)((?:(?<=<)[0-9A-F]{32})?)")
_HINT = "write the letterhead as .docx, and print that to PDF in Word"


def prepare(document: Document, *, letterhead: bytes) -> PreparedOffice:
    """The document on a letterhead as a PDF, ready to be filled.

    Raises NotFound where LibreOffice is not installed, and what the Word writer raises for the letterhead.
    """
    from socialpolicy.writers.word import prepare as prepare_word

    _program()
    return PreparedOffice(prepare_word(document, letterhead=letterhead), document.dated)


@attrs.frozen
class PreparedOffice:
    """A Word file that becomes a PDF when it is filled; `dated` is the day that the PDF tells (ISO)."""

    word: Prepared
    dated: str

    def fill(self, words: Words) -> bytes:
        """The finished PDF; raises NotWritten where LibreOffice makes none."""
        program, content = _program(), self.word.fill(words)
        with TemporaryDirectory(prefix="socialpolicy-") as folder:
            source = Path(folder, "document.docx")
            source.touch(0o600)
            source.write_bytes(content)
            _convert(program, source)
            made = source.with_suffix(".pdf")
            if made.is_file():
                return timeless(made.read_bytes(), self.dated)
        raise NotWritten(Code.OFFICE_FAILED, "LibreOffice has made no PDF of this file.", hint=_HINT)


def timeless(pdf: bytes, dated: str) -> bytes:
    """The PDF with a day in the place of each time at which it was made: equal files have equal bytes.

    Nothing grows or shrinks, so that every place the PDF points to stays where it is (ISO 32000-1, 7.5.4).
    """
    day = dated.encode()
    told = _INFO.sub(rb"\g<1>" + day.replace(b"-", b"") + b"000000", pdf)
    told = _XMP.sub(rb"\g<1>" + day + b"T00:00:00", told)
    own = hashlib.sha256(_digested(told, b"0" * 32)).hexdigest()[:32].upper()
    return _digested(told, own.encode())


def _digested(pdf: bytes, digest: bytes) -> bytes:
    """The PDF with this in the place of its digests; an ID has two."""
    return _DIGESTS.sub(lambda found: found[1] + digest + found[2] + digest * bool(found[3]), pdf)


def _program() -> str:
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    message = "A PDF in a letterhead needs LibreOffice, which is not installed."
    raise NotFound(Code.OFFICE_MISSING, message, hint=_HINT)


def _convert(program: str, source: Path) -> None:
    """Have the file written beside itself; a profile of its own keeps an open LibreOffice out of it."""
    profile = f"-env:UserInstallation={source.parent.joinpath('profile').as_uri()}"
    command = (program, profile, "--headless", "--norestore", "--convert-to", _FILTER)
    try:
        subprocess.run(  # noqa: S603 – the arguments are our own, and no shell reads them
            (*command, "--outdir", str(source.parent), str(source)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"LibreOffice could not be run: {type(error).__name__}."
        raise NotWritten(Code.OFFICE_FAILED, message, hint=_HINT) from None
