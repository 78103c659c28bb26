"""`letterhead new` starts one, `letterhead check` says what is wrong with it, `build` writes on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socialpolicy.writers.word.letterhead import LOOKS, check, starter
from tests.cli.test_commands import run
from tests.practice import EXAMPLES
from tests.writers.word.letterhead.making import BODY_TAG, Hung, letterhead, paragraph
from tests.writers.word.written import parts_of

P01 = str(EXAMPLES[0])
MINE = Path("mine.docx")


# ---------- new ----------


@pytest.mark.parametrize("look", LOOKS)
def test_new_writes_a_letterhead_that_check_finds_nothing_wrong_with(look: str) -> None:
    run("letterhead", "new", "--look", look, "--paper", "Letter", "mine.docx")
    assert MINE.read_bytes() == starter(look, "Letter")
    assert "nothing is wrong" in run("letterhead", "check", "mine.docx").output


def test_new_never_writes_over_a_file() -> None:
    MINE.write_bytes(b"mine")
    result = run("letterhead", "new", "mine.docx", exit_code=1)
    assert "left as it is" in result.output
    assert MINE.read_bytes() == b"mine"


# ---------- check ----------


def test_check_refuses_with_place_line_and_caret_and_leaves_the_file_alone() -> None:
    content = letterhead(paragraph("Dear {{ practice_nam }}") + BODY_TAG)
    MINE.write_bytes(content)
    output = run("letterhead", "check", "mine.docx", exit_code=1).output
    assert "mine.docx, word/document.xml (text), at “{{ practice_nam }}”: There is no tag" in output
    assert "    Dear {{ practice_nam }}\n         ^^^^^^^^^^^^^^^^^^\n" in output
    assert 'hint: did you mean "practice_name"?' in output
    assert "The letterhead cannot be used yet: 1 to mend, 1 that could be better." in output
    assert MINE.read_bytes() == content


def test_warnings_alone_do_not_refuse() -> None:
    MINE.write_bytes(letterhead())
    assert "can be used; one thing could be better" in run("letterhead", "check", "mine.docx").output
    MINE.write_bytes(letterhead(footer="<w:p/>"))
    assert "can be used; 3 things could be better" in run("letterhead", "check", "mine.docx").output


def test_annotate_writes_a_copy_with_comments() -> None:
    content = letterhead(paragraph("{{ titel }}") + BODY_TAG)
    MINE.write_bytes(content)
    assert (
        "Wrote said.docx"
        in run("letterhead", "check", "mine.docx", "--annotate", "said.docx", exit_code=1).output
    )
    assert MINE.read_bytes() == content
    assert b"There is no tag" in parts_of(Path("said.docx").read_bytes())["word/comments.xml"]


def test_the_copy_never_takes_the_place_of_the_letterhead() -> None:
    MINE.write_bytes(letterhead())
    result = run("letterhead", "check", "mine.docx", "--annotate", "./mine.docx", exit_code=1)
    assert "would take the place" in result.output
    assert MINE.read_bytes() == letterhead()
    Path("other.docx").write_bytes(b"old")
    run("letterhead", "check", "mine.docx", "--annotate", "other.docx")


def test_check_says_it_as_json() -> None:
    MINE.write_bytes(letterhead(paragraph("{") + BODY_TAG))
    said = json.loads(run("letterhead", "check", "mine.docx", "--json", exit_code=1).output)
    assert said["refused"] is True
    assert [one["code"] for one in said["findings"]] == ["letterhead-tag", "letterhead-style"]


def test_a_file_that_is_no_letterhead_is_refused() -> None:
    MINE.write_bytes(b"text")
    assert "package-not-word" in run("letterhead", "check", "mine.docx", exit_code=1).output
    assert "file-not-found" in run("letterhead", "check", "none.docx", exit_code=1).output


# ---------- build and rebuild ----------


def test_build_writes_its_word_files_on_the_letterhead_and_says_what_is_left_out() -> None:
    custom = Hung("customXml", b"<a/>", name="customXml/item1.xml")
    MINE.write_bytes(letterhead(paragraph("From {{ practice_name }}") + BODY_TAG, item=custom))
    output = run("build", P01, "--to", "docx,txt", "--letterhead", "mine.docx").output
    assert "warning: customXml/item1.xml (customXml) is left out" in output
    assert "styles are missing" not in output
    body = parts_of(Path("policy/client-addendum.docx").read_bytes())["word/document.xml"]
    assert b"From Tidewater Psychology" in body


def test_build_refuses_a_letterhead_with_faults_once_and_writes_nothing() -> None:
    MINE.write_bytes(letterhead("<w:p/>"))
    output = run("build", P01, "--letterhead", "mine.docx", exit_code=1).output
    assert output.count("letterhead-body") == 1
    assert not Path("policy").exists()


def test_rebuild_asks_for_the_very_letterhead() -> None:
    MINE.write_bytes(starter())
    run("build", P01, "--letterhead", "mine.docx")
    lock = "policy/socialpolicy.lock"
    assert "No letterhead was given" in run("rebuild", lock, exit_code=1).output
    Path("other.docx").write_bytes(starter("modern"))
    assert "is another" in run("rebuild", lock, "--letterhead", "other.docx", exit_code=1).output
    run("rebuild", lock, "--letterhead", "mine.docx")
    for path in Path("policy").iterdir():
        assert path.read_bytes() == Path("rebuilt", path.name).read_bytes()


def test_a_letterhead_for_files_on_none_is_refused() -> None:
    run("build", P01, "--to", "txt")
    MINE.write_bytes(starter())
    output = run("rebuild", "policy/socialpolicy.lock", "--letterhead", "mine.docx", exit_code=1).output
    assert "files on none" in output
    assert "leave it out" in output


def test_a_lock_with_another_digest_of_a_letterhead_than_a_digest_is_refused() -> None:
    run("build", P01, "--to", "txt")
    lock = Path("policy/socialpolicy.lock")
    lock.write_bytes(lock.read_bytes().replace(b'"letterhead":""', b'"letterhead":"x"'))
    assert "name-form" in run("rebuild", str(lock), exit_code=1).output


def test_the_looks_that_the_command_offers_are_those_that_there_are() -> None:
    from socialpolicy.cli import letterheads

    assert tuple(LOOKS) == letterheads._LOOKS
    assert check(starter()) == ()
