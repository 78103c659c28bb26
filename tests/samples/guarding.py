"""A sample that raises each code of the guarding layer."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest import mock

from socialpolicy.errors import Code, Place
from socialpolicy.guarding import files
from socialpolicy.guarding.clean import clean
from socialpolicy.guarding.files import read_file, read_text, write_file
from socialpolicy.guarding.package import read_package
from tests.guarding.hostile.made import Case
from tests.guarding.hostile.watched import cases

__all__ = ["SAMPLES"]


def _in_folder(act: Callable[[Path], object]) -> Callable[[], object]:
    def sample() -> object:
        with tempfile.TemporaryDirectory() as folder:
            return act(Path(folder))

    return sample


def _read_odd_bytes(folder: Path) -> object:
    (folder / "odd").write_bytes(b"\xff")
    return read_text(folder / "odd", 10)


def _read_too_much(folder: Path) -> object:
    (folder / "large").write_bytes(b"12345")
    return read_file(folder / "large", 4)


def _write_unconfirmed(folder: Path) -> object:
    with mock.patch.object(files.os, "fsync", side_effect=[None, OSError(errno.EIO, "")]):
        return write_file(folder / "a", b"")


def _read(case: Case) -> object:
    return read_package(case.make())


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.TEXT_CHARACTER: lambda: clean("a\x00", Place("practice.toml", "practice_name")),
    Code.FILE_NOT_FOUND: _in_folder(lambda folder: read_file(folder / "none", 1)),
    Code.FILE_NOT_READ: _in_folder(lambda folder: read_file(folder, 1)),
    Code.FILE_TOO_LARGE: _in_folder(_read_too_much),
    Code.FILE_ENCODING: _in_folder(_read_odd_bytes),
    Code.FILE_NOT_WRITTEN: _in_folder(lambda folder: write_file(folder / "none" / "a", b"")),
    Code.FILE_NOT_CONFIRMED: _in_folder(_write_unconfirmed),
    **{case.code: partial(_read, case) for case in cases() if case.code is not None},
}
