"""A document on a letterhead: its values print literally, its letterhead's looks win, our numbering stays."""

from __future__ import annotations

import contextlib
import re
import time

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialpolicy.document import DETAILS, Detail, Document
from socialpolicy.errors import Code, Finding, Place, Refused, WrongValue
from socialpolicy.guarding.clean import clean
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.letterhead import LOOKS, TAGS, check, starter
from socialpolicy.writers.word.letterhead.rendering import tag_values
from socialpolicy.writers.word.lint import lint
from socialpolicy.writers.word.reader import W, part_tree, read_paragraphs
from socialpolicy.writers.word.record import read_record
from socialpolicy.writers.word.zipped import zipped
from tests.writers.sample import sample_document
from tests.writers.word.letterhead.making import BODY_TAG, Hung, letterhead, paragraph, run, style
from tests.writers.word.written import attributes, inlines, parts_of, provision, short
from tests.writers.word.written import paragraph as clause

LINES = tuple(f"{name}: {{{{ {name} }}}}." for name in TAGS)
EVERY_TAG = "".join(paragraph(line) for line in LINES) + BODY_TAG
FOOTER = "<w:p/>"


def written_on(content: bytes, document: Document | None = None, **words: str) -> bytes:
    filled = {(name, ""): value for name, value in words.items()}
    return prepare(document or sample_document(), b"", content).fill(filled)


def texts(file: bytes, part: str = "word/document.xml") -> list[str]:
    return [one.text for one in read_paragraphs(file, part)]


# ---------- values ----------


def test_each_tag_prints_its_value_and_an_unknown_one_nothing() -> None:
    details = tuple(Detail(name, f"<{name}>") for name in DETAILS[1:])
    document = sample_document(practice="Hazel & Co", version="2.0", details=details)
    lines = texts(written_on(letterhead(EVERY_TAG), document))[: len(TAGS)]
    values = tag_values(document)
    assert lines == [f"{name}: {values[name]}." for name in TAGS]
    assert values["practice_name"] == "Hazel & Co"
    assert values["practice_email"] == "<practice_email>"
    assert values[DETAILS[0]] == ""
    assert values["imprint"].startswith("Version 2.0 · ")


AWKWARD = [
    "{{ title }}", "{{p body}}", "{% raw %}", "{_{ a }_}", "a & b", "<w:p/>", "</w:t>", "&amp;", "]]>",
    "\\1 \\g<0>", "one\ntwo\n\nfour", "tab\there", " spaced ", "Ünï 漢字 🙂", "‘quoted’", "sp0123title.",
    "<?hole client_name||line?>",
]  # fmt: skip


