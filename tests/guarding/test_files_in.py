"""Files that come in: bounded, and every fault a finding."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import pytest

from socialpolicy.errors import Code, Finding, NotFound, WrongValue
from socialpolicy.guarding import files
from socialpolicy.guarding.files import read_file, read_text


@pytest.mark.parametrize("content", [b"", b"a", b"12345"])
def test_a_file_up_to_the_limit_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    assert read_file(path, 5) == content
    assert read_file(str(path), 5) == content


def test_one_byte_more_than_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"123456")
    with pytest.raises(WrongValue, match="larger than 5 bytes") as caught:
        read_file(path, 5)
    assert caught.value.code is Code.FILE_TOO_LARGE
    assert caught.value.place.file == str(path)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        read_file(tmp_path / "none", 5)
    assert caught.value.code is Code.FILE_NOT_FOUND
    assert caught.value.__context__ is None


@pytest.mark.parametrize("name", [".", "a\0b", "pipe", "file/below"])
def test_what_is_not_a_file_is_not_read(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    with pytest.raises(WrongValue) as caught:
        read_file(f"{tmp_path}/{name}", 5)
    assert caught.value.code is Code.FILE_NOT_READ


def test_a_fault_of_the_disk_is_a_finding(tmp_path: Path, monkeypatch) -> None:
    def fail(path: str, flags: int) -> int:
        raise OSError

    monkeypatch.setattr(files, "_open_at_once", fail)
    with pytest.raises(WrongValue, match="does not say why") as caught:
        read_file(tmp_path / "a", 5)
    assert caught.value.code is Code.FILE_NOT_READ


def test_a_text_comes_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa\r\n\xc3\xa9")
    assert read_text(path, 100) == "\ufeffa\r\né"


@pytest.mark.parametrize("content", [b"a\nMaria \xe9", "a\nMaria \ud800".encode("utf-8", "surrogatepass")])
def test_a_file_in_another_encoding_is_refused_with_its_line_and_nothing_of_its_text(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(Finding) as caught:
        read_text(path, 100)
    finding = caught.value
    assert (finding.code, finding.place.line) == (Code.FILE_ENCODING, 2)
    assert finding.__context__ is None
    frames = traceback.TracebackException.from_exception(finding, capture_locals=True).stack[1:]
    assert not any("Maria" in value for frame in frames for value in (frame.locals or {}).values())
