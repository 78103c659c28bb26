"""Clients come from mappings, tables and lines of JSON; each fault has its place and never a value."""

from __future__ import annotations

import datetime
import os
import traceback
from pathlib import Path
from typing import Any

import attrs
import pytest

from socialpolicy import Refused
from socialpolicy.errors import Code, Finding, WrongValue
from socialpolicy.facts.fact import Fact
from socialpolicy.keeping.merging import clientfile
from socialpolicy.keeping.merging.cells import from_json, raw_value
from socialpolicy.keeping.merging.clientfile import ClientFile
from socialpolicy.keeping.merging.rows import ClientRow, rows_of
from tests.keeping.merging.making import addendum
from tests.practice import LIBRARY

DAY = datetime.date(2026, 3, 2)


def read(folder: Path, content: str | bytes, name: str = "clients.csv") -> list[ClientRow]:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(ClientFile.read(file, LIBRARY))


def bare(row: ClientRow) -> dict[str, object]:
    assert not row.findings
    return {name: secret.reveal() for name, secret in row.facts.items()}


def codes(folder: Path, content: str | bytes, name: str = "clients.csv") -> list[tuple[int, Code]]:
    """Line and code of all that is found, whether the file or a row is refused."""
    try:
        rows = read(folder, content, name)
    except Refused as refused:
        return [(finding.place.line, finding.code) for finding in refused.findings]
    except Finding as finding:
        return [(finding.place.line, finding.code)]
    return [(finding.place.line, finding.code) for row in rows for finding in row.findings]


# ---------- mappings ----------


def test_a_mapping_is_a_client_and_its_key_no_fact() -> None:
    one, two = rows_of([{"key": "a", "client_name": "Sam"}, {"client_name": "Bo"}])
    assert (one.key, bare(one), one.place.path) == ("a", {"client_name": "Sam"}, "clients[1]")
    assert (two.key, two.number) == ("2", 2)
    assert next(rows_of([{"key": 17}])).key == "17"
    assert "Sam" not in repr(one)


@pytest.mark.parametrize("key", ["", " ", "a\n", "x" * 101, 1.5, True, ["a"], b"a"])
def test_a_key_that_is_none_is_found(key: object) -> None:
    (row,) = rows_of([{"key": key}])
    (merged,) = addendum().merge([row], "txt")
    assert (merged.file, merged.findings) == (b"", row.findings)
    assert [finding.code for finding in row.findings] == [Code.ROW_KEY]


def test_what_is_no_mapping_is_found() -> None:
    (row,) = rows_of(["Sam"])  # type: ignore[list-item]
    assert [finding.code for finding in row.findings] == [Code.ROW_SHAPE]


# ---------- tables ----------


