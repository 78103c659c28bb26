"""The lint sees each fault that validators miss: each is planted once in a clean file."""

from __future__ import annotations

import pytest

from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.lint import lint
from tests.writers.sample import sample_document
from tests.writers.word.written import parts_of, with_part

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
END = "<w:sectPr>"
CHECKBOX = "<w:sdtPr><w:id w:val='9001'/><w:alias w:val='x'/></w:sdtPr>"


def before_end(xml: str) -> tuple[str, str, str]:
    """A fault that is more XML at the end of the body."""
    return BODY, END, xml + END


PLANTED = {
    "bookmark-name-twice": before_end(
        '<w:p><w:bookmarkStart w:id="9000" w:name="_sp_{first}"/><w:bookmarkEnd w:id="9000"/></w:p>'
    ),
    "bookmark-unclosed": before_end('<w:p><w:bookmarkStart w:id="9000" w:name="new"/></w:p>'),
    "control-id-twice": before_end(
        '<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>' * 2
    ),
    "control-tag-long": (BODY, 'w:val="reviews@2.0.1"', f'w:val="{"x" * 65}"'),
    "control-empty": before_end("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>"),
    "control-order": before_end(f"<w:sdt>{CHECKBOX}<w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
    "field-unclosed": before_end('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
    "reference-dangling": (BODY, " REF _sp_", " REF _sq_"),
    "table-without-rows": before_end("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"),
    "cell-without-last-paragraph": before_end("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"),
    "deleted-text-as-text": before_end("<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>"),
    "element-in-text": before_end("<w:p><w:r><w:t><w:p/></w:t></w:r></w:p>"),
    "extension-not-ignorable": (BODY, ' mc:Ignorable="w14"', ""),
    "style-dangling": (BODY, 'w:val="SPClause"', 'w:val="SPClouse"'),
    "number-dangling": (STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
    "list-dangling": (NUMBERS, '<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="78"/>'),
}


@pytest.fixture(scope="module")
def clean() -> bytes:
    return prepare(sample_document()).fill({})


def planted(file: bytes, part: str, old: str, new: str) -> bytes:
    xml = parts_of(file)[part].decode()
    first = xml.partition('w:name="_sp_')[2][:10]
    assert old in xml
    return with_part(file, part, xml.replace(old, new.replace("{first}", first)).encode())


def test_a_clean_file_has_no_fault(clean: bytes) -> None:
    assert lint(clean) == ()


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_seen(clean: bytes, name: str) -> None:
    assert name in {fault.name for fault in lint(planted(clean, *PLANTED[name]))}


def test_a_field_that_ends_before_it_begins_is_seen(clean: bytes) -> None:
    xml = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    assert [fault.name for fault in lint(planted(clean, *before_end(xml)))] == ["field-unclosed"]


def test_deleted_text_as_it_should_be_is_fine(clean: bytes) -> None:
    xml = "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    assert lint(planted(clean, *before_end(xml))) == ()
