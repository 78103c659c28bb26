"""Files of clients, filled here or by any executor: in order, in chunks, so many at a time.

What an executor is sent are prepared documents and words, both of which pickle, and the name of a function.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from socialpolicy.composition.clients import Outcome
from socialpolicy.errors import Code, Finding, Refused, WrongValue
from socialpolicy.keeping.merging.outcomes import Making, Outcomes
from socialpolicy.keeping.merging.ready import Clients, Ready, findings_at, ready_clients
from socialpolicy.writers.prepared import Prepared, Words

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["Chunk", "Filled", "Merged", "Pool", "fill_chunk", "filled_clients", "merged"]

Filled = tuple[Ready, bytes]
_File = bytes | tuple[Finding, ...]


_AHEAD = 8  # so many chunks are on their way


@attrs.frozen
class Pool:
    """Who fills: an executor, and how many clients it gets at once."""

    executor: Executor
    chunk: int

    @classmethod
    def of(cls, executor: Executor | None, chunk: int) -> Pool | None:
        """None where nobody else fills."""
        return cls(executor, max(chunk, 1)) if executor else None


@attrs.frozen(repr=False)
class Merged:
    """One client's file, or (`file` is b"") the findings that keep it from being made.

    `number` counts the clients from 1, `key` is the client's for the caller, `line` that of a file of
    clients (0: there is none).
    """

    number: int
    key: str
    file: bytes
    findings: tuple[Finding, ...] = ()
    line: int = attrs.field(default=0, kw_only=True)


def merged(outcomes: Outcomes, clients: Clients, pool: Pool | None) -> Iterator[Merged]:
    """Each client with its file, in order."""
    for client, file in filled_clients(outcomes, ready_clients(outcomes, clients), pool):
        yield Merged(client.number, client.key, file, client.findings, line=client.place.line)


@attrs.frozen(repr=False)
class Chunk:
    """Work for someone else: documents by outcome, and what some files are made of."""

    prepared: Mapping[Outcome, Prepared]
    clients: tuple[tuple[Outcome, Words], ...]


def fill_chunk(chunk: Chunk) -> list[_File]:
    """The files, or why there is none: nothing that happens to one of them keeps the others from it."""
    return [_file(chunk.prepared[outcome], words) for outcome, words in chunk.clients]


def _file(prepared: Prepared, words: Words) -> _File:
    try:
        return prepared.fill(words)
    except Refused as refused:
        return _bare(refused.findings)
    except Finding as finding:
        return _bare((finding,))
    except Exception as error:  # its words may hold a value: only its name is told
        message = f"The file could not be made: {type(error).__name__}."
        hint = "this is a fault of this package, not of yours: please report it"
        return (WrongValue(Code.ROW_FAILED, message, hint=hint),)


def _bare(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they were, but for the frames in which they were raised."""
    return tuple(finding.with_traceback(None) for finding in findings)


def filled_clients(outcomes: Outcomes, clients: Iterable[Ready], pool: Pool | None) -> Iterator[Filled]:
    """Each client with its file, b"" where there is none, in the order given."""
    if pool is None:
        for one in clients:
            yield _with_file(one, _here(outcomes, one.making)) if one.making else (one, b"")
        return
    yield from _by_others(outcomes, iter(clients), pool)


def _here(outcomes: Outcomes, making: Making) -> _File:
    return _file(outcomes.prepared(making), making.words)


def _with_file(client: Ready, file: _File) -> Filled:
    if isinstance(file, bytes):
        return client, file
    return attrs.evolve(client, making=None, findings=findings_at(client.place, file)), b""


def _by_others(outcomes: Outcomes, clients: Iterator[Ready], pool: Pool) -> Iterator[Filled]:
    running: deque[tuple[tuple[Ready, ...], Future[list[_File]] | None]] = deque()
    while some := tuple(islice(clients, pool.chunk)):
        running.append((some, _submitted(outcomes, some, pool.executor)))
        if len(running) > _AHEAD:
            yield from _finished(outcomes, *running.popleft())
    while running:
        yield from _finished(outcomes, *running.popleft())


def _submitted(
    outcomes: Outcomes, clients: tuple[Ready, ...], executor: Executor
) -> Future[list[_File]] | None:
    """The chunk on its way; None where the executor takes no more."""
    makings = tuple(one.making for one in clients if one.making)
    prepared = {making.outcome: outcomes.prepared(making) for making in makings}
    work = tuple((making.outcome, making.words) for making in makings)
    try:
        return executor.submit(fill_chunk, Chunk(prepared, work))
    except Exception:  # whatever an executor raises when it is broken or shut down
        return None


def _finished(
    outcomes: Outcomes, clients: tuple[Ready, ...], future: Future[list[_File]] | None
) -> Iterator[Filled]:
    """The chunk's files; what an executor loses is filled here."""
    files = iter(_result(future))
    for one in clients:
        if one.making is None:
            yield one, b""
        else:
            file = next(files, None)
            yield _with_file(one, _here(outcomes, one.making) if file is None else file)


def _result(future: Future[list[_File]] | None) -> list[_File]:
    try:
        return future.result() if future else []
    except Exception:  # the worker died, or its answer was lost
        return []
