"""The reader sees what python-docx leaves out, and takes nothing for text that is none."""

from __future__ import annotations

from socialpolicy.document import Hole, Reference
from socialpolicy.writers.word.reader import WrittenParagraph, read_paragraphs
from tests.writers.word.written import inlines, paragraph, parts_of, provision, styled, with_part, written


def test_text_in_controls_is_read() -> None:
    assert styled(paragraph("I, ", Hole("client_name"), "."), client_name="Ada")[0].text == "I, Ada."


def test_the_code_of_a_field_is_not_text() -> None:
    reference = Reference(inlines("this"), "one", number="1", label=" (section 1)")
    assert styled(provision("one", "1", paragraph(reference, number="1.1")))[1].text == "this (section 1)"


def test_a_paragraph_without_style_or_text() -> None:
    file = written()
    xml = parts_of(file)["word/document.xml"].replace(
        b"<w:sectPr>", b"<w:p><w:r><w:t/></w:r></w:p><w:sectPr>"
    )
    assert read_paragraphs(with_part(file, "word/document.xml", xml))[-1] == WrittenParagraph("", "")
