"""A record rides in a .docx beside its text, and comes out as it went in."""

from __future__ import annotations

import pytest

from socialpolicy.writers import FORMATS
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.record import read_record
from tests.writers.sample import sample_document
from tests.writers.word.written import parts_of, with_part

ITEM = "customXml/item1.xml"


def recorded(record: bytes) -> bytes:
    return prepare(sample_document(), record).fill({})


@pytest.mark.parametrize(
    "record", [b"{}\n", '{"a": "<b>&amp;]]></b> é \U0001f33f <?hole a||line?>"}'.encode()]
)
def test_a_record_comes_out_as_it_went_in(record: bytes) -> None:
    assert read_record(recorded(record)) == record
    assert lint(recorded(record)) == ()


def test_what_is_printed_is_the_same_with_and_without() -> None:
    plain, carrying = (parts_of(file) for file in (recorded(b""), recorded(b"{}\n")))
    assert plain["word/document.xml"] == carrying["word/document.xml"]
    assert set(carrying) - set(plain) == {
        ITEM,
        "customXml/itemProps1.xml",
        "customXml/_rels/item1.xml.rels",
        "word/_rels/document.xml.rels",
    } - set(plain)


def test_a_file_without_a_record_has_none() -> None:
    assert read_record(recorded(b"")) == b""


def test_the_custom_xml_of_others_is_no_record() -> None:
    assert read_record(with_part(recorded(b"{}\n"), ITEM, b"<record/>")) == b""
    assert (
        read_record(with_part(recorded(b"{}\n"), ITEM, b'<record xmlns="urn:socialpolicy:record"/>')) == b""
    )


def test_only_formats_that_can_carry_a_record_are_given_one() -> None:
    for form in FORMATS.values():
        with_record, without = (form.prepare(sample_document(), record).fill({}) for record in (b"{}\n", b""))
        assert (with_record == without) is not form.carries_record
