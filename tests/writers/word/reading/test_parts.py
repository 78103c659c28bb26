"""The stories of a file are found by its relationships, wherever its parts lie."""

from __future__ import annotations

from socialpolicy.writers.word.reading import read_members
from socialpolicy.writers.word.reading.parts import main_name, relations
from tests.writers.word.reading.docx import NAMES, made, p
from tests.writers.word.written import parts_of


def test_the_main_part_may_have_another_name_and_targets_may_be_absolute() -> None:
    members = parts_of(made(p("a"), {"header": p("b")}))
    members["doc/main.xml"] = members.pop("word/document.xml")
    links = members.pop("word/_rels/document.xml.rels").replace(b'Target="', b'Target="/word/')
    members["doc/_rels/main.xml.rels"] = links
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"word/document.xml", b"doc/main.xml")
    assert main_name(members) == "doc/main.xml"
    assert [one.text for one in read_members(members).current] == ["a", "b"]


def test_headers_stand_in_the_order_of_their_numbers_and_what_is_missing_is_passed_over() -> None:
    members = parts_of(made(p("a"), {"header": p("x")}))
    link = '<Relationship Id="h{0}" Type="x/header" Target="header{0}.xml"/>'
    listed = "".join(link.format(number) for number in (10, 2, 3)) + (
        '<Relationship Id="w" Type="x/hyperlink" Target="https://a.example/" TargetMode="External"/>'
        '<Relationship Id="s" Type="x/styles" Target="none.xml"/>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{space}">{listed}</Relationships>'
    members["word/_rels/document.xml.rels"] = links.encode()
    for number in (2, 10):
        members[f"word/header{number}.xml"] = f"<w:hdr {NAMES}>{p(str(number))}</w:hdr>".encode()
    assert [one.text for one in read_members(members).current] == ["a", "2", "10"]
    (web,) = (one for one in relations(members, "word/document.xml") if one.external)
    assert web.target == "https://a.example/"