@pytest.mark.parametrize("value", AWKWARD)
def test_a_value_is_never_read_as_a_tag_as_xml_or_as_anything_else(value: str) -> None:
    check_literally(value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_whatever_text_may_come_in_prints_literally(value: str) -> None:
    try:
        allowed = clean(value, Place())
    except WrongValue:  # such a character never comes as far as a document
        return
    check_literally(allowed)


def check_literally(value: str) -> None:
    document = attrs.evolve(
        short(clause("Text.")), practice=value, title=value, details=(Detail("practice_phone", value),)
    )
    body = paragraph("A{{ practice_name }}B{{ title }}C{{ practice_phone }}D") + BODY_TAG
    file = written_on(letterhead(body, header=FOOTER, footer=paragraph("{{ title }}")), document)
    said = value.replace("\t", " ").replace("\u00a0", " ")
    assert texts(file)[0] == f"A{said}B{said}C{said}D"
    assert texts(file, "word/footer.xml") == [said]
    assert lint(file) == ()


def test_a_tag_in_two_runs_in_a_box_and_in_a_control_is_filled() -> None:
    box = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>"
    body = (
        paragraph("See ", run("{{ ti", "<w:b/>"), run("tle }} and {{ version"), " }}!")
        + f"<w:p>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        + f"<w:sdt><w:sdtContent>{paragraph('{{ date }}')}</w:sdtContent></w:sdt>"
    )
    document = sample_document(title="T", version="3")
    lines = texts(written_on(letterhead(body + BODY_TAG), document))
    assert lines[0] == "See T and 3!"
    assert lines[2:4] == ["T", document.date]


def test_a_clients_value_goes_into_its_hole_on_a_letterhead_too() -> None:
    assert any("Ada <3" in line for line in texts(written_on(starter(), client_name="Ada <3")))


# ---------- what wins ----------


def test_the_same_letterhead_and_document_give_the_same_bytes() -> None:
    made = {look: starter(look, "Letter") for look in LOOKS}
    assert made == {look: starter(look, "Letter") for look in LOOKS}
    assert len(set(made.values())) == 3
    for content in made.values():
        assert written_on(content) == written_on(content)


def test_what_stands_round_the_tag_stays_and_the_document_stands_where_it_was() -> None:
    file = written_on(letterhead(paragraph("Above") + BODY_TAG + paragraph("Below")))
    lines = texts(file)
    assert (lines[0], lines[1], lines[-1]) == ("Above", sample_document().title, "Below")


def test_the_page_of_the_letterhead_wins_and_sets_the_width_of_tables() -> None:
    section = (
        '<w:sectPr><w:pgSz w:w="11000" w:h="15000"/><w:pgMar w:left="1000" w:right="1000" w:gutter="x"/>'
        '<w:cols w:num="2" w:space="1000"/></w:sectPr>'
    )
    file = written_on(letterhead(section=section))
    assert attributes(part_tree(file), "pgSz", "w") == ["11000"]
    assert set(attributes(part_tree(file), "tblW", "w")) <= {str(width) for width in range(4001)}


@pytest.mark.parametrize(
    "section", ["", "<w:sectPr/>", '<w:sectPr><w:footerReference w:type="x" r:id="footer"/></w:sectPr>']
)
def test_a_letterhead_without_a_page_gets_that_of_the_document(section: str) -> None:
    file = written_on(letterhead(section=section, footer=FOOTER), sample_document(paper="Letter"))
    assert attributes(part_tree(file), "pgSz", "w") == ["12240"]
    assert attributes(part_tree(file), "pgMar", "left") == ["1304"]


def test_the_document_takes_the_section_that_its_tag_is_in() -> None:
    first = paragraph("End of one", properties='<w:sectPr><w:pgSz w:w="9000" w:h="9000"/></w:sectPr>')
    file = written_on(letterhead(BODY_TAG + first, section='<w:sectPr><w:pgSz w:w="5" w:h="5"/></w:sectPr>'))
    assert attributes(part_tree(file), "pgSz", "w") == ["9000", "5"]
    assert attributes(part_tree(file), "pgMar", "left") == ["1304"]


def test_a_header_of_the_letterhead_stays_and_one_that_it_lacks_is_ours() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    styles = style("Footer", "footer", '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/></w:tabs></w:pPr>')
    file = written_on(letterhead(section=section, header=paragraph("Mine"), styles=styles))
    assert texts(file, "word/header.xml") == ["Mine"]
    (footer,) = texts(file, "word/footer.xml")
    assert footer.endswith("Page 1 of 1")
    assert attributes(part_tree(file, "word/footer.xml"), "tab", "pos")[0] == "4513"


def test_a_header_of_an_earlier_section_counts() -> None:
    inside = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    file = written_on(letterhead(paragraph("One", properties=inside) + BODY_TAG, header=paragraph("Mine")))
    assert [name for name in parts_of(file) if "header" in name] == ["word/header.xml"]


# ---------- styles and numbers ----------

HEADING = style("berschrift2", "heading 2", '<w:rPr><w:color w:val="AA0000"/></w:rPr>')
NORMAL = style("Standard", "Normal", '<w:rPr><w:sz w:val="36"/></w:rPr>', more='w:default="1"')
NUMBERING = (
    '<w:numPicBullet w:numPicBulletId="0"/>'
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift2"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
)


def style_of(file: bytes, id: str):  # type: ignore[no-untyped-def]
    styles = part_tree(file, "word/styles.xml")
    (found,) = [one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == id]
    return found


def test_a_style_of_the_same_name_wins_whatever_its_id_and_keeps_our_number() -> None:
    file = written_on(letterhead(styles=NORMAL + HEADING, numbering=NUMBERING))
    heading = style_of(file, "berschrift2")
    assert heading.find(f"{W}rPr/{W}color").get(f"{W}val") == "AA0000"
    number = heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    lists = part_tree(file, "word/numbering.xml")
    assert number not in ("4", "0")
    assert attributes(lists, "num", "numId") == ["4", "5", "6", "7", "8"]
    assert attributes(lists, "abstractNum", "abstractNumId") == ["7", "8", "9", "10", "11"]
    claimed = [one.get(f"{W}val") for one in lists.iter(f"{W}pStyle")]
    assert claimed.count("berschrift2") == 1
    styles = [one.style for one in read_paragraphs(file)]
    assert "berschrift2" in styles
    assert "Heading2" not in styles
    assert lint(file) == ()


def test_our_own_styles_grow_with_the_letterheads_text_and_their_numbers_hang_further_out() -> None:
    file = written_on(letterhead(styles=NORMAL))
    indent = style_of(file, "SPClause").find(f"{W}pPr/{W}ind")
    assert int(indent.get(f"{W}hanging")) == round(680 * 36 / 22)
    assert style_of(file, "SPCell").find(f"{W}rPr/{W}sz").get(f"{W}val") == str(round(21 * 36 / 22))
    levels = list(part_tree(file, "word/numbering.xml").iter(f"{W}ind"))
    assert levels[0].get(f"{W}left") == indent.get(f"{W}left")


def test_an_id_that_is_taken_by_another_style_is_not_used() -> None:
    taken = style("Title", "House title") + style("SPClause", "x", kind="character") + style("SPClause2", "y")
    file = written_on(letterhead(styles=NORMAL + taken))
    assert style_of(file, "Title2").find(f"{W}name").get(f"{W}val") == "Title"
    assert style_of(file, "SPClause3").find(f"{W}name").get(f"{W}val") == "SP Clause"
    assert read_paragraphs(file)[0].style == "Title2"
    assert lint(file) == ()


def test_a_heading_that_the_letterhead_numbers_loses_its_number() -> None:
    numbered = '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr>'
    derived = style("T", "Title", '<w:basedOn w:val="H1"/><w:rPr/>')
    styles = (
        NORMAL
        + style("H1", "heading 1", numbered)
        + derived
        + style("S", "Subtitle", '<w:basedOn w:val="H1"/>')
    )
    file = written_on(letterhead(styles=styles, numbering=NUMBERING.replace("berschrift2", "H1")))
    for id in ("H1", "T", "S"):
        assert style_of(file, id).find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"


def test_the_lists_of_a_starter_are_replaced_and_not_doubled() -> None:
    lists = part_tree(written_on(starter()), "word/numbering.xml")
    assert len(attributes(lists, "abstractNum", "abstractNumId")) == 4
    assert len(set(attributes(lists, "nsid"))) == 4
    assert len(attributes(lists, "num", "numId")) == 8


def test_colours_and_fonts_of_what_we_add_come_from_the_letterhead() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Georgia"/><w:color w:val="{}"/></w:rPr>'
    dark = written_on(letterhead(styles=NORMAL + style("H", "heading 1", fonts.format("5B2C6F"))))
    pale = written_on(letterhead(styles=NORMAL + style("H", "heading 1", fonts.format("FFEEAA"))))
    assert style_of(dark, "SPSigner").find(f"{W}rPr/{W}color").get(f"{W}val") == "5B2C6F"
    assert style_of(pale, "SPSigner").find(f"{W}rPr/{W}color").get(f"{W}val") == "1D4F5C"
    assert style_of(dark, "Title").find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Georgia"


def test_the_language_is_that_of_the_document() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"
    for inside in ("", '<w:lang w:val="de-DE"/>'):
        file = written_on(
            letterhead(styles=defaults.format(inside) + NORMAL), sample_document(locale="en-GB")
        )
        assert set(attributes(part_tree(file, "word/styles.xml"), "lang")) == {"en-GB"}


# ---------- what never travels ----------


def test_nothing_of_who_wrote_the_letterhead_travels() -> None:
    core = Hung("core-properties", b"<a>Eve Author {{ cycler.__init__ }}</a>", name="docProps/core.xml")
    settings_part = (
        '<w:documentProtection w:edit="readOnly"/><w:evenAndOddHeaders/><w:compat/>'
        '<w:rsids><w:rsid w:val="00ABCDEF"/></w:rsids>'
        '<w:attachedTemplate r:id="x"/><w:defaultTabStop w:val="500"/>'
    )
    body = (
        '<w:p w:rsidR="00ABCDEF"><w:bookmarkStart w:id="1" w:name="_sp_1"/><w:bookmarkEnd w:id="1"/>'
        '<w:bookmarkStart w:id="2" w:name="mine"/><w:bookmarkEnd w:id="2"/>'
        '<w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00ABCDEF"><w:t/></w:r>'
        '<w:proofErr w:type="spellStart"/>'
        '<w:r><w:pict><v:shape href="http://remote.example"/></w:pict></w:r>'
        f'<w:hyperlink r:id="gone">{run("linked")}</w:hyperlink></w:p>'
        f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{paragraph("held")}</w:sdtContent></w:sdt>'
    )
    file = written_on(
        letterhead(
            body + PICTURES + BODY_TAG,
            settings=settings_part,
            core=core,
            styles=style("a", "a", '<w:rsid w:val="00ABCDEF"/>'),
            comments=Hung("comments", '<w:comment w:author="Eve Author"/>'),
        )
    )
    everything = b"".join(parts_of(file).values())
    for word in (
        b"Eve",
        b"00ABCDEF",
        b"cycler",
        b"remote.example",
        b"documentProtection",
        b"attachedTemplate",
        b"gone",
    ):
        assert word not in everything
    assert b"evenAndOddHeaders" in everything
    assert attributes(part_tree(file, "word/settings.xml"), "defaultTabStop") == ["500"]
    assert "linked" in texts(file)[0]
    assert "mine" in attributes(part_tree(file), "bookmarkStart", "name")
    assert "900001" in attributes(part_tree(file), "bookmarkStart", "id")
    assert lint(file) == ()


PICTURES = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="v"><w:drawing>'
    '<a:blip r:link="gone"/></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>'
    '<w:p><a:hlinkClick r:id="gone"/></w:p>'
)


