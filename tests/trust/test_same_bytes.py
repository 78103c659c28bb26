"""The same input gives the same bytes, whatever the process, its hash seed, time zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from socialpolicy.writers import FORMATS

BUILD = [sys.executable, "-m", "socialpolicy", "build"]


def built(example: Path, out: Path, **environment: str) -> dict[str, bytes]:
    """Every file of a build in a process of its own."""
    subprocess.run(
        [*BUILD, str(example), "--to", ",".join(FORMATS), "--out", str(out)],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_two_processes_write_identical_bytes(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "docs" / "examples" / "p06.toml"
    first = built(example, tmp_path / "a", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C")
    second = built(example, tmp_path / "b", PYTHONHASHSEED="4242", TZ="Pacific/Auckland", LC_ALL="C.UTF-8")
    assert len(first) == 4 * len(FORMATS) + 2  # four documents, the cover note and the lock
    assert first == second
