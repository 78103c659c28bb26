"""A record inside a .docx: in a custom XML part, which is not printed and outlives saving."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from socialpolicy.writers.word.markup import element_text
from socialpolicy.writers.word.reader import part_tree

if TYPE_CHECKING:
    from docx.opc.part import Part

__all__ = ["add_record", "read_record"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = "urn:socialpolicy:record"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# Word finds the part by this; it says what the part is, not whose
_STORE = "{6B1C9F0E-5D0B-4C58-9D5B-7A0F3E2C8A41}"


def add_record(main: Part, record: bytes) -> None:
    """Hang a record, which is UTF-8, on the main part of a package that has no custom XML yet."""
    item = _part(
        "item1", "application/xml", f'<record xmlns="{_SPACE}">{element_text(record.decode())}</record>'
    )
    item.load_rel(
        f"{_RELATION}/customXmlProps", _part("itemProps1", _PROPERTIES, _properties()), "properties"
    )
    main.load_rel(f"{_RELATION}/customXml", item, "record")


def read_record(file: bytes) -> bytes:
    """The record in a .docx of ours; b"" where it has none."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [name for name in package.namelist() if name.startswith("customXml/item")]
    for name in names:
        root = part_tree(file, name)
        if root.tag == f"{{{_SPACE}}}record":
            return (root.text or "").encode()
    return b""


def _part(name: str, kind: str, content: str) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(f"/customXml/{name}.xml"), kind, f"{_DECLARATION}{content}".encode())


def _properties() -> str:
    return (
        f'<ds:datastoreItem ds:itemID="{_STORE}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
