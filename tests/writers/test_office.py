"""A PDF in a letterhead is LibreOffice's: what it is given, and what is said where it fails."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from socialpolicy.errors import Code, NotFound, NotWritten
from socialpolicy.writers import FORMATS
from socialpolicy.writers.office import timeless
from socialpolicy.writers.word.letterhead import starter
from tests.writers.sample import sample_document

# writes a PDF that tells how it was called, and the rights of what it was given
STANDIN = """#!/bin/sh
for last; do :; done
folder=$(dirname "$last")
{ echo "%PDF"; echo "$@"; /usr/bin/stat -c %a "$last" "$folder"; } > "$folder/document.pdf"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH but for the usual tools."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder


def put(program: Path, script: str) -> None:
    tools = "/usr/bin:/bin"
    program.write_text(script.replace("#!/bin/sh\n", f"#!/bin/sh\nPATH={tools}\n"))
    program.chmod(0o700)


def printed() -> bytes:
    return FORMATS["pdf"].prepare(sample_document(), b"", starter()).fill({("client_name", ""): "Ada"})


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_it_is_started_with_a_profile_and_a_folder_of_its_own(programs: Path, name: str) -> None:
    put(programs / name, STANDIN)
    _, call, *rights = printed().decode().splitlines()
    assert "-env:UserInstallation=file://" in call
    assert "PDFUACompliance" in call
    assert rights == ["600", "700"]
    assert not Path(call.split()[-1]).exists()


def test_where_there_is_none_it_is_said_before_anything_is_made(programs: Path) -> None:
    with pytest.raises(NotFound) as caught:
        FORMATS["pdf"].prepare(sample_document(), b"", starter())
    assert caught.value.code is Code.OFFICE_MISSING


def test_a_file_that_it_does_not_print_is_told_without_the_clients_name(programs: Path) -> None:
    put(programs / "soffice", "#!/bin/sh\nexit 3\n")
    with pytest.raises(NotWritten) as caught:
        printed()
    assert caught.value.code is Code.OFFICE_FAILED
    assert "Ada" not in str(caught.value)


def test_one_that_does_not_start_or_does_not_end_is_told(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs / "soffice", "no program")
    with pytest.raises(NotWritten, match="could not be run: OSError"):
        printed()

    def slow(*_: object, **options: float) -> None:
        raise subprocess.TimeoutExpired("soffice", options["timeout"])

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(NotWritten, match="TimeoutExpired"):
        printed()


TOLD = (
    b"<xmp:CreateDate>2026-11-27T17:46:16Z</xmp:CreateDate>\n/CreationDate(D:20261127174616Z')\n"
    b"/ID [ <%b>\n<%b> ]\n/DocChecksum /%b\n<AB> <CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC>"
)


def test_times_and_what_hangs_on_them_are_those_of_the_document() -> None:
    early, late = (TOLD % ((sign * 32,) * 3) for sign in (b"A", b"B"))
    late = late.replace(b"17:46:16", b"18:00:00").replace(b"174616", b"180000")
    made = timeless(early, "2026-12-01")
    assert made == timeless(late, "2026-12-01")
    assert len(made) == len(early)
    assert b"<xmp:CreateDate>2026-12-01T00:00:00Z<" in made
    assert b"(D:20261201000000Z')" in made
    assert b"A" * 32 not in made
    assert b"C" * 32 in made  # a text of the document is none of its digests
    assert timeless(early + b"more", "2026-12-01")[: len(made)] != made


@pytest.mark.conformance("soffice", "pdftotext")
def test_libreoffice_prints_a_letterhead(pdftotext: Path, tmp_path: Path) -> None:
    path = tmp_path / "on.pdf"
    path.write_bytes(printed())
    text = subprocess.run([pdftotext, path, "-"], capture_output=True, check=True).stdout.decode()
    assert "02 5550 6021" in text
    assert "Ada" in text


@pytest.mark.conformance("soffice")
def test_libreoffice_prints_the_same_bytes_twice(soffice: Path) -> None:
    first = printed()
    time.sleep(1.1)  # the time that it tells has seconds
    assert printed() == first
