"""Clients that can be read only once, kept between checking and writing: in a file without a name.

It is its owner's alone, and the system drops it with the process that wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import IO, Any

import attrs

from socialpolicy.composition.clients import Outcome
from socialpolicy.errors import Place
from socialpolicy.keeping.merging.outcomes import Making
from socialpolicy.keeping.merging.ready import Ready

__all__ = ["Spool"]


@attrs.frozen(eq=False, repr=False)
class Spool:
    """Clients that are ready, on disk."""

    file: IO[bytes] = attrs.field(init=False, factory=TemporaryFile)
    deciding: dict[Outcome, Mapping[str, object]] = attrs.field(init=False, factory=dict)

    def keep(self, clients: Iterable[Ready]) -> Iterator[Ready]:
        """The same clients, each kept once it has been read."""
        for client in clients:
            if client.making:
                self.deciding.setdefault(client.making.outcome, client.making.deciding)
                self.file.write(json.dumps(_plain(client, client.making)).encode() + b"\n")
            yield client

    def again(self) -> Iterator[Ready]:
        """The clients that were kept."""
        self.file.seek(0)
        return map(self._read, self.file)

    def _read(self, line: bytes) -> Ready:
        number, key, (file, path, at), name, (answers, roles), words = json.loads(line)
        outcome = tuple(answers), tuple(roles)
        filled = {(fact, form): said for fact, form, said in words}
        making = Making(outcome, self.deciding[outcome], words=filled)
        return Ready(number, key, Place(file, path, line=at), making=making, name=name)

    def close(self) -> None:
        """Let go of all of them."""
        self.file.close()


def _plain(client: Ready, making: Making) -> list[Any]:
    words = [[*key, said] for key, said in making.words.items()]
    place = client.place
    at = [place.file, place.path, place.line]
    return [client.number, client.key, at, client.name, making.outcome, words]