def test_a_table_is_read_with_lines_and_typed_cells(tmp_path: Path) -> None:
    text = (
        "key,client_name,client_is_minor,client_unit,agreement_date\n"
        '7,"Fern, Sam",No,individual, 2026-03-02 \n'
        '\n8,"two\nlines",YES,,none\n9,,,,\n'
    )
    seven, eight, nine = read(tmp_path, text)
    assert bare(seven) == {
        "client_name": "Fern, Sam",
        "client_is_minor": False,
        "client_unit": "individual",
        "agreement_date": DAY,
    }
    assert bare(eight) == {"client_name": "two\nlines", "client_is_minor": True, "agreement_date": "none"}
    assert bare(nine) == {}
    assert [(row.key, row.place.line, row.number) for row in (seven, eight, nine)] == [
        ("7", 2, 1), ("8", 4, 2), ("9", 6, 3),
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_tables_as_programs_write_them(tmp_path: Path, separator: str, end: str, start: bytes) -> None:
    lines = [["key", "client_name", "client_is_minor"], ["1", "Zoë", "no"]]
    content = start + end.join(separator.join(line) for line in lines).encode()
    (row,) = read(tmp_path, content)
    assert (row.key, bare(row)) == ("1", {"client_name": "Zoë", "client_is_minor": False})


def test_signers_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    text = (
        "client_signers[1].name,client_signers[1].role,client_signers[2].name,client_signers[2].role\n"
        "Sam,client,Bo,partner\nAda,parent,,\n,,,\n"
    )
    two, one, none = read(tmp_path, text)
    assert bare(two)["client_signers"] == [
        {"name": "Sam", "role": "client"},
        {"name": "Bo", "role": "partner"},
    ]
    assert bare(one)["client_signers"] == [{"name": "Ada", "role": "parent"}]
    assert bare(none) == {}


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", [(0, Code.CLIENTS_NONE)]),
        ("\n", [(0, Code.CLIENTS_NONE)]),
        (",,\n", [(0, Code.CLIENTS_NONE)]),
        ("key\n", [(0, Code.CLIENTS_NONE)]),
        ("key,client_name\n\n\n", [(0, Code.CLIENTS_NONE)]),
        ("client_nam\nx\n", [(1, Code.NAME_UNKNOWN)]),
        ("Sam Fern,no\n", [(1, Code.NAME_UNKNOWN), (1, Code.NAME_UNKNOWN)]),
        ("key,client_name,key\n", [(1, Code.VALUE_REPEATED)]),
        ("key,\n", [(1, Code.NAME_UNKNOWN)]),
        ("client_signers\n", [(1, Code.NAME_UNKNOWN)]),
        ("client_signers[1].nam\n", [(1, Code.NAME_UNKNOWN)]),
        ("client_name[1].name\n", [(1, Code.NAME_UNKNOWN)]),
        ("practice_name\n", [(1, Code.NAME_UNKNOWN)]),
        ("k\0ey\n", [(1, Code.FILE_ENCODING)]),
    ],
)
def test_a_header_that_cannot_be_used_is_refused(
    tmp_path: Path, header: str, found: list[tuple[int, Code]]
) -> None:
    assert codes(tmp_path, header) == found


def test_a_header_is_not_quoted_and_says_what_was_meant(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, "client_nmae,Sam Fern\n")
    near, far = refused.value.findings
    assert near.hint == 'did you mean "client_name"?'
    assert far.hint.startswith("one of: key, client_name, client_signers[1].name")
    assert "Sam" not in str(far)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"1", Code.ROW_SHAPE),
        (b"1,Sam,no,more", Code.ROW_SHAPE),
        (b'1,"Sam" Fern,no', Code.ROW_SHAPE),
        (b'1,"' + b"x" * 200_000 + b'",no', Code.ROW_SHAPE),
        (b"1,Zo\xeb,no", Code.FILE_ENCODING),
        (b",Sam,no", Code.ROW_KEY),
    ],
)
def test_a_row_that_is_none_is_found_and_the_next_one_read(tmp_path: Path, row: bytes, code: Code) -> None:
    content = b"key,client_name,client_is_minor\n" + row + b"\n2,Bo,no\n"
    rows = read(tmp_path, content)
    assert [finding.code for finding in rows[0].findings] == [code]
    assert rows[0].findings[0].place.line == 2
    assert bare(rows[-1]) == {"client_name": "Bo", "client_is_minor": False}


def test_a_quotation_mark_that_is_never_closed_is_found_where_it_opens(tmp_path: Path) -> None:
    assert codes(tmp_path, 'key,client_name\n1,Sam\n2,"Bo\n3,Cy\n') == [(3, Code.ROW_SHAPE)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    content = "key,client_name\n1,Zoë\n".encode(encoding)
    assert codes(tmp_path, content) == [(1, Code.FILE_ENCODING)]


def test_a_nul_in_a_name_is_found_where_facts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes(b"key,client_name\n1,Sam\0\n")
    (one,) = addendum().merge(ClientFile.read(file, LIBRARY), "txt")
    assert [(finding.code, finding.place.line) for finding in one.findings] == [(Code.TEXT_CHARACTER, 2)]


def test_a_line_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clientfile, "_LONGEST_LINE", 100)
    assert codes(tmp_path, "key,client_name\n1," + "x" * 200) == [(2, Code.FILE_TOO_LARGE)]


# ---------- lines of JSON ----------


