"""A sample that raises each code of the keeping layer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from socialpolicy import Lock, rebuild
from socialpolicy.errors import Code, Place
from tests.keeping.locks import changed, locked

__all__ = ["SAMPLES"]


def _rebuilt(changes: Mapping[str, Any]) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "socialpolicy.lock"
        path.write_bytes(changed(locked(), changes))
        return rebuild(path).findings


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.JSON_SYNTAX: lambda: Lock.parse("{", Place("socialpolicy.lock")),
    Code.LOCK_FORMAT: lambda: Lock.parse('{"lock": 2}', Place("socialpolicy.lock")),
    Code.PACK_DIFFERS: lambda: _rebuilt({"packs": [{"name": "gone", "version": "1.0.0"}]}),
    Code.CLAUSE_DIFFERS: lambda: _rebuilt({"clauses/reviews/version": "0.0.9"}),
    Code.LETTERHEAD_DIFFERS: lambda: _rebuilt({"letterhead": f"sha256:{'0' * 64}"}),
    Code.OUTPUT_DIFFERS: lambda: _rebuilt({"documents/website-policy/title": "Another"}),
}
