"""What is called .docx and is something else, and Word documents of kinds that are not read."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from socialpolicy.errors import Code
from tests.guarding.hostile.made import (
    CONTENT_TYPES,
    DOCUMENT,
    OFFICE,
    RELATIONS,
    WORD,
    Case,
    Member,
    content_types,
    document,
    members_of,
    override,
    packed,
    parts,
    relation,
    relations,
    sound,
    zip_of,
)

__all__ = ["cases"]

_HTML = b"<p>Fees are due.</p>"
_OTHERS = {
    "pdf": b"%PDF-1.7\n1 0 obj\n",
    "pdf after a line": b"\n\n%PDF-1.4\n",
    "rtf": rb"{\rtf1\ansi Fees}",
    "rtf after a space": rb" {\rtf1\ansi Fees}",
    "html": b"<!DOCTYPE html><html>" + _HTML,
    "html in capitals": b"<HTML><BODY>" + _HTML,
    "html with a byte order mark": b"\xef\xbb\xbf<html>" + _HTML,
    "html in utf-16": "<html><p>Fees".encode("utf-16"),
    "html after a comment": b"<!-- saved from Word --> <html>" + _HTML,
    "html after five hundred comments": b"<!---->" * 500 + b"<html>",
    "html that never opens": b"<!---->" * 600,
    "html of Word": b'<html xmlns:o="urn:schemas-microsoft-com:office:office">' + _HTML,
    "xhtml": b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML"><html>',
    "a piece of html": _HTML,
    "a web archive": b"MIME-Version: 1.0\nContent-Type: multipart/related;",
    "a web archive of a browser": b"From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\n",
    "flat OpenDocument": b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis">',
    "flat Word XML": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package>',
    "Word 2003 XML": b'<?xml version="1.0"?><w:wordDocument xmlns:w="a">',
    "some XML": b'<?xml version="1.0"?><invoice/>',
    "WordPerfect": b"\xffWPC\x10\0\0\0\x01\x0a",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a photograph": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "gzip": b"\x1f\x8b\x08\0\0\0\0\0",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "rar": b"Rar!\x1a\x07\x01\0",
    "plain text": b"Fees are due.\r\n",
    "plain text in Latin-1": b"Caf\xe9",
    "plain text in utf-16": "Fees are due.".encode("utf-16"),
    "one letter": b"a",
    "nothing but zero bytes": bytes(5_000),
    "a program": b"\x7fELF\x02\x01\x01\0\0\0\0\0",
    "bytes of no kind": bytes(range(1, 200)),
    "text without an end": b"a" * 3_000_000,
    "an open brace without an end": b"{" * 300_000,
}


def _ole(*streams: str, at: int = 1024, version: int = 3) -> bytes:
    """A compound file as far as anybody looks who asks for the names of its streams."""
    entries = b""
    for stream in ("Root Entry", *streams):
        name = (stream + "\0").encode("utf-16-le")
        entries += (name.ljust(64, b"\0") + struct.pack("<H", len(name))).ljust(128, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<2H", 0x3E, version)
    return head.ljust(at, b"\0") + entries


def _compound() -> Iterator[Case]:
    old, password, ole = Code.PACKAGE_OLD_DOC, Code.PACKAGE_ENCRYPTED, Code.PACKAGE_OLE
    for version, at in ((3, 512), (3, 51_200), (4, 4096)):
        where = f"version {version}, at {at}"
        yield Case(f"old .doc, {where}", lambda v=version, a=at: _ole("WordDocument", at=a, version=v), old)
        streams = ("EncryptionInfo", "EncryptedPackage")
        yield Case(
            f"password, {where}", lambda v=version, a=at, s=streams: _ole(*s, at=a, version=v), password
        )
        yield Case(f"old .xls, {where}", lambda v=version, a=at: _ole("Workbook", at=a, version=v), ole)
    yield Case("rights management", lambda: _ole("\x06DataSpaces", "EncryptedPackage"), password)
    yield Case("a message of Outlook", lambda: _ole("__properties_version1.0"), ole)
    yield Case("old .ppt", lambda: _ole("PowerPoint Document"), ole)
    yield Case("a stream that only begins like a document", lambda: _ole("WordDocument2"), ole)
    yield Case("a text that mentions the stream", lambda: _ole() + "..WordDocument".encode("utf-16-le"), ole)
    yield Case(
        "a stream's name between two entries", lambda: _ole("Workbook") + _ole("WordDocument", at=1057), ole
    )
    yield Case("an old document, cut", lambda: _ole("WordDocument")[:512], ole)
    yield Case("only the first bytes of an old document", lambda: _ole()[:8], ole)


def _main_kind(kind: str, root: bytes | None = None) -> bytes:
    found = {**parts(), CONTENT_TYPES: content_types(override(DOCUMENT, kind))}
    return packed({**found, DOCUMENT: root} if root else found)


_KINDS = {
    "docm": ("application/vnd.ms-word.document.macroEnabled.main+xml", Code.PACKAGE_MACROS),
    "dotm": ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", Code.PACKAGE_MACROS),
    "docm in other letters": ("application/vnd.ms-word.document.MACROENABLED.main+xml", Code.PACKAGE_MACROS),
    "xlsm": ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", Code.PACKAGE_MACROS),
    "dotx": (f"{WORD}.template.main+xml", Code.PACKAGE_TEMPLATE),
    "dotx in other letters": (f"{WORD}.template.main+xml".upper(), Code.PACKAGE_TEMPLATE),
    "docx in other letters": (f"{WORD}.document.main+xml".upper(), Code.PACKAGE_NOT_WORD),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        Code.PACKAGE_OTHER_OFFICE,
    ),
    "xlsb": ("application/vnd.ms-excel.sheet.binary.main", Code.PACKAGE_OTHER_OFFICE),
    "pptx": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        Code.PACKAGE_OTHER_OFFICE,
    ),
    "vsdx": ("application/vnd.ms-visio.drawing.main+xml", Code.PACKAGE_OTHER_OFFICE),
    "a theme": ("application/vnd.openxmlformats-officedocument.theme+xml", Code.PACKAGE_NOT_WORD),
    "no kind": ("", Code.PACKAGE_NOT_WORD),
    "a picture for a document": ("image/png", Code.PACKAGE_NOT_WORD),
    "styles for a document": (f"{WORD}.styles+xml", Code.PACKAGE_NOT_WORD),
}

_STRICT = "http://purl.oclc.org/ooxml/"


def _packages() -> Iterator[Case]:
    for name, (kind, code) in _KINDS.items():
        yield Case(f"package: {name}", lambda kind=kind: _main_kind(kind), code)
    macros, strict = Code.PACKAGE_MACROS, Code.PACKAGE_STRICT
    for name in ("word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml", "vbaProjectSignature.bin"):
        yield Case(f"macros: {name}", lambda name=name: packed({**parts(), name: b"<a/>"}), macros)
    program = override("word/media/image1.png", "application/vnd.ms-office.vbaProject")
    yield Case("macros: under another name", lambda: _typed(program), macros)
    by_relation = relations(
        '<Relationship Id="a" Target="media/image1.png" '
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
    )
    rels = "word/_rels/document.xml.rels"
    yield Case("macros: by relationship alone", lambda: packed({**parts(), rels: by_relation}), macros)
    ending = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    yield Case("macros: by an ending", lambda: _typed(ending), macros)
    office = relation(1, "officeDocument", DOCUMENT).replace(OFFICE, f"{_STRICT}officeDocument/relationships")
    yield Case("strict: by relationship", lambda: packed({**parts(), RELATIONS: relations(office)}), strict)
    body = document().replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"%b")
    root = body.replace(b"%b", f"{_STRICT}wordprocessingml/".encode())
    yield Case("strict: by namespace", lambda: packed({**parts(), DOCUMENT: root}), strict)
    for name, wrong in {
        "another root": document(root="glossaryDocument"),
        "another namespace": document().replace(b"2006/main", b"2003/main"),
        "no namespace": b"<document/>",
        "html inside": b"<html><body/></html>",
    }.items():
        yield Case(
            f"main: {name}", lambda wrong=wrong: packed({**parts(), DOCUMENT: wrong}), Code.PACKAGE_NOT_WORD
        )


def _typed(line: str) -> bytes:
    lines = content_types(override(DOCUMENT, f"{WORD}.document.main+xml"), line)
    return packed({**parts(), CONTENT_TYPES: lines})


def _zips() -> Iterator[Case]:
    no = Code.PACKAGE_NOT_WORD
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
    yield Case("odt", lambda: zip_of(members_of(odt)), no)
    yield Case("odt that is a docx too", lambda: packed({**odt, **parts()}), no)
    yield Case("epub", lambda: packed({"mimetype": b"application/epub+zip"}), no)
    yield Case("pages", lambda: packed({"Index/Document.iwa": b"a", "preview.jpg": b"b"}), no)
    yield Case("old pages", lambda: packed({"index.xml": b"<a/>"}), no)
    yield Case("photographs", lambda: packed({"a.jpg": b"\xff\xd8", "b.jpg": b"\xff\xd8"}), no)
    yield Case("a docx in a zip", lambda: zip_of([Member(name=b"a.docx", content=sound())]), no)


def cases() -> Iterator[Case]:
    yield Case("empty", lambda: b"", Code.PACKAGE_EMPTY)
    for name, content in _OTHERS.items():
        yield Case(f"disguise: {name}", lambda content=content: content, Code.PACKAGE_NOT_WORD)
    yield from _compound()
    yield from _packages()
    yield from _zips()