def test_the_record_rides_in_a_document_on_a_letterhead() -> None:
    custom = Hung("customXml", b"<mine/>", name="customXml/item1.xml")
    file = prepare(sample_document(), b'{"a": 1}', letterhead(item=custom)).fill({})
    assert read_record(file) == b'{"a": 1}'


def test_a_picture_stays_in_the_header() -> None:
    png = b"\x89PNG\r\n\x1a\n more"
    file = written_on(letterhead(section="<w:sectPr/>", logo=Hung("image", png, name="word/media/logo.png")))
    assert parts_of(file)["word/media/logo.png"] == png


def test_a_picture_that_two_parts_show_is_there_once() -> None:
    png = b"\x89PNG\r\n\x1a\n"
    logo = Hung("image", png, name="word/media/logo.png")
    file = written_on(letterhead(one=logo, two=logo))
    assert [name for name in parts_of(file) if "media" in name] == ["word/media/logo.png"]


@pytest.mark.parametrize("root", ["hdr", "hyperlink"])
def test_a_part_that_is_itself_what_leads_nowhere_stays_as_it_is(root: str) -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    names += ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    odd = f'<w:{root} {names} r:id="gone"><w:p/></w:{root}>'.encode()
    written_on(letterhead(header=Hung("header", odd)))


