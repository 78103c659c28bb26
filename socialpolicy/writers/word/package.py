"""The parts of a .docx round a body, named, typed and related by python-docx."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

from socialpolicy.document import Document, plain
from socialpolicy.writers.word.furniture import footer, header
from socialpolicy.writers.word.look import MARGIN, PAPER, text_width
from socialpolicy.writers.word.mirroring import mirrored
from socialpolicy.writers.word.names import DECLARATION, DECLARED, RELATION, WORD_TYPE
from socialpolicy.writers.word.numbering import numbering_xml
from socialpolicy.writers.word.properties import add_properties
from socialpolicy.writers.word.record import add_record
from socialpolicy.writers.word.settings import fonts_xml, settings_xml
from socialpolicy.writers.word.styles import styles_xml

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

__all__ = ["describe", "part_xml", "parts", "saved"]

# the limit of a core property, which python-docx enforces
LONGEST_PROPERTY = 255


def parts(document: Document, body: str, record: bytes = b"") -> dict[str, bytes]:
    """Every part of the file by its name, holes still in it.

    It starts from an empty package, not from python-docx's own document: nothing of that is left over.
    """
    from docx.opc.package import OpcPackage

    package = OpcPackage()
    main = _part("document", f"<w:body>{body}{_section(document)}</w:body>", kind="document.main")
    package.load_rel(f"{RELATION}/officeDocument", main, "document")
    for name, content in _furnishing(document).items():
        main.load_rel(f"{RELATION}/{name}", _part(name, content, kind=name), name)
    if record:
        add_record(main, record)
    describe(package, document, record)
    return saved(package)


def _furnishing(document: Document) -> dict[str, str]:
    """The parts that the body leans on: name, which is their relationship's id too → content."""
    return {
        "styles": styles_xml(document.locale, text_width(document.paper), scheme=document.scheme),
        "numbering": numbering_xml(document.scheme),
        "settings": settings_xml(document.locale),
        "fontTable": fonts_xml(),
        "header": header(document),
        "footer": footer(document),
    }


_ROOTS = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}


def _part(name: str, content: str, *, kind: str) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(f"/word/{name}.xml"), f"{WORD_TYPE}.{kind}+xml", part_xml(name, content))


def part_xml(name: str, content: str) -> bytes:
    """A part of a .docx by the name of its kind ("header"), with its content."""
    root = _ROOTS.get(name, name)
    names = f'{DECLARED} mc:Ignorable="w14"'
    return f"{DECLARATION}<w:{root} {names}>{content}</w:{root}>".encode()


def _section(document: Document) -> str:
    width, height = PAPER[document.paper]
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1531" w:right="{MARGIN}" w:bottom="1361" w:left="{MARGIN}"'
        ' w:header="737" w:footer="624" w:gutter="0"/></w:sectPr>'
    )
    return mirrored(section, document.locale)


def describe(package: OpcPackage, document: Document, record: bytes = b"") -> None:
    """The properties; every one that python-docx fills by itself is set here."""
    add_properties(package, document, record)
    core = package.core_properties
    moment = datetime.datetime.fromisoformat(document.dated).replace(tzinfo=datetime.UTC)
    core.title = document.title[:LONGEST_PROPERTY]
    core.author = core.last_modified_by = document.practice[:LONGEST_PROPERTY]
    core.subject = plain(document.subtitle)[:LONGEST_PROPERTY]
    core.identifier = document.id
    core.version = document.version[:LONGEST_PROPERTY]
    core.keywords = f"edition {document.edition}"[:LONGEST_PROPERTY]
    core.language = document.locale
    core.created = core.modified = moment


def saved(package: OpcPackage) -> dict[str, bytes]:
    """The members of the file that python-docx makes of a package."""
    stream = io.BytesIO()
    package.save(stream)
    with zipfile.ZipFile(stream) as file:
        return {name: file.read(name) for name in file.namelist()}
