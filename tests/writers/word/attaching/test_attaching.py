"""An addendum in an agreement: what is added, and that nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from socialpolicy.document import Document
from socialpolicy.errors import Code, Finding, Refused
from socialpolicy.writers.word.anchoring import anchors_in, anchors_of
from socialpolicy.writers.word.attaching import attach
from socialpolicy.writers.word.attaching.scanning import scan
from socialpolicy.writers.word.body import body
from socialpolicy.writers.word.lint import lint, new_faults
from socialpolicy.writers.word.reader import W, part_tree, read_paragraphs
from socialpolicy.writers.word.record import read_record
from tests.writers.sample import sample_document
from tests.writers.word.attaching.hosts import NAMES, SECTION, agreement, body_of, heading, relations, words
from tests.writers.word.attaching.traps import TRAPS
from tests.writers.word.written import parts_of

AGREEMENTS = sorted(Path(__file__).parents[3].joinpath("agreements").glob("*.docx"))
PARTS = {kind: f"<w:{kind} {NAMES}></w:{kind}>" for kind in ("styles", "numbering")}
MC = 'xmlns:ve="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TEXT = "word/document.xml"
each_agreement = pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)


def attached(host: bytes, after: str = "", **filled: str) -> bytes:
    prepared, _ = attach(host, sample_document(), b'{"a":1}', after=after)
    return prepared.fill({(fact, ""): value for fact, value in filled.items()})


@cache
def _attached(path: Path) -> bytes:
    return attached(path.read_bytes())


def refused(host: bytes, after: str = "") -> list[Code]:
    with pytest.raises((Refused, Finding)) as caught:
        attach(host, sample_document(), after=after)
    return [one.code for one in getattr(caught.value, "findings", (caught.value,))]


def settings(inside: str) -> Mapping[str, str]:
    return {"settings": f"<w:settings {NAMES}>{inside}</w:settings>"}


# ---------- what stays ----------


@each_agreement
def test_every_byte_of_an_agreement_stays_but_where_something_is_put_in(path: Path) -> None:
    before, after = parts_of(path.read_bytes()), parts_of(_attached(path))
    assert set(before) <= set(after)
    grown = {name for name in before if before[name] != after[name]}
    assert grown <= {
        "[Content_Types].xml", TEXT, "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels",
    }  # fmt: skip
    for name in grown - {TEXT}:
        assert _is_left_over(before[name], after[name]), name
    old, new = (scan(parts[TEXT], f"{W}body") for parts in (before, after))
    section = old.children[-1]
    assert section.name == f"{W}sectPr"
    inside = before[TEXT][old.inside : section.start]
    put = after[TEXT][new.inside :]
    assert put.startswith(inside)
    assert before[TEXT][section.start : section.end] in put[len(inside) :][: len(before[TEXT])]
    assert before[TEXT][section.end :] == after[TEXT][new.children[-1].end :]


def _is_left_over(before: bytes, after: bytes) -> bool:
    """Whether `before` is `after` with no more than two stretches taken out."""
    start = next(
        (place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    end = next(
        place
        for place in range(len(before) + 1)
        if before[len(before) - place - 1] != after[len(after) - place - 1]
    )
    between = before[start : len(before) - end] if start + end < len(before) else b""
    return between in after[start : len(after) - end]


@each_agreement
def test_its_text_is_read_as_before(path: Path) -> None:
    before = read_paragraphs(path.read_bytes())
    after = read_paragraphs(_attached(path))
    assert after[: len(before)] == before
    assert after[len(before) + 1].text == "Social media and online contact"


@each_agreement
def test_no_name_and_no_number_is_used_twice(path: Path) -> None:
    known = {(fault.name, fault.part) for fault in lint(path.read_bytes())}
    assert [fault for fault in lint(_attached(path)) if (fault.name, fault.part) not in known] == []


# ---------- what is added ----------


def test_the_record_and_the_clients_values_are_in_it() -> None:
    file = attached(AGREEMENTS[0].read_bytes(), client_name="<Ada> & Bo")
    assert read_record(file) == b'{"a":1}'
    assert "<Ada> & Bo" in "".join(entry.text for entry in read_paragraphs(file))


def test_without_a_record_there_is_none() -> None:
    file = attach(agreement(), sample_document())[0].fill({})
    assert read_record(file) == b""


def test_a_hole_in_the_agreement_is_not_ours_to_fill() -> None:
    host = agreement(words("Here: <?hole client_name||line?>") + SECTION)
    assert "<?hole client_name||line?>" in body_of(attached(host, client_name="Ada"))


def test_our_section_takes_the_paper_of_the_agreement_and_counts_from_one() -> None:
    body = body_of(attached(agreement()))
    assert body.count('<w:pgSz w:w="12240" w:h="15840"/>') == 2
    assert '<w:pgNumType w:start="1"/><w:cols' in body
    assert "titlePg" not in body


@pytest.mark.parametrize(
    ("section", "size"),
    [
        (
            '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>',
            '"11906" w:h="16838"',
        ),
        ('<w:sectPr><w:pgSz w:w="10" w:h="11906"/></w:sectPr>', '"11906" w:h="16838"'),
        ("<w:sectPr/>", '"11906" w:h="16838"'),
        ("", '"11906" w:h="16838"'),
    ],
)
def test_a_page_that_is_no_upright_page_is_made_one(section: str, size: str) -> None:
    assert f"<w:pgSz w:w={size}/>" in body_of(attached(agreement(words("So.") + section)))


def test_where_even_pages_have_their_own_header_ours_have_it_too() -> None:
    plain, even = (
        body_of(attached(agreement(parts=settings(inside)))) for inside in ("", "<w:evenAndOddHeaders/>")
    )
    assert ('w:type="even"' in plain, 'w:type="even"' in even) == (False, True)
    off = settings('<w:evenAndOddHeaders w:val="0"/>')
    assert 'w:type="even"' not in body_of(attached(agreement(parts=off)))


def test_our_styles_lean_on_nothing_of_the_agreement() -> None:
    styles = part_tree(attached(agreement()), "word/styles.xml")
    ours = [one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId", "").startswith("SPA-")]
    assert len(ours) > 30
    assert all(one.get(f"{W}default") is None for one in ours)
    (base,) = (one for one in ours if one.get(f"{W}styleId") == "SPA-Normal")
    # what this agreement says of all its text is taken back
    assert base.find(f"{W}rPr/{W}b").get(f"{W}val") == "0"
    assert base.find(f"{W}rPr/{W}sz").get(f"{W}val") == "22"
    assert base.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"
    assert base.find(f"{W}pPr/{W}ind").get(f"{W}left") == "0"
    assert base.find(f"{W}pPr/{W}jc").get(f"{W}val") == "left"
    based = {one.find(f"{W}basedOn").get(f"{W}val") for one in ours if one.find(f"{W}basedOn") is not None}
    assert all(id.startswith("SPA-") for id in based)


def test_an_agreement_without_styles_lists_or_relationships_gets_ours() -> None:
    parts = parts_of(attached(agreement(parts={})))
    assert {"word/addendum-styles1.xml", "word/addendum-numbering1.xml"} <= set(parts)
    assert (
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
        in parts["word/_rels/document.xml.rels"]
    )


@pytest.mark.parametrize(
    ("inside", "order"),
    [
        ("", "abstractNum abstractNum abstractNum abstractNum num num num num"),
        (
            '<w:abstractNum w:abstractNumId="7"/><w:num w:numId="4"/><w:numIdMacAtCleanup w:val="4"/>',
            f"{'abstractNum ' * 5}{'num ' * 5}numIdMacAtCleanup",
        ),
        (
            '<w:numPicBullet w:numPicBulletId="0"/><w:numIdMacAtCleanup w:val="4"/>',
            "numPicBullet abstractNum abstractNum abstractNum abstractNum num num num num numIdMacAtCleanup",
        ),
    ],
)
def test_our_lists_stand_where_they_must(inside: str, order: str) -> None:
    host = agreement(parts={"numbering": f"<w:numbering {NAMES}>{inside}</w:numbering>"})
    numbering = part_tree(attached(host), "word/numbering.xml")
    assert [str(one.tag).removeprefix(W) for one in numbering] == order.split()
    ids = [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (NAMES, 'mc:Ignorable="w14"'),
        (f'{NAMES} {MC} ve:Ignorable="ve"', 've:Ignorable="ve w14"'),
        (f'{NAMES} {MC} ve:Ignorable=""', 've:Ignorable=" w14"'),
        (
            f'{NAMES} {MC} ve:Ignorable="w14" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
            've:Ignorable="w14"',
        ),
    ],
)
def test_word_2010s_names_may_be_passed_over(names: str, expected: str) -> None:
    file = attached(agreement(parts=PARTS, names=names))
    tag = parts_of(file)[TEXT].decode().partition("<w:body>")[0]
    assert expected in tag
    assert tag.count("Ignorable=") == 1
    assert "extension-not-ignorable" not in [fault.name for fault in lint(file)]


def test_ids_begin_above_those_of_the_agreement() -> None:
    host = agreement(
        f'<w:bookmarkStart w:id="41" w:name="a"/>{words("So.")}<w:bookmarkEnd w:id="41"/>{SECTION}'
    )
    ids = [int(id) for id in re.findall(r'bookmarkStart w:id="(\d+)"', body_of(attached(host)))]
    assert ids[0] == 41
    assert min(ids[1:]) > 41
    huge = f'<w:bookmarkStart w:id="2147483647" w:name="a"/>{words("So.")}<w:bookmarkEnd w:id="2147483647"/>'
    ids = [
        int(id)
        for id in re.findall(r'bookmarkStart w:id="(\d+)"', body_of(attached(agreement(huge + SECTION))))
    ]
    assert max(ids[1:]) < 2147483647


def test_equal_input_gives_equal_bytes() -> None:
    assert attached(AGREEMENTS[1].read_bytes()) == attached(AGREEMENTS[1].read_bytes())


# ---------- after a heading ----------

TWO = (
    heading("One") + words("First.") + heading("Part", 1) + words("Inner.")
    + heading("Two  and") + words("Last.") + SECTION
)  # fmt: skip


def order(file: bytes) -> list[str]:
    known = ("First.", "Inner.", "Last.", "Two  and", "Part", "Social media and online contact")
    return [entry.text for entry in read_paragraphs(file) if entry.text in known]


def test_it_follows_what_stands_under_a_heading() -> None:
    ours = "Social media and online contact"
    assert order(attached(agreement(TWO), "one")) == ["First.", "Part", "Inner.", ours, "Two  and", "Last."]
    assert order(attached(agreement(TWO), "Part")) == ["First.", "Part", "Inner.", ours, "Two  and", "Last."]
    assert order(attached(agreement(TWO), "two and"))[-1] == ours


def test_in_the_middle_both_halves_keep_the_properties_of_their_section() -> None:
    body = body_of(attached(agreement(TWO), "One"))
    assert body.count(SECTION) == 2
    assert "pgNumType" not in body
    inner = f"{heading('One')}{words('a')}{heading('Two')}{words('b', SECTION)}{words('c')}<w:sectPr/>"
    assert body_of(attached(agreement(inner), "One")).count(SECTION) == 2


def test_a_heading_may_have_its_level_from_its_style() -> None:
    body = words("One", '<w:pStyle w:val="Sub"/>') + words("a") + words("Two", '<w:pStyle w:val="Heading1"/>')
    file = attached(agreement(body + SECTION), "One")
    texts = [entry.text for entry in read_paragraphs(file)]
    assert texts.index("Social media and online contact") < texts.index("Two")


@pytest.mark.parametrize(
    ("body", "after", "code"),
    [
        (TWO, "Onne", Code.HEADING_UNKNOWN),
        (TWO, "Nothing like it", Code.HEADING_UNKNOWN),
        (words("So.") + SECTION, "One", Code.HEADING_UNKNOWN),
        (heading("One") + heading("one") + SECTION, "One", Code.HEADING_UNKNOWN),
        (
            heading("One") + heading("Two") + '<w:sectPr><w:pgNumType w:start="3"/></w:sectPr>',
            "One",
            Code.AGREEMENT_FORM,
        ),
        (
            heading("One") + heading("Two") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            "One",
            Code.AGREEMENT_FORM,
        ),
        (heading("One") + heading("Two"), "One", Code.AGREEMENT_FORM),
        (heading("One", 9), "One", Code.HEADING_UNKNOWN),
    ],
)  # fmt: skip
def test_a_heading_that_leads_nowhere_is_refused(body: str, after: str, code: Code) -> None:
    assert refused(agreement(body), after) == [code]


@pytest.mark.parametrize(
    ("after", "hint"),
    [
        ("Onne", 'did you mean "One"?'),
        ("Nothing like it", "one of: One; Part; Two and"),
    ],
)
def test_the_refusal_names_headings(after: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        attach(agreement(TWO), sample_document(), after=after)
    assert caught.value.findings[0].hint == hint
    with pytest.raises(Refused) as caught:
        attach(agreement(), sample_document(), after=after)
    assert "no headings" in caught.value.findings[0].hint


def test_styles_that_lean_on_each_other_have_no_level() -> None:
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    host = agreement(
        words("One", '<w:pStyle w:val="A"/>') + SECTION, {"styles": f"<w:styles {NAMES}>{circle}</w:styles>"}
    )
    assert refused(host, "One") == [Code.HEADING_UNKNOWN]


# ---------- what is refused, and what is said ----------


ATTACHED = f'<w:bookmarkStart w:id="1" w:name="_sp_1"/><w:bookmarkEnd w:id="1"/>{SECTION}'


@pytest.mark.parametrize(
    ("host", "code"),
    [
        (agreement(parts=settings('<w:documentProtection w:edit="forms" w:enforcement="1"/>')), "protected"),
        (agreement(more={"_xmlsignatures/sig1.xml": b"<a/>"}), "signed"),
        (agreement(ATTACHED), "attached"),
        (agreement(names=NAMES.replace("officeDocument/2006/relationships", "other")), "form"),
        (agreement(encoding="UTF-16"), "form"),
    ],
    ids=["protected", "signed", "attached", "prefix", "utf-16"],
)  # fmt: skip
def test_an_agreement_that_must_not_be_changed_is_refused(host: bytes, code: str) -> None:
    assert refused(host) == [Code(f"agreement-{code}")]


def test_protection_that_is_not_switched_on_is_no_reason() -> None:
    for inside in ('<w:documentProtection w:edit="forms"/>', '<w:documentProtection w:enforcement="0"/>'):
        assert attached(agreement(parts=settings(inside)))


def test_of_tracked_changes_it_is_said_that_ours_is_none() -> None:
    _, findings = attach(agreement(parts=settings("<w:trackRevisions/>")), sample_document())
    assert [(one.code, one.severity) for one in findings] == [(Code.AGREEMENT_TRACKED, "warn")]


def test_several_reasons_are_told_at_once() -> None:
    inside = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    host = agreement(parts=settings(inside), more={"_xmlsignatures/sig1.xml": b"<a/>"})
    assert sorted(refused(host)) == [Code.AGREEMENT_PROTECTED, Code.AGREEMENT_SIGNED]


def test_an_addendum_that_would_say_something_else_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from socialpolicy.writers.word.attaching import attaching

    def wrong(document: Document, width: int) -> str:
        return body(document, width).replace("not an emergency service", "an emergency service")

    monkeypatch.setattr(attaching, "body", wrong)
    assert refused(agreement()) == [Code.FILE_SAYS_OTHERWISE]


def test_anchors_stand_at_the_fields_of_the_addendum_alone() -> None:
    host = agreement(words("sign at /sp:client:sig:1/") + SECTION)
    prepared, _ = attach(host, sample_document(), anchors=True)
    parts = {"body": body_of(prepared.fill({})).partition(words("sign at /sp:client:sig:1/"))[2].encode()}
    assert anchors_in(parts) == tuple(map(str, anchors_of(sample_document())))
    with pytest.raises(Refused):
        prepared.fill({("client_name", ""): "{{Sig_es_:signer1:signature}}"})


def test_an_answer_that_opens_a_field_is_refused_with_anchors() -> None:
    document = sample_document(practice="{{Sig_es_:signer1:signature}}")
    assert attach(agreement(), document)
    with pytest.raises(Refused):
        attach(agreement(), document, anchors=True)


# ---------- traps ----------


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_stepped_over_and_stays_as_it_is(trap: str) -> None:
    before, after = parts_of(TRAPS[trap]), parts_of(attached(TRAPS[trap]))
    text = before[TEXT].partition(b"<w:body>")[2].rpartition(b"<w:sectPr>")[0]
    assert after[TEXT].partition(b"<w:body>")[2].startswith(text)
    told = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml", TEXT}
    assert {name: part for name, part in after.items() if name in before and name not in told} == {
        name: part for name, part in before.items() if name not in told
    }
    assert b"titlePg" not in after[TEXT].rpartition(b"<w:sectPr>")[2]
    assert new_faults(TRAPS[trap], attached(TRAPS[trap])) == ()


def test_macros_are_refused_before_anything_is_made() -> None:
    host = agreement(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    assert [code.value.partition("-")[0] for code in refused(host)] == ["package"]


@pytest.mark.parametrize("declared", [True, False])
def test_a_part_that_is_no_xml_to_the_reader_is_a_finding(declared: bool) -> None:
    """One that nothing declares as Word's is met only when the whole is read back."""
    odd = f'<w:hdr {NAMES} xmlns:o="http://schemas.openxmlformats.or^g/"><w:p/></w:hdr>'
    if declared:
        assert refused(agreement(parts={**PARTS, "header": odd})) == [Code.PACKAGE_XML]
        return
    more = {
        "word/header.xml": odd.encode(),
        "word/_rels/document.xml.rels": relations({"header": "header.xml"}),
    }
    change = '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>a</w:t></w:r></w:ins></w:p>'
    assert refused(agreement(change + SECTION, parts={}, more=more)) == [Code.PACKAGE_XML]
