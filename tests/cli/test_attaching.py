"""`attach`: what it writes, prints and refuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from socialpolicy.writers.word.reader import read_paragraphs
from tests.cli.test_commands import run
from tests.practice import EXAMPLES, example
from tests.writers.word.attaching.hosts import SECTION, agreement, heading, words

P01 = str(EXAMPLES[0])


@pytest.fixture(autouse=True)
def host() -> bytes:
    content = agreement(heading("One") + words("First.") + heading("Two") + words("Last.") + SECTION)
    Path("agreement.docx").write_bytes(content)
    return content


def read(name: str) -> list[str]:
    return [entry.text for entry in read_paragraphs(Path(name).read_bytes())]


def test_it_writes_the_whole_and_leaves_the_agreement(host: bytes) -> None:
    assert run("attach", "agreement.docx", P01, "--out", "whole.docx").output.endswith("Wrote whole.docx\n")
    texts = read("whole.docx")
    assert texts.index("Last.") < texts.index("Social media and online contact")
    assert Path("agreement.docx").read_bytes() == host


def test_it_goes_after_a_heading_as_of_a_day() -> None:
    run("attach", "agreement.docx", P01, "--out", "whole.docx", "--after", "One", "--on", "2026-12-01")
    texts = read("whole.docx")
    assert texts.index("First.") < texts.index("Social media and online contact") < texts.index("Two")


def test_it_answers_as_json() -> None:
    output = run("attach", "agreement.docx", P01, "--out", "whole.docx", "--json").output
    assert json.loads(output)["written"] == ["whole.docx"]


def test_the_agreement_is_not_written_over(host: bytes) -> None:
    output = run("attach", "agreement.docx", P01, "--out", "./agreement.docx", exit_code=1).output
    assert "name another file for the result" in output
    assert Path("agreement.docx").read_bytes() == host


def test_blanks_are_refused_where_it_is_to_be_final() -> None:
    Path("bare.toml").write_text(
        'practice_name = "Hazel"\nregion = "AU-NSW"\nprofessions = ["psychologist"]\n'
    )
    output = run(
        "attach", "agreement.docx", "bare.toml", "--out", "whole.docx", "--final", exit_code=1
    ).output
    assert "[blank-left]" in output
    assert not Path("whole.docx").exists()


def test_the_opening_sentence_names_the_agreement_and_its_day() -> None:
    addendum = example(EXAMPLES[0]).document("client-addendum")
    addendum.attach("agreement.docx", "whole.docx", client={"agreement_date": date(2026, 3, 2)})
    assert "This addendum is part of your therapy agreement, signed on 2 March 2026." in read("whole.docx")
