"""A record inside a .docx: in a custom XML part, which is not printed and outlives saving."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from socialpolicy.writers.word.markup import element_text
from socialpolicy.writers.word.names import DECLARATION, RELATION
from socialpolicy.writers.word.reader import part_tree

if TYPE_CHECKING:
    from docx.opc.part import Part

__all__ = ["PROPERTIES_TYPE", "add_record", "properties_xml", "read_record", "record_xml"]

_SPACE = "urn:socialpolicy:record"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# Word finds the part by this; it says what the part is, not whose
_STORE = "{6B1C9F0E-5D0B-4C58-9D5B-7A0F3E2C8A41}"


def add_record(main: Part, record: bytes) -> None:
    """Hang a record, which is UTF-8, on the main part of a package that has no custom XML yet."""
    item = _part("item1", "application/xml", record_xml(record))
    properties = _part("itemProps1", PROPERTIES_TYPE, properties_xml())
    item.load_rel(f"{RELATION}/customXmlProps", properties, "properties")
    main.load_rel(f"{RELATION}/customXml", item, "record")


def record_xml(record: bytes) -> bytes:
    """The part that holds a record."""
    return f'{DECLARATION}<record xmlns="{_SPACE}">{element_text(record.decode())}</record>'.encode()


def read_record(file: bytes) -> bytes:
    """The record in a .docx of ours; b"" where it has none."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [name for name in package.namelist() if name.startswith("customXml/item")]
    for name in names:
        root = part_tree(file, name)
        if root.tag == f"{{{_SPACE}}}record":
            return (root.text or "").encode()
    return b""


def properties_xml() -> bytes:
    """The part by which Word finds it."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_STORE}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _part(name: str, kind: str, content: bytes) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(f"/customXml/{name}.xml"), kind, content)
