"""Files made byte by byte: a sound small Word document, and a zip writer that lies wherever it is told to."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence

import attrs

from socialpolicy.errors import Code

__all__ = [
    "CONTENT_TYPES",
    "DOCUMENT",
    "RELATIONS",
    "Case",
    "Member",
    "changed",
    "members_of",
    "override",
    "packed",
    "parts",
    "relation",
    "relations",
    "sound",
    "written",
    "zip_of",
]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES, RELATIONS, DOCUMENT = "[Content_Types].xml", "_rels/.rels", "word/document.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@attrs.frozen
class Case:
    """One file: a name that says what is odd about it, how it is made, and the code it is refused with.

    A code of None: the file is odd and sound, and is read.
    """

    name: str
    make: Callable[[], bytes]
    code: Code | None


# ---------- parts ----------


def override(part: str, kind: str) -> str:
    """A line of [Content_Types].xml."""
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


def relation(number: int, kind: str, target: str, more: str = "") -> str:
    """A line of a .rels part."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"{more}/>'


def relations(*lines: str) -> bytes:
    """A .rels part."""
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'.encode()


def content_types(*lines: str) -> bytes:
    """[Content_Types].xml with the two defaults that every document has."""
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
    )
    return f'{DECLARATION}<Types xmlns="{namespace}">{defaults}{"".join(lines)}</Types>'.encode()


def document(body: str = "<w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p>", root: str = "document") -> bytes:
    """A main part with this body."""
    return f'{DECLARATION}<w:{root} xmlns:w="{W}"><w:body>{body}</w:body></w:{root}>'.encode()


OVERRIDES = (
    override(DOCUMENT, f"{WORD}.document.main+xml"),
    override("word/styles.xml", f"{WORD}.styles+xml"),
    override("word/header1.xml", f"{WORD}.header+xml"),
)


def parts() -> dict[str, bytes]:
    """The parts of a sound small document."""
    return {
        CONTENT_TYPES: content_types(*OVERRIDES),
        RELATIONS: relations(relation(1, "officeDocument", DOCUMENT)),
        DOCUMENT: document(),
        "word/_rels/document.xml.rels": relations(
            relation(1, "styles", "styles.xml"),
            relation(2, "header", "header1.xml"),
            relation(3, "image", "media/image1.png"),
            relation(4, "customXml", "../customXml/item1.xml"),
            relation(5, "hyperlink", "https://example.org/", ' TargetMode="External"'),
        ),
        "word/styles.xml": f'{DECLARATION}<w:styles xmlns:w="{W}"/>'.encode(),
        "word/header1.xml": f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p/></w:hdr>'.encode(),
        "customXml/item1.xml": b"<note/>",
        "word/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    }


# ---------- zips ----------

_LOCAL = ("need", "flags", "method", "time", "date", "crc", "packed", "size", "names", "extras")
_CENTRAL = (
    *("made", "need", "flags", "method", "time", "date", "crc", "packed", "size", "names", "extras"),
    *("comments", "disk", "internal", "external", "offset"),
)
_END = ("disk", "first", "here", "count", "size", "start", "comments")


@attrs.frozen(kw_only=True)
class Member:
    """One member, true unless told otherwise; `local` and `central` replace fields of its headers."""

    name: bytes
    content: bytes = b""
    method: int = 0
    flags: int = 0
    raw: bytes | None = None  # the packed bytes, where they are not those of `content`
    follows: bytes = b""  # between the packed bytes and the next member
    extra: bytes = b""
    local: Mapping[str, int] = attrs.field(factory=dict)
    central: Mapping[str, int] = attrs.field(factory=dict)
    local_name: bytes | None = None
    central_extra: bytes = b""
    comment: bytes = b""

    def bytes_packed(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return deflated(self.content) if self.method else self.content

    def fields(self) -> dict[str, int]:
        stored = self.bytes_packed()
        return {
            **{"made": 20, "need": 20, "flags": self.flags, "method": self.method, "time": 0, "date": 33},
            **{"crc": zlib.crc32(self.content), "packed": len(stored), "size": len(self.content)},
            **{"comments": len(self.comment), "disk": 0, "internal": 0, "external": 0},
        }

    def local_bytes(self) -> bytes:
        name = self.name if self.local_name is None else self.local_name
        said = {**self.fields(), "names": len(name), "extras": len(self.extra), **self.local}
        header = struct.pack("<4s5H3L2H", b"PK\3\4", *(said[key] for key in _LOCAL))
        return header + name + self.extra + self.bytes_packed() + self.follows

    def central_bytes(self, offset: int) -> bytes:
        told = {"names": len(self.name), "extras": len(self.central_extra), "offset": offset}
        said = {**self.fields(), **told, **self.central}
        header = struct.pack("<4s6H3L5H2L", b"PK\1\2", *(said[key] for key in _CENTRAL))
        return header + self.name + self.central_extra + self.comment


def deflated(content: bytes) -> bytes:
    """The bytes as deflate packs them."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


def zip_of(members: Sequence[Member], *, before: bytes = b"", gap: bytes = b"", **end: int) -> bytes:
    """The zip; `before` stands before it and counts, `gap` before its directory; `end` replaces fields."""
    body, directory = bytearray(before), bytearray()
    for member in members:
        directory += member.central_bytes(len(body))
        body += member.local_bytes()
    body += gap
    true = {"disk": 0, "first": 0, "here": len(members), "count": len(members), "comments": 0}
    said = {**true, "size": len(directory), "start": len(body), **end}
    return bytes(body + directory) + struct.pack("<4s4H2LH", b"PK\5\6", *(said[key] for key in _END))


def members_of(found: Mapping[str, bytes], method: int = 0) -> list[Member]:
    """The parts as members; stored, so that the bytes are the same whatever zlib is linked."""
    return [Member(name=name.encode(), content=part, method=method) for name, part in found.items()]


def packed(found: Mapping[str, bytes]) -> bytes:
    """The parts in a zip, deflated."""
    return zip_of(members_of(found, 8))


def sound(**_: object) -> bytes:
    """The sound small document, stored."""
    return zip_of(members_of(parts()))


def written(name: str, part: bytes) -> bytes:
    """The sound document with one part replaced or added."""
    return packed({**parts(), name: part})


def changed(at: int, **changes: object) -> bytes:
    """The sound document, stored, with one member told to lie."""
    members = members_of(parts())
    members[at] = attrs.evolve(members[at], **changes)
    return zip_of(members)
