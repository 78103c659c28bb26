"""The lint sees each fault that validators miss: each is planted in a clean file, and it alone is seen."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from socialpolicy.writers.word import lint as lint_package
from socialpolicy.writers.word import prepare
from socialpolicy.writers.word.lint import Fault, lint, new_faults
from tests.writers.sample import sample_document
from tests.writers.word.reading.docx import made, p, r, table
from tests.writers.word.written import parts_of, with_part

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
HEADER, SETTINGS, TYPES = "word/header.xml", "word/settings.xml", "[Content_Types].xml"
LINKS, ITEM = "word/_rels/document.xml.rels", "customXml/item1.xml"
END = "<w:sectPr>"
CHECKBOX = "<w:sdtPr><w:id w:val='9001'/><w:alias w:val='x'/></w:sdtPr>"
DRAWING = (
    '<w:p><w:r><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' id="1"/></w:r></w:p>'
)


def before_end(xml: str) -> tuple[str, str, str]:
    """A fault that is more XML at the end of the body."""
    return BODY, END, xml + END


def cell(inside: str) -> tuple[str, str, str]:
    return before_end(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>")


def field(code: str) -> tuple[str, str, str]:
    return before_end(f'<w:p><w:fldSimple w:instr="{code}"/></w:p>')


# name of the fault → where, what stands there, what stands there instead
PLANTED: Mapping[str, tuple[str, str, str]] = {
    "bookmark-name-twice": before_end(
        '<w:p><w:bookmarkStart w:id="9000" w:name="_sp_{first}"/><w:bookmarkEnd w:id="9000"/></w:p>'
    ),
    "bookmark-unclosed": before_end('<w:p><w:bookmarkStart w:id="9000" w:name="new"/></w:p>'),
    "control-id-twice": before_end(
        '<w:sdt><w:sdtPr><w:id w:val="9001"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>' * 2
    ),
    "control-tag-long": (BODY, 'w:val="reviews@2.0.1"', f'w:val="{"x" * 65}"'),
    "control-empty": before_end("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>"),
    "control-order": before_end(f"<w:sdt>{CHECKBOX}<w:sdtContent><w:p/></w:sdtContent></w:sdt>"),
    "change-id-twice": before_end('<w:p><w:ins w:id="9"/><w:del w:id="9"/></w:p>'),
    "drawing-id-twice": before_end(DRAWING * 2),
    "field-unclosed": before_end('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'),
    "field-without-text": (HEADER, "</w:hdr>", '<w:p><w:fldSimple w:instr="PAGE"/></w:p></w:hdr>'),
    "reference-dangling": (BODY, " REF _sp_", " REF _sq_"),
    "table-without-rows": before_end("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"),
    "cell-without-paragraph": cell("<w:tcPr/>"),
    "cell-without-last-paragraph": cell("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    "deleted-text-as-text": before_end("<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>"),
    "element-in-text": before_end("<w:p><w:r><w:t><w:p/></w:t></w:r></w:p>"),
    "extension-not-ignorable": (BODY, ' mc:Ignorable="w14"', ""),
    "editing-trace": (BODY, "<w:p>", '<w:p w:rsidR="00A77427">'),
    "list-after-number": (NUMBERS, "</w:numbering>", '<w:abstractNum w:abstractNumId="9"/></w:numbering>'),
    "language-missing": (STYLES, 'w:lang w:val="en-AU"', 'w:lang w:x="en-AU"'),
    "style-dangling": (BODY, 'w:val="SPClause"', 'w:val="SPClouse"'),
    "number-dangling": (STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
    "list-dangling": (NUMBERS, '<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="78"/>'),
    "heading-jump": (STYLES, '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="3"/>'),
    "relation-dangling": (
        LINKS,
        "</Relationships>",
        '<Relationship Id="x" Type="x/x" Target="none.xml"/></Relationships>',
    ),
    "type-dangling": (TYPES, "</Types>", '<Override PartName="/none.xml" ContentType="x/x"/></Types>'),
}


def rewritten(file: bytes, **more: bytes) -> bytes:
    """The file with more members, a name with `__` for a dot; a name that is there already stands twice."""
    stream = io.BytesIO(file)
    with zipfile.ZipFile(stream, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that a name stands twice is the fault
        for name, content in more.items():
            package.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def store(number: int) -> dict[str, bytes]:
    name = f"customXml/itemProps{number}__xml"
    return {name: parts_of(prepare(sample_document(), b"{}").fill({}))["customXml/itemProps1.xml"]}


@pytest.fixture(scope="module")
def clean() -> bytes:
    return prepare(sample_document(), b"{}").fill({})


def planted(file: bytes, part: str, old: str, new: str) -> bytes:
    xml = parts_of(file)[part].decode()
    first = xml.partition('w:name="_sp_')[2][:10]
    assert old in xml
    return with_part(file, part, xml.replace(old, new.replace("{first}", first)).encode())


def names(file: bytes) -> set[str]:
    return {fault.name for fault in lint(file)}


def test_a_clean_file_has_no_fault(clean: bytes) -> None:
    assert lint(clean) == ()


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_seen_and_no_other(clean: bytes, name: str) -> None:
    assert names(planted(clean, *PLANTED[name])) == {name}


def test_what_a_bad_package_holds_is_seen(clean: bytes) -> None:
    assert names(rewritten(clean, **{"word/header__xml": b"<x/>"})) == {"member-twice"}
    assert names(rewritten(clean, **{"word/Header__xml": b"<x/>"})) == {
        "member-twice-but-for-case",
        "part-unused",
    }
    assert names(rewritten(clean, **{"word/new__xml": b"<x/>"})) == {"part-unused"}
    assert names(rewritten(clean, **{"word/new__bin": b"x"})) == {"part-unused", "part-without-type"}
    assert names(rewritten(clean, **store(2))) == {"custom-xml-twice", "part-unused"}
    assert names(rewritten(clean, **{"folder/": b""})) == set()


APP = "<Properties xmlns='urn:x'>{}</Properties>"


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("<Company>Acme</Company>", ["Company"]),
        ("<Manager>Ada</Manager><Template>Normal.dotm</Template>", ["Manager"]),
        ("<HyperlinkBase>C:</HyperlinkBase><Company> </Company>", ["HyperlinkBase"]),
        ("<Template>C:\\Users\\ada\\brief.dotx</Template>", ["Template"]),
        ("<Pages>3</Pages>", []),
    ],
)
def test_names_of_people_and_machines_are_seen(clean: bytes, said: str, seen: list[str]) -> None:
    found = lint(rewritten(clean, **{"docProps/app__xml": APP.format(said).encode()}))
    assert [one.which for one in found if one.name == "machine-named"] == seen


@pytest.mark.parametrize(
    "code", ["PAGEREF none", "NOTEREF none \\h", "REF &quot;none&quot;", "HYPERLINK \\l &quot;none&quot;"]
)
def test_every_field_that_leads_nowhere_is_seen(clean: bytes, code: str) -> None:
    assert lint(planted(clean, *field(code))) == (Fault("reference-dangling", BODY, "none"),)


@pytest.mark.parametrize(
    "code", ["REF", "HYPERLINK &quot;https://a.example&quot;", "HYPERLINK \\l", "", "NUMPAGES"]
)
def test_a_field_that_leads_to_no_bookmark_is_fine(clean: bytes, code: str) -> None:
    named = f" REF _sp_{parts_of(clean)[BODY].decode().partition('_sp_')[2][:10]} "
    for one in (code, named):
        assert lint(planted(clean, *field(one))) == ()


@pytest.mark.parametrize(
    "xml",
    [
        "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
        '<w:p><w:hyperlink w:anchor="_top"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
        "<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>",
        '<w:tbl><w:tr><w:tc><w:p/><w:bookmarkEnd w:id="1"/></w:tc></w:tr></w:tbl>'
        '<w:p><w:bookmarkStart w:id="1"/></w:p>',
        "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:tbl/></mc:Fallback></mc:AlternateContent>",
        '<w:sdt><w:sdtPr><w:tag w:val="x"/><w15:color xmlns:w15="urn:x"/><w:id w:val="9001"/></w:sdtPr>'
        "<w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ],
)
def test_what_is_as_it_should_be_is_fine(clean: bytes, xml: str) -> None:
    assert lint(planted(clean, *before_end(xml))) == ()


def test_a_field_that_ends_before_it_begins_is_seen(clean: bytes) -> None:
    xml = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    assert names(planted(clean, *before_end(xml))) == {"field-unclosed"}


def test_a_bookmark_that_ends_before_it_begins_is_seen(clean: bytes) -> None:
    xml = '<w:p><w:bookmarkEnd w:id="9000"/></w:p>'
    assert names(planted(clean, *before_end(xml))) == {"bookmark-unclosed"}


def test_a_link_out_of_the_file_is_fine(clean: bytes) -> None:
    link = '<Relationship Id="x" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    assert lint(planted(clean, LINKS, "</Relationships>", f"{link}</Relationships>")) == ()


def test_traces_in_the_settings_and_a_cell_of_nothing_but_a_control_are_seen(clean: bytes) -> None:
    traced = planted(clean, SETTINGS, "</w:settings>", "<w:rsids/></w:settings>")
    assert names(traced) == {"editing-trace"}
    nothing = cell("<w:sdt><w:sdtContent><w:r><w:pict><w:p/></w:pict></w:r></w:sdtContent></w:sdt>")
    assert names(planted(clean, *nothing)) == {"cell-without-last-paragraph"}


def test_a_file_without_styles_and_numbers_is_checked_too() -> None:
    plain = made(p("a") + table(), styles="")
    assert names(plain) == {"table-without-rows"}
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:p>'
    assert names(made(p(r("a"), style="None") + numbered, styles="")) == {"style-dangling", "number-dangling"}


def test_only_faults_that_are_new_are_told(clean: bytes) -> None:
    once = planted(clean, *PLANTED["table-without-rows"])
    twice = planted(once, *PLANTED["table-without-rows"])
    assert new_faults(once, once) == ()
    assert new_faults(twice, once) == (Fault("table-without-rows", BODY),)
    assert new_faults(once, twice) == ()


def test_the_docs_name_every_fault_and_no_other() -> None:
    page = Path(__file__).parents[4].joinpath("docs", "word.md").read_text(encoding="utf-8")
    rows = page.partition("names of faults")[2].partition("\n\n")[0]
    source = Path(lint_package.__file__).parent
    yielded = "".join(file.read_text(encoding="utf-8") for file in source.glob("*.py"))
    assert set(re.findall(r"`([a-z-]+)`", rows)) == set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', yielded))
