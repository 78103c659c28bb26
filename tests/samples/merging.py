"""A sample that raises each code of merging."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from socialpolicy import PolicyDocument
from socialpolicy.errors import Code, Refused
from socialpolicy.keeping.merging.clientfile import ClientFile
from socialpolicy.keeping.merging.filling import Chunk, fill_chunk
from socialpolicy.writers.prepared import Words
from tests.practice import LIBRARY, policy_of

__all__ = ["SAMPLES"]


def _document(**answers: Any) -> PolicyDocument:
    return policy_of(**answers).document("client-addendum")


def _merged(clients: Iterable[Any], **options: Any) -> object:
    with tempfile.TemporaryDirectory() as folder:
        return _document().merge_into(Path(folder) / "out", clients, "txt", **options)


def _twice(second: PolicyDocument, *, resume: bool) -> object:
    with tempfile.TemporaryDirectory() as folder:
        _document().merge_into(folder, [{}], "txt")
        return second.merge_into(folder, [{}], "txt", resume=resume)


def _empty() -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clients.csv"
        path.touch()
        return list(ClientFile.read(path, LIBRARY))


class Broken:
    """A prepared document that cannot be filled."""

    def fill(self, words: Words) -> bytes:
        raise ZeroDivisionError("Sam Fern")


def _failed() -> object:
    outcome = ((), ())
    (findings,) = fill_chunk(Chunk({outcome: Broken()}, ((outcome, {}),)))
    assert isinstance(findings, tuple)
    raise Refused("Failed.", findings)


SAMPLES: dict[Code, Callable[[], object]] = {
    Code.CLIENTS_NONE: _empty,
    Code.ROW_SHAPE: lambda: _merged(["Sam"]),
    Code.ROW_KEY: lambda: _merged([{"key": ""}]),
    Code.ROW_FAILED: _failed,
    Code.NAME_TAKEN: lambda: _merged([{"key": "a"}, {"key": "A"}]),
    Code.MERGE_BEGUN: lambda: _twice(_document(), resume=False),
    Code.MERGE_DIFFERS: lambda: _twice(_document(practice_name="Another"), resume=True),
}
