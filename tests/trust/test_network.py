"""Nothing leaves the machine: a build opens no socket, starts no process, writes no stray file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.practice import EXAMPLES, example


def audited(out: Path, *before: str) -> str:
    """What the audit hook saw."""
    script = Path(__file__).with_name("audited.py")
    run = subprocess.run(
        [sys.executable, *before, str(script), str(out)], capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_importing_and_building_open_no_socket_start_no_process_and_write_only_the_documents(
    tmp_path: Path,
) -> None:
    assert audited(tmp_path) == ""
    documents = sum(len(example(path).documents) for path in EXAMPLES)
    assert len(list(tmp_path.iterdir())) == 3 * documents


def test_the_hook_sees_what_it_is_there_for(tmp_path: Path) -> None:
    script = Path(__file__).with_name("audited.py").read_text()
    faulty = tmp_path / "faulty.py"
    faulty.write_text(
        script.replace(
            "    build_everything(Path(sys.argv[1]))",
            "    import socket, subprocess; socket.socket(); subprocess.run(['true']); "
            f"open({str(tmp_path / 'stray')!r}, 'w').close()",
        )
    )
    (tmp_path / "out").mkdir()
    run = subprocess.run(
        [sys.executable, str(faulty), str(tmp_path / "out")], capture_output=True, text=True, check=True
    )
    assert "socket.__new__" in run.stdout
    assert "subprocess.Popen" in run.stdout
    assert "stray" in run.stdout
