"""The body: every block of the tree is in it, in order, with its number and its style."""

from __future__ import annotations

import pytest

from socialpolicy.document import Box, Consent, Consents, Item, Items, Part, Table, plain, walk
from socialpolicy.document import Paragraph as TreeParagraph
from socialpolicy.writers.word import body, prepare
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.markup import bookmark_name
from socialpolicy.writers.word.reader import W, read_paragraphs
from tests.writers.sample import sample_document
from tests.writers.word.written import (
    attributes,
    inlines,
    paragraph,
    parts_of,
    provision,
    said,
    styled,
    tree,
    written,
)


def item(number: str, *blocks: object) -> Item:
    return Item("", blocks, number=number)  # type: ignore[arg-type]


def test_what_is_written_is_read_back() -> None:
    document = sample_document()
    texts = [entry.text for entry in read_paragraphs(prepare(document).fill({}))]
    places = [texts.index(plain(node.inlines)) for node in walk(document) if isinstance(node, TreeParagraph)]
    assert places == sorted(places)
    assert len(places) > 30


def test_title_and_subtitle_stand_first() -> None:
    first, second, *_ = read_paragraphs(prepare(sample_document()).fill({}))
    assert (first.style, first.text) == ("Title", "Social media and online contact")
    assert second.style == "Subtitle"


def test_numbers_are_words_own_and_stand_in_styles() -> None:
    blocks = provision("texts", "1", paragraph("We reply.", number="1.1"))
    assert [entry.style for entry in styled(blocks)] == ["Heading2", "SPClause"]
    assert said(blocks) == ["Texts", "We reply."]
    assert not list(tree(blocks).iter(W + "numPr"))


def test_a_paragraph_without_number_continues_the_one_above() -> None:
    blocks = provision("texts", "1", paragraph("We reply.", number="1.1"), paragraph("Always."))
    assert [entry.style for entry in styled(blocks)] == ["Heading2", "SPClause", "SPClauseText"]


def test_items_are_lettered_and_theirs_numbered_in_roman() -> None:
    inner = Items("", (item("(i)", paragraph("noon;")), item("(ii)", paragraph("night;"))), ordered=True)
    outer = Items(
        "", (item("(a)", paragraph("at"), inner, paragraph("or")), item("(b)", paragraph("never.")))
    )
    styles = [
        entry.style for entry in styled(provision("texts", "1", paragraph("We reply", number="1.1"), outer))
    ]
    assert styles[2:] == ["SPItem", "SPSubitem", "SPSubitem", "SPItemText", "SPItem"]


def test_an_item_that_opens_with_a_list_has_its_number_alone() -> None:
    inner = Items("", (item("", paragraph("noon")),))
    outer = Items("", (Item("here", (inner,), number="(a)"),))
    blocks = provision("texts", "1", paragraph("We reply", number="1.1"), outer)
    assert [(entry.style, entry.text) for entry in styled(blocks)][2:] == [
        ("SPItem", ""),
        ("SPItemBullet", "noon"),
    ]
    assert bookmark_name("here") in attributes(tree(blocks), "bookmarkStart", "name")


def test_lists_deeper_than_the_styles_stay_at_the_last() -> None:
    deep: TreeParagraph | Items = paragraph("end")
    for _ in range(5):
        deep = Items("", (item("", paragraph("on"), deep),))
    styles = [entry.style for entry in styled(deep)]
    assert styles == ["SPBullet", "SPSubbullet", "SPSubbullet", "SPSubbullet", "SPSubbullet", "SPSubstepText"]


def test_a_number_that_word_would_not_compute_is_typed() -> None:
    again = Items("", (item("(a)", paragraph("one")),))
    blocks = provision("texts", "1", paragraph("We reply", number="1.1"), again, again)
    assert [entry.style for entry in styled(blocks)][2:] == ["SPItem", "SPItemTyped"]
    assert said(blocks)[2:] == ["one", "(a)\tone"]


def test_an_item_under_no_numbered_paragraph_is_typed() -> None:
    blocks = provision("texts", "1", Items("", (item("(a)", paragraph("one")),)))
    assert said(blocks)[1:] == ["(a)\tone"]


