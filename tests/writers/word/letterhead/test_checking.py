"""Every fault of a letterhead is found before there is any data, and located."""

from __future__ import annotations

import pytest

from socialpolicy.errors import Code, Finding, Place, WrongValue
from socialpolicy.writers.word.letterhead import check, starter
from socialpolicy.writers.word.letterhead.checking import MOST
from socialpolicy.writers.word.zipped import zipped
from tests.writers.word.letterhead.making import BODY_TAG, WORD, Hung, letterhead, paragraph, run, style

GUIDED = {Code.LETTERHEAD_STYLE, Code.LETTERHEAD_IMPRINT}
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def refusing(*args: str, **parts: str | Hung) -> list[Finding]:
    return [one for one in check(letterhead(*args, **parts)) if one.severity == "refuse"]


def codes(*args: str, **parts: str | Hung) -> list[Code]:
    """Those of the refusing findings and of the warnings that are no mere advice on styles and imprint."""
    return [one.code for one in check(letterhead(*args, **parts)) if one.code not in GUIDED]


def instruction(*codes: str) -> str:
    texts = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return FIELD.format("begin") + texts + FIELD.format("separate") + run("1") + FIELD.format("end")


# ---------- tags ----------


@pytest.mark.parametrize(
    "text",
    ["{{ practice_name }}", "{{title}}", "{{\u00a0imprint\u00a0}}", "{{ date }} and {{ version }}", "plain"],
)
def test_a_bare_name_from_the_list_is_right(text: str) -> None:
    assert refusing(paragraph(text) + BODY_TAG) == []


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("{{ practise_name }}", Code.LETTERHEAD_TAG, 'did you mean "practice_name"?'),
        ("{{ Practice Name }}", Code.LETTERHEAD_TAG, 'did you mean "practice_name"?'),
        ("{{ client_name }}", Code.LETTERHEAD_TAG, ""),
        ("{{ body }}", Code.LETTERHEAD_BODY, "write {{p body}}"),
        ("{{}}", Code.LETTERHEAD_TAG, "one of: practice_name"),
        ("{title}", Code.LETTERHEAD_TAG, "two braces"),
        ("open {", Code.LETTERHEAD_TAG, "or delete"),
        ("}} shut", Code.LETTERHEAD_TAG, "or delete"),
        ("{{ title | upper }}", Code.LETTERHEAD_CODE, "one of:"),
        ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", Code.LETTERHEAD_CODE, "one of:"),
        ("{{ 'a' * 400000000 }}", Code.LETTERHEAD_CODE, "one of:"),
        ("{{ title() }}", Code.LETTERHEAD_CODE, "one of:"),
        ("{% for x in y %}", Code.LETTERHEAD_CODE, "one of:"),
        ("{# a note #}", Code.LETTERHEAD_CODE, "one of:"),
        ("{{ “smart” }}", Code.LETTERHEAD_CODE, "one of:"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_and_quoted(text: str, code: Code, hint: str) -> None:
    found = refusing(paragraph(text.replace("'", "&apos;")) + BODY_TAG)
    assert {one.code for one in found} == {code}
    assert hint in found[0].hint
    assert "at “" in found[0].place.path


def test_a_fault_says_the_part_the_heading_above_and_the_quoted_text() -> None:
    styles = style("berschrift1", "heading 1")
    heading = paragraph("Our rooms", properties='<w:pStyle w:val="berschrift1"/>')
    empty = paragraph(properties='<w:pStyle w:val="berschrift1"/>')
    body = (
        heading + empty + paragraph("Call ", run("{{ practice_phon"), "e }} or {{ title.upper }}") + BODY_TAG
    )
    (found,) = [
        one for one in check(letterhead(body, styles=styles), Place("l.docx")) if one.severity == "refuse"
    ]
    assert found.place.file == "l.docx"
    assert found.place.path == "word/document.xml (text), under “Our rooms”, at “{{ title.upper }}”"
    assert found.place.excerpt == "Call {{ practice_phone }} or {{ title.upper }}"
    assert found.place.excerpt[found.place.column - 1 :][: found.place.length] == "{{ title.upper }}"


def test_a_header_is_named_by_its_pages() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/></w:sectPr>'
    (found,) = refusing(section=section, header1=paragraph("{{ nam }}"))
    assert "word/header1.xml (header of the first page)" in found.place.path


def test_a_tag_whose_halves_look_different_is_a_warning_and_technical_halves_are_not() -> None:
    halves = paragraph(run("{{ ti", "<w:b/>"), run("tle }}"))
    technical = paragraph(run("{{ ti", '<w:lang w:val="en-GB"/>'), "<w:proofErr/>", run("tle }}"))
    bare = "<w:p><w:t>{{ ti</w:t><w:r><w:t>tle }}</w:t></w:r></w:p>"
    assert codes(halves + BODY_TAG) == [Code.LETTERHEAD_SPLIT]
    assert codes(technical + BODY_TAG) == []
    assert codes(bare + BODY_TAG) == []


@pytest.mark.parametrize(
    "hidden",
    [
        '<w:sdt><w:sdtPr><w:alias w:val="{{ x }}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
        "<w:p><w:r><w:delText>{% x</w:delText></w:r></w:p>",
        "<w:p><w:r><w:t>a</w:t>{{ b</w:r></w:p>",
    ],
)
def test_a_tag_where_no_text_is_cannot_stand(hidden: str) -> None:
    assert Code.LETTERHEAD_CODE in codes(hidden + BODY_TAG)


def test_a_tag_in_a_note_is_refused() -> None:
    (found,) = refusing(footnotes=paragraph("{{ title }}"))
    assert (found.code, found.message) == (Code.LETTERHEAD_TAG, "A tag in a note is not filled.")


def test_a_fault_in_both_copies_of_a_text_box_is_one() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ nam }}</w:t></w:r></w:p></w:txbxContent>"
    both = f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    assert codes(f"{both}</mc:AlternateContent></w:r></w:p>{BODY_TAG}") == [Code.LETTERHEAD_TAG]


