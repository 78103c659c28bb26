"""PDF of a Word file in a practice's letterhead: LibreOffice lays it out, where it is installed.

It is the only program that this package ever starts. The file to print, and with it a client's values, lies
for that while in a folder that nobody else may open.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from socialpolicy.document import Document
from socialpolicy.errors import Code, NotFound, NotWritten
from socialpolicy.writers.prepared import Prepared, Words

__all__ = ["PreparedOffice", "prepare"]

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_HINT = "write the letterhead as .docx, and print that to PDF in Word"


def prepare(document: Document, *, letterhead: bytes) -> PreparedOffice:
    """The document on a letterhead as a PDF, ready to be filled.

    Raises NotFound where LibreOffice is not installed, and what the Word writer raises for the letterhead.
    """
    from socialpolicy.writers.word import prepare as prepare_word

    _program()
    return PreparedOffice(prepare_word(document, letterhead=letterhead))


@attrs.frozen
class PreparedOffice:
    """A Word file that becomes a PDF when it is filled. The PDF tells the time at which it was made."""

    word: Prepared

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
                return made.read_bytes()
        raise NotWritten(Code.OFFICE_FAILED, "LibreOffice has made no PDF of this file.", hint=_HINT)


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
