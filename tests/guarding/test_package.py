"""What comes in as an Office file: what a sound one gives, and how people are told of the others."""

from __future__ import annotations

import io
import re
import traceback
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package import Package, bounds, read_package
from socialpolicy.guarding.package.counting import Markup, estimate
from socialpolicy.guarding.package.markup import check_markup
from tests.guarding.hostile import bounds as bombs
from tests.guarding.hostile import disguises, markup, names, relating, zips
from tests.guarding.hostile.made import DOCUMENT, Case, document, members_of, packed, parts, sound, zip_of
from tests.practice import BARE, policy_of

SMALL = [case for module in (disguises, markup, names, relating, zips) for case in module.cases()]
# these take their time and are tried in a child, tests/guarding/hostile/test_hostile.py
HEAVY = ("elements", "comments", "instructions", "sections", "MiB", "000 attributes", "000,000", "000,001")
BOMBS = [case for case in bombs.cases() if not any(word in case.name for word in HEAVY)]
# left to readers, see socialpolicy/guarding/package/markup.py
NOT_FOR_LXML = ("namespaces: ", "sound: a namespace that is no address", "sound: an id that is no name")
PLACE = Place("agreement.docx")


def finding_of(content: bytes, place: Place = PLACE) -> WrongValue:
    with pytest.raises(WrongValue) as refused:
        read_package(content, place)
    return refused.value


# ---------- what is read ----------


def test_the_members_stand_in_the_order_of_the_file() -> None:
    found = dict(reversed(parts().items()))
    assert [*read_package(packed(found)).members.items()] == [*found.items()]


def test_folders_are_no_members() -> None:
    members = members_of({"word/": b"", **parts(), "docProps/": b""})
    assert [*read_package(zip_of(members)).members] == [*parts()]


def test_a_package_names_its_document() -> None:
    assert read_package(sound()).main == DOCUMENT
    (elsewhere,) = [case for case in SMALL if case.name == "a document elsewhere"]
    assert read_package(elsewhere.make()).main == "word/document2.xml"
    assert Package({}).main == DOCUMENT


def test_what_python_docx_makes_is_read() -> None:
    stream = io.BytesIO()
    made = docx.Document()
    made.add_heading("Fees")
    made.add_table(2, 2)
    made.save(stream)
    with zipfile.ZipFile(stream) as file:
        expected = {name: file.read(name) for name in file.namelist()}
    assert read_package(stream.getvalue()).members == expected


@pytest.mark.parametrize(
    "letterhead", sorted(Path(docx.__file__).parent.rglob("*.docx")), ids=lambda p: p.name
)
def test_what_word_itself_made_is_read(letterhead: Path) -> None:
    assert DOCUMENT in read_package(letterhead.read_bytes()).members


@pytest.mark.parametrize("name", ["website-policy", "client-addendum", "staff-handbook"])
def test_what_we_write_is_read(name: str) -> None:
    policy = policy_of(**{**BARE, "has_staff": True})
    assert DOCUMENT in read_package(policy.document(name).bytes("docx")).members


@pytest.mark.parametrize("case", [*SMALL, *BOMBS], ids=lambda case: case.name)
def test_what_is_refused_says_so_and_what_is_read_is_xml_for_lxml(case: Case) -> None:
    content = case.make()
    if case.code is None:
        for name, part in read_package(content).members.items():
            if name.lower().endswith((".xml", ".rels")) and not case.name.startswith(NOT_FOR_LXML):
                etree.fromstring(part)
        return
    found = finding_of(content)
    assert found.code is case.code
    assert found.place.file == PLACE.file
    assert found.message.endswith(".")
    assert found.hint
    assert len(str(found)) < 600


# ---------- what is said ----------


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty", "The file is empty."),
        ("old .doc, version 3, at 512", "This is a Word document in the old format (.doc)."),
        ("password, version 3, at 512", "The file is protected with a password."),
        ("disguise: pdf", "This is no Word document (.docx), it is a PDF file."),
        ("disguise: html in utf-16", "This is no Word document (.docx), it is a web page."),
        ("odt", "This is no Word document (.docx), it is an OpenDocument file (such as .odt)."),
        ("pages", "This is no Word document (.docx), it is a Pages document."),
        ("package: xlsx", "This is no Word document, it is an Excel workbook."),
        ("package: dotx", "This is a Word template (.dotx), not a document."),
        ("package: docm", "The document holds macros (programs), or is of the kind that may (.docm)."),
        ("flag 0", "The zip that a .docx is uses what Word documents do not use. It is encrypted."),
        ("cut after 30 bytes", "The end of the file is missing: it was not copied or downloaded whole."),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(name: str, message: str) -> None:
    (case,) = [case for case in SMALL if case.name == name]
    assert finding_of(case.make()).message == message


def test_a_finding_names_the_member_and_where_in_it() -> None:
    found = finding_of(packed({**parts(), "word/header1.xml": b"<a>\n <b></a>"}))
    assert str(found.place) == "agreement.docx, word/header1.xml"
    assert (
        found.message == "A part of the document is not well-formed XML (line 2, column 7: mismatched tag)."
    )


