"""A copy of a letterhead that says at each fault what is wrong, and is a letterhead as well."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, NotFound
from socialpolicy.writers.word.letterhead import annotated, check, starter
from socialpolicy.writers.word.reader import W, part_tree, read_paragraphs
from tests.writers.word.letterhead.making import BODY_TAG, Hung, letterhead, paragraph
from tests.writers.word.written import attributes


def comments(file: bytes) -> list[str]:
    return [one.text for one in read_paragraphs(file, "word/comments.xml")]


def test_each_fault_has_a_comment_at_its_paragraph() -> None:
    wrong = paragraph("{{ titel }}", properties='<w:jc w:val="left"/>')
    file = annotated(letterhead("<w:p/>" + wrong + BODY_TAG, footer=paragraph("{{ versoin }}")))
    said = comments(file)
    assert any(
        one.startswith('There is no tag `{{ titel }}`. (did you mean "title"?) [letterhead-tag]')
        for one in said
    )
    assert any(one.startswith("word/footer.xml (footer), at “{{ versoin }}”: ") for one in said)
    second = list(part_tree(file).iter(f"{W}p"))[1]
    assert [child.tag.removeprefix(W) for child in second][:2] == ["pPr", "commentRangeStart"]
    assert attributes(part_tree(file, "word/comments.xml"), "comment", "author") == ["socialpolicy"] * len(
        said
    )
    assert len(set(attributes(part_tree(file, "word/comments.xml"), "comment", "id"))) == len(said)


def test_the_copy_is_the_same_each_time_and_has_the_same_faults() -> None:
    content = letterhead(paragraph("{{ titel }}") + BODY_TAG)
    assert annotated(content) == annotated(content)
    assert [str(one) for one in check(annotated(content))] == [str(one) for one in check(content)]


def test_comments_that_there_are_stay_and_keep_their_numbers() -> None:
    old = '<w:comment w:id="3" w:author="Ada"><w:p><w:r><w:t>mine</w:t></w:r></w:p></w:comment>'
    content = letterhead(paragraph("{{ titel }}") + BODY_TAG, comments=Hung("comments", old))
    file = annotated(content)
    assert comments(file)[0] == "mine"
    assert attributes(part_tree(file, "word/comments.xml"), "comment", "id")[:2] == ["3", "4"]


def test_a_part_of_that_name_is_not_written_over() -> None:
    file = annotated(letterhead(paragraph("{") + BODY_TAG, more={"word/comments.xml": b"<mine/>"}))
    assert part_tree(file, "word/comments.xml").tag == "mine"
    assert comments_in(file, "word/comments1.xml")


def comments_in(file: bytes, part: str) -> list[str]:
    return [one.text for one in read_paragraphs(file, part)]


def test_a_fault_in_a_text_box_is_said_at_the_paragraph_that_the_box_hangs_on() -> None:
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    file = annotated(letterhead(f"<w:p>{box}</w:p>{BODY_TAG}"))
    outer = next(part_tree(file).iter(f"{W}p"))
    assert outer[0].tag == f"{W}commentRangeStart"


def test_an_empty_text_gets_a_paragraph_to_say_it_at() -> None:
    assert any("{{p body}} is missing" in one for one in comments(annotated(letterhead(""))))


def test_a_letterhead_without_faults_stays_as_it_is() -> None:
    assert annotated(starter()) == starter()


def test_a_look_that_there_is_not_is_refused() -> None:
    with pytest.raises(NotFound) as refused:
        starter("modren")
    assert (refused.value.code, refused.value.hint) == (Code.NAME_UNKNOWN, 'did you mean "modern"?')
    with pytest.raises(NotFound, match="There is no look `zzz`"):
        starter("zzz")