def test_so_many_faults_are_enough() -> None:
    assert len(refusing(paragraph("{" * 3 * MOST) + BODY_TAG)) <= MOST


# ---------- where the document goes ----------


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (paragraph("no tag"), "is missing"),
        (BODY_TAG + BODY_TAG, "stands here once more"),
        (paragraph("Here: {{p body}}"), "there is other text"),
        (f"<w:tbl><w:tr><w:tc>{BODY_TAG}</w:tc></w:tr></w:tbl>", "it is in a table"),
        (paragraph("{{p body}}", properties="<w:sectPr/>"), "a section ends"),
        (paragraph("{{p body}}", "<w:r><w:drawing/></w:r>"), "a picture or a box"),
    ],
)
def test_the_document_needs_one_place_of_its_own(body: str, why: str) -> None:
    (found,) = refusing(body)
    assert found.code is Code.LETTERHEAD_BODY
    assert why in found.message


# ---------- fields ----------


@pytest.mark.parametrize(
    "code",
    [
        "PAGE", "NUMPAGES \\* MERGEFORMAT", 'STYLEREF "Heading 1"', 'HYPERLINK "https://a.example/x"',
        'HYPERLINK \\l "a"',
    ],
)  # fmt: skip
def test_page_numbers_and_the_like_may_stand(code: str) -> None:
    assert codes(paragraph(instruction(code.replace('"', "&quot;"))) + BODY_TAG) == []


@pytest.mark.parametrize(
    "code",
    [
        "DDEAUTO c:\\\\a b", "INCLUDEPICTURE &quot;http://a.example/x.png&quot;", "INCLUDETEXT x", "LINK x",
        "DATE", "FILENAME", "MACROBUTTON x", "", "DOCPROPERTY Version", "HYPERLINK &quot;javascript:x&quot;",
        "HYPERLINK &quot;\\\\\\\\host\\\\share&quot;", "HYPERLINK &quot;other.docx&quot;",
    ],
)  # fmt: skip
def test_a_field_that_fetches_runs_or_changes_is_refused(code: str) -> None:
    assert codes(paragraph(instruction(code)) + BODY_TAG) == [Code.LETTERHEAD_FIELD]