# ---------- what hurts nobody ----------


def test_a_letterhead_with_faults_is_refused_with_all_of_them() -> None:
    with pytest.raises(Refused) as refused:
        prepare(sample_document(), b"", letterhead(paragraph("{{ nam }} {% x %}")))
    codes = {finding.code for finding in refused.value.findings}
    assert codes == {Code.LETTERHEAD_TAG, Code.LETTERHEAD_CODE, Code.LETTERHEAD_BODY}


def test_what_docxtpl_cannot_read_is_refused_in_our_words() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(WrongValue, match="docxtpl cannot read this letterhead"):
        prepare(sample_document(), b"", letterhead(table + BODY_TAG))


HOSTILE = [
    "{{ cycler.__init__.__globals__.os.popen(&quot;id&quot;).read() }}",
    "{% colspan " + " " * 4000,
    "{{r " * 8000,
    "{" * 30_000,
    "{% for a in range(9999) %}{% for b in range(9999) %}",
    "{{ 10**10**7 }}",
    "}" * 30_000,
    "{_{ title }_}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_refused_at_once(text: str) -> None:
    for body in (
        paragraph(text) + BODY_TAG,
        f"<w:tbl><w:tr><w:tc>{paragraph(text)}</w:tc></w:tr></w:tbl>{BODY_TAG}",
    ):
        start = time.perf_counter()
        found = check(letterhead(body))
        assert {one.severity for one in found} >= {"refuse"}
        assert time.perf_counter() - start < 5


PIECES = st.sampled_from(
    ["{", "}", "{{", "}}", "{%", "%}", "{#", "#}", "{_{", "title", "p body", " ", "|", ".", "x", "é", "&amp;"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=6))
def test_whatever_is_typed_into_a_letterhead_is_refused_or_printed(texts_typed: list[str]) -> None:
    body = paragraph(*(run(text) for text in texts_typed)) + BODY_TAG
    if any(one.severity == "refuse" for one in check(letterhead(body))):
        with pytest.raises(Refused):
            prepare(short(), b"", letterhead(body))
        return
    file = prepare(short(clause("Said.")), b"", letterhead(body)).fill({})
    line = texts(file)[0]
    assert "{" not in line
    typed = "".join(texts_typed).replace("&amp;", "&")
    assert line == re.sub(r"\{\{ *title *\}\}", short().title, typed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_letterhead_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    parts = parts_of(starter())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(32, 126))
    broken = zipped({**parts, name: bytes(content)}.items())
    with contextlib.suppress(Refused, Finding):
        prepare(short(provision("a", "1", clause("Said.", number="1.1"))), b"", broken)


def test_a_document_without_numbers_or_words_is_written_too() -> None:
    assert texts(written_on(letterhead(), short(clause(*inlines()))))[0]


# ---------- large print ----------


def test_in_large_print_a_field_without_room_stands_below_the_others_in_the_same_table() -> None:
    usual, large = (part_tree(written_on(starter(look))) for look in ("modern", "large-print"))
    assert {len(strip.findall(f"{W}tr")) for strip in strips(usual)} == {1}
    tall = [strip for strip in strips(large) if len(strip.findall(f"{W}tr")) > 1]
    assert tall
    for strip in tall:
        assert len({len(row.findall(f"{W}tc")) for row in strip.iter(f"{W}tr")}) == 1


def strips(tree):  # type: ignore[no-untyped-def]
    styles = ((table, table.find(f"{W}tblPr/{W}tblStyle")) for table in tree.iter(f"{W}tbl"))
    return [table for table, named in styles if named.get(f"{W}val") == "SPStrip"]


def test_a_box_stays_on_one_page_but_for_large_print() -> None:
    for look, whole in (("plain", True), ("large-print", False)):
        tree = part_tree(written_on(starter(look)))
        box = next(
            table
            for table in tree.iter(f"{W}tbl")
            if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "SPAlarm"
        )
        last = box.findall(f"{W}tr")[-1]
        assert (last.find(f"{W}trPr/{W}cantSplit") is not None) == whole
        assert (next(last.iter(f"{W}keepNext"), None) is not None) == whole
