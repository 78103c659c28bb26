"""What a .docx says of itself beside Word's own properties: which document it is, what it was made from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from socialpolicy.document import Document
from socialpolicy.writers.word.markup import attribute, element_text
from socialpolicy.writers.word.names import DECLARATION, RELATION

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

__all__ = ["add_properties"]

_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# the set of properties that people give themselves; ids below 2 are not theirs (ECMA-376, part 1, 22.3)
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2


def add_properties(package: OpcPackage, document: Document, record: bytes) -> None:
    """Hang the document's id and version, the library's edition and the record's digest on a package."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    said = {
        "Document": document.id,
        "Policy version": document.version,
        "Effective": document.dated,
        "Library edition": document.edition,
        "Record SHA-256": hashlib.sha256(record).hexdigest() if record else "",
    }
    properties = "".join(
        f'<property fmtid="{_SET}" pid="{number}" name={attribute(name)}>'
        f"<vt:lpwstr>{element_text(words)}</vt:lpwstr></property>"
        for number, (name, words) in enumerate(filter(_is_said, said.items()), _FIRST)
    )
    content = f'{DECLARATION}<Properties xmlns="{_SPACE}" xmlns:vt="{_TYPES}">{properties}</Properties>'
    part = Part(PackURI("/docProps/custom.xml"), _KIND, content.encode())
    package.load_rel(f"{RELATION}/custom-properties", part, "custom")


def _is_said(entry: tuple[str, str]) -> bool:
    return bool(entry[1])
