"""Whoever fills, the files are the same and come in order; what an executor loses is filled here."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from socialpolicy.errors import Code
from socialpolicy.keeping.merging import filling
from socialpolicy.keeping.merging.filling import Chunk, Merged, fill_chunk
from tests.keeping.merging.making import addendum, clients, contents
from tests.samples.merging import Broken

MANY = 150


def plain(to: str = "docx") -> list[Merged]:
    return list(addendum().merge(clients(MANY), to))


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
@pytest.mark.parametrize("to", ["docx", "txt"])
def test_an_executor_gives_the_same_files_in_the_same_order(pool: Callable[..., Executor], to: str) -> None:
    with pool(max_workers=2) as executor:
        assert list(addendum().merge(clients(MANY), to, executor=executor, chunk=7)) == plain(to)


def test_a_client_that_cannot_stand_keeps_its_place_and_the_others_their_files() -> None:
    raw: list[Any] = [*clients(5), {"client_name": 7}, "nobody", *clients(2, first=5)]
    with ThreadPoolExecutor(2) as executor:
        merged = list(addendum().merge(raw, executor=executor, chunk=3))
    assert [bool(one.file) for one in merged] == [True] * 5 + [False] * 2 + [True] * 2
    wanted = list(addendum().merge(raw))
    assert [one.file for one in merged] == [one.file for one in wanted]
    assert list(map(str, merged[6].findings)) == list(map(str, wanted[6].findings)) != []


def test_clients_are_read_no_further_than_chunks_are_on_their_way() -> None:
    read = []

    def noted() -> Iterator[dict[str, Any]]:
        for number, client in enumerate(clients(1_000)):
            read.append(number)
            yield client

    with ThreadPoolExecutor(1) as executor:
        merged = addendum().merge(noted(), "txt", executor=executor, chunk=2)
        for _ in range(10):
            next(merged)
        assert len(read) <= 10 + 2 * 10
        merged.close()  # type: ignore[attr-defined]


class Unreliable(Executor):
    """Loses some chunks: when they are sent, or when they are asked for."""

    def __init__(self, *, sending: Iterable[int] = (), asking: Iterable[int] = ()) -> None:
        self.sending, self.asking, self.count = set(sending), set(asking), 0

    def submit(self, call: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        self.count += 1
        if self.count in self.sending:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future: Future[Any] = Future()
        if self.count in self.asking:
            future.set_exception(OSError("the worker is gone"))
        else:
            future.set_result(call(*args, **named))
        return future


@pytest.mark.parametrize(
    "executor", [Unreliable(sending=[2, 5]), Unreliable(asking=[1, 3]), Unreliable(sending=range(1, 99))]
)
def test_a_chunk_that_is_lost_is_filled_here(executor: Executor) -> None:
    assert list(addendum().merge(clients(40), executor=executor, chunk=6)) == plain()[:40]


def die(chunk: Chunk) -> list[bytes]:
    """What a worker does that runs out of memory."""
    os._exit(9)


def test_workers_that_die_do_not_take_the_run_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "fill_chunk", die)
    with ProcessPoolExecutor(1) as executor:
        merged = list(addendum().merge(clients(20), executor=executor, chunk=6))
    assert merged == plain()[:20]


def test_a_file_that_cannot_be_made_says_so_and_shows_no_client() -> None:
    outcome = ((), ())
    prepared = addendum().prepare("txt")
    work = ((outcome, {("client_name", ""): "SECRET\x00"}), (outcome, {}))
    bad, good = fill_chunk(Chunk({outcome: prepared}, work))
    assert isinstance(bad, tuple)
    assert isinstance(good, bytes)
    assert [finding.code for finding in bad] == [Code.TEXT_CHARACTER]
    anchored, words = addendum().prepare("docx", anchors=True), {("client_name", ""): "/sp:SECRET"}
    (mistaken,) = fill_chunk(Chunk({outcome: anchored}, ((outcome, words),)))
    assert isinstance(mistaken, tuple)
    assert [finding.code for finding in mistaken] == [Code.ANCHOR_IN_ANSWER]
    (broken,) = fill_chunk(Chunk({outcome: Broken()}, ((outcome, {}),)))
    assert isinstance(broken, tuple)
    assert "ZeroDivisionError" in broken[0].message
    assert "Sam Fern" not in str(broken)


def test_words_that_turn_out_not_to_fit_in_filling_are_findings_of_their_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = addendum()
    list(document.merge([{}], "md"))
    monkeypatch.setattr(type(document.prepare("md")), "fill", Broken().fill)
    (one,) = document.merge([{"key": "a"}], "md")
    assert (one.key, one.file) == ("a", b"")
    assert [(found.code, found.place.path) for found in one.findings] == [(Code.ROW_FAILED, "clients[1]")]


def test_work_that_is_sent_pickles_and_does_not_show_itself() -> None:
    outcome = ((True, None), ("parent",))
    work = Chunk({outcome: addendum().prepare("docx")}, ((outcome, {("client_name", ""): "SECRET"}),))
    again = pickle.loads(pickle.dumps(work))  # noqa: S301 – what this test wrote itself
    assert fill_chunk(again) == fill_chunk(work)
    assert "SECRET" not in repr(work)


def test_a_folder_that_a_pool_fills_is_the_same_to_the_byte(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path / "here", list(clients(MANY)))
    with ProcessPoolExecutor(2) as executor:
        addendum().merge_into(tmp_path / "there", clients(MANY), executor=executor, chunk=20)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_a_folder_that_dask_fills_is_the_same_to_the_byte(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from distributed import Client, LocalCluster

    caplog.set_level(logging.DEBUG)
    addendum().merge_into(tmp_path / "here", list(clients(MANY)))
    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path / "dask")
    )
    with cluster, Client(cluster) as client, client.get_executor() as executor:
        addendum().merge_into(tmp_path / "there", clients(MANY), executor=executor, chunk=20)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
    assert "Client 7" not in caplog.text
