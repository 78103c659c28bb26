"""What a file is that is called .docx and is no zip, so that people know what to do."""

from __future__ import annotations

import re
import struct
from typing import Final

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import COPY_AGAIN, SAVE_AGAIN

__all__ = ["MAGIC", "other_file"]

MAGIC: Final = b"PK\x03\x04"
_END = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENING = 4096  # bytes that are looked at

_EXPORT = "make a .docx of it in the program that made it, or open it in Word and save it as .docx"
_FROM_PDF = "ask for the Word file that the PDF was made from, or let Word convert it and read every page"
_UNLOCK = "open it in Word, choose File, Info, Protect Document, Encrypt with Password, empty the box, save"

_MARKUP = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+"  # never tries a comment in two ways
_KINDS: Final = (
    (rb".{0,1024}?%PDF-", "a PDF file", _FROM_PDF),
    (rb"\s*\{\\rtf", "an RTF file", SAVE_AGAIN),
    (rb"(?i:MIME-Version:|From:.*?MIME-Version:)", "a web page saved as one file (MHTML)", SAVE_AGAIN),
    (
        _MARKUP + rb"(?i:<!doctype\s+html|<(?:html|head|body|meta|script|div|p)[ >])",
        "a web page",
        SAVE_AGAIN,
    ),
    (_MARKUP + rb"<office:document", "an OpenDocument file", SAVE_AGAIN),
    (
        _MARKUP + rb"(?:<\?mso[^>]*>\s*)?<(?:pkg:package|w:wordDocument)",
        "a Word document saved as XML",
        SAVE_AGAIN,
    ),
    (_MARKUP + rb"<", "an XML file", SAVE_AGAIN),
    (rb"\xffWPC", "a WordPerfect file", _EXPORT),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF", "a picture", "ask for the Word file itself"),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh", "an archive of another kind", "unpack it and use the .docx inside"),
    (rb"\0+\Z", "nothing but zero bytes", COPY_AGAIN),
)


def other_file(content: bytes, place: Place) -> WrongValue:
    """The finding for a file that does not open as a zip does."""
    if not content:
        return WrongValue(Code.PACKAGE_EMPTY, "The file is empty.", place, COPY_AGAIN)
    if MAGIC.startswith(content):
        return WrongValue(
            Code.PACKAGE_TRUNCATED, "Only the first bytes of the file are there.", place, COPY_AGAIN
        )
    if content.startswith(_OLE):
        return _ole(content, place)
    if content.startswith(b"PK"):
        return _other_zip(content, place)
    for pattern, name, hint in _KINDS:
        if re.match(pattern, _opening(content), re.DOTALL):
            return _no_word(name, hint, place)
    if _END in content[-22:]:
        message = "Something stands before the beginning of the Word document in this file."
        return WrongValue(Code.PACKAGE_EXTRA_BYTES, message, place, SAVE_AGAIN)
    if _is_text(content[:_OPENING]):
        return _no_word("plain text", SAVE_AGAIN, place)
    return _no_word("a file of an unknown kind", _EXPORT, place)


def _no_word(name: str, hint: str, place: Place) -> WrongValue:
    return WrongValue(Code.PACKAGE_NOT_WORD, f"This is no Word document (.docx), it is {name}.", place, hint)


def _other_zip(content: bytes, place: Place) -> WrongValue:
    if content.startswith((b"PK\x07\x08", b"PK00PK")):
        return WrongValue(Code.PACKAGE_ZIP_FEATURE, "The zip is split into parts.", place, SAVE_AGAIN)
    if content.startswith(_END):
        return WrongValue(
            Code.PACKAGE_PART_MISSING, "The file is a zip that holds nothing.", place, COPY_AGAIN
        )
    return WrongValue(Code.PACKAGE_DAMAGED, "The beginning of the file is damaged.", place, COPY_AGAIN)


def _opening(content: bytes) -> bytes:
    """The first bytes, in UTF-8 where they open with the mark of UTF-16."""
    first = content[:_OPENING]
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return first.decode("utf-16", "replace").encode("utf-8", "replace")
    return first.removeprefix(b"\xef\xbb\xbf")


def _is_text(opening: bytes) -> bool:
    if opening.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", opening)


def _ole(content: bytes, place: Place) -> WrongValue:
    """An OLE compound file ([MS-CFB]): what Word wrote until 2003, and the wrapping of a password."""
    if _holds_stream(content, "EncryptedPackage"):
        message = "The file is protected with a password."
        return WrongValue(Code.PACKAGE_ENCRYPTED, message, place, _UNLOCK)
    if _holds_stream(content, "WordDocument"):
        message = "This is a Word document in the old format (.doc)."
        return WrongValue(Code.PACKAGE_OLD_DOC, message, place, SAVE_AGAIN)
    message = "This is no Word document (.docx), it is an old Office file of another kind (.xls, .msg, …)."
    return WrongValue(Code.PACKAGE_OLE, message, place, _EXPORT)


def _holds_stream(content: bytes, name: str) -> bool:
    """Whether an entry of an OLE directory has this name: 128 bytes, the name and, at 64, its length."""
    coded = (name + "\0").encode("utf-16-le")
    entry = coded.ljust(64, b"\0") + struct.pack("<H", len(coded))
    at = content.find(entry)
    while at % 128 and at != -1:
        at = content.find(entry, at + 1)
    return at != -1