def test_provisions_that_do_not_start_at_one_are_typed() -> None:
    blocks = provision("texts", "3", paragraph("We reply.", number="3.1"))
    assert [entry.style for entry in styled(blocks)] == ["SPHeadingTyped", "SPClauseTyped"]
    assert said(blocks) == ["3\tTexts", "3.1\tWe reply."]


def test_a_provision_without_number_has_a_heading_without() -> None:
    blocks = provision("texts", "", paragraph("We reply."), Items("", (item("1.", paragraph("Write.")),)))
    assert [entry.style for entry in styled(blocks)] == ["SPHeading", "BodyText", "SPStep"]


def test_each_provision_stands_in_a_control_with_its_version() -> None:
    root = tree(provision("texts", "1"))
    (control,) = root.iter(W + "sdt")
    assert attributes(control, "tag") == ["texts@1.0.0"]
    assert attributes(control, "alias") == ["Texts"]


def test_each_paragraph_and_provision_is_bookmarked_by_its_key() -> None:
    root = tree(provision("texts", "1", paragraph("We reply.", key="texts#full:1", number="1.1")))
    assert attributes(root, "bookmarkStart", "name") == [
        bookmark_name("texts"),
        bookmark_name("texts#full:1"),
    ]


def test_a_key_that_comes_twice_is_bookmarked_once() -> None:
    root = tree(paragraph("one", key="same"), paragraph("two", key="same"))
    assert attributes(root, "bookmarkStart", "name") == [bookmark_name("same")]


def test_ids_are_unique_in_the_file() -> None:
    assert not lint(prepare(sample_document()).fill({}))


def test_what_leads_to_a_list_stays_with_it() -> None:
    root = tree(paragraph("Bring:"), Items("", (item("", paragraph("a pen")),)), paragraph("Thanks."))
    kept = [found.find(f"{W}pPr/{W}keepNext") is not None for found in root.iter(W + "p")]
    assert kept[1:4] == [True, False, False]


def test_what_leads_to_boxes_to_tick_stays_with_them() -> None:
    box = Consent("mail", "email", asks=inlines("By email."), withdraw=inlines("Say so."), fields=())
    root = tree(Part("Choices", (paragraph("Tick."), Consents((box,)))))
    (leading,) = (one for one in root.iter(W + "p") if "Tick." in "".join(one.itertext()))
    assert leading.find(f".//{W}keepNext") is not None


def test_a_part_with_a_heading_and_one_without() -> None:
    assert [entry.style for entry in styled(Part("How", (paragraph("So."),)))] == ["Heading1", "BodyText"]


@pytest.mark.parametrize(("kind", "style"), [("emergency", "SPAlarm"), ("note", "SPNote")])
def test_a_box_has_a_band_and_its_blocks(kind: str, style: str) -> None:
    table = Table("", (inlines("A"),), rows=((inlines("b"),),))
    box = Box(kind, inlines("Call"), blocks=(paragraph("000"), table))
    root = tree(box)
    assert attributes(root, "tblStyle") == [style, "SPTable"]
    assert said(box) == ["Call", "000", "A", "b"]


def test_an_empty_box_is_still_well_formed() -> None:
    assert not lint(written(Box("note", inlines("Call"), blocks=())))


def test_the_body_needs_no_package_and_keeps_its_holes() -> None:
    xml = body(sample_document(), 5000)
    assert "<?hole client_name||line?>" in xml
    assert 'r:id="' not in xml


def test_a_schedule_has_words_own_number_and_a_page_of_its_own() -> None:
    first = Part("Calls", (paragraph("000"),), key="calls", number="Schedule 1")
    odd = Part("More", (paragraph("And more."),), key="more", number="Schedule 7")
    assert [entry.style for entry in styled(first, odd)][::2] == ["SPSchedule", "SPScheduleTyped"]
    assert said(first, odd) == ["Calls", "000", "Schedule 7:\tMore", "And more."]
    sheet = parts_of(prepare(sample_document()).fill({}))["word/styles.xml"]
    assert sheet.count(b"<w:pageBreakBefore/>") == 1
