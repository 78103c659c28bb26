"""What kind of document a package is, by the kinds of content that it declares and not by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from socialpolicy.errors import Code, Place, WrongValue
from socialpolicy.guarding.package.bounds import SAVE_AGAIN
from socialpolicy.guarding.package.flat import SEPARATOR, Listed, read_listed

__all__ = ["CONTENT_TYPES", "ContentTypes", "check_macros", "check_main", "check_zip", "macros", "read_types"]

CONTENT_TYPES: Final = "[Content_Types].xml"
_LIST = "http://schemas.openxmlformats.org/package/2006/content-types" + SEPARATOR
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_TEMPLATE = f"{_WORD}.template.main+xml"
_OTHER = {
    "spreadsheetml": "an Excel workbook",
    "ms-excel": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
    "ms-powerpoint": "a PowerPoint presentation",
    "visio": "a Visio drawing",
}
_MACROS = ("macroenabled", "vbaproject", "vbadata")
_PROGRAMS = ("vbaproject", "vbadata")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_EXPORT = "make a .docx of it in the program that made it, or open it in Word and save it as .docx"


@attrs.frozen
class ContentTypes:
    """The kind of content of each part: by its name, else by its ending; all keys in lower case."""

    names: Mapping[str, str]
    endings: Mapping[str, str]

    def of(self, name: str) -> str:
        """The kind of content of a member, as declared; "" where none is."""
        lower = name.lower()
        return self.names.get(f"/{lower}") or self.endings.get(lower.rpartition(".")[2], "")

    def is_xml(self, name: str) -> bool:
        """Whether anybody may take the member for XML."""
        return name.lower().endswith((".xml", ".rels")) or self.of(name).lower().endswith("xml")


def check_zip(members: Mapping[str, bytes], place: Place) -> None:
    """Refuse a zip that is another kind of file, also if it is a Word document besides."""
    if members.get("mimetype", b"").startswith(_OPEN_DOCUMENT):
        kind = "an OpenDocument file (such as .odt)"
    elif CONTENT_TYPES in members:
        return
    elif any(name.endswith(".iwa") or name == "index.xml" for name in members):
        kind = "a Pages document"
    elif any(name.startswith(("word/", "_rels/")) for name in members):
        message = "The file lacks the list of its parts."
        raise WrongValue(Code.PACKAGE_PART_MISSING, message, place.at(path=CONTENT_TYPES), SAVE_AGAIN)
    else:
        kind = "a zip of other files"
    message = f"This is no Word document (.docx), it is {kind}."
    raise WrongValue(Code.PACKAGE_NOT_WORD, message, place, _EXPORT)


def read_types(text: bytes, place: Place) -> ContentTypes:
    """The kinds of content, from the text of `[Content_Types].xml`; each may be named once."""
    root, listed = read_listed(text, place)
    names: dict[str, str] = {}
    endings: dict[str, str] = {}
    for one in listed if root == f"{_LIST}Types" else ():
        known, key = _keyed(one, names, endings)
        if key in known:
            message = "The list of the parts names a part twice."
            raise WrongValue(Code.PACKAGE_NAME_TWICE, message, place, SAVE_AGAIN)
        known[key] = one.attributes.get("ContentType", "").strip()
    return ContentTypes(names, endings)


def _keyed(one: Listed, names: dict[str, str], endings: dict[str, str]) -> tuple[dict[str, str], str]:
    if one.name == f"{_LIST}Override":
        return names, one.attributes.get("PartName", "").lower()
    if one.name == f"{_LIST}Default":
        return endings, one.attributes.get("Extension", "").lower()
    return {}, ""


def check_macros(types: ContentTypes, members: Mapping[str, bytes], place: Place) -> None:
    """Refuse a package that holds programs, or says that it does."""
    declared = [*types.names.values(), *types.endings.values()]
    names = [name.lower().rpartition("/")[2] for name in members]
    if any(name.startswith(_PROGRAMS) for name in names) or any(
        mark in kind.lower() for kind in declared for mark in _MACROS
    ):
        raise macros(place)


def macros(place: Place) -> WrongValue:
    """The finding for a document that holds programs."""
    message = "The document holds macros (programs), or is of the kind that may (.docm)."
    return WrongValue(Code.PACKAGE_MACROS, message, place, SAVE_AGAIN)


def check_main(kind: str, place: Place) -> None:
    """Refuse a main part whose kind of content is not that of a Word document."""
    lower = kind.lower()
    if kind == _MAIN:
        return
    if lower == _TEMPLATE:
        message = "This is a Word template (.dotx), not a document."
        raise WrongValue(Code.PACKAGE_TEMPLATE, message, place, SAVE_AGAIN)
    for mark, name in _OTHER.items():
        if mark in lower:
            message = f"This is no Word document, it is {name}."
            raise WrongValue(Code.PACKAGE_OTHER_OFFICE, message, place, "copy its text into a Word document")
    message = "The file does not say that it is a Word document."
    raise WrongValue(Code.PACKAGE_NOT_WORD, message, place, SAVE_AGAIN)