def test_a_code_is_read_whole_over_its_runs_and_through_fields_inside_it() -> None:
    assert codes(paragraph(instruction("DDE", "AUTO x")) + BODY_TAG) == [Code.LETTERHEAD_FIELD]
    inner = FIELD.format("begin") + instruction("QU") + "<w:r><w:instrText>OTE</w:instrText></w:r>"
    assert set(codes(paragraph(inner + FIELD.format("end")) + BODY_TAG)) == {Code.LETTERHEAD_FIELD}


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr="DDE x"/>',
        "<w:r><w:instrText>DDE x</w:instrText></w:r>",
        FIELD.format("begin") + "<w:r><w:instrText>DDE x</w:instrText></w:r>",
        FIELD.format("begin") + "<w:r><w:instrText>DDE x</w:instrText></w:r>" + FIELD.format("end"),
    ],
)
def test_a_field_is_found_however_it_is_written(field: str) -> None:
    assert codes(f"<w:p>{field}</w:p>{BODY_TAG}") == [Code.LETTERHEAD_FIELD]


def test_the_end_of_no_field_is_nothing() -> None:
    assert codes(f"<w:p>{FIELD.format('end')}</w:p>{BODY_TAG}") == []


# ---------- what nobody sees, and what runs ----------


def test_hidden_text_and_tracked_changes_are_refused() -> None:
    hidden = paragraph(
        run("secret", "<w:vanish/>"), run(" ", "<w:vanish/>"), run("shown", '<w:vanish w:val="0"/>')
    )
    changed = f'<w:p><w:ins w:id="1" w:author="a">{run("new")}</w:ins></w:p>'
    assert codes(hidden + changed + BODY_TAG) == [Code.LETTERHEAD_UNSEEN] * 2


@pytest.mark.parametrize("element", ['<w:altChunk r:id="x"/>', "<w:p><w:r><w:object/></w:r></w:p>"])
def test_what_runs_or_pulls_in_another_document_is_refused(element: str) -> None:
    assert Code.LETTERHEAD_ACTIVE in codes(element + BODY_TAG)


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk", "subDocument"])
def test_a_part_that_runs_is_refused_by_name(kind: str) -> None:
    (found,) = refusing(x=Hung(kind, b"\0", name="word/strange.bin"))
    assert found.code is Code.LETTERHEAD_ACTIVE
    assert "word/strange.bin" in found.message


def test_an_object_is_known_by_its_first_bytes() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert Code.LETTERHEAD_ACTIVE in [one.code for one in check(letterhead(more={"word/media/a.png": ole}))]


