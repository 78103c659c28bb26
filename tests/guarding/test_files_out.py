"""The one writer: after any fault, the whole old file or the whole new one."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import time
import traceback
from itertools import count
from pathlib import Path

import pytest

from socialpolicy.errors import Code, NotWritten
from socialpolicy.guarding import files
from socialpolicy.guarding.files import sweep, write_file
from tests.guarding.faults import ERRNOS, FailingOS

OLD, NEW = b"the old document", b"the new document, which is longer"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


# ---------- without faults ----------


@pytest.mark.parametrize("content", [b"", b"a", bytes(range(256)) * 5000])
def test_what_is_written_is_read_back(tmp_path: Path, content: bytes) -> None:
    write_file(tmp_path / "a", content)
    assert (tmp_path / "a").read_bytes() == content
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("umask", [0, 0o22, 0o777])
def test_a_new_file_is_its_owner_s_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_file(tmp_path / "a", NEW)
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == 0o600


@pytest.mark.parametrize("old", [0o644, 0o600, 0o640])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, old: int) -> None:
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "a").chmod(old)
    write_file(str(tmp_path / "a"), NEW)
    assert (mode(tmp_path / "a"), (tmp_path / "a").read_bytes()) == (old, NEW)


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(OLD)
    (tmp_path / "a").symlink_to("target")
    write_file(tmp_path / "a", NEW)
    assert (tmp_path / "target").read_bytes() == OLD
    assert not (tmp_path / "a").is_symlink()


def test_a_name_without_a_folder_is_written_where_one_stands(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_file("a", NEW)
    assert names(tmp_path) == ["a"]


def test_the_bytes_reach_the_disk_before_the_name_changes_and_the_name_after(
    tmp_path: Path, monkeypatch
) -> None:
    watched = FailingOS(0, OSError())
    monkeypatch.setattr(files, "os", watched)
    write_file(tmp_path / "a", NEW)
    order = [call for call in watched.calls if call in ("write", "chmod", "fsync", "replace")]
    assert order == ["write", "chmod", "fsync", "replace", "fsync"]


def test_where_folders_cannot_be_brought_to_the_disk_none_is(tmp_path: Path, monkeypatch) -> None:
    watched = FailingOS(0, OSError())
    watched.name = "nt"
    monkeypatch.setattr(files, "os", watched)
    (tmp_path / f".sp-{dead_process()}-{'0' * 16}.tmp").touch()
    write_file(tmp_path / "a", NEW)
    assert watched.calls.count("fsync") == 1
    assert "kill" not in watched.calls
    assert len(names(tmp_path)) == 2


# ---------- with faults ----------


def write_with(fault: FailingOS, path: Path, monkeypatch) -> NotWritten | None:
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", fault)
        try:
            write_file(path, NEW)
        except NotWritten as finding:
            return finding
    return None


def open_files() -> int:
    return len(os.listdir("/dev/fd"))


@pytest.mark.parametrize("most", [1 << 30, 7], ids=["whole", "short"])
@pytest.mark.parametrize("broken", [False, True], ids=["once", "for-good"])
@pytest.mark.parametrize("old", [OLD, None], ids=["replacing", "new"])
@pytest.mark.parametrize("name", ERRNOS)
def test_whichever_call_fails_the_file_is_old_or_new(
    tmp_path: Path, monkeypatch, name: str, old: bytes | None, broken: bool, most: int
) -> None:
    gone, opened = dead_process(), open_files()
    for k in count(1):
        folder = tmp_path / str(k)
        folder.mkdir()
        target, left = folder / "a.docx", folder / f".sp-{gone}-{k:016x}.tmp"
        left.touch()
        if old is not None:
            target.write_bytes(old)
        fault = FailingOS(k, OSError(getattr(errno, name), "injected"), most=most, broken=broken)
        finding = write_with(fault, target, monkeypatch)
        stands = target.read_bytes() if target.exists() else None
        if finding is not None and finding.code is Code.FILE_NOT_WRITTEN:
            assert stands == old
        else:
            assert stands == NEW
        if finding is not None:
            assert os.strerror(getattr(errno, name)) in finding.message
            assert finding.__context__ is None
        if not broken:
            assert {entry for entry in names(folder) if entry != left.name} <= {"a.docx"}
        assert open_files() == opened
        if not fault.failed:
            break
    assert k >= 10
    assert finding is None
    assert names(folder) == ["a.docx"]


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, MemoryError])
def test_an_interruption_leaves_nothing_half_and_nothing_behind(
    tmp_path: Path, monkeypatch, stopped: type
) -> None:
    for k in count(1):
        folder = tmp_path / str(k)
        folder.mkdir()
        (folder / "a").write_bytes(OLD)
        fault = FailingOS(k, stopped())
        monkeypatch.setattr(files, "os", fault)
        if fault_free(folder):
            break
        assert (folder / "a").read_bytes() in (OLD, NEW)
        assert names(folder) == ["a"]
    assert k >= 8


def fault_free(folder: Path) -> bool:
    try:
        write_file(folder / "a", NEW)
    except (KeyboardInterrupt, MemoryError):
        return False
    return True


def test_a_disk_that_takes_nothing_is_a_fault_and_no_endless_loop(tmp_path: Path, monkeypatch) -> None:
    finding = write_with(FailingOS(0, OSError(), most=0), tmp_path / "a", monkeypatch)
    assert finding is not None
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["EINVAL", "ENOTSUP"])
def test_a_file_system_that_cannot_confirm_folders_is_taken_as_it_is(
    tmp_path: Path, monkeypatch, name: str
) -> None:
    watched = FailingOS(0, OSError())
    monkeypatch.setattr(files, "os", watched)
    write_file(tmp_path / "a", OLD)
    last = len(watched.calls) - 1  # the last but one is the folder's fsync
    assert watched.calls[last - 1] == "fsync"
    assert write_with(FailingOS(last, OSError(getattr(errno, name), "")), tmp_path / "a", monkeypatch) is None


def test_a_file_that_is_in_place_but_not_confirmed_has_a_code_of_its_own(tmp_path: Path, monkeypatch) -> None:
    watched = FailingOS(0, OSError())
    monkeypatch.setattr(files, "os", watched)
    write_file(tmp_path / "a", OLD)
    finding = write_with(FailingOS(len(watched.calls), OSError()), tmp_path / "a", monkeypatch)
    assert finding is not None
    assert finding.code is Code.FILE_NOT_CONFIRMED
    assert "does not say why" in finding.message
    assert (tmp_path / "a").read_bytes() == NEW


@pytest.mark.parametrize("name", ["folder", "none/a", "file/a", "a\0b", "b" * 300])
def test_a_name_where_no_file_can_stand_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten) as caught:
        write_file(f"{tmp_path}/{name}", NEW)
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    assert names(tmp_path) == ["file", "folder"]


def test_a_link_planted_under_the_temporary_name_is_not_followed(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "victim").write_bytes(OLD)
    monkeypatch.setattr(files.secrets, "token_hex", lambda length: "0" * 2 * length)
    (tmp_path / f".sp-{os.getpid()}-{'0' * 16}.tmp").symlink_to("victim")
    with pytest.raises(NotWritten):
        write_file(tmp_path / "a", NEW)
    assert (tmp_path / "victim").read_bytes() == OLD


def test_no_local_name_in_the_traceback_shows_the_document(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as caught:
        write_file(tmp_path / "none" / "a", b"Maria " + b"Canary")
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
    assert not any("Maria Canary" in value for frame in frames for value in (frame.locals or {}).values())


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    script = (
        "import resource, signal, sys\n"
        "from socialpolicy.errors import NotWritten\n"
        "from socialpolicy.guarding.files import write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try:\n    write_file(sys.argv[1], bytes(100_000))\n"
        "except NotWritten as finding:\n    print(finding.code)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a")], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "file-not-written"
    assert (tmp_path / "a").read_bytes() == OLD
    assert names(tmp_path) == ["a"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 20_000


KILLS = 40


def test_a_writer_that_is_killed_at_any_moment_leaves_a_whole_file_and_its_leftovers_are_swept(
    tmp_path: Path,
) -> None:
    target, whole = tmp_path / "a", {OLD * 4000, NEW * 4000}
    write_file(target, OLD * 4000)
    script = (
        "import sys\n"
        "from socialpolicy.guarding.files import write_file\n"
        f"documents = {OLD!r} * 4000, {NEW!r} * 4000\n"
        "print('ready', flush=True)\n"
        "while True:\n    for document in documents:\n        write_file(sys.argv[1], document)\n"
    )
    for k in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(k * 0.000_37 % 0.011)
            child.send_signal(signal.SIGKILL)
        assert target.read_bytes() in whole
        assert len(names(tmp_path)) <= 2  # each next writer swept what the last one left
    sweep(tmp_path)
    assert names(tmp_path) == ["a"]


def test_two_writers_and_a_reader_never_meet_in_half_a_file(tmp_path: Path) -> None:
    target, whole = tmp_path / "a", {OLD * 4000, NEW * 4000}
    write_file(target, OLD * 4000)
    script = (
        "import sys\n"
        "from socialpolicy.guarding.files import write_file\n"
        "for _ in range(60):\n    write_file(sys.argv[1], eval(sys.argv[2]) * 4000)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(target), repr(words)]) for words in (OLD, NEW)
    ]
    while any(writer.poll() is None for writer in writers):
        assert target.read_bytes() in whole
    assert [writer.returncode for writer in writers] == [0, 0]
    assert names(tmp_path) == ["a"]


# ---------- leftovers ----------


def test_leftovers_go_when_their_process_is_gone_or_they_are_an_hour_old(tmp_path: Path) -> None:
    ours, gone = os.getpid(), dead_process()
    kept = [f".sp-{ours}-{1:016x}.tmp", ".sp-1-short.tmp", f"sp-{gone}-{1:016x}.tmp", "a.tmp"]
    swept = [f".sp-{gone}-{1:016x}.tmp", f".sp-{9_999_999_999}-{1:016x}.tmp", f".sp-{ours}-{2:016x}.tmp"]
    for name in kept + swept:
        (tmp_path / name).touch()
    os.utime(tmp_path / swept[2], (time.time() - 3700,) * 2)
    sweep(tmp_path)
    assert names(tmp_path) == sorted(kept)


def test_a_process_that_is_someone_else_s_is_alive(tmp_path: Path, monkeypatch) -> None:
    def forbid(process: int, number: int) -> None:
        raise PermissionError

    left = tmp_path / f".sp-1-{1:016x}.tmp"
    left.touch()
    monkeypatch.setattr(files.os, "kill", forbid)
    sweep(tmp_path)
    assert left.exists()


@pytest.mark.parametrize("folder", ["none", "a\0b"])
def test_a_folder_that_cannot_be_listed_is_left(tmp_path: Path, folder: str) -> None:
    sweep(tmp_path / folder)