def test_a_line_of_json_is_a_client(tmp_path: Path) -> None:
    text = (
        '{"key": 5, "client_name": "Sam", "agreement_date": "2026-03-02", "guardian_name": null}\n\n'
        '{"client_signers": [{"name": "Bo", "role": "partner"}, 7], "client_is_minor": false}'
    )
    for name in ("clients.jsonl", "clients.ndjson"):
        sam, bo = read(tmp_path, text, name)
        assert (sam.key, bare(sam)) == ("5", {"client_name": "Sam", "agreement_date": DAY})
        assert bare(bo) == {
            "client_signers": [{"name": "Bo", "role": "partner"}, 7],
            "client_is_minor": False,
        }
        assert (bo.key, bo.place.line) == ("2", 3)


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", '{"a": 1, "a": 2}', '{"a": 1.5}', "[" * 100, '{"client_name": "Zo\udcebe"']
)
def test_a_line_that_is_no_object_is_found(tmp_path: Path, line: str) -> None:
    content = line.encode("utf-8", "surrogateescape") + b'\n{"client_name": "Bo"}'
    assert codes(tmp_path, content, "c.jsonl") == [(1, Code.JSON_SYNTAX)]


def test_bytes_that_are_no_text_are_found_where_facts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_bytes(b'{"client_name": "Zo\xeb"}')
    (one,) = addendum().merge(ClientFile.read(file, LIBRARY), "txt")
    assert [finding.code for finding in one.findings] == [Code.TEXT_CHARACTER]


def test_a_file_without_a_client_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path, "\n\n", "c.jsonl") == [(0, Code.CLIENTS_NONE)]


# ---------- files ----------


def test_a_file_of_another_ending_or_none_at_all_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path, "", "clients.xlsx") == [(0, Code.FORMAT_UNKNOWN)]
    with pytest.raises(Finding) as caught:
        list(ClientFile.read(tmp_path / "none.csv", LIBRARY))
    assert caught.value.code is Code.FILE_NOT_FOUND
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(WrongValue) as wrong:
        list(ClientFile.read(tmp_path / "folder.csv", LIBRARY))
    assert wrong.value.code is Code.FILE_NOT_READ


def test_a_file_lasts_and_a_pipe_does_not(tmp_path: Path) -> None:
    read(tmp_path, "key\n1\n")
    os.mkfifo(tmp_path / "pipe.csv")
    lasting = [
        ClientFile.read(tmp_path / f"{name}.csv", LIBRARY).is_lasting for name in ("clients", "pipe", "no")
    ]
    assert lasting == [True, False, True]


# ---------- cells ----------


def fact(kind: Any, **more: Any) -> Fact:
    return Fact(name="it", kind=kind, about="client", **more)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("yes-no", " Yes", True),
        ("yes-no", "FALSE", False),
        ("yes-no", "perhaps", "perhaps"),
        ("date", "2026-03-02", DAY),
        ("date", "2026-02-30", "2026-02-30"),
        ("date", "2/3/2026", "2/3/2026"),
        ("whole", "-12", -12),
        ("whole", "1.5", "1.5"),
        ("duration", "30 days", "30 days"),
        ("duration", "30", 30),
        ("choices", "a; b", ["a", "b"]),
        ("list of words", "a", ["a"]),
        ("words", " as it is ", " as it is "),
        ("money", " 12.00 AUD ", "12.00 AUD"),
    ],
)
def test_a_cell_says_what_a_profile_would_say(kind: str, cell: str, value: object) -> None:
    assert raw_value(fact(kind), cell) == value


def test_json_says_dates_in_texts_also_in_rows() -> None:
    days = fact("rows", columns={"on": fact("date")})
    assert from_json(days, [{"on": "2026-03-02", "x": "2026-03-02"}]) == [{"on": DAY, "x": "2026-03-02"}]
    assert from_json(days, "2026-03-02") == "2026-03-02"
    assert from_json(attrs.evolve(days, kind="words"), "2026-03-02") == "2026-03-02"


def test_a_table_without_a_header_shows_no_client_in_its_refusal(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, "SECRET Fern,no\nSECRET Bo,yes\n")
    told = traceback.TracebackException.from_exception(refused.value, capture_locals=True).format()
    below = "".join(told).partition("clientfile.py")[2]
    assert below
    assert "SECRET" not in below
