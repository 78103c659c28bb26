"""Many files into one folder: each whole or not at all, and its owner's alone."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from socialpolicy.errors import Code, NotWritten
from socialpolicy.guarding import batches
from socialpolicy.guarding.batches import Batch
from tests.guarding.faults import FailingOS


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_and_written_over(tmp_path: Path) -> None:
    batch = Batch.into(tmp_path / "new" / "out")
    batch.write("a", b"one")
    batch.write("b", b"x" * 3_000_000)
    batch.write("a", b"two")
    out = tmp_path / "new" / "out"
    assert names(out) == ["a", "b"]
    assert (out / "a").read_bytes() == b"two"
    assert stat.S_IMODE((out / "a").stat().st_mode) == 0o600


def test_leftovers_of_the_dead_are_swept(tmp_path: Path) -> None:
    leftover = tmp_path / f".sp-4294967295-{'0' * 16}.tmp"
    leftover.write_bytes(b"half a document")
    Batch.into(tmp_path)
    assert names(tmp_path) == []


def test_a_file_that_lies_there_is_known_and_nothing_else_is(tmp_path: Path) -> None:
    batch = Batch.into(tmp_path)
    batch.write("a", b"one")
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    assert batch.holds("a", b"one")
    assert not batch.holds("a", b"on")
    assert not batch.holds("a", b"one more")
    assert not batch.holds("b", b"one")
    assert not batch.holds("link", b"one")
    assert not batch.holds("pipe", b"one")
    assert not batch.holds("\0", b"one")
    batch.remove("a")
    batch.remove("a")
    assert not batch.holds("a", b"one")


@pytest.mark.parametrize("call", [1, 2, 3])  # open, close, replace
def test_whatever_fails_nothing_is_left_by_halves(
    tmp_path: Path, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = Batch.into(tmp_path)
    batch.write("a", b"old")
    monkeypatch.setattr(batches, "os", FailingOS(call, OSError(errno.ENOSPC, "full")))
    with pytest.raises(NotWritten) as caught:
        batch.write("a", b"new")
    monkeypatch.undo()
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    assert caught.value.__context__ is None
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_key_pressed_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = Batch.into(tmp_path)

    def pressed(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batches, "write_all", pressed)
    with pytest.raises(KeyboardInterrupt):
        batch.write("a", b"new")
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten) as caught:
        Batch.into(tmp_path / "file" / "out")
    assert "Not a directory" in str(caught.value)