@pytest.mark.parametrize(
    "macro",
    [
        letterhead(main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        letterhead(x=Hung("vbaProject", b"\0", name="word/strange.bin")),
    ],
    ids=["type", "part"],
)
def test_macros_do_not_even_pass_the_guard(macro: bytes) -> None:
    with pytest.raises(WrongValue) as refused:
        check(macro)
    assert refused.value.code is Code.PACKAGE_MACROS


# ---------- what is left out ----------

LONG = "".join(f'<w:p w:x="{number * 7919}"/>' for number in range(100_000))
PNG = b"\x89PNG\r\n\x1a\n"
PICTURE = '<w:p><w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r></w:p>'


@pytest.mark.parametrize(
    ("hung", "why"),
    [
        (Hung("attachedTemplate", "file:///a.dotm", external=True), "no place"),
        (Hung("image", "http://a.example/x.png", external=True), "fetched from elsewhere"),
        (Hung("hyperlink", "javascript:alert(1)", external=True), "fetched from elsewhere"),
        (Hung("hyperlink", "\\\\host\\share", external=True), "fetched from elsewhere"),
        (Hung("image", b"<svg/>", name="word/media/a.svg"), "PNG, JPEG or GIF"),
        (Hung("image", PNG + b"<?hole client_name||line?>", name="word/media/a.png"), "PNG, JPEG or GIF"),
        (Hung("customXml", b"<a/>", name="customXml/item1.xml"), "no place"),
        (Hung("hyperlink", b"<a/>", name="word/a.xml"), "no address"),
        (Hung("footer", "<w:p/>", type="text/plain"), "not what its name says"),
        (Hung("header", LONG), "too long"),
    ],
)
def test_what_is_not_on_the_list_is_left_out_by_name(hung: Hung, why: str) -> None:
    found = [one for one in check(letterhead(thing=hung)) if one.code is Code.LETTERHEAD_LEFT_OUT]
    assert len(found) == 1
    assert why in found[0].message
    assert found[0].severity == "warn"


def test_what_is_not_in_the_file_or_hangs_on_nothing_is_named() -> None:
    lost = letterhead(
        image=Hung("image", PNG, name="word/media/a.png"), more={"word/lone.xml": b"<a/>", "word/": b""}
    )
    stripped = with_member_gone(lost, "word/media/a.png")
    messages = [one.message for one in check(stripped) if one.code is Code.LETTERHEAD_LEFT_OUT]
    assert messages == [
        "word/media/a.png (image) is left out: it is not in the file.",
        "word/lone.xml is left out: nothing in the file leads to it.",
    ]


def with_member_gone(file: bytes, name: str) -> bytes:
    from tests.writers.word.written import parts_of

    return zipped((member, content) for member, content in parts_of(file).items() if member != name)


def test_a_kept_picture_is_not_named_and_a_lost_one_is_located() -> None:
    picture = Hung("image", PNG, name="word/media/a.png")
    assert codes(PICTURE.format("a") + BODY_TAG, a=picture) == []
    found = check(letterhead(PICTURE.format("b") + BODY_TAG, a=picture))
    assert "A picture or an object is left out." in [one.message for one in found]
    link = f'<w:p><w:hyperlink r:id="gone">{run("us")}</w:hyperlink></w:p>'
    assert "A link is left out." in [one.message for one in check(letterhead(link + BODY_TAG))]


def test_a_value_from_the_files_properties_is_named() -> None:
    bound = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    )
    assert codes(bound + BODY_TAG) == [Code.LETTERHEAD_LEFT_OUT]


def test_comments_of_people_are_named_and_ours_are_not() -> None:
    def comments(author: str) -> str:
        return f'<w:comment w:id="0" w:author="{author}"><w:p/></w:comment>'

    assert codes(comments=Hung("comments", comments("socialpolicy"))) == []
    assert codes(comments=Hung("comments", comments("Ada"))) == [Code.LETTERHEAD_LEFT_OUT]
    assert check(starter()) == ()


# ---------- no letterhead at all ----------


@pytest.mark.parametrize(
    "content",
    [
        b"no zip",
        zipped([]),
        letterhead(main=f"{WORD}.sheet+xml"),
        letterhead(names='xmlns:w="urn:other"'),
        letterhead(names='xmlns:r="urn:other" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'),
        zipped([("[Content_Types].xml", b"<a/>"), ("_rels/.rels", b"<a>")]),
        letterhead(numbering=Hung("numbering", b"<w:numbering")),
        with_member_gone(letterhead(), "word/document.xml"),
    ],
)  # fmt: skip
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(WrongValue) as refused:
        check(content)
    assert refused.value.code.startswith("package-")


def test_a_document_without_a_body_is_none() -> None:
    from tests.writers.word.written import with_part

    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    with pytest.raises(WrongValue):
        check(with_part(letterhead(), "word/document.xml", empty))


def test_properties_of_a_namespace_without_a_home_are_compared_too() -> None:
    odd = '<x:b xmlns:x="nowhere" x:val="1"/>'
    halves = paragraph(run("{{ ti", odd), run("tle }}")) + BODY_TAG
    assert Code.LETTERHEAD_SPLIT in [one.code for one in check(letterhead(halves))]