def test_a_name_that_cannot_stand_is_shown_short_and_harmless() -> None:
    found = finding_of(zip_of(members_of({**parts(), "a\x1b[31m" + "b" * 300: b""})))
    assert str(found.place) == "agreement.docx, a\\x1b[31m" + "b" * 74


def test_nothing_of_a_refused_document_is_in_the_traceback() -> None:
    for secret in (
        document("<w:p><w:t>Sam Fern</w:t>"),
        b'<a Sam="Fern" b="1" b="2"/>',
        b"<!DOCTYPE a><a>Sam Fern</a>",
    ):
        content = packed({**parts(), DOCUMENT: secret})
        found = finding_of(content)
        frames = traceback.TracebackException.from_exception(found, capture_locals=True)
        shown = "".join(frame.name for frame in frames.stack if "guarding/package" in frame.filename)
        assert shown == "read_package"
        guard = [frame for frame in frames.stack if frame.name == "read_package"]
        assert [sorted(frame.locals or ()) for frame in guard] == [["found", "place"]]
        assert found.__context__ is None
        assert found.__cause__ is None


# ---------- what is counted ----------


def counted(part: bytes) -> Markup:
    """Every node and attribute, as lxml has them."""
    root = etree.fromstring(part)
    nodes = [*root.iter(), *root.itersiblings(), *root.itersiblings(preceding=True)]
    return Markup(len(nodes), sum(len(node.attrib) for node in nodes if isinstance(node.tag, str)))


@pytest.mark.parametrize(
    "part",
    [
        b"<a></a>",
        b"<x:a xmlns:x='u'/>",
        b'<a><b c=""/><b></b>text</a>',
        document(),
        document('<w:p w:a="1" w:b="2"/>' * 40),
        document("<w:p>" * 150 + "</w:p>" * 150),
        b'<?xml version="1.0"?><a>' + b"text " * 900 + b"</a>",
    ],
)
def test_an_estimate_has_every_node(part: bytes) -> None:
    found = estimate(part)
    assert found is not None
    assert found.nodes == counted(part).nodes
    assert found.attributes >= counted(part).attributes


@pytest.mark.parametrize(
    "part",
    [
        b"<!-- a --><a/>",
        b"<?b?><a/>",
        b'<a b="/>"/>',
        b"<a>/></a>",
        b"<a/><a/>" * 2 + b"</a>",
        document("<w:p>" * 300 + "</w:p>" * 300),
        document("<w:p " + 'abc="" ' * 300 + "/>"),
        document("<w:p>" + "a" * (bounds.WORD + 1) + "</w:p>"),
        b"<a " + b'xmlns:a=""' * 300 + b"/>",
        b"<a><![CDATA[a]]></a>",
        b"<a><b/></a>",
        b"<a><b c=''/></a>",
    ],
)
def test_what_is_not_certain_is_left_to_counting(part: bytes) -> None:
    assert estimate(part) is None


def test_counting_counts_what_is_there() -> None:
    part = b'<a xmlns:x="u" b=""><!-- c --><?d?><x:e x:f="" g=""/>text<![CDATA[h]]></a>'
    assert check_markup(part, Markup(1, 2), Place()) == Markup(1 + 5, 2 + 4)


def test_counts_add_up_over_the_parts() -> None:
    part = b"<a/>"
    assert check_markup(part, Markup(bounds.NODES - 1, 0), Place()) == Markup(bounds.NODES, 0)
    for before, wrong in (
        (Markup(bounds.NODES, 0), part),
        (Markup(bounds.NODES, 0), b"<!-- --><a/>"),
        (Markup(0, bounds.ATTRIBUTES), b'<a b=""/>'),
    ):
        with pytest.raises(WrongValue) as refused:
            check_markup(wrong, before, Place())
        assert refused.value.code is Code.PACKAGE_TOO_MANY


def test_an_equals_sign_in_a_text_is_no_attribute() -> None:
    assert check_markup(b"<a>=</a>", Markup(0, bounds.ATTRIBUTES), Place()) == Markup(1, bounds.ATTRIBUTES)


def test_the_mark_of_a_tag_in_a_text_never_hides_an_element() -> None:
    # hypothesis of the estimate: what makes it wrong makes it uncertain
    for text in ("/>", "a/b>c", "http://a>", '"/>', "'>", "::", "</w:p>".replace("<", "&lt;")):
        part = document(f'<w:p w:a="{text.replace(chr(34), "&quot;")}"><w:r>{text}</w:r><w:r/></w:p>')
        found = estimate(part)
        assert found is None or found.nodes == counted(part).nodes


# ---------- what is bounded ----------


@pytest.mark.parametrize(
    "name",
    [
        "more than 25 MiB packed",
        "17 MiB of XML",
        "17 MiB that are XML by kind only",
        "2 MiB of zeros as word/a.xml",
        "66 MiB in three pictures",
        "400,001 elements",
        "value of 2,000,001 characters",
        "text of 2,000,001 characters",
    ],
)
def test_what_is_too_much_is_refused_with_its_bound(name: str) -> None:
    (case,) = [case for case in bombs.cases() if case.name == name]
    found = finding_of(case.make())
    assert found.code is case.code
    assert re.search(r"25 MiB|16 MiB|64 MiB|200 times|400,000|2,000,000", found.message)
