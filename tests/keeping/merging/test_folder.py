"""A run into a folder: all or nothing, its manifest, and how it is gone on with."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from socialpolicy import Finding, Lock, Refused
from socialpolicy.errors import Code, NotWritten, WrongValue
from socialpolicy.guarding.batches import Batch
from socialpolicy.keeping.merging import archive, folder
from socialpolicy.keeping.merging.clientfile import ClientFile
from socialpolicy.keeping.merging.running import Counts
from tests.keeping.merging.making import EVERYONE, addendum, clients, contents
from tests.practice import LIBRARY, policy_of
from tests.writers.word.letterhead.making import letterhead

BAD = {"key": "bad", "client_name": "SECRET\x00", "agreement_date": "SECRET", "client_nam": "SECRET"}


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[Code]:
    return [finding.code for finding in refused.value.findings]


# ---------- a whole run ----------


def test_each_client_has_a_file_and_the_manifest_lists_it(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    counts = addendum().merge_into(
        tmp_path / "out", list(clients(12)), progress=lambda *told: heard.append(told)
    )
    assert counts == Counts(12, 0, 0)
    files = contents(tmp_path / "out")
    lock = hashlib.sha256(files["socialpolicy.lock"]).hexdigest()
    lines = [json.loads(line) for line in files["manifest.jsonl"].splitlines()]
    assert lines == [
        {
            "file": f"c{number}.docx",
            "key": f"c{number}",
            "lock": f"sha256:{lock}",
            "sha256": f"sha256:{hashlib.sha256(files[f'c{number}.docx']).hexdigest()}",
        }
        for number in range(12)
    ]
    others = set(files) - {line["file"] for line in lines}
    assert others == {"manifest.jsonl", "merge.json", "socialpolicy.lock"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o600}
    assert heard == [("check", number, 0) for number in range(1, 13)] + [
        ("write", number, 12) for number in range(1, 13)
    ]
    for name in ("manifest.jsonl", "merge.json", "socialpolicy.lock"):
        assert b"Client 7" not in files[name]
    assert Lock.read(tmp_path / "out" / "socialpolicy.lock").documents


def test_files_are_called_as_the_caller_says(tmp_path: Path) -> None:
    raw = [{"client_name": "A/B"}, {"client_name": "C", "agreement_date": "none"}, {"key": "x"}]
    addendum().merge_into(tmp_path, raw, "txt", name="{number}-{client_name}{agreement_date}.txt")
    assert {"1-A_B.txt", "2-C.txt", "3-.txt"} <= set(contents(tmp_path))


def once(bad: bool = False) -> Iterator[dict[str, Any]]:
    yield from clients(20)
    if bad:
        yield BAD


def test_clients_that_can_be_read_only_once_are_checked_first_too(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path / "once", once())
    addendum().merge_into(tmp_path / "twice", list(clients(20)))
    assert contents(tmp_path / "once") == contents(tmp_path / "twice")
    with pytest.raises(Refused):
        addendum().merge_into(tmp_path / "bad", once(bad=True))
    assert not (tmp_path / "bad").exists()


# ---------- bad clients ----------


def test_nothing_is_written_while_a_client_cannot_stand_and_all_that_is_wrong_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        addendum().merge_into(tmp_path / "out", [{"key": "a"}, BAD, {"key": "A"}, {"client_is_minor": "no"}])
    assert codes(refused) == [
        Code.TEXT_CHARACTER, Code.VALUE_KIND, Code.NAME_UNKNOWN, Code.NAME_TAKEN, Code.VALUE_KIND,
    ]  # fmt: skip
    assert [finding.place.path for finding in refused.value.findings] == [
        "clients[2].client_name", "clients[2].agreement_date", "clients[2]", "clients[3]",
        "clients[4].client_is_minor",
    ]  # fmt: skip
    assert "SECRET" not in str(refused.value.findings)
    assert not (tmp_path / "out").exists()


def test_with_skip_bad_the_others_are_written_and_the_bad_listed(tmp_path: Path) -> None:
    raw = [{"key": "a"}, BAD, {"key": "=1+1", "client_is_minor": "SECRET"}, {"key": "b"}, {"key": "B"}]
    counts = addendum().merge_into(tmp_path, raw, "txt", skip_bad=True)
    assert counts == Counts(2, 0, 3)
    files = contents(tmp_path)
    assert {"a.txt", "b.txt"} == {name for name in files if name.endswith(".txt")}
    assert b"SECRET" not in b"".join(files.values())
    rows = list(csv.reader(io.StringIO(files["rejected.csv"].decode())))
    assert [row[:3] for row in rows] == [
        ["line", "key", "field"],
        ["2", "bad", "clients[2].client_name"],
        ["2", "bad", "clients[2].agreement_date"],
        ["2", "bad", "clients[2]"],
        ["3", "'=1+1", "clients[3].client_is_minor"],
        ["5", "B", "clients[5]"],
    ]
    assert rows[1][3].endswith("[text-character]")
    assert len(files["manifest.jsonl"].splitlines()) == 2


def test_a_file_of_clients_tells_lines_in_its_list_of_the_rejected(tmp_path: Path) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("key,client_name,agreement_date\n\n1,Sam,SECRET\n2,Bo,\n")
    counts = addendum().merge_into(tmp_path / "out", ClientFile.read(table, LIBRARY), "txt", skip_bad=True)
    assert counts == Counts(1, 0, 1)
    rejected = (tmp_path / "out" / "rejected.csv").read_text().splitlines()[1]
    assert rejected == "3,1,agreement_date,expected a date such as 2026-06-19 [value-kind]"


def test_clients_that_do_not_fit_the_practice_are_found_once_for_each_of_them(tmp_path: Path) -> None:
    document = policy_of(serves_minors=False, modalities=["individual"]).document("client-addendum")
    raw = [{"client_is_minor": True}, {"client_unit": "individual"}, {"client_is_minor": True}]
    with pytest.raises(Refused) as refused:
        document.merge_into(tmp_path / "out", raw)
    assert codes(refused) == [Code.SIGNERS_NONE, Code.SIGNERS_NONE]
    assert [finding.place.path for finding in refused.value.findings] == ["clients[1]", "clients[3]"]


def test_names_that_stand_in_the_folder_already_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "A.txt").write_text("mine")
    (tmp_path / "clients.csv").write_text("mine, too")
    with pytest.raises(Refused) as refused:
        addendum().merge_into(tmp_path, [{"key": "a"}, {"key": "b"}], "txt")
    assert codes(refused) == [Code.NAME_TAKEN]
    assert set(contents(tmp_path)) == {"A.txt", "clients.csv"}


def test_clients_that_change_between_checking_and_writing_are_noticed(tmp_path: Path) -> None:
    class Changing:
        asked = 0

        def __iter__(self) -> Iterator[dict[str, Any]]:
            self.asked += 1
            yield from clients(3)
            if self.asked == 2:
                yield BAD

    with pytest.raises(Refused, match="others than those"):
        addendum().merge_into(tmp_path, Changing(), "txt")
    counts = addendum().merge_into(tmp_path, list(clients(4)), "txt", resume=True)
    assert counts == Counts(1, 3, 0)


def test_a_final_run_refuses_while_a_blank_is_left(tmp_path: Path) -> None:
    document = policy_of(practice_phone=None).document("client-addendum")
    assert document.blanks
    with pytest.raises(Refused) as refused:
        document.merge_into(tmp_path / "out", [{}], final=True)
    assert set(codes(refused)) == {Code.BLANK_LEFT}


@pytest.mark.parametrize("skip_bad", [False, True])
def test_a_letterhead_with_faults_stops_the_run_before_anything_is_written(
    tmp_path: Path, skip_bad: bool
) -> None:
    with pytest.raises((Refused, Finding)):
        addendum().merge_into(tmp_path / "out", [{}], letterhead=b"none", skip_bad=skip_bad)
    assert not (tmp_path / "out").exists()
    with pytest.raises(Finding):
        addendum().merge_into(tmp_path / "out", [{}], "wordperfect")


# ---------- going on ----------


def test_a_run_that_has_begun_is_gone_on_with_only_when_somebody_says_so(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path, list(clients(3)))
    before = contents(tmp_path)
    with pytest.raises(WrongValue) as caught:
        addendum().merge_into(tmp_path, list(clients(3)))
    assert caught.value.code is Code.MERGE_BEGUN
    assert addendum().merge_into(tmp_path, list(clients(3)), resume=True) == Counts(0, 3, 0)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "change",
    [{"name": "x{key}.docx"}, {"letterhead": letterhead()}, {"anchors": True}],
    ids=["name", "letterhead", "anchors"],
)
def test_a_run_with_other_options_does_not_go_on_with_it(tmp_path: Path, change: dict[str, Any]) -> None:
    addendum().merge_into(tmp_path, list(clients(2)))
    before = contents(tmp_path)
    with pytest.raises(WrongValue) as caught:
        addendum().merge_into(tmp_path, list(clients(2)), resume=True, **change)
    assert caught.value.code is Code.MERGE_DIFFERS
    assert contents(tmp_path) == before


def test_another_format_document_or_practice_does_not_go_on_with_it(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path, list(clients(2)))
    other = policy_of(**EVERYONE, practice_phone="02 5550 9999")
    for document, to in (
        (addendum(), "txt"),
        (other.document("client-addendum"), "docx"),
        (policy_of(**EVERYONE).document("website-policy"), "docx"),
    ):
        with pytest.raises(WrongValue) as caught:
            document.merge_into(tmp_path, list(clients(2)), to, resume=True)
        assert caught.value.code is Code.MERGE_DIFFERS


def test_what_was_lost_changed_or_never_written_is_made_good(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path / "whole", list(clients(9)))
    addendum().merge_into(tmp_path / "out", list(clients(9)))
    out = tmp_path / "out"
    (out / "c1.docx").unlink()
    (out / "c2.docx").write_bytes((out / "c2.docx").read_bytes()[:-7])
    (out / "c4.docx").write_bytes((out / "c3.docx").read_bytes())
    manifest = (out / "manifest.jsonl").read_bytes()
    (out / "manifest.jsonl").write_bytes(manifest[: len(manifest) // 2])
    (out / f".sp-4294967295-{'0' * 16}.tmp").write_bytes(b"half")
    assert addendum().merge_into(out, list(clients(9)), resume=True) == Counts(3, 6, 0)
    assert contents(out) == contents(tmp_path / "whole")


@pytest.mark.parametrize("torn", [b"", b"\n", b"{", b'{"file":"c0.docx"}\n', b"\xff" * 5000])
def test_a_torn_manifest_is_written_anew(tmp_path: Path, torn: bytes) -> None:
    addendum().merge_into(tmp_path / "whole", list(clients(3)), "txt")
    addendum().merge_into(tmp_path / "out", list(clients(3)), "txt")
    (tmp_path / "out" / "manifest.jsonl").write_bytes(torn)
    addendum().merge_into(tmp_path / "out", list(clients(3)), "txt", resume=True)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_longer_manifest_of_an_earlier_run_ends_where_this_one_does(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path / "whole", list(clients(3)), "txt")
    addendum().merge_into(tmp_path / "out", list(clients(5)), "txt")
    addendum().merge_into(tmp_path / "out", list(clients(3)), "txt", resume=True)
    lines = (tmp_path / "out" / "manifest.jsonl").read_bytes()
    assert lines == (tmp_path / "whole" / "manifest.jsonl").read_bytes()


def test_a_file_that_was_there_before_the_run_stays_when_it_is_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "c1.txt").write_text("somebody else's")
    (tmp_path / "odd\udcff").write_text("a name that is no text")
    for resume in (False, True):
        counts = addendum().merge_into(tmp_path, list(clients(3)), "txt", skip_bad=True, resume=resume)
        assert counts == (Counts(0, 2, 1) if resume else Counts(2, 0, 1))
        assert (tmp_path / "c1.txt").read_text() == "somebody else's"


@pytest.mark.parametrize("said", [b"", b"\xff", b"[]", b"{", b'{"before":"c1.txt"}'])
def test_what_does_not_say_of_which_run_it_is_is_not_gone_on_with(tmp_path: Path, said: bytes) -> None:
    addendum().merge_into(tmp_path, list(clients(1)), "txt")
    (tmp_path / folder.RUN).write_bytes(said)
    with pytest.raises(WrongValue) as caught:
        addendum().merge_into(tmp_path, list(clients(1)), "txt", resume=True)
    assert caught.value.code is Code.MERGE_DIFFERS


def test_the_list_of_the_rejected_goes_when_nobody_is(tmp_path: Path) -> None:
    addendum().merge_into(tmp_path, [{"key": "a"}, BAD], "txt", skip_bad=True)
    assert "rejected.csv" in contents(tmp_path)
    addendum().merge_into(tmp_path, [{"key": "a"}, {"key": "bad"}], "txt", skip_bad=True, resume=True)
    assert "rejected.csv" not in contents(tmp_path)


def test_going_on_where_nothing_has_begun_begins(tmp_path: Path) -> None:
    assert addendum().merge_into(tmp_path / "out", list(clients(2)), "txt", resume=True) == Counts(2, 0, 0)


# ---------- one archive ----------


@pytest.mark.parametrize("to", ["docx", "txt"])
def test_an_archive_holds_what_the_folder_would(tmp_path: Path, to: str) -> None:
    addendum().merge_into(tmp_path / "out", list(clients(9)), to)
    assert addendum().merge_into(tmp_path / "all.zip", list(clients(9)), to) == Counts(9, 0, 0)
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        assert file.testzip() is None
        held = {name: file.read(name) for name in file.namelist()}
    wanted = contents(tmp_path / "out")
    del wanted["merge.json"]
    assert held == wanted
    before = (tmp_path / "all.zip").read_bytes()
    addendum().merge_into(tmp_path / "all.zip", once_of(9), to)
    assert (tmp_path / "all.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "out"]


def once_of(count: int) -> Iterator[dict[str, Any]]:
    yield from clients(count)


def test_an_archive_is_there_when_it_is_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused):
        addendum().merge_into(tmp_path / "out" / "all.zip", [{"key": "a"}, BAD], "txt")
    assert not list(tmp_path.iterdir())
    counts = addendum().merge_into(tmp_path / "all.zip", [{"key": "a"}, BAD], "txt", skip_bad=True)
    assert counts == Counts(1, 0, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "rejected.csv"]

    def stopped(stage: str, done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        addendum().merge_into(tmp_path / "new.zip", [{}], "txt", skip_bad=True, progress=stopped)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "rejected.csv"]


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_an_archive_that_cannot_be_written_is_said(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive.os, call, full)
    with pytest.raises(NotWritten) as caught:
        addendum().merge_into(tmp_path / "all.zip", [{}], "txt")
    monkeypatch.undo()
    assert "No space left on device" in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_an_archive_that_fills_the_disk_is_said_and_shows_no_client(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(NotWritten):
        addendum().merge_into(tmp_path / "all.zip", [{}], "txt")
    assert not list(tmp_path.iterdir())


def test_a_manifest_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").mkdir()
    with pytest.raises(NotWritten):
        folder.Manifest(tmp_path / "manifest.jsonl", "sha256:0")
    assert folder.Rejections(Batch.into(tmp_path)).count == 0
