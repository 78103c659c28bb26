"""The package: its parts, properties, language and paper; nothing of python-docx's own document."""

from __future__ import annotations

import datetime
import hashlib
import io
import os
import subprocess
import sys
import zipfile

import docx
import pytest

from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.look import ACCENT, ALARM, ALARM_TINT, INK, MUTED, TINT
from socialpolicy.writers.word.markup import bookmark_name, tag_value
from socialpolicy.writers.word.reader import part_tree, read_paragraphs
from tests.writers.sample import sample_document
from tests.writers.word.written import attributes, parts_of

PROGRAM = """
import sys
from socialpolicy.writers.word import prepare
from tests.writers.sample import sample_document
sys.stdout.buffer.write(prepare(sample_document()).fill({("client_name", ""): "Ada"}))
"""


@pytest.fixture(scope="module")
def file() -> bytes:
    return prepare(sample_document()).fill({})


def test_the_file_holds_these_parts_in_this_order(file: bytes) -> None:
    assert list(parts_of(file)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/fontTable.xml",
        "word/footer.xml",
        "word/header.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/document.xml",  # it has holes: what has none comes first
    ]


def test_it_says_which_document_it_is_and_what_it_was_made_from(file: bytes) -> None:
    def said(file: bytes) -> dict[str, str]:
        root = part_tree(file, "docProps/custom.xml")
        return {one.get("name", ""): "".join(one.itertext()) for one in root}

    plain = {
        "Document": "client-addendum",
        "Policy version": "1.0",
        "Effective": "2026-11-22",
        "Library edition": "2026.11",
    }
    assert said(file) == plain
    with_record = said(prepare(sample_document(), b"{}").fill({}))
    assert with_record == plain | {"Record SHA-256": hashlib.sha256(b"{}").hexdigest()}
    assert [one.get("pid") for one in part_tree(file, "docProps/custom.xml")] == ["2", "3", "4", "5"]


def test_python_docx_opens_it_and_reads_its_properties(file: bytes) -> None:
    core = docx.Document(io.BytesIO(file)).core_properties
    assert (core.title, core.author) == ("Social media and online contact", "Banksia Psychology")
    assert (core.last_modified_by, core.identifier) == ("Banksia Psychology", "client-addendum")
    assert (core.version, core.language, core.keywords) == ("1.0", "en-AU", "edition 2026.11")
    assert core.subject == "Addendum to your therapy agreement with Banksia Psychology"
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    assert core.created == core.modified == moment


def test_nothing_of_python_docx_is_left(file: bytes) -> None:
    assert not any(b"python-docx" in content for content in parts_of(file).values())


def test_a_property_is_cut_where_word_ends_it() -> None:
    long = docx.Document(io.BytesIO(prepare(sample_document(title="x" * 300)).fill({})))
    assert len(long.core_properties.title) == 255


@pytest.mark.parametrize(("paper", "inches"), [("A4", (8.27, 11.69)), ("Letter", (8.5, 11))])
def test_the_paper_is_the_documents(paper: str, inches: tuple[float, float]) -> None:
    section = docx.Document(io.BytesIO(prepare(sample_document(paper=paper)).fill({}))).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == inches


def test_the_language_is_the_documents() -> None:
    file = prepare(sample_document(locale="en-GB")).fill({})
    assert set(attributes(part_tree(file, "word/styles.xml"), "lang")) == {"en-GB"}


def test_header_and_footer_say_whose_and_which_and_where(file: bytes) -> None:
    (head,) = read_paragraphs(file, "word/header.xml")
    (foot,) = read_paragraphs(file, "word/footer.xml")
    assert head.text == "Banksia Psychology\tSocial media and online contact"
    assert foot.text == "Version 1.0 · 22 November 2026\tPage 1 of 1"


def test_headings_stay_with_what_follows(file: bytes) -> None:
    styles = docx.Document(io.BytesIO(file)).styles
    for name in ("Heading 1", "Heading 2", "SP Signer", "SP Execution"):
        assert styles[name].paragraph_format.keep_with_next


def test_two_processes_write_the_same_bytes() -> None:
    digests = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True
        )
        digests.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(digests) == 1


def test_nothing_of_the_clock_or_the_machine_is_in_the_zip(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in entries} == {(0, 0o600 << 16)}


def test_a_prepared_document_is_filled_many_times() -> None:
    prepared = prepare(sample_document())
    ada, bo = (prepared.fill({("client_name", ""): name}) for name in ("Ada", "Bo"))
    assert b"Ada" in parts_of(ada)["word/document.xml"]
    assert b"Ada" not in parts_of(bo)["word/document.xml"]
    assert prepared.fill({("client_name", "long"): "Ada"}) == prepared.fill({})


def test_a_bookmark_name_is_hidden_and_short() -> None:
    assert (
        bookmark_name("electronic-records#full:2")
        == "_sp_" + hashlib.sha256(b"electronic-records#full:2").hexdigest()[:10]
    )


def test_a_long_tag_is_cut_and_stays_its_own() -> None:
    one, two = (tag_value("x" * 80 + end) for end in "ab")
    assert (len(one), len(two), one == two) == (64, 64, False)
    assert tag_value("texts@1.0.0") == "texts@1.0.0"


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (INK, ALARM_TINT),
        (INK, TINT),
        (ACCENT, TINT),
        (ACCENT, "FFFFFF"),
        (MUTED, "FFFFFF"),
        ("FFFFFF", ALARM),
    ],
)
def test_every_colour_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    light, dark = sorted((brightness(ink), brightness(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
